import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeUuid, SessionId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { writeCalendar } from "./rules.ts";

const entry = {
  sessionId: SessionId.parse(makeUuid(1, new Uint8Array(10))),
  slot: { startsAt: Instant.parse(Date.parse("2026-10-13T12:00:00Z")), lengthMinutes: 60, timeZone: "Europe/Prague" },
  sequence: 2,
  title: "Busy",
  isCancelled: false,
};
const now = Instant.parse(Date.parse("2026-10-01T08:00:00Z"));

describe("a calendar entry", () => {
  it("keeps its UID, counts its changes, and says times in UTC", () => {
    const file = writeCalendar(entry, "mentoring.example.org", now);
    expect(file).toContain(
      `UID:${entry.sessionId}@mentoring.example.org\r\nSEQUENCE:2\r\nDTSTAMP:20261001T080000Z\r\nDTSTART:20261013T120000Z\r\nDTEND:20261013T130000Z\r\nSUMMARY:Busy\r\n`,
    );
    expect(writeCalendar({ ...entry, isCancelled: true, sequence: 3 }, "mentoring.example.org", now)).toMatch(
      /METHOD:CANCEL[^]*SEQUENCE:3[^]*STATUS:CANCELLED/,
    );
  });
  it("lets no title add a line, a property or a long line", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 300 }),
          fc.constant("x\r\nATTACH:file:///etc/passwd\nSUMMARY:y;z,\\"),
        ),
        (title) => {
          const file = writeCalendar({ ...entry, title }, "a.example\r\nX:1", now);
          const whole = file.replaceAll("\r\n ", "");
          expect(
            whole
              .split("\r\n")
              .map((line) => /^[A-Z]+/.exec(line)?.[0])
              .join(" "),
          ).toBe(
            "BEGIN VERSION PRODID METHOD BEGIN UID SEQUENCE DTSTAMP DTSTART DTEND SUMMARY STATUS CLASS TRANSP END END ",
          );
          for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(/[^\r]\n|\r[^\n]/.test(file)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
