import { useSignal } from "@preact/signals";
import { vault } from "../../../vault/browser/client.ts";
import type { RecoveryCode, Secret } from "../../../vault/secrets.ts";
import { unlockText as refusedText } from "../../../vault/text.ts";
import { AskSecret } from "./ask-secret.tsx";
import { RecoveryCodeCard } from "./recovery-code.tsx";
import { codeText, confirmText as text } from "./text.ts";

/** Props of `NewCode`. */
export interface NewCodeProps {
  /** The new code is kept. */
  readonly onKept: () => void;
}

/** Makes a new recovery code, with one of the other secrets. */
export function NewCode({ onKept }: NewCodeProps) {
  const code = useSignal<RecoveryCode | undefined>(undefined);

  async function handleSecret(secret: Secret) {
    const made = await vault.replaceRecoveryCode(secret);
    if (typeof made === "string") return refusedText[made];
    code.value = made;
    return undefined;
  }

  if (code.value)
    return (
      <div class="stack">
        <p>{codeText.lead}</p>
        <RecoveryCodeCard code={code.value} onKept={onKept} />
      </div>
    );
  return (
    <div class="stack">
      <p>{text.makeNewLead}</p>
      <AskSecret act={text.makeNew} onSecret={handleSecret} />
    </div>
  );
}
