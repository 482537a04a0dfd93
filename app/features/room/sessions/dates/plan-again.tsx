import { useEffect, useRef } from "preact/hooks";
import { type RoomInHand, useNow } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { FixedSlotChosen, SessionPlanned, SessionTopic } from "../schema.ts";
import { toPlanAgain } from "./rules.ts";

/**
 * In a room that has begun anew, tells whoever came back of the dates that stand, as they are in the calendars of both, with one's own
 * topic. By itself, for both had said yes to them. Shows nothing.
 */
export function PlanAgain({ room }: { readonly room: Pick<RoomInHand, "view" | "me" | "write"> }) {
  const { view, me, write } = room;
  const hasBegun = useRef(false);
  const due = toPlanAgain(view.before?.sessions, view.state.sessions, useNow());
  const isDue = view.condition.is === "ready" && due.length > 0;
  const fixedSlot = view.before?.sessions.fixedSlot;
  useEffect(() => {
    if (!isDue || hasBegun.current) return;
    hasBegun.current = true;
    const tell = async () => {
      if (fixedSlot) await write(eventOf(FixedSlotChosen, { slot: fixedSlot }));
      for (const { id: sessionId, plan: slot, way, topics } of due) {
        const text = topics[me] ?? "";
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as the two had them
        await write(eventOf(SessionPlanned, { sessionId, slot, ...(way ? { way } : {}) }));
        // oxlint-disable-next-line no-await-in-loop -- a topic is of a session that is there
        if (text !== "") await write(eventOf(SessionTopic, { sessionId, text }));
      }
    };
    void tell();
    // oxlint-disable-next-line react/exhaustive-deps -- what is due is read when it begins; it is written once
  }, [isDue]);
  return null;
}
