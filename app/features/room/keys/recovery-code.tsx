import { useSignal } from "@preact/signals";
import type { RecoveryCode } from "../../../vault/secrets.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { isContactAlone } from "../../programme/contacts/rules.ts";
import { me } from "../../programme/sign-in/api.ts";
import { codeText as text } from "./text.ts";
import "./recovery-code.css";

/** Props of `RecoveryCodeCard`. */
export interface RecoveryCodeCardProps {
  readonly code: RecoveryCode;
  readonly onKept: () => void;
}

/** The recovery code, shown once: to be saved as a file, copied into a password manager, or printed. */
export function RecoveryCodeCard({ code, onKept }: RecoveryCodeCardProps) {
  const said = useSignal("");
  const words = code.groups.join("-");

  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(words);
      said.value = text.copied;
    } catch {
      said.value = "";
    }
  }

  return (
    <div class="stack stack-large">
      <Card>
        <ol class="recovery-code figures" aria-label={text.code}>
          {code.groups.map((group, at) => (
            // Groups never change their order.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{group}</li>
          ))}
        </ol>
        <div class="buttons-plain no-print">
          <Button kind="plain" onClick={() => saveAsFile(text.file(words, location.origin))}>
            {text.save}
          </Button>
          <Button kind="plain" onClick={() => void handleCopy()}>
            {text.copy}
          </Button>
          <Button kind="plain" onClick={() => print()}>
            {text.print}
          </Button>
        </div>
        <output class="small">{said.value}</output>
      </Card>
      {!isContactAlone(me.value) && <p class="muted no-print">{text.askLater}</p>}
      <div class="no-print">
        <Button wide="phone" onClick={onKept}>
          {text.kept}
        </Button>
      </div>
    </div>
  );
}

/** Hands a text to the browser as a file; it goes nowhere else. */
function saveAsFile(words: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = text.fileName;
  link.click();
  URL.revokeObjectURL(address);
}
