import { expect, test } from "vitest";
import { importSigning, sign, verify } from "./curves.ts";
import { type Domain, digest, domains, tagged } from "./domain.ts";
import { goodRecords } from "./testing/records.ts";
import { hex, utf8 } from "./values.ts";

const names = Object.keys(domains) as Domain[];
const signatures: ReadonlyArray<Domain> = [
  "bundle",
  "cut",
  "epoch",
  "item",
  "readmit",
  "agree",
  "keysChange",
  "erasure",
  "founding",
];

test("C19 a signature of one domain never verifies in another, for all pairs", async () => {
  const { isk, iskPublic } = await importSigning(new Uint8Array(32).fill(5));
  // Real bodies: a record of one kind that is offered as another.
  const bodies = Object.values(await goodRecords());
  let pairs = 0;
  for (const body of bodies) {
    for (const from of names) {
      const signature = await sign(isk, tagged(from, body));
      for (const to of names) {
        expect(await verify(iskPublic, signature, tagged(to, body))).toBe(from === to);
        pairs += 1;
      }
    }
  }
  expect(pairs).toBe(names.length ** 2 * bodies.length);
});

test("C19 no domain begins another, and each ends with the only zero byte", () => {
  const prefixes = names.map((name) => tagged(name));
  for (const prefix of prefixes) {
    expect(prefix.indexOf(0)).toBe(prefix.length - 1);
    const begun = prefixes.filter((other) => hex(other).startsWith(hex(prefix)));
    expect(begun).toHaveLength(1);
  }
  expect(signatures.every((name) => names.includes(name))).toBe(true);
});

test("C19 equal parts hash differently in every domain", () => {
  const hashed = [
    "bundleHash",
    "iskHash",
    "epochHash",
    "epochKey",
    "itemHash",
    "com",
    "readmitHash",
    "card",
    "words",
  ] as const;
  expect(new Set(hashed.map((name) => hex(digest(name, utf8("same"))))).size).toBe(hashed.length);
});
