/** Plans an import: from a table, the meaning of its columns and the people already there to what would be written. Writes nothing. */
import type { FaultWord, Table } from "@oakroom/table";
import type { ParticipantId } from "../../../../values/id.ts";
import { addressKey } from "../../../../values/text.ts";
import type { PersonState } from "../rules.ts";
import { type ColumnsRefusal, refuseColumns } from "./columns/refusal/rules.ts";
import { judgePairs, type NamedPair, type Placed, type StandingMentor } from "./pairs/rules.ts";
import { checkReporting } from "./reporting/rules.ts";
import { type ImportChoices, type ImportedPerson, type ImportFault, type ReadRow, readRow } from "./row/rules.ts";

/** Somebody who is in the programme already. */
export interface KnownPerson {
  readonly id: ParticipantId;
  readonly emailKey: string;
  /** What the last file said; `undefined` for people who were added by hand. */
  readonly imported: ImportedPerson | undefined;
  /** What stands now, after corrections. */
  readonly now: Facts;
  readonly state: PersonState;
  /** How many mentees they take, as they say themselves; `null` until they do. */
  readonly places: number | null;
  readonly mentors: ReadonlyArray<StandingMentor>;
}

/** The facts that stand for themselves after an import and can be corrected by hand. */
export type Facts = Pick<ImportedPerson, (typeof factFields)[number]>;

/** One fact or field of an imported person. */
export type ImportedField = keyof ImportedPerson;

/** Somebody whom the import would add. */
export interface PlannedAddition {
  readonly line: number;
  readonly email: string;
  readonly person: ImportedPerson;
}

/** Somebody whom the import would change: only what the file says anew since the last one, so that corrections stay. */
export interface PlannedChange {
  readonly line: number;
  readonly id: ParticipantId;
  readonly email: string;
  /** What the last file said, with this one's news. */
  readonly imported: ImportedPerson;
  readonly facts: Facts;
  readonly fields: ReadonlyArray<ImportedField>;
}

/** What an import would do. */
export interface ImportPlan {
  /** Why the file as a whole cannot be imported; then nothing else is listed. */
  readonly stopped: ColumnsRefusal | FaultWord | undefined;
  readonly added: ReadonlyArray<PlannedAddition>;
  readonly changed: ReadonlyArray<PlannedChange>;
  readonly unchanged: number;
  /** Pairs of before that the file names anew, or takes back. */
  readonly pairs: ReadonlyArray<NamedPair>;
  /** The lines of rows that cannot be imported. */
  readonly refused: ReadonlyArray<number>;
  /** Rows without anything in them. */
  readonly empty: number;
  /** Everything worth saying, by line. */
  readonly faults: ReadonlyArray<ImportFault>;
}

const importedFields = [
  "name",
  "roles",
  "team",
  "site",
  "level",
  "managerEmail",
  "timeZone",
  "languages",
  "offers",
  "goals",
  "limits",
  "capacity",
  "availability",
  "mentorEmail",
  "invitedFor",
] as const satisfies ReadonlyArray<ImportedField>;
const factFields = ["name", "roles", "team", "site", "level", "managerEmail", "invitedFor"] as const;
const blank: ImportedPerson = {
  name: "",
  roles: [],
  team: null,
  site: null,
  level: null,
  managerEmail: null,
  timeZone: null,
  languages: [],
  offers: [],
  goals: [],
  limits: [],
  capacity: null,
  availability: null,
  mentorEmail: null,
  invitedFor: [],
};
const stopping: ReadonlySet<FaultWord> = new Set([
  "empty-file",
  "too-large",
  "too-many-rows",
  "too-many-columns",
  "too-many-faults",
  "not-a-text-file",
]);
/** Faults that no row carries, and that refuse nothing. */
const notes: ReadonlySet<FaultWord> = new Set(["unnamed-column", "duplicate-column", "empty-row", "undecodable"]);

/** Plans the import of a whole table. Rows that are missing from it change nothing. */
export function planImport(table: Table, choices: ImportChoices, existing: ReadonlyArray<KnownPerson>): ImportPlan {
  const stopped =
    table.faults.find(({ word }) => stopping.has(word))?.word ??
    refuseColumns(choices.columns, table.header, choices.everyoneIs);
  if (stopped) return { stopped, added: [], changed: [], unchanged: 0, pairs: [], refused: [], empty: 0, faults: [] };
  const { rows: single, faults } = readRows(table, choices);
  const { rows, pairs } = judgeTogether(single, table, choices, existing);
  const known = new Map(existing.map((person) => [person.emailKey, person]));
  const added: PlannedAddition[] = [];
  const changed: PlannedChange[] = [];
  let unchanged = 0;
  for (const row of rows.filter(({ said }) => said)) {
    const person = known.get(row.emailKey);
    if (!person) added.push({ line: row.line, email: row.email, person: { ...blank, ...row.said } });
    else {
      const change = planChange(row, person);
      if (change) changed.push(change);
      else unchanged += 1;
    }
  }
  const refused = rows
    .filter(({ faults: found }) => found.some(({ weight }) => weight === "refused"))
    .map(({ line }) => line);
  const empty = table.faults.filter(({ word }) => word === "empty-row").length;
  const all = [
    ...faults,
    ...rows.flatMap((row) => row.faults),
    ...noteReporting(rows, table, choices, added, changed, existing),
  ];
  return {
    stopped: undefined,
    added,
    changed,
    unchanged,
    pairs,
    refused,
    empty,
    faults: all.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

function readRows(
  table: Table,
  choices: ImportChoices,
): { readonly rows: ReadonlyArray<ReadRow>; readonly faults: ReadonlyArray<ImportFault> } {
  const lineOf = new Map<string, number>();
  const rows = table.rows.map((row) => {
    const read = readRow(row, table.header, choices);
    if (read.emailKey === "") return read;
    const otherLine = lineOf.get(read.emailKey);
    if (otherLine === undefined) {
      lineOf.set(read.emailKey, read.line);
      return read;
    }
    const header = choices.columns.email ?? "";
    const fault: ImportFault = {
      word: "duplicate-address",
      weight: "refused",
      line: read.line,
      column: table.header.indexOf(header) + 1,
      header,
      seen: read.email,
      otherLine,
    };
    return { ...read, said: undefined, faults: [...read.faults, fault] };
  });
  const faults = table.faults
    .filter(({ word }) => notes.has(word))
    .map(({ word, line, column, name }): ImportFault => ({
      word,
      weight: "note",
      line,
      column,
      header: name ?? "",
      seen: "",
    }));
  return { rows, faults };
}

/** Looks at the mentor whom a row names: it takes the whole file, and everyone who is there. Where it cannot be, the person is taken without. */
function judgeTogether(
  rows: ReadonlyArray<ReadRow>,
  table: Table,
  choices: ImportChoices,
  existing: ReadonlyArray<KnownPerson>,
): { readonly rows: ReadonlyArray<ReadRow>; readonly pairs: ReadonlyArray<NamedPair> } {
  const header = choices.columns.mentor;
  if (header === undefined) return { rows, pairs: [] };
  const { pairs, findings } = judgePairs(rows, existing.map(placed));
  const found = new Map<number, ImportFault[]>(rows.map(({ line }) => [line, []]));
  const column = table.header.indexOf(header) + 1;
  const mentors = new Map(rows.map(({ line, said }) => [line, said?.mentorEmail ?? ""]));
  for (const { line, word, ...more } of findings) {
    const weight = word === "more-than-places" || word === "asked-later" ? "note" : "pair";
    found.get(line)?.push({ word, weight, line, column, header, seen: mentors.get(line) ?? "", ...more });
  }
  const judged = rows.map((row) => {
    const news = found.get(row.line) ?? [];
    const said = news.some(({ weight }) => weight === "pair") ? unpaired(row.said) : row.said;
    return news.length === 0 ? row : { ...row, said, faults: [...row.faults, ...news] };
  });
  return { rows: judged, pairs };
}

/** A file that names a mentor in vain says nothing about one: a pair that it named before stands. */
function unpaired({ mentorEmail: _, ...said }: Partial<ImportedPerson> = {}): Partial<ImportedPerson> {
  return said;
}

function placed({ emailKey, imported, now, state, places, mentors }: KnownPerson): Placed {
  const { roles, managerEmail } = now;
  return {
    emailKey,
    state,
    roles,
    managerEmail,
    places,
    placesBefore: imported?.capacity ?? null,
    mentors,
    namedBefore: imported?.mentorEmail ?? null,
  };
}

function planChange(row: ReadRow, known: KnownPerson): PlannedChange | undefined {
  const said = row.said ?? {};
  const last = { ...blank, ...(known.imported ?? known.now) };
  const fields = importedFields.filter((field) => said[field] !== undefined && !sameValue(said[field], last[field]));
  if (fields.length === 0) return undefined;
  const news = Object.fromEntries(fields.map((field) => [field, said[field]]));
  const facts = Object.fromEntries(
    factFields.filter((field) => fields.includes(field)).map((field) => [field, said[field]]),
  );
  return {
    line: row.line,
    id: known.id,
    email: row.email,
    imported: { ...last, ...news },
    facts: { ...known.now, ...facts },
    fields,
  };
}

function sameValue(a: ImportedPerson[ImportedField] | undefined, b: ImportedPerson[ImportedField]): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((one, at) => one === b[at]) : a === b;
}

function noteReporting(
  rows: ReadonlyArray<ReadRow>,
  table: Table,
  choices: ImportChoices,
  added: ReadonlyArray<PlannedAddition>,
  changed: ReadonlyArray<PlannedChange>,
  existing: ReadonlyArray<KnownPerson>,
): ReadonlyArray<ImportFault> {
  const header = choices.columns.manager;
  if (header === undefined) return [];
  const key = (email: string | null) => (email === null ? null : addressKey(email));
  const lines = new Map(existing.map((person) => [person.emailKey, key(person.now.managerEmail)]));
  for (const { email, person } of added) lines.set(addressKey(email), key(person.managerEmail));
  for (const { email, facts } of changed) lines.set(addressKey(email), key(facts.managerEmail));
  const lineOf = new Map(rows.filter(({ said }) => said).map(({ emailKey, line }) => [emailKey, line]));
  const refusedOn = new Map(
    rows.filter(({ said, emailKey }) => !said && !lineOf.has(emailKey)).map(({ emailKey, line }) => [emailKey, line]),
  );
  const column = table.header.indexOf(header) + 1;
  return checkReporting(lines, new Set(lineOf.keys())).map(({ person, fault, through }) => ({
    word: fault,
    weight: "note",
    line: lineOf.get(person) ?? 0,
    column,
    header,
    seen: lines.get(person) ?? "",
    ...(through.length > 0 ? { through } : {}),
    ...(fault === "unknown-manager" ? { otherLine: refusedOn.get(lines.get(person) ?? "") } : {}),
  }));
}
