/** What somebody asks `npm run faults` for, read from its words: or the sentence that says what is wrong with them. */
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import { type Engine, engines } from "../../app/server/database/database.ts";
import { usualSeed } from "./fault.ts";

/** Which faults to try, and how. */
export interface Asked {
  readonly names: ReadonlyArray<string>;
  /** How often each; left out: as often as the fault itself says. */
  readonly runs: number | undefined;
  readonly seed: number;
  readonly engines: ReadonlyArray<Engine>;
  readonly isBreached: boolean;
}

const options = {
  runs: { type: "string" },
  seed: { type: "string", default: String(usualSeed) },
  engine: { type: "string" },
  breach: { type: "boolean", default: false },
} as const;
const count = z.coerce.number().check(z.int(), z.gte(1));

/** Reads the words; `all` are the faults there are. A sentence for whoever typed comes back where something is wrong. */
export function readAsked(words: ReadonlyArray<string>, all: ReadonlyArray<string>): Asked | string {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const unknown = positionals.filter((name) => !all.includes(name));
    if (unknown.length > 0) return `There is no fault ${unknown.join(", ")}. There are: ${all.join(", ")}.`;
    const on = engines.filter((engine) => (values.engine ?? engine) === engine);
    if (on.length === 0) return `There is no engine ${values.engine}. There are: ${engines.join(", ")}.`;
    const runs = values.runs === undefined ? { success: true as const, data: undefined } : count.safeParse(values.runs);
    if (!runs.success) return "--runs needs a whole number from 1 on.";
    const seed = count.safeParse(values.seed);
    if (!seed.success) return "--seed needs a whole number from 1 on.";
    return {
      names: positionals.length > 0 ? positionals : all,
      runs: runs.data,
      seed: seed.data,
      engines: on,
      isBreached: values.breach,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return `${error.message.split(". ")[0]}. There are: --runs N, --seed N, --engine ${engines.join("|")}, --breach.`;
  }
}
