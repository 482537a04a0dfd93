import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { dayOf, formatDay, formatTime } from "../../../../web/client/format.ts";
import { Notice } from "../../../../web/ui/notice.tsx";
import { refreshRelationships } from "../../../programme/relationships/api.ts";
import type { Relationship } from "../../../programme/relationships/schema.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { useNow } from "../../frame/hand.tsx";
import { nextPlanned, type Slot } from "../../sessions/rules.ts";
import { otherTimeText as text } from "./text.ts";

/** What is compared of a room: the time that the two set, and the one that the server tells. */
export interface ToldRoom extends Pick<RoomInHand, "roomId" | "name"> {
  readonly view: Pick<RoomInHand["view"], "state" | "condition" | "waiting">;
  readonly relationship: Pick<Relationship, "state" | "nextSession">;
}

/** Devices mend what the server holds; only what is still there after this long is said, in ms. */
const mendedMs = 4000;

/**
 * Says where the server keeps telling another time than the room: mails and calendars come from there, the room from the two.
 * Nothing on most days.
 */
export function OtherTime({ rooms }: { readonly rooms: ReadonlyArray<ToldRoom> }) {
  const now = useNow();
  const still = useSignal("");
  const differing = rooms.flatMap(({ roomId, name, view, relationship }) => {
    if (view.condition.is !== "ready" || view.waiting > 0 || relationship.state !== "live") return [];
    const slot = nextPlanned(view.state.sessions, now);
    return isOther(relationship.nextSession, slot) ? [{ roomId, name, slot }] : [];
  });
  const key = differing.map(({ roomId, slot }) => `${roomId} ${slot?.startsAt}`).join();
  useEffect(() => {
    if (key === "") return undefined;
    const timer = setTimeout(() => {
      // What cannot be asked now is asked with the next change.
      void refreshRelationships().then(
        () => (still.value = key),
        () => undefined,
      );
    }, mendedMs);
    return () => clearTimeout(timer);
  }, [key, still]);
  if (key === "" || still.value !== key) return null;
  return (
    <Notice kind="care" announce title={text.title}>
      {differing.map(({ roomId, name, slot }) => (
        <p key={roomId}>
          {slot ? text.at(name, formatDay(dayOf(slot.startsAt)), formatTime(slot.startsAt)) : text.none(name)}
        </p>
      ))}
      <p>{text.why}</p>
    </Notice>
  );
}

function isOther(told: Relationship["nextSession"], slot: Slot | undefined): boolean {
  return told?.startsAt !== slot?.startsAt || told?.lengthMinutes !== slot?.lengthMinutes;
}
