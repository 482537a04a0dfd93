import { describe, expect, it } from "vitest";
import { makeUuid, SessionId } from "../../../../values/id.ts";
import { roomParts } from "../../state/fold.ts";
import { anAccount, happened } from "../../state/testing.ts";
import { ownSessions } from "./rules.ts";

const leila = anAccount("Leila");
const sessionId = SessionId.parse(makeUuid(1, new Uint8Array(10)));

describe("P23: ready", () => {
  it("is ticked and taken back", () => {
    const ready = ownSessions.reduce(
      ownSessions.initial,
      happened(leila, "sessions.ready", { sessionId, ready: true }),
    );
    expect(ready.ready).toEqual([sessionId]);
    expect(ownSessions.reduce(ready, happened(leila, "sessions.ready", { sessionId, ready: false })).ready).toEqual([]);
  });
  it("P23 never: the room has no event that would tell the other who prepared", () => {
    const types = roomParts.flatMap((part) => part.events.map((event) => event.type));
    expect(types.filter((type) => /ready|prepared/.test(type))).toEqual([]);
  });
});

describe("P83: a word on how it was", () => {
  it("stays with its writer, is changed, and taken back", () => {
    const kept = ownSessions.reduce(
      ownSessions.initial,
      happened(leila, "sessions.word-kept", { sessionId, word: "partly" }),
    );
    expect(kept.words[sessionId]).toBe("partly");
    expect(ownSessions.reduce(kept, happened(leila, "sessions.word-kept", { sessionId })).words).toEqual({});
  });
  it("P83 never: nothing adds words up, neither here nor in the room", () => {
    expect(Object.keys(ownSessions.initial).toSorted()).toEqual(["ready", "words"]);
    const shared = roomParts
      .flatMap((part) => part.events.map((event) => event.type))
      .filter((type) => /word/.test(type));
    expect(shared).toEqual(["sessions.word"]);
  });
});
