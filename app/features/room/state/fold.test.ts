import { describe, expect, it } from "vitest";
import { AccountId, DeviceId, ItemId, makeUuid } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { NoteWritten } from "../notes/schema.ts";
import { emptyOwn, emptyRoom, foldEvent, ownParts, parseEvent, type Part, roomParts } from "./fold.ts";
import { type Opened, step } from "./rules.ts";
import { eventOf } from "./schema.ts";

const anId = (n: number) => makeUuid(1_764_000_000_000 + n, new Uint8Array(10));
const opened = (type: Opened["type"], payload: unknown): Opened => ({
  id: ItemId.parse(anId(1)),
  hash: "00",
  author: AccountId.parse(anId(2)),
  device: DeviceId.parse(anId(3)),
  at: Instant.parse(0),
  type,
  payload,
});

describe("the parts of a log", () => {
  it.each([
    ["a room", roomParts, emptyRoom],
    ["one's own log", ownParts, emptyOwn],
  ])("%s: each has a beginning under its own name, and its events carry that name", (_, parts, empty) => {
    expect(parts.map(({ slice }) => slice.name).toSorted()).toEqual(Object.keys(empty).toSorted());
    for (const { slice, events } of parts) {
      for (const { type } of events) expect(type.startsWith(`${slice.name}.`)).toBe(true);
      expect(Object.entries(empty)).toContainEqual([slice.name, slice.initial]);
    }
    const all: ReadonlyArray<Part> = parts;
    const names = all.flatMap(({ events }) => events).map(({ type, version }) => `${type} ${version}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("reading an event", () => {
  it("that fits gives its payload", () => {
    const { type, version, payload } = eventOf(NoteWritten, { text: "We meet on Tuesdays." });
    expect(parseEvent(roomParts, type, version, payload)).toEqual({ declaration: NoteWritten, payload });
  });
  it.each([
    ["of an unknown type is kept aside as newer", "notes.sung", 1, { text: "la" }, "newer"],
    ["of an unknown version is kept aside as newer", "notes.written", 2, { text: "la" }, "newer"],
    ["with a field too many is damaged", "notes.written", 1, { text: "la", to: "all" }, "damaged"],
    ["of another shape is damaged", "notes.written", 1, { text: 7 }, "damaged"],
    ["with a null character is damaged", "notes.written", 1, { text: "a\0b" }, "damaged"],
  ])("%s", (_, type, version, payload, answer) => {
    expect(parseEvent(roomParts, type, version, payload)).toBe(answer);
  });
});

describe("folding", () => {
  it("changes the slice that owns the event, and leaves what it was given", () => {
    const after = foldEvent(roomParts, emptyRoom, opened("notes.written", { text: "la" }));
    expect(after).toMatchObject({ notes: { last: { id: anId(1) } } });
    expect(emptyRoom.notes.last).toBeUndefined();
  });
  it("shows a slice its own state alone", () => {
    const seen: unknown[] = [];
    const slice = { name: "a", initial: 0, reduce: (state: unknown) => (seen.push(state), 5) };
    expect(step({ a: 1, b: 2 }, [slice], opened("a.b", {}))).toEqual({ a: 5, b: 2 });
    expect(seen).toEqual([1]);
  });
  it("calls an event damaged where its slice throws", () => {
    const slice = {
      name: "a",
      initial: 0,
      reduce: () => {
        throw new Error("cannot");
      },
    };
    expect(foldEvent([{ slice, events: [] }], { a: 0 }, opened("a.b", {}))).toBe("damaged");
  });
});
