/** Keeps the few open dates on the server true to the sealed room: the room is the truth, and each client repairs a mismatch. */
import { useEffect, useRef } from "preact/hooks";
import { Instant } from "../../../values/instant.ts";
import { putCadence, readCadence } from "../../programme/cadence/api.ts";
import type { RoomInHand } from "./hand.tsx";

/** Posts what follows from the room whenever it changes and is fully read; asks first what the server holds, so that a lie is mended too. */
export function useOpenDates(room: RoomInHand | undefined): void {
  const told = useRef<string | undefined>(undefined);
  const view = room?.view;
  const isReady = view?.condition.is === "ready" && view.waiting === 0 && room?.relationship.state !== "ended";
  const relationshipId = room?.relationship.relationshipId;

  useEffect(() => {
    if (!isReady) told.current = undefined;
    if (!isReady || !view || !relationshipId) return undefined;
    let over = false;
    const repair = async () => {
      // Beside the screen, which shows nothing of it.
      const { openDates, sameDates } = await import("../sessions/dates/rules.ts");
      const wanted = openDates(view.state, [view.me, view.other], Instant.parse(Date.now()));
      const key = `${relationshipId} ${JSON.stringify(wanted)}`;
      if (over || told.current === key) return;
      told.current = key;
      const held = await readCadence(relationshipId);
      if (held.kind === "done" && told.current === key && !sameDates(held.value, wanted))
        await putCadence(relationshipId, wanted);
    };
    void repair();
    return () => {
      over = true;
    };
  }, [isReady, view, relationshipId]);
}
