/** Keeps the few open dates on the server true to the sealed room: the room is the truth, and each client repairs a mismatch. */
import { useEffect, useRef } from "preact/hooks";
import { Instant } from "../../../values/instant.ts";
import type { RoomInHand } from "./hand.tsx";
import type { DatesCare, DatesDesk } from "./rules.ts";

const server = () => import("../../programme/cadence/api.ts");

/** Looks after the open dates whenever the room changes and is fully read; asks first what the server holds, so that a lie is mended too. */
export function useOpenDates(room: RoomInHand | undefined): void {
  const care = useRef<{ readonly of: string; readonly care: DatesCare } | undefined>(undefined);
  const view = room?.view;
  const isReady = view?.condition.is === "ready" && view.waiting === 0 && room?.relationship.state !== "ended";
  const relationshipId = room?.relationship.relationshipId;

  useEffect(() => {
    if (!isReady) care.current?.care.forget();
    if (!isReady || !view || !relationshipId) return undefined;
    let over = false;
    const desk: DatesDesk = {
      read: async () => {
        const { readCadence } = await server();
        const held = await readCadence(relationshipId);
        return held.kind === "done" ? held.value : undefined;
      },
      put: async (dates) => {
        const { putCadence } = await server();
        return (await putCadence(relationshipId, dates)).kind === "done";
      },
    };
    const look = async () => {
      // Beside the screen, which shows nothing of it.
      const [{ openDates }, rules] = await Promise.all([import("../sessions/dates/rules.ts"), import("./rules.ts")]);
      if (over) return;
      if (care.current?.of !== relationshipId) care.current = { of: relationshipId, care: new rules.DatesCare() };
      await care.current.care.look(openDates(view.state, [view.me, view.other], Instant.parse(Date.now())), desk);
    };
    void look();
    return () => {
      over = true;
    };
  }, [isReady, view, relationshipId]);
}
