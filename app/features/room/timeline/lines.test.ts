import { expect, it } from "vitest";
import { roomParts } from "../state/fold.ts";
import { lines, shownTypes } from "./lines.tsx";

const types = roomParts.flatMap((part) => part.events.map((event) => event.type));

it("every event of a room has one line, shown or not", () => {
  expect(types.length).toBeGreaterThan(20);
  expect(lines.map(({ type }) => type).toSorted()).toEqual([...types].toSorted());
});

it("steps of a session, preferences, and topics to leave out stand on no timeline", () => {
  expect(shownTypes).toContain("notes.written");
  for (const type of ["sessions.stepped", "agreement.preferred", "offlimits.told", "offlimits.untold"])
    expect(shownTypes).not.toContain(type);
});
