import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import type { ItemId, SessionId } from "../../../values/id.ts";
import { isDay } from "../../../values/day.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { dayOf } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { DateField, TextField } from "../../../web/ui/text-field.tsx";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { type CommitmentRefusal, refuseCommitment } from "./rules.ts";
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
  /** Something else keeps what stands here (`keepCommitment`); the button is there for a second one. */
  readonly isKeptLater?: boolean;
}

/** What stands in the form, so that it outlives the page. */
function formOf(room: RoomInHand) {
  const key = `commitment:${room.roomId}`;
  return { key, what: draft(key), due: draft(`choice:${key}:due`), owner: draft(`choice:${key}:owner`, room.me) };
}

/**
 * Writes what stands in the form; "empty" where nothing does, a refusal where it cannot be made, "not-written" where the
 * vault could not take it.
 */
export async function keepCommitment(
  room: RoomInHand,
  about: Pick<CommitmentFormProps, "sessionId" | "goal"> = {},
): Promise<CommitmentRefusal | "empty" | "not-written" | undefined> {
  const { key, what, due, owner } = formOf(room);
  if (what.value.trim() === "") return "empty";
  const made = {
    owner: owner.value === room.other ? room.other : room.me,
    text: what.value,
    ...(isDay(due.value) ? { due: due.value } : {}),
    ...(about.sessionId ? { sessionId: about.sessionId } : {}),
    ...(about.goal ? { goal: about.goal } : {}),
  };
  const today = dayOf(Date.now());
  const refused = isDay(today) ? refuseCommitment(made, [room.me, room.other], today) : undefined;
  if (refused) return refused;
  if (!(await room.write(eventOf(CommitmentMade, made)))) return "not-written";
  for (const name of [key, `choice:${key}:due`, `choice:${key}:owner`]) dropDraft(name);
  return undefined;
}

/** Writes down what one of the two will do, and by when if they like. */
export function CommitmentForm({ room, sessionId, goal, onDone, isKeptLater = false }: CommitmentFormProps) {
  const { what, due, owner } = formOf(room);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const refused = await keepCommitment(room, { sessionId, goal });
    if (refused === "not-written") return;
    fault.value = refused && refusalText[refused === "empty" ? "nothing-written" : refused];
    if (!refused) onDone?.();
  }

  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <TextField label={text.what} value={what} error={fault.value} />
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
      {(!isKeptLater || what.value.trim() !== "") && (
        <div class="buttons">
          <Button type="submit" kind={isKeptLater ? "plain" : "quiet"}>
            {isKeptLater ? text.another : text.save}
          </Button>
        </div>
      )}
    </form>
  );
}
