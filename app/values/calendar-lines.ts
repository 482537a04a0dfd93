/** Lines of a calendar file (RFC 5545): written from a fixed template, so that no text can add a line or a property. */
import type { Instant } from "./instant.ts";

/** Writes lines as a calendar file: each folded, each ended as the standard has it. */
export function writeCalendarLines(lines: ReadonlyArray<string>): string {
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A moment in UTC, "20261013T120000Z": it means the same under every clock, also on the day on which clocks change. */
export function calendarTime(instant: Instant): string {
  return `${new Date(instant).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
}

/** One line of text: control characters go, the four special signs are escaped (RFC 5545, 3.3.11). */
export function calendarText(text: string): string {
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
