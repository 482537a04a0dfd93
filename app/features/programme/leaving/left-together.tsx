import { type Signal, useSignal } from "@preact/signals";
import { hindranceText } from "../../../web/client/answer.ts";
import { formatCount } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { noteLeft } from "../people/api.ts";
import { managersText as text } from "./text.ts";

/** Props of `LeftTogether`. */
export interface LeftTogetherProps {
  readonly programmeId: string;
  readonly leavingDays: number;
  readonly chosen: Signal<ReadonlySet<string>>;
  readonly onChanged: () => void;
}

/** Notes that those who were chosen left. */
export function LeftTogether({ programmeId, leavingDays, chosen, onChanged }: LeftTogetherProps) {
  const asks = useSignal(false);
  const busy = useSignal(false);
  const many = chosen.value.size;

  async function handleLeft() {
    asks.value = false;
    busy.value = true;
    const answer = await noteLeft(programmeId, [...chosen.value]);
    busy.value = false;
    if (answer.kind !== "done") {
      if (answer.kind !== "refused") toast(hindranceText[answer.kind]);
      return;
    }
    const { noted } = answer.value;
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
        <p>{text.hint(leavingDays)}</p>
      </Dialog>
    </>
  );
}
