import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { GoalsAside } from "../goals/goals-aside.tsx";

// Fetched while the room is read, and drawn as one: what came later would push down what stands below it.
const Rest = lazily<{ readonly room: RoomInHand }>(async () => {
  const [{ CommitmentsAside }, { Celebrations }, { Ahead }, { NudgeCard }] = await Promise.all([
    import("../commitments/commitments-aside.tsx"),
    import("../goals/celebrate.tsx"),
    import("../ending/ahead.tsx"),
    import("../nudges/nudge-card.tsx"),
  ]);
  return ({ room }) => (
    <>
      <CommitmentsAside room={room} />
      <Celebrations room={room} />
      <Ahead room={room} />
      <NudgeCard rooms={[room]} />
    </>
  );
});
void Rest.fetch();

/** What the two are at, beside the timeline: their goals, and what each said they would do. */
export function NextInRoom({ room }: { readonly room: RoomInHand }) {
  return (
    <>
      <GoalsAside room={room} />
      <Rest room={room} />
    </>
  );
}
