import { describe, expect, it } from "vitest";
import { addDays, aDay } from "../../../values/day.ts";
import { Instant } from "../../../values/instant.ts";
import { agreement } from "../agreement/rules.ts";
import { parseEvent, roomParts } from "../state/fold.ts";
import { anAccount, happened } from "../state/testing.ts";
import { SessionId, makeUuid } from "../../../values/id.ts";
import { Cadence } from "../../programme/cadence/schema.ts";
import { nextDates, openDates } from "./dates/rules.ts";
import { sessions } from "./rules.ts";

const now = Instant.parse(Date.parse("2026-10-02T10:00:00Z"));
const aSession = (n: number) => SessionId.parse(makeUuid(1_764_000_000_000 + n, new Uint8Array(10)));
const sessionId = aSession(0);
const slot = { startsAt: now, lengthMinutes: 60, timeZone: "Europe/Berlin" };
const fixed = { weekday: 0, minutes: 540, timeZone: "Europe/Berlin", everyDays: 7, lengthMinutes: 60 };
const read = (type: string, payload: unknown) => parseEvent(roomParts, type, 1, payload);

describe("Ingrid's program writes dates that no calendar can reckon with; Leila's takes them for damaged", () => {
  it.each([
    ["a zone that is none", "sessions.planned", { sessionId, slot: { ...slot, timeZone: "Evil/Zone" } }],
    ["a zone without a name", "sessions.moved", { sessionId, slot: { ...slot, timeZone: "" } }],
    ["a regular time in a zone that is none", "sessions.fixed-slot", { slot: { ...fixed, timeZone: "Evil/Zone" } }],
    ["a session in 9999", "sessions.planned", { sessionId, slot: { ...slot, startsAt: 253_402_300_799_999 } }],
    ["a session in 1970", "sessions.offered", { sessionId, slots: [{ ...slot, startsAt: 0 }], note: "" }],
    ["a day met in 9999", "sessions.met", { sessionId, metOn: "9999-12-31" }],
    ["a day closed in the year 1", "sessions.closed", { sessionId, metOn: "0001-01-01" }],
  ])("%s", (_, type, payload) => {
    expect(read(type, payload)).toBe("damaged");
  });

  it("and from the earliest and the latest that it takes the next dates follow", () => {
    for (const last of [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1) - 1]) {
      expect(read("sessions.planned", { sessionId, slot: { ...slot, startsAt: last } })).not.toBe("damaged");
      expect(nextDates(fixed, now, Instant.parse(last))).toHaveLength(3);
    }
  });
});

it("Ingrid's program writes more days met than the server takes: the newest are told, and the dates stay open", () => {
  const ingrid = anAccount("Ingrid");
  const first = aDay("2020-01-01");
  const state = Array.from({ length: 2100 }, (_, n) =>
    happened(ingrid, "sessions.met", { sessionId: aSession(n), metOn: addDays(first, n) }),
  ).reduce(sessions.reduce, sessions.initial);
  const dates = openDates({ agreement: agreement.initial, sessions: state }, [ingrid], now);
  expect(Cadence.safeParse(dates).success).toBe(true);
  expect(dates.heldOn.at(-1)).toBe(addDays(first, 2099));
});
