import { agreeGoals } from "../../../../content/en/agreement.generated.ts";
import { Card } from "../../../web/ui/card.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { GoalList } from "./goals.tsx";
import { goalsText as text } from "./text.ts";

/** The card of a session in which goals are set: the words for both, and the goals themselves. */
export function GoalsCard({ room }: { readonly room: RoomInHand }) {
  return (
    <Card soft title={text.goals}>
      <div class="stack">
        <Guidance block={agreeGoals} size="words" />
        <GoalList room={room} />
      </div>
    </Card>
  );
}
