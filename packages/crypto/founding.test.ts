import { expect, test } from "vitest";
import { encode, makeFounding, readFounding, verifyFounding } from "./index.ts";
import { aRoom } from "./testing/people.ts";

const at = 1_796_000_000_000;

async function aFounding() {
  const { ana, ben, room } = await aRoom();
  const identities = { iskHash: ana.person.bundle.iskHash, otherIskHash: ben.person.bundle.iskHash };
  const founding = await makeFounding(ana.person.isk, { log: room, user: ana.person.user, ...identities, at });
  return { ana, ben, room, identities, founding };
}

test("C14 a founding is its member's own, for one room and two identities, and holds what was signed", async () => {
  const { ana, ben, room, identities, founding } = await aFounding();
  expect(readFounding(founding.bytes)).toEqual(founding);
  expect(await verifyFounding(founding, ana.person.bundle.isk)).toBe(true);
  expect(await verifyFounding(founding, ben.person.bundle.isk)).toBe(false);
  const later = await makeFounding(ana.person.isk, { log: room, user: ana.person.user, ...identities, at: at + 1 });
  const forged = readFounding(encode([founding.body, later.signature]));
  expect(typeof forged === "object" && (await verifyFounding(forged, ana.person.bundle.isk))).toBe(false);
});

test("C14 a founding that names another identity as its author's is nobody's, whoever signed it", async () => {
  const { ana, ben, room } = await aFounding();
  const identities = { iskHash: ben.person.bundle.iskHash, otherIskHash: ana.person.bundle.iskHash };
  const stolen = await makeFounding(ana.person.isk, { log: room, user: ben.person.user, ...identities, at });
  expect(await verifyFounding(stolen, ana.person.bundle.isk)).toBe(false);
  expect(await verifyFounding(stolen, ben.person.bundle.isk)).toBe(false);
});

test.each([
  ["a field too few", [1, 16, 16, 32, 32]],
  ["a field too many", [1, 16, 16, 32, 32, at, 1]],
  ["a short identity", [1, 16, 16, 31, 32, at]],
  ["another suite", [2, 16, 16, 32, 32, at]],
])("C24 %s is no founding", (_, [suite = 0, ...fields]) => {
  const body = encode([suite, ...fields.map((field) => (field <= 32 && field > 1 ? new Uint8Array(field) : field))]);
  expect(typeof readFounding(encode([body, new Uint8Array(64)]))).toBe("string");
});
