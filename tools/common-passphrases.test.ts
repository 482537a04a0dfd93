import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readCommon } from "../packages/crypto/common-passphrases.ts";
import { encoded } from "../packages/crypto/common-passphrases.generated.ts";
import { generatePassphrase, refuseAs } from "../packages/crypto/passphrase.ts";
import { commonest, longOnes, writeModule } from "./common-passphrases.ts";
import { root } from "./gates/command.ts";

const all = commonest();
const isCommon = readCommon(encoded);
const accepted = (texts: ReadonlyArray<string>, set = isCommon) =>
  texts.filter((text) => refuseAs(text, [], set) === undefined);

it("refuses every one of the 100,000 commonest, and of the million commonest", () => {
  const hundredThousand = all.slice(0, 100_000);
  expect(longOnes(hundredThousand).length).toBeGreaterThan(50);
  expect(accepted(hundredThousand)).toEqual([]);
  expect(longOnes(all).length).toBeGreaterThan(9_000);
  expect(accepted(longOnes(all))).toEqual([]);
});

it("turns red where the set does not hold them", () => {
  const none = readCommon("");
  expect(accepted(longOnes(all.slice(0, 100_000)), none).length).toBeGreaterThan(10);
});

it("is in step with its source", () => {
  const file = readFileSync(join(root, "packages/crypto/common-passphrases.generated.ts"), "utf8");
  expect(file).toBe(writeModule(all));
});

it("never refuses a passphrase that it made", async () => {
  const made = await Promise.all(Array.from({ length: 100 }, generatePassphrase));
  expect(accepted(made)).toEqual(made);
});

it("weighs at most 100 kB when it travels", () => {
  expect(gzipSync(encoded).length).toBeLessThan(100_000);
});
