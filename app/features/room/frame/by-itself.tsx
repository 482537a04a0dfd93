import { lazily } from "../../../web/ui/lazily.tsx";
import { owesAnswer } from "../common-ground/rules.ts";
import { isToTurn } from "../hopes/rules.ts";
import type { RoomInHand } from "./hand.tsx";

/** What acting by itself needs of a room. */
export type ActingRoom = Pick<RoomInHand, "roomId" | "view" | "me" | "other" | "write">;

// Hardly ever there is anything to do.
const TurnOver = lazily<{ readonly room: ActingRoom }>(() => import("../hopes/turn-over.tsx").then((m) => m.TurnOver));
const GroundRun = lazily<{ readonly room: ActingRoom }>(() =>
  import("../common-ground/ground-run.tsx").then((m) => m.GroundRun),
);

const PlanAgain = lazily<{ readonly room: ActingRoom }>(() =>
  import("../sessions/dates/plan-again.tsx").then((m) => m.PlanAgain),
);

/** What a client does by itself wherever a room is open, because the other person's client waits for it. Shows nothing. */
export function ByItself({ room }: { readonly room: ActingRoom }) {
  const { hopes, ground } = room.view.state;
  return (
    <>
      {isToTurn(hopes, room.me, room.other) && <TurnOver room={room} />}
      {room.view.before && <PlanAgain room={room} />}
      {owesAnswer(ground, room.me) && <GroundRun room={room} />}
    </>
  );
}
