import { aDay } from "../../../values/day.ts";
import { draft } from "../../../web/client/draft.ts";
import { dayOf } from "../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { heldDays, type Session } from "../sessions/rules.ts";
import { isReviewHere } from "./rules.ts";
import { reviewsText as text } from "./text.ts";

/** Props of `ReviewCard`. */
export interface ReviewCardProps {
  readonly room: RoomInHand;
  readonly session: Session;
}

/** A review, offered in the session after it came due (P29). Passed over, it leaves nothing behind but this device's own note. */
export function ReviewCard({ room, session }: ReviewCardProps) {
  const isPassed = draft(`choice:review:${session.id}`);
  const today = aDay(dayOf(useNow()));
  const { reviews, sessions } = room.view.state;
  if (session.standing === "closed" || isPassed.value !== "") return null;
  if (!isReviewHere(reviews, heldDays(sessions), today)) return null;
  return (
    <Card soft title={text.title}>
      <div class="stack stack-small">
        <p class="muted">{text.cardLead}</p>
        <div class="buttons">
          <ButtonLink kind="quiet" href={`/rooms/${room.roomId}/more/review`}>
            {text.cardOpen}
          </ButtonLink>
          <Button kind="plain" onClick={() => (isPassed.value = "yes")}>
            {text.cardPass}
          </Button>
        </div>
      </div>
    </Card>
  );
}
