/** Reads one row of a file as a person, and lists what is wrong with it. */
import type { FaultWord, Row } from "@oakroom/table";
import type { Role, Roles } from "../../../../../values/role.ts";
import { addressKey } from "../../../../../values/text.ts";
import {
  type CellFault, cleanCell, type Reading, readAddress, readCapacity, readHours, readLanguages, readLevel, readLine, readRoles, readTopics, readZone,
} from "../cells/rules.ts";
import type { Columns, ImportField } from "../columns/rules.ts";
import type { ReportingFault } from "../reporting/rules.ts";

/** What a file says of one person. Empty cells are `null` or an empty list. */
export interface ImportedPerson {
  readonly name: string;
  readonly roles: Roles;
  readonly team: string | null;
  readonly site: string | null;
  readonly level: number | null;
  readonly managerEmail: string | null;
  readonly timeZone: string | null;
  readonly languages: ReadonlyArray<string>;
  readonly offers: ReadonlyArray<string>;
  readonly goals: ReadonlyArray<string>;
  readonly limits: ReadonlyArray<string>;
  readonly capacity: number | null;
  readonly availability: string | null;
}

/** What can be wrong with a row or a cell. `text.ts` says for each what to do. */
export type ImportFaultWord = CellFault | ReportingFault | FaultWord | "duplicate-address" | "own-manager" | "suggestion-used";

/** One thing that is wrong, and where. */
export interface ImportFault {
  readonly word: ImportFaultWord;
  /** "refused": the row is not imported. "note": it is, and this was cleaned, left out, or is worth knowing. */
  readonly weight: "refused" | "note";
  /** The line of the file, from 1. */
  readonly line: number;
  /** The cell in its row, from 1; 0 where it is about the whole row. */
  readonly column: number;
  /** The header of that column; empty for the whole row. */
  readonly header: string;
  /** The beginning of what stands there. */
  readonly seen: string;
  /** What may be meant. */
  readonly suggestion?: string | undefined;
  /** The line on which the same address stands already; for a manager, the line that is refused. */
  readonly otherLine?: number | undefined;
  /** The addresses of a loop of managers. */
  readonly through?: ReadonlyArray<string> | undefined;
}

/** What the person who imports has chosen. */
export interface ImportChoices {
  readonly columns: Columns;
  /** The role of everyone in a file without a column for it. */
  readonly everyoneIs?: Role | undefined;
  /** Takes what is proposed for unknown roles and time zones. */
  readonly useSuggestions?: boolean | undefined;
}

/** One row that was read. */
export interface ReadRow {
  readonly line: number;
  readonly email: string;
  readonly emailKey: string;
  /** What the mapped columns say; `undefined` where the row is refused. */
  readonly said: Partial<ImportedPerson> | undefined;
  readonly faults: ReadonlyArray<ImportFault>;
}

const seenSigns = 60;
/** Columns in which a sign such as "-" begins a number. */
const numbers: ReadonlySet<ImportField> = new Set(["capacity", "level"]);

/** Reads a row; `header` gives the places of the columns. */
export function readRow(row: Row, header: ReadonlyArray<string>, choices: ImportChoices): ReadRow {
  const faults: ImportFault[] = [];
  const place = (field: ImportField) => {
    const name = choices.columns[field] ?? "";
    return { column: header.indexOf(name) + 1, header: name, seen: (row.cells.get(name) ?? "").trim().slice(0, seenSigns) };
  };
  const add = (word: ImportFaultWord, weight: ImportFault["weight"], field: ImportField, more: Partial<ImportFault> = {}) =>
    faults.push({ word, weight, line: row.line, ...place(field), ...more });
  // Spreadsheets leave out empty cells at the end of a row: what is needed is missed below, the rest counts as empty.
  for (const { word, column, name, line } of row.faults)
    faults.push({ word, weight: word === "row-too-short" ? "note" : "refused", line, column, header: name ?? "", seen: "" });
  const broken = new Set(faults.filter(({ weight }) => weight === "refused").map(({ header: name }) => name));

  const clean = (field: ImportField): string => {
    const name = choices.columns[field];
    if (name === undefined) return "";
    const cell = cleanCell(row.cells.get(name) ?? "", numbers.has(field));
    for (const note of cell.notes) add(note, "note", field);
    if (cell.refused) add(cell.refused, "refused", field);
    return cell.refused ? "" : cell.text;
  };
  const take = <T>(field: ImportField, read: (text: string) => Reading<T>, otherwise: T, weight: ImportFault["weight"] = "refused"): T => {
    const before = faults.length;
    if (broken.has(choices.columns[field] ?? "")) return otherwise;
    const text = clean(field);
    // One fault a cell is enough.
    if (faults.slice(before).some((fault) => fault.weight === "refused")) return otherwise;
    const reading = read(text);
    if ("value" in reading) return reading.value;
    const second = choices.useSuggestions && reading.suggestion !== undefined ? read(reading.suggestion) : reading;
    if ("value" in second) {
      add("suggestion-used", "note", field, { suggestion: reading.suggestion });
      return second.value;
    }
    add(reading.fault, weight, field, { suggestion: reading.suggestion });
    return otherwise;
  };

  const email = take("email", readAddress, "");
  const said = readSaid(choices, take, addressKey(email), (word) => add(word, "note", "manager"));
  const refused = faults.some(({ weight }) => weight === "refused");
  return { line: row.line, email, emailKey: addressKey(email), said: refused ? undefined : said, faults: refused ? shortFirst(faults) : faults };
}

/** What is missed only because a row ends too early is one fault and not one a cell. */
function shortFirst(faults: ReadonlyArray<ImportFault>): ReadonlyArray<ImportFault> {
  const from = faults.find(({ word }) => word === "row-too-short")?.column ?? Number.POSITIVE_INFINITY;
  const isMissed = ({ word, weight, column }: ImportFault) => word !== "row-too-short" && weight === "refused" && column >= from;
  if (!faults.some(isMissed)) return faults;
  return faults.filter((fault) => !isMissed(fault)).map((fault) => (fault.word === "row-too-short" ? { ...fault, weight: "refused" } : fault));
}

type Take = <T>(field: ImportField, read: (text: string) => Reading<T>, otherwise: T, weight?: ImportFault["weight"]) => T;

function readSaid({ columns, everyoneIs }: ImportChoices, take: Take, emailKey: string, note: (word: "own-manager") => void): Partial<ImportedPerson> {
  const has = (field: ImportField) => columns[field] !== undefined;
  const site = has("site") ? take("site", readLine, null) : null;
  const name = has("name") ? take("name", readName, "") : readParts(columns, take);
  const roles = everyoneIs && !has("role") ? [everyoneIs] : take<Roles>("role", readRoles, []);
  return {
    name,
    roles,
    ...(has("team") ? { team: take("team", readLine, null) } : {}),
    ...(has("site") ? { site } : {}),
    ...(has("level") ? { level: take("level", readLevel, null, "note") } : {}),
    ...(has("manager") ? { managerEmail: readManager(take, emailKey, note) } : {}),
    ...(has("timeZone") ? { timeZone: take("timeZone", (text) => readZone(text, site ?? ""), null) } : {}),
    ...(has("languages") ? { languages: take("languages", readLanguages, []) } : {}),
    ...(has("offers") ? { offers: take("offers", readTopics, []) } : {}),
    ...(has("goals") ? { goals: take("goals", readTopics, []) } : {}),
    ...(has("limits") ? { limits: take("limits", readTopics, []) } : {}),
    ...(has("capacity") ? { capacity: take("capacity", readCapacity, null) } : {}),
    ...(has("availability") ? { availability: take("availability", readHours, null) } : {}),
  };
}

function readName(text: string): Reading<string> {
  const line = readLine(text);
  if ("fault" in line) return line;
  return line.value === null ? { fault: "no-name" } : { value: line.value };
}

function readParts(columns: Columns, take: Take): string {
  const first = columns.firstName === undefined ? "" : (take("firstName", readLine, "") ?? "");
  const last = columns.lastName === undefined ? "" : (take("lastName", readLine, "") ?? "");
  const name = `${first} ${last}`.trim();
  return name === "" ? take(columns.firstName === undefined ? "lastName" : "firstName", readName, "") : name;
}

function readManager(take: Take, emailKey: string, note: (word: "own-manager") => void): string | null {
  const manager = take<string | null>(
    "manager",
    (text) => {
      const read = text === "" ? { value: null } : readAddress(text);
      return "fault" in read ? { fault: "bad-manager" } : read;
    },
    null,
    "note",
  );
  if (manager === null || addressKey(manager) !== emailKey) return manager;
  note("own-manager");
  return null;
}
