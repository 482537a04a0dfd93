import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { GoalsAside } from "../goals/goals-aside.tsx";

// Fetched while the room is read.
const CommitmentsAside = lazily(() => import("../commitments/commitments-aside.tsx").then((m) => m.CommitmentsAside));
void CommitmentsAside.fetch();

// Most days nothing waits there.
const NudgeCard = lazily(() => import("../nudges/nudge-card.tsx").then((m) => m.NudgeCard));
const Celebrations = lazily(() => import("../goals/celebrate.tsx").then((m) => m.Celebrations));

const Ahead = lazily(() => import("../ending/ahead.tsx").then((m) => m.Ahead));

/** What the two are at, beside the timeline: their goals, and what each said they would do. */
export function NextInRoom({ room }: { readonly room: RoomInHand }) {
  return (
    <>
      <GoalsAside room={room} />
      <CommitmentsAside room={room} />
      <Celebrations room={room} />
      <Ahead room={room} />
      <NudgeCard rooms={[room]} />
    </>
  );
}
