import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import type { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import { isDay } from "../../../values/day.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { dayOf } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { DateField, TextField } from "../../../web/ui/text-field.tsx";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { refuseCommitment } from "./rules.ts";
import { CommitmentMade } from "./schema.ts";
import { commitmentsText as text, refusalText } from "./text.ts";

/** Props of `CommitmentForm`. */
export interface CommitmentFormProps {
  readonly room: RoomInHand;
  /** The session at whose Close it is made. */
  readonly sessionId?: SessionId | undefined;
  /** The goal whose next step it is. */
  readonly goal?: ItemId | undefined;
  readonly onDone?: () => void;
}

/** Writes down what one of the two will do, and by when if they like. */
export function CommitmentForm({ room, sessionId, goal, onDone }: CommitmentFormProps) {
  const key = `commitment:${room.roomId}`;
  const what = draft(key);
  const owner = useSignal<AccountId | "">(room.me);
  const due = useSignal("");
  const fault = useSignal<string | undefined>(undefined);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const today = dayOf(Date.now());
    const made = {
      owner: owner.value || room.me,
      text: what.value,
      ...(isDay(due.value) ? { due: due.value } : {}),
      ...(sessionId ? { sessionId } : {}),
      ...(goal ? { goal } : {}),
    };
    const refused = isDay(today) ? refuseCommitment(made, [room.me, room.other], today) : undefined;
    fault.value = refused && refusalText[refused];
    if (refused || !(await room.write(eventOf(CommitmentMade, made)))) return;
    dropDraft(key);
    due.value = "";
    onDone?.();
  }

  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <TextField label={text.what} hint={text.whatHint} value={what} error={fault.value} />
      <div class="columns">
        <RadioGroup
          label={text.who}
          value={owner}
          inline
          options={[
            { value: room.me, text: text.you },
            { value: room.other, text: room.name },
          ]}
        />
        <DateField label={text.when} value={due} min={dayOf(useNow())} optional />
      </div>
      <div class="buttons">
        <Button type="submit" kind="quiet">
          {text.save}
        </Button>
      </div>
    </form>
  );
}
