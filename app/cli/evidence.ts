/** `evidence`: what the suites tried, how often, and what failed. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { evidenceOf, type EvidenceRecord, linesOf } from "../features/programme/evidence/rules.ts";
import { EvidenceRecord as Shape } from "../features/programme/evidence/schema.ts";
import { programVersion } from "../server/version.ts";
import type { Command } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";

/** Where `npm test` leaves its record, below the folder of the program. */
export const evidencePlace = join(".oakroom", "evidence.json");

/** Reads the record of the last `npm test`, or of a file, and says it. It runs nothing: what did not run says so. */
export const evidence: Command = {
  name: "evidence",
  usage: "[FILE]",
  summary: "Say what the tests tried, how often, and what failed, with version and seeds",
  async run(args, io) {
    const { flags, words } = readFlags(args, { json: "switch" }, "evidence");
    const [name] = words;
    if (words.length > 1) throw misuse("evidence takes one file at most: the record of a run elsewhere.");
    const record = await readRecord(name === undefined ? join(io.root, evidencePlace) : resolve(io.folder, name), name);
    const found = evidenceOf(record);
    if (flags.json) io.out(JSON.stringify(found, undefined, 2));
    else for (const line of linesOf(found, programVersion)) io.out(line);
    return found.suites.some(({ failed }) => (failed ?? 0) > 0) ? 1 : 0;
  },
};

async function readRecord(path: string, named: string | undefined): Promise<EvidenceRecord | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined && named !== undefined) throw refusal(`${path} cannot be read.`);
  if (text === undefined) return undefined;
  const parsed = Shape.safeParse(jsonOf(text));
  if (!parsed.success) throw refusal(`${path} is no record of a run. npm test writes it anew.`);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
