import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { Instant } from "../../../values/instant.ts";
import { entryTitle, type NextSession, type Shown, writeFeed } from "./rules.ts";

const at = (text: string) => Instant.parse(Date.parse(text));
const shown: Shown = { kind: "own", wording: "Busy", withName: false, changedAt: at("2026-09-01T08:00:00Z") };
const session: NextSession = {
  uid: "a1",
  startsAt: at("2026-10-13T15:00:00Z"),
  lengthMinutes: 45,
  setAt: at("2026-10-01T08:00:00Z"),
  otherName: "Ingrid Weiss",
};

/** What a calendar program finds in it. */
function readBack(written: string) {
  const calendar = new ICAL.Component(ICAL.parse(written));
  return calendar.getAllSubcomponents("vevent").map((found) => {
    const event = new ICAL.Event(found);
    return {
      uid: event.uid,
      summary: event.summary,
      from: event.startDate.toJSDate().toISOString(),
      to: event.endDate.toJSDate().toISOString(),
      has: found.getAllProperties().map(({ name }) => name),
    };
  });
}

describe("a calendar that a program fetches", () => {
  it("holds the next session, busy, and nothing of the other person or the room", () => {
    expect(readBack(writeFeed([session], shown))).toEqual([
      {
        uid: "a1",
        summary: "Busy",
        from: "2026-10-13T15:00:00.000Z",
        to: "2026-10-13T15:45:00.000Z",
        has: ["uid", "dtstamp", "last-modified", "dtstart", "dtend", "summary", "class", "status", "transp"],
      },
    ]);
    expect(writeFeed([session], shown)).not.toContain("Ingrid");
  });

  it("is a calendar also where there is no session", () => {
    expect(readBack(writeFeed([], shown))).toEqual([]);
  });

  it("says what its owner chose, and the other's name where they switched it on", () => {
    expect(entryTitle({ ...shown, wording: "Mentoring" }, "Ingrid")).toBe("Mentoring");
    expect(entryTitle({ ...shown, wording: "Mentoring", withName: true }, "Ingrid")).toBe("Mentoring · Ingrid");
    expect(entryTitle({ ...shown, wording: "  " }, "Ingrid")).toBe("Busy");
  });

  it("never says anything but busy to an assistant", () => {
    const busy = { ...shown, kind: "busy", wording: "Mentoring", withName: true } as const;
    expect(writeFeed([session], busy)).toBe(writeFeed([session], { ...shown, kind: "busy" }));
    expect(readBack(writeFeed([session], busy)).map(({ summary }) => summary)).toEqual(["Busy"]);
  });

  it("keeps one's hour where clocks change before it: times stand in UTC", () => {
    // Berlin leaves summer time on 25 October 2026 at 01:00 UTC; 2:30 by its clock comes twice that night.
    for (const start of [
      "2026-10-25T00:30:00Z",
      "2026-10-25T01:30:00Z",
      "2026-03-29T00:59:00Z",
      "2026-03-29T01:00:00Z",
    ]) {
      const [event] = readBack(writeFeed([{ ...session, startsAt: at(start) }], shown));
      expect(event?.from).toBe(new Date(start).toISOString());
    }
    expect(writeFeed([session], shown)).not.toMatch(/TZID|VTIMEZONE/);
  });

  it("is the same byte for byte while nothing changes, whatever the order of the pairs", () => {
    const other = { ...session, uid: "b2", startsAt: at("2026-10-12T15:00:00Z") };
    expect(writeFeed([session, other], shown)).toBe(writeFeed([other, session], shown));
  });

  it("carries any words without letting them add a line or a property", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (wording) => {
        const written = writeFeed([session], { ...shown, wording });
        for (const line of written.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(written.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
        const [event, ...more] = readBack(written);
        expect(more).toEqual([]);
        expect(event?.has).toHaveLength(9);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it("escapes what is special to calendars, and every reader reads it back", () => {
    const wording = "Away; back, soon\\ or later: 100 % \u{1F333} ünïcode ".repeat(4).trim();
    expect(readBack(writeFeed([session], { ...shown, wording }))[0]?.summary).toBe(wording);
  });
});

describe("calendars that would trip a reader", () => {
  const folder = new URL("../../../../../shared/badinput/ics/", import.meta.url);
  const files = ((): ReadonlyArray<string> => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  })();

  it("never come out of ours, whatever of them stands in somebody's words", () => {
    const texts = [
      "\r\nBEGIN:VEVENT\r\nSUMMARY:injected\r\nEND:VEVENT",
      "x\nATTACH:file:///etc/passwd",
      ...files.map((name) => readFileSync(new URL(name, folder), "utf8")),
    ];
    for (const wording of texts) {
      const events = readBack(writeFeed([session], { ...shown, wording, withName: true }));
      expect(events).toHaveLength(1);
      expect(events[0]?.has).toHaveLength(9);
      expect(events[0]?.from).toBe("2026-10-13T15:00:00.000Z");
    }
  });
});
