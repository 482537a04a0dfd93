import { useSignal } from "@preact/signals";
import { type Day, isDay } from "../../../values/day.ts";
import { dayOf, formatDay, formatNearDay } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { DateField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { type Commitment, isPastItsDate } from "./rules.ts";
import { CommitmentDone, CommitmentDropped, CommitmentMoved, CommitmentReopened } from "./schema.ts";
import { commitmentsText as text } from "./text.ts";
import "./commitment-row.css";

/** What a row needs of a room: whose it is, and how to write. */
export type CommitmentRoom = Pick<RoomInHand, "me" | "write">;

/** One open commitment; its owner alone can say what becomes of it. Undo instead of asking twice. */
export function CommitmentRow({
  room,
  commitment,
  fixed = false,
}: {
  readonly room: CommitmentRoom;
  readonly commitment: Commitment;
  /** The pairing has ended: it stands as it is. */
  readonly fixed?: boolean;
}) {
  const moving = useSignal(false);
  const close = async (event: typeof CommitmentDone | typeof CommitmentDropped, said: string) => {
    const written = await room.write(eventOf(event, { commitment: commitment.id }));
    if (written)
      toast(said, { undo: () => void room.write(eventOf(CommitmentReopened, { commitment: commitment.id })) });
  };
  return (
    <li class="row-apart" data-news>
      <div>
        <p dir="auto">{commitment.text}</p>
        <p class="muted small">{dueWords(room, commitment)}</p>
      </div>
      {fixed || commitment.owner !== room.me ? null : moving.value ? (
        <MoveForm room={room} commitment={commitment} onEnd={() => (moving.value = false)} />
      ) : (
        <div class="buttons-plain">
          <Button
            kind="plain"
            label={text.doneLabel(commitment.text)}
            onClick={() => void close(CommitmentDone, text.wasDone)}
          >
            {text.done}
          </Button>
          <Button kind="plain" label={text.newDateLabel(commitment.text)} onClick={() => (moving.value = true)}>
            {text.newDate}
          </Button>
          <Button
            kind="plain"
            label={text.dropLabel(commitment.text)}
            onClick={() => void close(CommitmentDropped, text.wasDropped)}
          >
            {text.drop}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Only the owner's own screen says that a date has gone by. */
function dueWords({ me }: CommitmentRoom, commitment: Commitment): string {
  if (commitment.due === undefined) return "";
  const today = dayOf(Date.now());
  const isNear = Math.abs(Date.parse(commitment.due) - Date.parse(today)) <= 86_400_000;
  const day = isNear ? formatNearDay(commitment.due, today) : formatDay(commitment.due);
  return commitment.owner === me && isDay(today) && isPastItsDate(commitment, today)
    ? text.pastMine(day)
    : text.by(day);
}

interface MoveFormProps {
  readonly room: CommitmentRoom;
  readonly commitment: Commitment;
  readonly onEnd: () => void;
}

function MoveForm({ room, commitment, onEnd }: MoveFormProps) {
  const today = dayOf(useNow());
  const due = useSignal<string>(commitment.due ?? today);
  async function handleMove(day: Day) {
    if (await room.write(eventOf(CommitmentMoved, { commitment: commitment.id, due: day }))) onEnd();
  }
  return (
    <form
      class="cluster"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay(due.value)) void handleMove(due.value);
      }}
    >
      <DateField label={text.moveTo} value={due} min={today} />
      <Button type="submit" kind="quiet">
        {text.move}
      </Button>
      <Button kind="plain" onClick={onEnd}>
        {text.cancel}
      </Button>
    </form>
  );
}
