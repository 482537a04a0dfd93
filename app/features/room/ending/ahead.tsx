import { aDay } from "../../../values/day.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { Link } from "../../../web/ui/link.tsx";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { needsReview } from "../reviews/rules.ts";
import { heldDays } from "../sessions/rules.ts";
import { isEndNear, isLastTalkHeld } from "./rules.ts";
import { aheadText as text } from "./text.ts";

/** What is ahead in this room, beside the timeline, once it is near: a good ending, or else a review. Nothing on most days. */
export function Ahead({ room }: { readonly room: RoomInHand }) {
  const today = aDay(dayOf(useNow()));
  const { ending, reviews, sessions } = room.view.state;
  if (room.relationship.state === "ended") return null;
  if (ending.on === undefined || !isEndNear(ending, today))
    return needsReview(reviews, heldDays(sessions), today) ? (
      <section class="stack stack-small" data-news>
        <p>{text.review}</p>
        <p>
          <Link href={`/rooms/${room.roomId}/more/review`}>{text.reviewLink}</Link>
        </p>
      </section>
    ) : null;
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
