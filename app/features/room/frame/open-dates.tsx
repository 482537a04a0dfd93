/** Keeps the few open dates on the server true to the sealed room: the room is the truth, and each client repairs a mismatch. */
import { useEffect, useRef } from "preact/hooks";
import { Instant } from "../../../values/instant.ts";
import { putCadence, readCadence } from "../../programme/cadence/api.ts";
import { openDates, toPlanAgain } from "../sessions/dates/rules.ts";
import type { RoomInHand } from "./hand.tsx";
import { DatesCare, type DatesDesk } from "./rules.ts";

/** Looks after the open dates whenever the room changes and is fully read; asks first what the server holds, so that a lie is mended too. Shows nothing. */
export function OpenDates({ room }: { readonly room: RoomInHand }) {
  const care = useRef<{ readonly of: string; readonly care: DatesCare } | undefined>(undefined);
  const { view } = room;
  const isReady = view.condition.is === "ready" && view.waiting === 0 && room.isOpen;
  const { relationshipId } = room.relationship;

  useEffect(() => {
    if (!isReady) {
      care.current?.care.forget();
      return;
    }
    const desk: DatesDesk = {
      read: async () => {
        const held = await readCadence(relationshipId);
        return held.kind === "done" ? held.value : undefined;
      },
      put: async (dates) => (await putCadence(relationshipId, dates)).kind === "done",
    };
    if (care.current?.of !== relationshipId) care.current = { of: relationshipId, care: new DatesCare() };
    const now = Instant.parse(Date.now());
    // Dates that are about to be told again are not gone.
    if (toPlanAgain(view.before?.sessions, view.state.sessions, now).length > 0) return;
    void care.current.care.look(openDates(view.state, [view.me, view.other], now), desk);
  }, [isReady, view, relationshipId]);
  return null;
}
