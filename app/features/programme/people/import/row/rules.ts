/** Reads one row of a file as a person, and lists what is wrong with it. */
import type { FaultWord, Row } from "@oakroom/table";
import type { Role, Roles } from "../../../../../values/role.ts";
import { addressKey } from "../../../../../values/text.ts";
import {
  type CellFault,
  cleanCell,
  type Reading,
  readAddress,
  readCapacity,
  readHours,
  readLanguages,
  readLevel,
  readLine,
  readRoles,
  readTopics,
  readZone,
} from "../cells/rules.ts";
import type { Columns, ImportField } from "../columns/rules.ts";
import type { PairFault, PairNote } from "../pairs/rules.ts";
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
  /** With whom they were a pair before; files of old said nothing about it. */
  readonly mentorEmail?: string | null | undefined;
  /** For what the programme invited them as a mentor; files of old said nothing about it. */
  readonly invitedFor?: ReadonlyArray<string> | undefined;
}

/** What can be wrong with a row or a cell. `text.ts` says for each what to do. */
export type ImportFaultWord =
  | CellFault
  | ReportingFault
  | PairFault
  | PairNote
  | FaultWord
  | "duplicate-address"
  | "own-manager"
  | "bad-mentor"
  | "own-mentor"
  | "suggestion-used";

/** One thing that is wrong, and where. */
export interface ImportFault {
  readonly word: ImportFaultWord;
  /** "refused": the row is not imported. "pair": it is, without the mentor. "note": it is, and this was cleaned, left out, or is worth knowing. */
  readonly weight: "refused" | "pair" | "note";
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
  /** The line on which the same address stands already; for a manager or a mentor, the line that is refused. */
  readonly otherLine?: number | undefined;
  /** The addresses of a loop of managers. */
  readonly through?: ReadonlyArray<string> | undefined;
  /** Where a mentor has more mentees than places: how many of each. */
  readonly full?: { readonly places: number; readonly mentees: number } | undefined;
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
  const cells = new Cells(row, header, choices);
  const email = cells.take("email", readAddress, "");
  const said = readSaid(choices, cells, addressKey(email));
  const refused = cells.faults.some(({ weight }) => weight === "refused");
  return {
    line: row.line,
    email,
    emailKey: addressKey(email),
    said: refused ? undefined : said,
    faults: refused ? shortFirst(cells.faults) : cells.faults,
  };
}

type Weight = ImportFault["weight"];

/** The cells of one row by what they hold; collects what is wrong with them. */
class Cells {
  readonly faults: ImportFault[];
  readonly #row: Row;
  readonly #header: ReadonlyArray<string>;
  readonly #choices: ImportChoices;
  /** The headers of cells that could not even be read. */
  readonly #broken: ReadonlySet<string>;

  constructor(row: Row, header: ReadonlyArray<string>, choices: ImportChoices) {
    this.#row = row;
    this.#header = header;
    this.#choices = choices;
    // Spreadsheets leave out empty cells at the end of a row: what is needed is missed later, the rest counts as empty.
    const weigh = (word: FaultWord): Weight => (word === "row-too-short" ? "note" : "refused");
    this.faults = row.faults.map(({ word, column, name, line }) => ({
      word,
      weight: weigh(word),
      line,
      column,
      header: name ?? "",
      seen: "",
    }));
    this.#broken = new Set(this.faults.filter(({ weight }) => weight === "refused").map((fault) => fault.header));
  }

  /** Notes that something is wrong with a cell. */
  add(word: ImportFaultWord, weight: Weight, field: ImportField, suggestion?: string): void {
    const header = this.#choices.columns[field] ?? "";
    const seen = (this.#row.cells.get(header) ?? "").trim().slice(0, seenSigns);
    this.faults.push({
      word,
      weight,
      line: this.#row.line,
      column: this.#header.indexOf(header) + 1,
      header,
      seen,
      suggestion,
    });
  }

  /** Reads a cell; what cannot be read becomes a fault, one a cell, and `otherwise` stands in its place. */
  take<T>(field: ImportField, read: (text: string) => Reading<T>, otherwise: T, weight: Weight = "refused"): T {
    const text = this.#clean(field);
    if (text === undefined) return otherwise;
    const reading = read(text);
    if ("value" in reading) return reading.value;
    const { fault, suggestion } = reading;
    const second = this.#choices.useSuggestions && suggestion !== undefined ? read(suggestion) : reading;
    if ("value" in second) {
      this.add("suggestion-used", "note", field, suggestion);
      return second.value;
    }
    this.add(fault, weight, field, suggestion);
    return otherwise;
  }

  /** A cell as one clean line; `undefined` where its characters were refused. */
  #clean(field: ImportField): string | undefined {
    const name = this.#choices.columns[field];
    if (name === undefined) return "";
    if (this.#broken.has(name)) return undefined;
    const cell = cleanCell(this.#row.cells.get(name) ?? "", numbers.has(field));
    for (const note of cell.notes) this.add(note, "note", field);
    if (cell.refused) this.add(cell.refused, "refused", field);
    return cell.refused ? undefined : cell.text;
  }
}

/** What is missed only because a row ends too early is one fault and not one a cell. */
function shortFirst(faults: ReadonlyArray<ImportFault>): ReadonlyArray<ImportFault> {
  const from = faults.find(({ word }) => word === "row-too-short")?.column ?? Number.POSITIVE_INFINITY;
  const isMissed = ({ word, weight, column }: ImportFault) =>
    word !== "row-too-short" && weight === "refused" && column >= from;
  if (!faults.some(isMissed)) return faults;
  return faults
    .filter((fault) => !isMissed(fault))
    .map((fault) => (fault.word === "row-too-short" ? { ...fault, weight: "refused" } : fault));
}

function readSaid({ columns, everyoneIs }: ImportChoices, cells: Cells, emailKey: string): Partial<ImportedPerson> {
  const has = (field: ImportField) => columns[field] !== undefined;
  const site = cells.take("site", readLine, null);
  const name = has("name") ? cells.take("name", readName, "") : readParts(columns, cells);
  const roles = everyoneIs && !has("role") ? [everyoneIs] : cells.take<Roles>("role", readRoles, []);
  return {
    name,
    roles,
    ...(has("team") && { team: cells.take("team", readLine, null) }),
    ...(has("site") && { site }),
    ...(has("level") && { level: cells.take("level", readLevel, null, "note") }),
    ...(has("manager") && { managerEmail: readManager(cells, emailKey) }),
    ...(has("timeZone") && { timeZone: cells.take("timeZone", (text) => readZone(text, site ?? ""), null) }),
    ...(has("languages") && { languages: cells.take("languages", readLanguages, []) }),
    ...(has("offers") && { offers: cells.take("offers", readTopics, []) }),
    ...(has("goals") && { goals: cells.take("goals", readTopics, []) }),
    ...(has("limits") && { limits: cells.take("limits", readTopics, []) }),
    ...(has("capacity") && { capacity: cells.take("capacity", readCapacity, null) }),
    ...(has("availability") && { availability: cells.take("availability", readHours, null) }),
    ...(has("invitedFor") && { invitedFor: cells.take("invitedFor", readTopics, []) }),
    ...readMentor(has("mentor"), cells, emailKey),
  };
}

function readName(text: string): Reading<string> {
  const line = readLine(text);
  if ("fault" in line) return line;
  return line.value === null ? { fault: "no-name" } : { value: line.value };
}

function readParts(columns: Columns, cells: Cells): string {
  const first = cells.take("firstName", readLine, "") ?? "";
  const last = cells.take("lastName", readLine, "") ?? "";
  const name = `${first} ${last}`.trim();
  return name === "" ? cells.take(columns.firstName === undefined ? "lastName" : "firstName", readName, "") : name;
}

/** The address of somebody else; empty is fine. */
const readOther =
  (fault: "bad-manager" | "bad-mentor") =>
  (text: string): Reading<string | null> => {
    const address = text === "" ? { value: null } : readAddress(text);
    return "fault" in address ? { fault } : address;
  };

/** What cannot be a mentor's address says nothing: an empty cell would take a pair back. */
function readMentor(isThere: boolean, cells: Cells, emailKey: string): Pick<ImportedPerson, "mentorEmail"> {
  if (!isThere) return {};
  const mentor = cells.take("mentor", readOther("bad-mentor"), undefined, "pair");
  const isOwn = mentor && addressKey(mentor) === emailKey;
  if (isOwn) cells.add("own-mentor", "pair", "mentor");
  return mentor === undefined || isOwn ? {} : { mentorEmail: mentor };
}

function readManager(cells: Cells, emailKey: string): string | null {
  const manager = cells.take("manager", readOther("bad-manager"), null, "note");
  if (manager === null || addressKey(manager) !== emailKey) return manager;
  cells.add("own-manager", "note", "manager");
  return null;
}
