import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";
import { unlockText } from "../../../../vault/text.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { TextArea } from "../../../../web/ui/text-field.tsx";
import { canScan, Scan } from "../../words/scan.tsx";
import { CheckWords } from "./check-words.tsx";
import { joinText as text, pairingText } from "./text.ts";
import "./add-device.css";

/** Opening one's rooms here from another device of one's own: scanned or typed, compared, and agreed to there. */
export function JoinDevice() {
  const words = useSignal("");
  const check = useSignal<ReadonlyArray<string> | undefined>(undefined);
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  // Whoever chooses another way has stopped.
  useEffect(() => () => void vault.endPairing(), []);

  async function ask(seen: string) {
    busy.value = true;
    const asked = await vault.askPairing(seen);
    busy.value = false;
    fault.value = typeof asked === "string" ? pairingText[asked] : undefined;
    if (typeof asked === "string") return;
    check.value = asked;
    const refused = await vault.joinPairing();
    check.value = undefined;
    if (refused) fault.value = refused === "over" ? text.over : unlockText[refused];
  }
  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void ask(words.value);
  }

  if (check.value)
    return (
      <div class="stack" aria-live="polite">
        <p>{text.check}</p>
        <CheckWords words={check.value} />
        <p class="muted">{text.waiting}</p>
      </div>
    );
  return (
    <form class="stack stack-large" noValidate onSubmit={handleSubmit}>
      <p>{text.lead}</p>
      {canScan() && <Scan onSeen={(seen) => void ask(seen)} />}
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <TextArea label={text.words} hint={text.hint} value={words} rows={3} />
      <Button type="submit" busy={busy.value} wide="phone">
        {text.ask}
      </Button>
    </form>
  );
}
