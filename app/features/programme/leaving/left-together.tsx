import { type Signal, useSignal } from "@preact/signals";
import { formatCount } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { changePlace } from "../people/api.ts";
import { managersText as text } from "./text.ts";

/** Props of `LeftTogether`. */
export interface LeftTogetherProps {
  readonly programmeId: string;
  readonly chosen: Signal<ReadonlySet<string>>;
  readonly onChanged: () => void;
}

/** Notes that several people left, one after the other; whoever had left stays as they are. */
export function LeftTogether({ programmeId, chosen, onChanged }: LeftTogetherProps) {
  const asks = useSignal(false);
  const busy = useSignal(false);
  const many = chosen.value.size;

  async function handleLeft() {
    asks.value = false;
    busy.value = true;
    let noted = 0;
    for (const participantId of chosen.value) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that what failed is known
      const answer = await changePlace({ programmeId, participantId }, "leave");
      if (answer.kind === "done") noted += 1;
    }
    busy.value = false;
    toast(noted === many ? formatCount(noted, text.noted) : text.notAll(noted, many));
    chosen.value = new Set();
    onChanged();
  }

  return (
    <>
      <Button kind="quiet" busy={busy.value} onClick={() => (asks.value = true)}>
        {text.left}
      </Button>
      <Dialog
        open={asks}
        title={formatCount(many, text.sure)}
        actions={<Button onClick={() => void handleLeft()}>{text.left}</Button>}
      >
        <p>{text.hint}</p>
      </Dialog>
    </>
  );
}
