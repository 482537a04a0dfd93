import { describe, expect, it } from "vitest";
import { aDay } from "../../../values/day.ts";
import { Instant } from "../../../values/instant.ts";
import { LogId, makeUuid } from "../../../values/id.ts";
import { emptyOwn, foldEvent, ownParts, type OwnState, roomParts } from "../state/fold.ts";
import { anAccount, happened } from "../state/testing.ts";
import { shelvesOf } from "./kept.tsx";
import { drawer, putOffUntil, tomorrow } from "./rules.ts";

const leila = anAccount("Leila");
const [roomId, other] = [1, 2].map((at) => LogId.parse(makeUuid(at, new Uint8Array(10))));
const now = Instant.parse(Date.parse("2026-10-01T08:00:00Z"));

function fold(...events: ReadonlyArray<Parameters<typeof foldEvent>[2]>): OwnState {
  return events.reduce<OwnState>((state, event) => {
    const next = foldEvent(ownParts, state, event);
    if (next === "damaged") throw new Error(event.type);
    return next;
  }, emptyOwn);
}

const own = fold(
  happened(leila, "drawer.noted", { roomId, text: "Ask about Daniel" }),
  happened(leila, "repair.kept", { roomId: other, text: "When you looked away, I felt small." }),
  happened(leila, "stories.kept", {
    story: makeUuid(3, new Uint8Array(10)),
    tried: "To lead",
    wrong: "",
    taught: "To wait",
    sooner: "",
  }),
  happened(leila, "reviews.checked", { roomId, on: aDay("2026-10-01"), answers: [4, 5, 0, 3, 5] }),
);
const things = shelvesOf(own).flatMap((shelf) => shelf.things);

describe("P82: the drawer", () => {
  it("has what was kept, a concern for later among it, each with whose room it may go into", () => {
    expect(shelvesOf(own).map(({ title }) => title)).toEqual(["Notes", "Kept for later", "Stories", "Room checks"]);
    expect(things.map((thing) => thing.roomId)).toEqual([roomId, other, undefined, roomId]);
    expect(things.map(({ share }) => share.type)).toEqual([
      "notes.written",
      "repair.raised",
      "stories.told",
      "reviews.shared",
    ]);
  });
  it("lets go of each thing by itself", () => {
    const removed = things.map(({ remove }) => happened(leila, remove.type, remove.payload));
    expect(
      shelvesOf(
        removed.reduce((state, event) => {
          const next = foldEvent(ownParts, state, event);
          return next === "damaged" ? state : next;
        }, own),
      ),
    ).toEqual([]);
  });
  it("P82 never: a concern or a note leaves the drawer by itself", () => {
    const inRooms = roomParts.flatMap(({ events }) => events.map((event): string => event.type));
    for (const type of ["drawer.noted", "repair.kept", "stories.kept", "reviews.checked"])
      expect(inRooms).not.toContain(type);
  });
});

describe("P52: an act that cannot be taken back", () => {
  it("may wait a day, and is then its owner's again; it never happens by itself", () => {
    const waiting = drawer.reduce(
      drawer.initial,
      happened(leila, "drawer.put-off", { act: "release:1", until: tomorrow(now) }),
    );
    expect(putOffUntil(waiting, "release:1", now)).toBe(tomorrow(now));
    expect(putOffUntil(waiting, "release:1", tomorrow(now))).toBeUndefined();
    expect(putOffUntil(waiting, "release:2", now)).toBeUndefined();
    expect(waiting.notes).toEqual([]);
  });
});
