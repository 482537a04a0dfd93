import { useSignal } from "@preact/signals";
import type { ItemId } from "../../../values/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { Reference } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { offersEcho } from "./rules.ts";
import { challengesLineText as text } from "./said/text.ts";
import { ChallengeMarked } from "./schema.ts";

const EchoForm = lazily(() => import("../stories/echo-form.tsx").then((m) => m.EchoForm));

/** Props of `BelowChallenge`. */
export interface BelowChallengeProps {
  readonly room: RoomInHand;
  readonly note: Reference;
  readonly isMine: boolean;
}

/** Below a challenge: its writer may take the mark off, a mentor finds the beginning of an echo story (P94). */
export function BelowChallenge({ room, note, isMine }: BelowChallengeProps) {
  if (!room.isOpen) return null;
  if (isMine) return <Unmark room={room} note={note.id} />;
  return offersEcho(room.relationship.myRole, isMine) ? <Echo room={room} note={note} /> : null;
}

function Echo({ room, note }: Pick<BelowChallengeProps, "room" | "note">) {
  const open = useSignal(false);
  return (
    <Disclosure summary={text.echo} open={open.value} onToggle={(next) => (open.value = next)}>
      <EchoForm room={room} to={note} onDone={() => (open.value = false)} />
    </Disclosure>
  );
}

function Unmark({ room, note }: { readonly room: RoomInHand; readonly note: ItemId }) {
  return (
    <div class="buttons-plain">
      <Button kind="plain" onClick={() => void room.write(eventOf(ChallengeMarked, { note, challenge: false }))}>
        {text.unmark}
      </Button>
    </div>
  );
}
