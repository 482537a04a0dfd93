import { describe, expect, it } from "vitest";
import { Instant } from "../../../../values/instant.ts";
import { wallTime } from "../../../../values/zoned.ts";
import { agreement } from "../../agreement/rules.ts";
import { makeUuid, SessionId } from "../../../../values/id.ts";
import { anAccount, happened } from "../../state/testing.ts";
import { sessions } from "../rules.ts";
import { commonSlots, nextDates, toPlanAgain, usualMeeting } from "./rules.ts";

const at = (text: string) => Instant.parse(Date.parse(text));
const leila = { availability: "Mon-Fri 09:00-12:00", timeZone: "Europe/Berlin" };
const ingrid = { availability: "Tue,Thu 11:00-13:00", timeZone: "Europe/Helsinki" };

describe("slots inside the hours both gave", () => {
  it("lie on three different days, within both people's hours", () => {
    const slots = commonSlots(leila, ingrid, 60, at("2026-10-02T10:00:00Z"));
    expect(slots.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      "2026-10-06T08:00:00.000Z",
      "2026-10-08T08:00:00.000Z",
      "2026-10-13T08:00:00.000Z",
    ]);
    expect(slots.every(({ timeZone }) => timeZone === "Europe/Berlin")).toBe(true);
  });
  it("are none where hours never meet, or cannot be read", () => {
    expect(
      commonSlots(leila, { availability: "Sat 09:00-12:00", timeZone: "Asia/Tokyo" }, 60, at("2026-10-02T10:00:00Z")),
    ).toEqual([]);
    expect(
      commonSlots(leila, { availability: "whenever", timeZone: "Asia/Tokyo" }, 60, at("2026-10-02T10:00:00Z")),
    ).toEqual([]);
  });
  it("are none where the common time is shorter than the meeting", () => {
    expect(
      commonSlots(
        leila,
        { availability: "Mon-Fri 11:30-12:00", timeZone: "Europe/Berlin" },
        60,
        at("2026-10-02T10:00:00Z"),
      ),
    ).toEqual([]);
  });
});

describe("P32: a slot that comes round", () => {
  const fixed = { weekday: 1, minutes: 14 * 60, timeZone: "Europe/Prague", everyDays: 14, lengthMinutes: 60 };
  it("keeps its hour on the clock through the change to winter time", () => {
    const dates = nextDates(fixed, at("2026-10-13T00:00:00Z"), undefined);
    expect(dates.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      "2026-10-13T12:00:00.000Z",
      "2026-10-27T13:00:00.000Z",
      "2026-11-10T13:00:00.000Z",
    ]);
    expect(dates.map(({ startsAt }) => wallTime(startsAt, "Europe/Prague").minutes)).toEqual([840, 840, 840]);
  });
  it("goes on from the last date", () => {
    expect(
      nextDates(fixed, at("2026-10-14T00:00:00Z"), at("2026-10-13T12:00:00Z"), 1).map(({ startsAt }) =>
        new Date(startsAt).toISOString(),
      ),
    ).toEqual(["2026-10-27T13:00:00.000Z"]);
  });
});

describe("Ingrid and Leila look for a date: the form begins with what they agreed", () => {
  const theMentor = anAccount("Ingrid");
  const theMentee = anAccount("Leila");
  const slot = { startsAt: at("2026-10-13T12:00:00Z"), lengthMinutes: 30, timeZone: "Europe/Berlin" };
  const sessionId = SessionId.parse(makeUuid(1, new Uint8Array(10)));
  const video = { kind: "video", where: "https://meet.example/oak" } as const;
  const met = sessions.reduce(
    sessions.initial,
    happened(theMentor, "sessions.planned", { sessionId, slot, way: video }),
  );
  const agreedOn = (way: string) => {
    const proposed = happened(theMentor, "agreement.proposed", {
      part: "rhythm",
      content: { everyDays: 14, lengthMinutes: 45, way },
    });
    const { id, hash } = proposed;
    const accepted = happened(theMentee, "agreement.accepted", { proposal: { id, hash } });
    return [proposed, accepted].reduce(agreement.reduce, agreement.initial);
  };
  it.each([
    ["By phone, each on a walk", { kind: "phone", where: "" }],
    ["By video; by phone if that fails.", video],
    ["As it comes", video],
  ])("%s", (way, answer) => {
    const usual = usualMeeting({ agreement: agreedOn(way), sessions: met }, undefined);
    expect(usual).toEqual({ lengthMinutes: 45, way: answer });
  });
  it("an hour by video where nothing was said; a session that is moved stays as it is", () => {
    const nothing = { agreement: agreement.initial, sessions: sessions.initial };
    expect(usualMeeting(nothing, undefined)).toEqual({ lengthMinutes: 60, way: { kind: "video", where: "" } });
    const [session] = met.all;
    expect(usualMeeting({ agreement: agreedOn("By phone"), sessions: met }, session)).toEqual({
      lengthMinutes: 30,
      way: video,
    });
  });
});

describe("a room that has begun anew for both", () => {
  const mentor = anAccount("Ingrid");
  const anId = (n: number) => SessionId.parse(makeUuid(n, new Uint8Array(10)));
  const planned = (n: number, day: string) =>
    happened(mentor, "sessions.planned", {
      sessionId: anId(n),
      slot: { startsAt: at(`${day}T12:00:00Z`), lengthMinutes: 30, timeZone: "Europe/Berlin" },
    });
  const before = [
    planned(1, "2026-10-01"),
    planned(2, "2026-10-13"),
    planned(3, "2026-10-20"),
    happened(mentor, "sessions.cancelled", { sessionId: anId(3) }),
  ].reduce(sessions.reduce, sessions.initial);
  const now = at("2026-10-10T08:00:00Z");
  it("has the dates planned again that stand and are to come, by their own ids", () => {
    expect(toPlanAgain(before, sessions.initial, now).map(({ id }) => id)).toEqual([anId(2)]);
  });
  it("once: what the two then do with dates is theirs", () => {
    const again = sessions.reduce(sessions.initial, planned(2, "2026-10-13"));
    expect(toPlanAgain(before, again, now)).toEqual([]);
    const dropped = sessions.reduce(again, happened(mentor, "sessions.cancelled", { sessionId: anId(2) }));
    expect(toPlanAgain(before, dropped, now)).toEqual([]);
    expect(toPlanAgain(undefined, sessions.initial, now)).toEqual([]);
  });
});
