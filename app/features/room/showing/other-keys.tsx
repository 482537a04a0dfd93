import { useSignal } from "@preact/signals";
import { vault } from "../../../vault/browser/client.ts";
import type { KeysToCompare } from "../../../vault/letters.ts";
import type { AccountId } from "../../../values/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { notMetText, otherKeysText as text } from "./text.ts";

/** Props of `OtherKeys`. */
export interface OtherKeysProps {
  readonly account: AccountId;
  readonly name: string;
  readonly keys: KeysToCompare;
  /** The words were compared, and the keys are theirs from now on. */
  readonly onCompared: () => void;
}

/** Somebody's keys are others than before: the words of both, side by side, and nothing goes to them until these were compared. */
export function OtherKeys({ account, name, keys: { before, now, offered }, onCompared }: OtherKeysProps) {
  const areOthers = useSignal(false);
  const busy = useSignal(false);

  async function handleSame() {
    busy.value = true;
    const met = await vault.takeCompared(account, offered);
    busy.value = false;
    if (typeof met === "string") toast(notMetText[met]);
    onCompared();
  }

  return (
    <Notice
      kind="care"
      title={text.title(name)}
      actions={
        <>
          <Button busy={busy.value} onClick={() => void handleSame()}>
            {text.same}
          </Button>
          <Button kind="quiet" onClick={() => (areOthers.value = true)}>
            {text.others}
          </Button>
        </>
      }
    >
      <div class="stack stack-small">
        <p>{text.why}</p>
        <dl>
          {before !== undefined && (
            <>
              <dt class="small muted">{text.before}</dt>
              <dd>{before}</dd>
            </>
          )}
          <dt class="small muted">{text.now}</dt>
          <dd class="strong">{now}</dd>
        </dl>
        <p>{text.how(name)}</p>
        {areOthers.value && (
          <p class="strong" role="alert">
            {text.stop(name)}
          </p>
        )}
      </div>
    </Notice>
  );
}
