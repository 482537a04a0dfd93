/** Keeps the few open dates on the server true to the sealed room: the room is the truth, and each client repairs a mismatch. */
import { useEffect } from "preact/hooks";
import { Instant } from "../../../values/instant.ts";
import { putCadence, readCadence } from "../../programme/cadence/api.ts";
import type { Cadence } from "../../programme/cadence/schema.ts";
import { openDates, sameDates } from "../sessions/dates/rules.ts";
import type { RoomInHand } from "./hand.tsx";

/** Posts what follows from the room whenever it changes and is fully read; asks first what the server holds, so that a lie is mended too. */
export function useOpenDates(room: RoomInHand | undefined): void {
  const ready = room?.view.condition.is === "ready" && room.view.waiting === 0 && room.relationship.state !== "ended";
  const wanted =
    room && ready ? openDates(room.view.state, [room.me, room.other], Instant.parse(Date.now())) : undefined;
  const key = wanted && JSON.stringify(wanted);
  const relationshipId = room?.relationship.relationshipId;

  useEffect(() => {
    if (!wanted || !relationshipId) return undefined;
    let over = false;
    const repair = async (dates: Cadence) => {
      const held = await readCadence(relationshipId);
      if (!over && held.kind === "done" && !sameDates(held.value, dates)) await putCadence(relationshipId, dates);
    };
    void repair(wanted);
    return () => {
      over = true;
    };
    // The dates themselves are the key: a new object with the same dates is no change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, relationshipId]);
}
