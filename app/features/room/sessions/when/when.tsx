import { formatNumber, formatTime, ownZone } from "../../../../web/client/format.ts";
import type { Relationship } from "../../../programme/relationships/schema.ts";
import type { Slot } from "../rules.ts";
import { whenText as text } from "./text.ts";

/** Whose session it is, for `whenWords`. */
export interface WithWhom {
  readonly relationship: Pick<Relationship, "partner">;
  readonly name: string;
}

/** "15:00 for Ingrid, 60 minutes." The other's hour only where clocks differ. */
export function whenWords({ relationship, name }: WithWhom, slot: Pick<Slot, "startsAt" | "lengthMinutes">): string {
  const zone = relationship.partner.timeZone;
  const theirs = zone === "" ? "" : formatTime(slot.startsAt, zone);
  const length = text.length(formatNumber(slot.lengthMinutes));
  return theirs === "" || theirs === formatTime(slot.startsAt, ownZone())
    ? `${length}.`
    : `${text.forThem(theirs, name)}, ${length}.`;
}
