/**
 * A calendar entry for one session, made on the device (RFC 5545). It carries a title that its owner chose, times, and nothing of the room.
 * Written from a fixed template: no text can add a line or a property.
 */
import type { SessionId } from "../../../../values/id.ts";
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
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(slot.startsAt)}`,
    `DTEND:${utc(endsAt(slot))}`,
    `SUMMARY:${escaped(title)}`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "CLASS:PRIVATE",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** "20261013T120000Z". */
function utc(instant: Instant): string {
  return `${new Date(instant).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
}

/** One line of text: control characters go, the four special signs are escaped (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .trim();
}

/** Lines of at most 75 bytes of UTF-8, the rest behind a space (RFC 5545, 3.1); no character is cut in two. */
function folded(line: string): string {
  let out = "";
  let bytes = 0;
  for (const sign of line) {
    const size = sizeOf(sign);
    if (bytes + size > 75) {
      out += "\r\n ";
      bytes = 1;
    }
    out += sign;
    bytes += size;
  }
  return out;
}

function sizeOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
}
