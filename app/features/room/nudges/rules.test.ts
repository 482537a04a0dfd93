import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { aDay, addDays, type Day } from "../../../values/day.ts";
import { LogId, makeUuid, SessionId } from "../../../values/id.ts";
import { Instant, later, hour } from "../../../values/instant.ts";
import { feedback } from "../feedback/rules.ts";
import { emptyOwn, emptyRoom, roomParts } from "../state/fold.ts";
import type { Session } from "../sessions/rules.ts";
import { anAccount, anItem, happened } from "../state/testing.ts";
import { dueNudges, type Nudge, type NudgeFacts, type NudgeKind, nudgeOfToday, nudges, wakeUpDays } from "./rules.ts";
import { nudgesEvents } from "./schema.ts";

const [leila, ingrid] = [anAccount("Leila"), anAccount("Ingrid")];
const [roomId, otherRoom] = [7, 8].map((at) => LogId.parse(makeUuid(at, new Uint8Array(10))));
const sessionId = (at: number) => SessionId.parse(makeUuid(at, new Uint8Array(10)));
const now = Instant.parse(Date.parse("2026-10-10T10:00:00Z"));
const today = aDay("2026-10-10");
if (!roomId || !otherRoom) throw new Error("two rooms were made");

const aSession = (at: number, changed: Partial<Session>): Session => ({
  id: sessionId(at),
  standing: "planned",
  by: ingrid,
  offers: [],
  plan: undefined,
  way: undefined,
  note: "",
  sequence: 0,
  topics: {},
  concerns: [],
  step: undefined,
  takeaways: {},
  words: {},
  late: {},
  metOn: undefined,
  ...changed,
});
const held = (...days: ReadonlyArray<Day>) =>
  days.map((metOn, at) => aSession(100 + at, { standing: "closed", metOn }));
const planned = (inHours: number, changed: Partial<Session> = {}) =>
  aSession(1, {
    plan: { startsAt: later(now, inHours * hour), lengthMinutes: 60, timeZone: "Europe/Berlin" },
    ...changed,
  });

const facts: NudgeFacts = {
  roomId,
  me: leila,
  role: "mentee",
  isLive: true,
  room: emptyRoom,
  own: emptyOwn,
  open: { asksMe: false, endsOn: null },
  now,
  timeZone: "Europe/Berlin",
};
const withSessions = (...all: ReadonlyArray<Session>): NudgeFacts => ({
  ...facts,
  room: { ...emptyRoom, sessions: { ...emptyRoom.sessions, all } },
});
const withCommitment = (due: Day, owner = leila): NudgeFacts => ({
  ...facts,
  room: {
    ...emptyRoom,
    commitments: {
      all: [
        {
          id: anItem(),
          owner,
          text: "Send the reading list",
          due,
          standing: "open",
          sessionId: undefined,
          goal: undefined,
        },
      ],
    },
  },
});
const kindsOf = (some: NudgeFacts) => dueNudges(some).map(({ kind }) => kind);

describe("P40: what I said I would do", () => {
  it("is a nudge to its owner two days before, with what can be done about it, and not after the day", () => {
    expect(kindsOf(withCommitment(addDays(today, 3)))).toEqual([]);
    expect(dueNudges(withCommitment(addDays(today, 2)))[0]).toMatchObject({
      kind: "commitment",
      commitment: { text: "Send the reading list" },
    });
    expect(kindsOf(withCommitment(today))).toEqual(["commitment"]);
    expect(kindsOf(withCommitment(addDays(today, -1)))).toEqual([]);
  });

  it("P40 never: a nudge to the partner about what the other said they would do", () => {
    expect(kindsOf(withCommitment(addDays(today, 1), ingrid))).toEqual([]);
  });

  it("may wake me up by mail on the day on which it is due, and its day alone leaves the device", () => {
    expect(wakeUpDays(withCommitment(addDays(today, 9)))).toEqual([addDays(today, 7)]);
    expect(wakeUpDays(withCommitment(addDays(today, 9), ingrid))).toEqual([]);
    expect(wakeUpDays(withCommitment(addDays(today, 2)))).toEqual([]);
  });
});

describe("P79: a topic for the next session", () => {
  it("is asked of the mentee two days before, where there is none", () => {
    expect(kindsOf(withSessions(planned(47)))).toEqual(["topic"]);
    expect(kindsOf(withSessions(planned(49)))).toEqual([]);
    expect(kindsOf(withSessions(planned(47, { topics: { [leila]: "Just talk" } })))).toEqual([]);
    expect(kindsOf({ ...withSessions(planned(47)), me: ingrid, role: "mentor" })).toEqual([]);
  });

  it("P79 never: a word of the topic in what leaves the device", () => {
    const session = planned(24 * 9, { topics: { [ingrid]: "A hard thing" } });
    expect(wakeUpDays(withSessions(session))).toEqual([addDays(today, 7)]);
  });
});

describe("P36: a line midway between sessions", () => {
  it("is offered midway, for two days, to either", () => {
    const between = (from: number, to: number) => withSessions(...held(addDays(today, -from)), planned(to * 24));
    expect(kindsOf(between(6, 8))).toEqual([]);
    expect(kindsOf(between(7, 7))).toEqual(["checkin"]);
    expect(kindsOf({ ...between(7, 7), me: ingrid, role: "mentor" })).toEqual(["checkin"]);
    expect(kindsOf(between(9, 5))).toEqual([]);
    expect(kindsOf(between(2, 3))).toEqual([]);
  });

  it("is switched off by either, for themselves", () => {
    const some = withSessions(...held(addDays(today, -7)), planned(7 * 24));
    const muted = { ...emptyOwn, choices: { ...emptyOwn.choices, muted: ["checkin"] } };
    expect(kindsOf({ ...some, own: muted })).toEqual([]);
  });

  it("P36 never: a field for mood or feeling in what a nudge writes", () => {
    const shapes = JSON.stringify(
      nudgesEvents.map(({ payload }) => z.toJSONSchema(payload, { unrepresentable: "any" })),
    );
    expect(shapes).not.toMatch(/mood|feel|scale|rating/i);
  });
});

describe("P47: a goal that the other reached", () => {
  it("is a nudge to the other, not to whoever marked it", () => {
    const goal = {
      id: anItem(),
      text: "Lead a team",
      why: "",
      notice: "",
      on: today,
      standing: "done",
      done: { by: leila, at: now },
      celebratedBy: [],
    } as const;
    const some = { ...facts, room: { ...emptyRoom, goals: { all: [goal] } } };
    expect(kindsOf(some)).toEqual([]);
    expect(kindsOf({ ...some, me: ingrid, role: "mentor" })).toEqual(["celebrate"]);
  });
});

describe("P103: open facts", () => {
  it("a gap asks while the server says so, an ending in its last four weeks, a review after session three", () => {
    expect(kindsOf({ ...facts, open: { asksMe: true, endsOn: addDays(today, 20) } })).toEqual(["gap", "ending"]);
    expect(kindsOf({ ...facts, open: { asksMe: false, endsOn: addDays(today, 29) } })).toEqual([]);
    const three = [-30, -16, -1].map((days) => addDays(today, days));
    expect(kindsOf(withSessions(...held(...three)))).toEqual(["review"]);
    expect(kindsOf({ ...withSessions(...held(...three)), me: ingrid, role: "mentor" })).toEqual(["review", "feedback"]);
  });

  it("a review that took place, and a question that was asked at Close, are not asked for", () => {
    const three = withSessions(...held(...[-30, -16, -1].map((days) => addDays(today, days))));
    const reviewed = { ...three.room, reviews: { last: addDays(today, -1), marks: {} } };
    expect(kindsOf({ ...three, room: reviewed })).toEqual([]);
    const words = { criticism: "a", weak: "b", question: "c", first: "d", second: "e" };
    const asked = happened(ingrid, "feedback.upward-asked", { ...words, sessionId: sessionId(102) });
    const room = { ...reviewed, feedback: feedback.reduce(emptyRoom.feedback, asked) };
    expect(kindsOf({ ...three, room: reviewed, me: ingrid, role: "mentor" })).toEqual(["feedback"]);
    expect(kindsOf({ ...three, room, me: ingrid, role: "mentor" })).toEqual([]);
  });

  it("P104: neither a gap nor a review is asked about once the last talk was held", () => {
    const some = withSessions(...held(addDays(today, -40)));
    const open = { asksMe: true, endsOn: null };
    expect(kindsOf({ ...some, open })).toEqual(["gap"]);
    const room = { ...some.room, ending: { on: addDays(today, -38), said: {}, mayKeep: {} } };
    expect(kindsOf({ ...some, room, open })).toEqual([]);
    const three = withSessions(...held(...[-30, -16, -1].map((days) => addDays(today, days))));
    expect(kindsOf(three)).toEqual(["review"]);
    expect(kindsOf({ ...three, room: { ...three.room, ending: { on: today, said: {}, mayKeep: {} } } })).toEqual([]);
  });
});

describe("one a day", () => {
  const one = (kind: NudgeKind, room = roomId): Nudge => ({ kind, key: `${kind}:${room}`, roomId: room });

  it("is the most pressing of all rooms, and none beside the one that was shown today", () => {
    const all = [one("checkin"), one("topic", otherRoom), one("commitment")];
    expect(nudgeOfToday(all, nudges.initial, today)?.kind).toBe("commitment");
    const shown = nudges.reduce(
      nudges.initial,
      happened(leila, "nudges.shown", { day: today, nudge: `topic:${otherRoom}` }),
    );
    expect(nudgeOfToday(all, shown, today)?.kind).toBe("topic");
    expect(nudgeOfToday([one("checkin")], shown, today)).toBeUndefined();
    expect(nudgeOfToday([one("checkin")], shown, addDays(today, 1))?.kind).toBe("checkin");
  });

  it("does not come again once passed on", () => {
    const due = withCommitment(addDays(today, 1));
    const [nudge] = dueNudges(due);
    if (!nudge) throw new Error("one is due");
    const passed = nudges.reduce(nudges.initial, happened(leila, "nudges.passed", { nudge: nudge.key }));
    expect(dueNudges({ ...due, own: { ...emptyOwn, nudges: passed } })).toEqual([]);
  });

  it("P28 P47 P103 never: a trace of nudges in a room, where the other would see it", () => {
    expect(roomParts.filter(({ slice }) => slice.name === "nudges")).toEqual([]);
  });
});

describe("silence", () => {
  const due = withCommitment(addDays(today, 1));

  it("while the pair rests, and while a session goes on quietly", () => {
    expect(kindsOf({ ...due, isLive: false })).toEqual([]);
    const session = planned(0);
    const inSession = { ...due, room: { ...due.room, sessions: { ...emptyRoom.sessions, all: [session] } } };
    const quiet = { ...emptyOwn, choices: { ...emptyOwn.choices, quiet: session.id } };
    expect(kindsOf({ ...inSession, own: quiet })).toEqual([]);
    expect(kindsOf(inSession)).toEqual(["commitment"]);
  });

  it("P12 P47: within the agreement’s quiet hours, by the reader’s own clock, whatever is due", () => {
    const content = { withinWorkingDays: 2, channel: "here", quiet: { from: 11 * 60, to: 13 * 60 }, quietHours: "" };
    const reply = { preferences: {}, proposal: undefined, agreed: { part: "reply", content } } as const;
    const open = { asksMe: true, endsOn: addDays(today, 20) };
    const agreed = { ...due, open, room: { ...due.room, agreement: { ...emptyRoom.agreement, parts: { reply } } } };
    expect(kindsOf(agreed)).toEqual([]);
    expect(kindsOf({ ...agreed, timeZone: "UTC" })).toEqual(["gap", "ending", "commitment"]);
    expect(kindsOf({ ...agreed, now: later(now, hour) })).toEqual(["gap", "ending", "commitment"]);
  });

  it("holds for words that were agreed before there were times", () => {
    const content = { withinWorkingDays: 2, channel: "here", quietHours: "11:00 to 13:00" };
    const reply = { preferences: {}, proposal: undefined, agreed: { part: "reply", content } } as const;
    const agreed = { ...due, room: { ...due.room, agreement: { ...emptyRoom.agreement, parts: { reply } } } };
    expect(kindsOf(agreed)).toEqual([]);
    expect(kindsOf({ ...agreed, timeZone: "UTC" })).toEqual(["commitment"]);
  });
});
