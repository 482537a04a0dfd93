import { aDay } from "../../../values/day.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { Link } from "../../../web/ui/link.tsx";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { heldDays } from "../sessions/rules.ts";
import { isEndNear, isLastTalkHeld } from "./rules.ts";
import { aheadText as text } from "./text.ts";

/** A good ending that was planned, beside the timeline, once it is near. A review is offered by the nudge of the day. */
export function Ahead({ room }: { readonly room: RoomInHand }) {
  const today = aDay(dayOf(useNow()));
  const { ending, sessions } = room.view.state;
  if (room.relationship.state === "ended") return null;
  if (ending.on === undefined || !isEndNear(ending, today)) return null;
  // Where the next date would stand, it says so.
  if (isLastTalkHeld(ending, heldDays(sessions), today)) return null;
  return (
    <section class="stack stack-small" data-news>
      <p>{text.ending(formatDate(ending.on))}</p>
      <p>
        <Link href={`/rooms/${room.roomId}/more/farewell`}>{text.endingLink}</Link>
      </p>
    </section>
  );
}
