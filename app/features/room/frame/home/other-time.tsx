import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RoomView } from "../../../../vault/vault.ts";
import { dayOf, formatDay, formatTime } from "../../../../web/client/format.ts";
import { Notice } from "../../../../web/ui/notice.tsx";
import { refreshRelationships } from "../../../programme/relationships/api.ts";
import type { Relationship } from "../../../programme/relationships/schema.ts";
import { nextPlanned, type Slot } from "../../sessions/rules.ts";
import { useNow } from "../hand.tsx";
import { otherTimeText as text } from "./other-time/text.ts";

/** Props of `OtherTime`. */
export interface OtherTimeProps {
  readonly list: ReadonlyArray<Relationship>;
  readonly views: ReadonlyArray<RoomView>;
}

/** Devices mend what the server holds; only what is still there after this long is said, in ms. */
const mendedMs = 4000;

/**
 * Says where the server keeps telling another time than the room: mails and calendars come from there, the room from the two.
 * Nothing on most days.
 */
export function OtherTime({ list, views }: OtherTimeProps) {
  const now = useNow();
  const still = useSignal("");
  const differing = list.flatMap((relationship) => {
    const view = views.find(({ room }) => room === relationship.roomId);
    if (!view || view.condition.is !== "ready" || view.waiting > 0 || relationship.state !== "live") return [];
    const slot = nextPlanned(view.state.sessions, now);
    return isOther(relationship.nextSession, slot) ? [{ relationship, slot }] : [];
  });
  const key = differing.map(({ relationship, slot }) => `${relationship.roomId} ${slot?.startsAt}`).join();
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
      {differing.map(({ relationship: { roomId, partner }, slot }) => (
        <p key={roomId}>
          {slot
            ? text.at(partner.name, formatDay(dayOf(slot.startsAt)), formatTime(slot.startsAt))
            : text.none(partner.name)}
        </p>
      ))}
      <p>{text.why}</p>
    </Notice>
  );
}

function isOther(told: Relationship["nextSession"], slot: Slot | undefined): boolean {
  return told?.startsAt !== slot?.startsAt || told?.lengthMinutes !== slot?.lengthMinutes;
}
