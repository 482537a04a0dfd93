import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { limitsToday } from "./limits-words.tsx";
import { agreedLimits, limitsStep } from "./rules.ts";
import { PartAccepted, PartProposed } from "./schema.ts";
import { variantBlock } from "./signing/text.ts";
import { agreementText as text } from "./text.ts";

/** One's own yes to the limits as the programme words them today: to the other's suggestion, or as a suggestion. */
export async function settleLimits(room: RoomInHand): Promise<void> {
  const today = limitsToday(room);
  const { agreement } = room.view.state;
  const step = limitsStep(agreement, room.me, today);
  const proposal = agreement.parts.limits?.proposal;
  if (step === "accept" && proposal) await room.write(eventOf(PartAccepted, { proposal: referTo(proposal) }));
  else if (step === "suggest") await room.write(eventOf(PartProposed, { part: "limits", content: today }));
}

/** The programme words the limits differently than the two agreed: the new words, and one's own yes to them. */
export function NewWords({ room }: { readonly room: RoomInHand }) {
  const today = limitsToday(room);
  const { agreement } = room.view.state;
  const step = limitsStep(agreement, room.me, today);
  const isNew = agreedLimits(agreement) !== undefined || step === "accept";
  if (step === undefined || !isNew || !room.isOpen) return null;
  return (
    <Card title={step === "accept" ? text.newWordsFrom(room.name) : text.newWords}>
      <div class="stack">
        <p class="muted">{text.newWordsLine}</p>
        <Guidance block={variantBlock(today.variant)} />
        {today.wording !== "" && <Words>{today.wording}</Words>}
        {step === "waits" ? (
          <p class="muted small">{text.waits(room.name)}</p>
        ) : (
          <div>
            <Button kind="quiet" onClick={() => void settleLimits(room)}>
              {step === "accept" ? text.fine : text.takeNewWords}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
