import { formatDay } from "../../../web/client/format.ts";
import { Link } from "../../../web/ui/link.tsx";
import { nextStepOf } from "../commitments/rules.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { livingGoals } from "./rules.ts";
import { goalsAsideText as text } from "./said/text.ts";

/** The living goals with the next step of each, on the room's first screen (P64). Nothing stands there while there is none. */
export function GoalsAside({ room }: { readonly room: RoomInHand }) {
  const living = livingGoals(room.view.state.goals);
  if (living.length === 0) return null;
  return (
    <section class="stack stack-small" data-news>
      <h2 class="aside-head">{text.goals}</h2>
      <ul class="rows">
        {living.map((goal) => {
          const step = nextStepOf(room.view.state.commitments, goal.id);
          return (
            <li key={goal.id} data-news>
              <p dir="auto">
                <Link href={`/rooms/${room.roomId}/goals`}>{goal.text}</Link>
              </p>
              <p class="muted small" dir="auto">
                {step ? `${text.nextStep}: ${step.text}` : text.by(formatDay(goal.on))}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
