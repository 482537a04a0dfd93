/** `import`: adds people from a file, or says what that would do. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readTable } from "@oakroom/table";
import { askKnownPairs } from "../features/programme/matching/known-pairs/schema.ts";
import { recogniseColumns } from "../features/programme/people/import/columns/rules.ts";
import { countNamed } from "../features/programme/people/import/pairs/rules.ts";
import { type ImportPlan, planImport } from "../features/programme/people/import/rules.ts";
import { largestFileBytes } from "../features/programme/people/import/schema.ts";
import { importPeople, readKnown } from "../features/programme/people/import/store.ts";
import { sayFault, sayStopped } from "../features/programme/people/import/text.ts";
import type { Writer } from "../server/database/database.ts";
import { addJob } from "../server/jobs/table.ts";
import { inNumber } from "../values/plural.ts";
import { Role } from "../values/role.ts";
import type { Command, CommandIo } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { withPlace } from "./place.ts";
import { findProgramme } from "./programme.ts";

const flagKinds = {
  programme: "text",
  "dry-run": "switch",
  json: "switch",
  "everyone-is": "text",
  "use-suggestions": "switch",
} as const;

/** Imports people. Rows that cannot be imported are named and left out; the rest is written together. */
export const importFile: Command = {
  name: "import",
  usage: "FILE.csv [--programme ID] [--dry-run] [--json]",
  summary: "Add people from a file, or say what that would do",
  async run(args, io) {
    const { flags, words } = readFlags(args, flagKinds, "import");
    const [file, ...rest] = words;
    if (file === undefined) throw misuse("import needs a file, for example: npm run oakroom -- import people.csv");
    if (rest.length > 0) throw misuse(`import takes one file, not also "${rest[0]}".`);
    const role = flags["everyone-is"] === undefined ? undefined : Role.safeParse(flags["everyone-is"]);
    if (role && !role.success) throw misuse("--everyone-is has to be mentor or mentee.");
    const table = readTable(readFile(resolve(io.folder, file), file), { sizeBytes: largestFileBytes });
    const choices = {
      columns: recogniseColumns(table.header),
      everyoneIs: role?.data,
      useSuggestions: flags["use-suggestions"],
    };
    return withPlace(io, async (place) => {
      const { db, chance, now } = place;
      const programmeId = await findProgramme(place, flags.programme);
      const plan = planImport(table, choices, await readKnown(db.read, programmeId));
      if (plan.stopped) throw refusal(sayStopped(plan.stopped));
      const written = !flags["dry-run"];
      if (written) {
        const importId = chance.id();
        const alongside = (writer: Writer) => addJob(writer, chance, now, askKnownPairs(programmeId, importId, now));
        const order = { programmeId, importId, accountId: undefined, table, choices, alongside };
        await importPeople(db, chance, now, order, progress(io));
      }
      report(plan, written, flags.json, io);
      return 0;
    });
  },
};

/** So many further lines are named. */
const mostLines = 20;

/** One line for each thing to say; what is the same of many lines is said once, with where it stands. */
function faultLines(faults: ImportPlan["faults"]): ReadonlyArray<string> {
  const said = new Map<string, number[]>();
  for (const fault of faults) {
    const name = fault.header === "" ? "" : ` (${fault.header})`;
    const column = fault.column > 0 ? `, column ${fault.column}${name}` : "";
    const words = `${column}: ${sayFault(fault)}`;
    const lines = said.get(words);
    if (lines) lines.push(fault.line);
    else said.set(words, [fault.line]);
  }
  return [...said].map(([words, lines]) => {
    const [first = 0, ...others] = lines;
    if (others.length === 0) return `line ${first}${words}`;
    const more = others.length > mostLines ? ` and ${others.length - mostLines} more` : "";
    const named = others.slice(0, mostLines).join(", ");
    return `line ${first}${words} (also on ${inNumber(others.length, { one: "line", other: "lines" })} ${named}${more})`;
  });
}

function readFile(path: string, typed: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw refusal(`The file ${typed} cannot be read. Look at its name and its rights.`);
  }
}

function progress(io: CommandIo) {
  if (!io.interactive) return () => undefined;
  let told = 0;
  return (written: number, of: number) => {
    if (written < told) told = 0;
    if (written - told < 1000 && written !== of) return;
    told = written;
    io.err(`${written} of ${of} written`);
  };
}

function report(plan: ImportPlan, written: boolean, json: boolean, io: CommandIo): void {
  const counts = {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    pairs: countNamed(plan.pairs),
    refused: plan.refused.length,
  };
  if (json) {
    io.out(JSON.stringify({ written, ...counts, faults: plan.faults }));
    return;
  }
  for (const line of faultLines(plan.faults)) io.out(line);
  const would = written ? "" : "would be ";
  io.out(
    `${counts.added} ${would}added, ${counts.changed} ${would}changed, ${counts.unchanged} unchanged, ${counts.refused} ${written ? "" : "would be "}left out.`,
  );
  if (counts.pairs > 0)
    io.out(
      `${inNumber(counts.pairs, { one: "# existing pair skips", other: "# existing pairs skip" })} matching, and ${written ? "is" : "would be"} asked once both people take part.`,
    );
  const unpaired = plan.faults.filter(({ weight }) => weight === "pair").length;
  if (unpaired > 0)
    io.out(
      `${inNumber(unpaired, { one: "# existing pair was", other: "# existing pairs were" })} not understood: the people ${written ? "are" : "would be"} there without their mentor.`,
    );
  if (!written) io.out("Nothing was written. Without --dry-run it is.");
}
