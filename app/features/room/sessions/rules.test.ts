import { describe, expect, it } from "vitest";
import { aDay } from "../../../values/day.ts";
import { makeUuid, SessionId } from "../../../values/id.ts";
import { hour, Instant, later, minute } from "../../../values/instant.ts";
import { anAccount, happened } from "../state/testing.ts";
import {
  closedSessions,
  endsAt,
  heldDays,
  lastClosed,
  nextPlanned,
  type SessionEvent,
  sessions,
  waitingOffer,
} from "./rules.ts";
import { refuseMet, refuseSlot } from "./dates/settling/rules.ts";
import { currentSession, dayMet, isAhead, mayReopen, phaseOf } from "./steps/rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const first = SessionId.parse(makeUuid(1, new Uint8Array(10)));
const second = SessionId.parse(makeUuid(2, new Uint8Array(10)));
const start = Instant.parse(Date.parse("2026-10-13T12:00:00Z"));
const slot = { startsAt: start, lengthMinutes: 60, timeZone: "Europe/Prague" };
const way = { kind: "video", where: "https://meet.example/oak" } as const;
const fold = (...events: SessionEvent[]) => events.reduce(sessions.reduce, sessions.initial);

const offered = happened(leila, "sessions.offered", {
  sessionId: first,
  slots: [slot, { ...slot, startsAt: later(start, 24 * hour) }],
  way,
  note: "Looking forward to it.",
});
const planned = happened(ingrid, "sessions.planned", { sessionId: first, slot });
const closed = happened(leila, "sessions.closed", { sessionId: first, metOn: aDay("2026-10-13") });

describe("finding a date", () => {
  it("goes from an offer to a plan, and keeps the way of meeting", () => {
    expect(waitingOffer(fold(offered))).toMatchObject({ by: leila, offers: [{}, {}], note: "Looking forward to it." });
    const state = fold(offered, planned);
    expect(waitingOffer(state)).toBeUndefined();
    expect(nextPlanned(state, later(start, -hour))).toEqual(slot);
    expect(state.all[0]).toMatchObject({ standing: "planned", way, sequence: 0, offers: [] });
  });
  it("P13: moves without a reason, and the calendar entry's number rises", () => {
    const moved = happened(leila, "sessions.moved", {
      sessionId: first,
      slot: { ...slot, startsAt: later(start, 48 * hour) },
    });
    const state = fold(offered, planned, moved);
    expect(state.all[0]).toMatchObject({ sequence: 1, standing: "planned", plan: { startsAt: start + 48 * hour } });
    expect(Object.keys(moved.payload)).not.toContain("reason");
    expect(
      fold(offered, planned, moved, happened(leila, "sessions.cancelled", { sessionId: first })).all[0],
    ).toMatchObject({ standing: "cancelled", sequence: 2 });
  });
  it("leaves a closed session as it is", () => {
    const state = fold(planned, closed);
    expect(sessions.reduce(state, happened(ingrid, "sessions.moved", { sessionId: first, slot }))).toBe(state);
    expect(sessions.reduce(state, happened(ingrid, "sessions.topic", { sessionId: first, text: "late" }))).toBe(state);
  });
  it("is untouched by an event about a session that is not there", () => {
    expect(fold(closed)).toBe(sessions.initial);
  });
});

describe("P33: the four steps", () => {
  it.each([
    ["two days before", -48 * hour, "far"],
    ["P23: 24 hours before", -24 * hour, "prepare"],
    ["ten minutes before", -10 * minute, "meet"],
    ["in the middle", 30 * minute, "meet"],
    ["P84: the day after", 25 * hour, "close-alone"],
    ["after 48 hours and more", 50 * hour, "gone-by"],
  ])("%s", (_, offsetMs, phase) => {
    const [session] = fold(planned).all;
    expect(session && phaseOf(session, later(start, offsetMs))).toBe(phase);
  });
  it("lets a second screen follow, and keeps nothing of being late", () => {
    const late = happened(ingrid, "sessions.late", { sessionId: first, minutes: 5 });
    const state = fold(planned, late, happened(leila, "sessions.stepped", { sessionId: first, step: "talk" }));
    expect(state.all[0]).toMatchObject({ step: "talk", late: { [ingrid]: 5 } });
    expect(sessions.reduce(state, closed).all[0]).toMatchObject({ step: undefined, late: {}, standing: "closed" });
  });
  it("P84: one takeaway each, also after Close", () => {
    const mine = happened(leila, "sessions.takeaway", {
      sessionId: first,
      of: leila,
      text: "Ask in the first five minutes",
    });
    const theirs = happened(ingrid, "sessions.takeaway", {
      sessionId: first,
      of: ingrid,
      text: "Say what I do not know",
    });
    expect(lastClosed(fold(planned, mine, closed, theirs))?.takeaways).toEqual({
      [leila]: "Ask in the first five minutes",
      [ingrid]: "Say what I do not know",
    });
  });

  it("P84: Ingrid, who leads, writes down what Leila takes along; what stands, and what is over, is Leila's alone to change", () => {
    const of = (who: typeof leila, by: typeof leila, text: string) =>
      happened(by, "sessions.takeaway", { sessionId: first, of: who, text });
    const led = fold(planned, of(leila, ingrid, "Ask early"));
    expect(led.all[0]?.takeaways).toEqual({ [leila]: "Ask early" });
    const again = [of(leila, ingrid, "I am not up to this"), closed, of(leila, ingrid, "I resign")];
    expect(again.reduce(sessions.reduce, led).all[0]?.takeaways).toEqual({ [leila]: "Ask early" });
    expect(fold(planned, closed, of(leila, ingrid, "I resign")).all[0]?.takeaways).toEqual({});
    const own = [...again, of(leila, leila, "Ask first")].reduce(sessions.reduce, led);
    expect(own.all[0]?.takeaways).toEqual({ [leila]: "Ask first" });
  });
});

describe("Ingrid looks ahead, and closes a session that has not begun", () => {
  it.each([
    ["two days before", -48 * hour, true],
    ["an hour before", -hour, true],
    ["ten minutes before", -10 * minute, false],
    ["the day after", 25 * hour, false],
  ])("%s it is still to come: %s", (_, offsetMs, answer) => {
    const [session] = fold(planned).all;
    expect(session && isAhead(session, later(start, offsetMs))).toBe(answer);
  });
  it("either says that it was not held after all: it stands as planned, with its topics and what was written", () => {
    const topic = happened(leila, "sessions.topic", { sessionId: first, text: "The budget" });
    const taken = happened(ingrid, "sessions.takeaway", { sessionId: first, of: ingrid, text: "Wait" });
    const reopened = happened(leila, "sessions.reopened", { sessionId: first });
    const before = fold(offered, planned, topic, taken);
    const after = [closed, reopened].reduce(sessions.reduce, before);
    expect(after).toEqual(before);
    expect(heldDays(after)).toEqual([]);
    expect(sessions.reduce(before, reopened)).toEqual(before);
  });
  it("a meeting that was only noted goes, and what was cancelled stays so", () => {
    const met = happened(leila, "sessions.met", { sessionId: second, metOn: aDay("2026-10-02") });
    const reopened = (sessionId: typeof first) => happened(ingrid, "sessions.reopened", { sessionId });
    expect(closedSessions(fold(met, reopened(second)))).toEqual([]);
    const cancelled = happened(ingrid, "sessions.cancelled", { sessionId: first });
    expect(fold(planned, cancelled, reopened(first)).all[0]?.standing).toBe("cancelled");
  });
  it.each([
    ["2026-10-13", true],
    ["2026-10-14", true],
    ["2026-10-15", false],
  ])("and it can be said until the day after: on %s %s", (today, answer) =>
    expect(mayReopen(aDay("2026-10-13"), aDay(today))).toBe(answer),
  );
});

describe("what is current", () => {
  it("is the earliest planned session that can still be closed", () => {
    const next = happened(leila, "sessions.planned", {
      sessionId: second,
      slot: { ...slot, startsAt: later(start, 14 * 24 * hour) },
    });
    const state = fold(planned, next);
    expect(currentSession(state, later(start, hour))?.id).toBe(first);
    expect(currentSession(sessions.reduce(state, closed), later(start, hour))?.id).toBe(second);
    expect(currentSession(state, later(endsAt(slot), 49 * hour))?.id).toBe(second);
    expect(currentSession(state, later(start, 30 * 24 * hour))).toBeUndefined();
  });
});

describe("P103: the days on which they met", () => {
  const state = fold(
    planned,
    closed,
    happened(ingrid, "sessions.met", { sessionId: second, metOn: aDay("2026-10-02") }),
  );
  it("come in order, each once", () => {
    expect(heldDays(state)).toEqual(["2026-10-02", "2026-10-13"]);
    expect(closedSessions(state)).toHaveLength(2);
  });
  it.each([
    ["today", "2026-10-20", undefined],
    ["tomorrow", "2026-10-21", "in-the-future"],
    ["before they were a pair", "2026-09-30", "before-you-were-a-pair"],
    ["a day already there", "2026-10-13", "already-recorded"],
  ])("we met on: %s", (_, day, answer) =>
    expect(refuseMet(aDay(day), state, aDay("2026-10-01"), aDay("2026-10-20"))).toBe(answer),
  );
  it("are taken from the plan, in its zone", () => {
    const [session] = fold(planned).all;
    expect(session && dayMet(session, later(start, 30 * hour), "Asia/Tokyo")).toBe("2026-10-13");
  });
});

describe("a slot", () => {
  it.each([
    ["to come", slot, undefined],
    ["gone by", { ...slot, startsAt: later(start, -hour) }, "gone-by"],
    ["in three years", { ...slot, startsAt: later(start, 3 * 366 * 24 * hour) }, "too-far"],
    ["of no length", { ...slot, lengthMinutes: 0 }, "no-length"],
  ])("%s", (_, offer, answer) => expect(refuseSlot(offer, start)).toBe(answer));
});

describe("P79: a topic for a session that has no date yet", () => {
  const ahead = happened(leila, "sessions.topic-ahead", { text: "Where I want to be in a year" });
  it("waits, and the next session takes it along", () => {
    const waiting = fold(planned, closed, ahead);
    expect(waiting.topicsAhead).toEqual({ [leila]: "Where I want to be in a year" });
    const state = sessions.reduce(waiting, happened(ingrid, "sessions.planned", { sessionId: second, slot }));
    expect(state.topicsAhead).toEqual({});
    expect(state.all[1]?.topics).toEqual({ [leila]: "Where I want to be in a year" });
  });
  it("is not used up by a meeting that is noted afterwards", () => {
    const met = happened(leila, "sessions.met", { sessionId: second, metOn: aDay("2026-10-20") });
    expect(fold(ahead, met).topicsAhead).toEqual({ [leila]: "Where I want to be in a year" });
  });
  it("comes back when the session will not happen; what was written since stands", () => {
    const cancelled = happened(ingrid, "sessions.cancelled", { sessionId: first });
    expect(fold(ahead, planned, cancelled).topicsAhead).toEqual({ [leila]: "Where I want to be in a year" });
    const since = happened(leila, "sessions.topic-ahead", { text: "Something else" });
    expect(fold(ahead, planned, since, cancelled).topicsAhead).toEqual({ [leila]: "Something else" });
  });
});

describe("P17 P87: a topic that is not going to plan", () => {
  const topic = (text: string, concern?: boolean) =>
    happened(leila, "sessions.topic", { sessionId: first, text, ...(concern ? { concern } : {}) });
  it("is marked by whoever brings it, and loses the mark with the topic", () => {
    expect(fold(planned, topic("The budget", true)).all[0]).toMatchObject({ concerns: [leila] });
    expect(fold(planned, topic("The budget", true), topic("The budget")).all[0]?.concerns).toEqual([]);
    expect(fold(planned, topic("", true)).all[0]?.concerns).toEqual([]);
  });
});

describe("P83: a shared word", () => {
  it("is its author's, also after Close", () => {
    const shared = happened(leila, "sessions.word", { sessionId: first, word: "partly" });
    expect(fold(planned, closed, shared).all[0]?.words).toEqual({ [leila]: "partly" });
  });
});
