import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { publishedRuns } from "./vectors.ts";

/** How many cases of each file are ours; a file that shrinks silently turns this red. */
const expected: Readonly<Record<string, ReadonlyArray<number>>> = {
  "wycheproof-aes-gcm.json": [66],
  "wycheproof-ed25519.json": [151, 151],
  "wycheproof-x25519.json": [518, 518],
  "wycheproof-hkdf-sha256.json": [86],
  "hpke-x25519-hkdf-sha256.json": [7, 7],
};

const folder = new URL("../../../shared/vectors/", import.meta.url);
const present = existsSync(folder);
if (!present) console.info("skipped: the folder of published vectors is not here");

test.runIf(present).each(Object.keys(expected))("C41 C15 published vectors in Node: %s", async (name) => {
  const file: unknown = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const reports = (await publishedRuns[name]?.(file)) ?? [];
  expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
  expect(reports.map(({ passed }) => passed)).toEqual(expected[name]);
});
