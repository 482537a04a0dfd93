import { expect, test } from "vitest";
import { encode, makeErasure, readErasure, verifyErasure } from "./index.ts";
import { aRoom } from "./testing/people.ts";

const at = 1_796_000_000_000;

test("C26 a word about erasing is its member's own, for one room, and holds what was signed", async () => {
  const { ana, ben, room } = await aRoom();
  const erasure = await makeErasure(ana.person.isk, { log: room, user: ana.person.user, version: 1, yes: true, at });
  expect(readErasure(erasure.bytes)).toEqual(erasure);
  expect(await verifyErasure(erasure, ana.person.bundle.isk)).toBe(true);
  expect(await verifyErasure(erasure, ben.person.bundle.isk)).toBe(false);
  const back = await makeErasure(ana.person.isk, { log: room, user: ana.person.user, version: 2, yes: false, at });
  const forged = readErasure(encode([erasure.body, back.signature]));
  expect(typeof forged === "object" && (await verifyErasure(forged, ana.person.bundle.isk))).toBe(false);
});

test.each([
  ["a version of nought", [1, "log", "user", 0, 1, at]],
  ["a yes that is neither", [1, "log", "user", 1, 2, at]],
  ["a field too many", [1, "log", "user", 1, 1, at, 1]],
  ["another suite", [2, "log", "user", 1, 1, at]],
])("C26 %s is no word about erasing", (_, fields) => {
  const body = encode(fields.map((field) => (typeof field === "string" ? new Uint8Array(16) : field)));
  expect(typeof readErasure(encode([body, new Uint8Array(64)]))).toBe("string");
});
