import { describe, expect, it } from "vitest";
import { makeUuid, SessionId } from "../../../../values/id.ts";
import { hour, Instant, later } from "../../../../values/instant.ts";
import { anAccount, happened } from "../../state/testing.ts";
import { sessions } from "../rules.ts";
import { asTopic, hasTopic, sessionAhead, topicsOf, withoutTopic, withTopic } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const now = Instant.parse(Date.parse("2026-10-10T10:00:00Z"));
const sessionId = (at: number) => SessionId.parse(makeUuid(at, new Uint8Array(10)));
const at = (hours: number) => ({ startsAt: later(now, hours * hour), lengthMinutes: 60, timeZone: "Europe/Berlin" });
const planned = (id: number, inHours: number) =>
  happened(ingrid, "sessions.planned", { sessionId: sessionId(id), slot: at(inHours) });
const offered = (id: number) =>
  happened(ingrid, "sessions.offered", { sessionId: sessionId(id), slots: [at(100)], note: "" });
const fold = (...events: ReadonlyArray<Parameters<typeof sessions.reduce>[1]>) =>
  events.reduce(sessions.reduce, sessions.initial);

describe("P51 P77 P79: something that one would rather talk about", () => {
  it("becomes one of one's topics, once, while there is a place", () => {
    expect(withTopic("", "How often we meet")).toBe("How often we meet");
    expect(withTopic("Daniel", "How often we meet")).toBe("Daniel; How often we meet");
    expect(withTopic("Daniel; How often we meet", "How often we meet")).toBe("Daniel; How often we meet");
    expect(withTopic("x".repeat(495), "How often we meet")).toBeUndefined();
  });
  it("is taken off again, and leaves the others as they were", () => {
    expect(withoutTopic("Daniel; How often we meet; Jonas", "How often we meet")).toBe("Daniel; Jonas");
    expect(withoutTopic("How often we meet", "How often we meet")).toBe("");
    expect(withoutTopic("Daniel", "How often we meet")).toBe("Daniel");
  });
  it("is one entry whatever somebody wrote", () => {
    const topic = asTopic("The talk;\nwith Daniel");
    expect(topic).toBe("The talk, with Daniel");
    expect(hasTopic(withTopic("Jonas", topic) ?? "", topic)).toBe(true);
    expect(Array.from(asTopic("long ".repeat(60))).length).toBe(120);
  });
});

describe("the session that it is for", () => {
  it("is the next one that has not ended, not the one that only waits for its Close", () => {
    const state = fold(planned(1, -3), planned(3, 400), planned(2, 60));
    expect(sessionAhead(state, now)?.id).toBe(sessionId(2));
    expect(sessionAhead(fold(planned(1, -0.5)), now)?.id).toBe(sessionId(1));
  });
  it("is not the one under way, from which a topic is kept for next time", () => {
    const underWay = sessionId(1);
    expect(sessionAhead(fold(planned(1, -0.5), planned(2, 60)), now, underWay)?.id).toBe(sessionId(2));
    expect(sessionAhead(fold(planned(1, -0.5)), now, underWay)).toBeUndefined();
  });
  it("is else the one whose dates wait for an answer, else whichever comes up next", () => {
    expect(sessionAhead(fold(planned(1, -3), offered(2)), now)?.id).toBe(sessionId(2));
    const state = fold(planned(1, -3), happened(leila, "sessions.topic-ahead", { text: "Daniel" }));
    expect(sessionAhead(state, now)).toBeUndefined();
    expect(topicsOf(state, undefined, leila)).toBe("Daniel");
    const after = fold(happened(leila, "sessions.topic-ahead", { text: "Daniel" }), planned(2, 60));
    expect(topicsOf(after, sessionAhead(after, now), leila)).toBe("Daniel");
  });
});
