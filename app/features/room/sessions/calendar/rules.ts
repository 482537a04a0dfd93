/**
 * A calendar entry for one session, made on the device (RFC 5545). It carries a title that its owner chose, times, and nothing of the room.
 * Written from a fixed template: no text can add a line or a property.
 */
import type { SessionId } from "../../../../values/id.ts";
import { calendarText, calendarTime, writeCalendarLines } from "../../../../values/calendar-lines.ts";
import type { Instant } from "../../../../values/instant.ts";
import { endsAt, type Slot } from "../rules.ts";

/** What a calendar entry needs. */
export interface CalendarEntry {
  readonly sessionId: SessionId;
  readonly slot: Slot;
  /** Rises with each change, so that calendars replace what they have. */
  readonly sequence: number;
  /** "Busy" unless its owner chooses otherwise. */
  readonly title: string;
  readonly isCancelled: boolean;
}

/** Writes the file. `host` makes the UID unique in the world and stays the same; `now` is when it was made. */
export function writeCalendar(
  { sessionId, slot, sequence, title, isCancelled }: CalendarEntry,
  host: string,
  now: Instant,
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Oakroom//Oakroom//EN",
    `METHOD:${isCancelled ? "CANCEL" : "PUBLISH"}`,
    "BEGIN:VEVENT",
    `UID:${sessionId}@${host.replaceAll(/[^\w.-]/g, "")}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${calendarTime(now)}`,
    `DTSTART:${calendarTime(slot.startsAt)}`,
    `DTEND:${calendarTime(endsAt(slot))}`,
    `SUMMARY:${calendarText(title)}`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "CLASS:PRIVATE",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return writeCalendarLines(lines);
}
