import { decode } from "./decode.ts";
import { layoutOf } from "./delimiter.ts";
import { recordsOf, type RecordFault, type TextRecord } from "./records.ts";
import type { Fault, FaultWord, ReadLimits, Row, Table } from "./table.ts";

const usualSizeBytes = 16 * 1024 * 1024;
const usualRows = 100_000;
const mostColumns = 200;
const mostFaults = 10_000;

interface Columns {
  readonly header: ReadonlyArray<string>;
  /** The position of each name that counts: the first one where a name stands twice. */
  readonly places: ReadonlyArray<readonly [name: string, at: number]>;
  readonly faults: ReadonlyArray<Fault>;
}

interface Body {
  readonly rows: ReadonlyArray<Row>;
  readonly faults: ReadonlyArray<Fault>;
}

/**
 * Reads a file of comma-, semicolon-, tab- or pipe-separated values.
 * Never throws: faults carry the line, the column and a word. Rows with faults are among the rows all the same.
 */
export function readTable(bytes: Uint8Array<ArrayBuffer>, limits: ReadLimits = {}): Table {
  if (bytes.length > (limits.sizeBytes ?? usualSizeBytes)) return nothing("utf-8", "too-large");
  const { encoding, text, fault } = decode(bytes);
  if (fault === "not-a-text-file") return nothing(encoding, fault);

  const { delimiter, start } = layoutOf(text);
  const records = recordsOf(text, delimiter, start);
  const first = records.next();
  if (first.done) return nothing(encoding, fault ?? "empty-file");
  const columns = columnsOf(first.value);
  const body =
    columns.header.length > mostColumns ? tooWide(first.value) : bodyOf(records, columns, limits.rows ?? usualRows);
  const whole: ReadonlyArray<Fault> = fault ? [{ word: fault, line: 1, column: 1 }] : [];
  const faults = [...whole, ...columns.faults, ...body.faults].toSorted((a, b) => a.line - b.line);
  return { encoding, delimiter, header: columns.header, rows: body.rows, faults };
}

function nothing(encoding: Table["encoding"], word: FaultWord): Table {
  return { encoding, delimiter: ",", header: [], rows: [], faults: [{ word, line: 1, column: 1 }] };
}

function tooWide({ line }: TextRecord): Body {
  return { rows: [], faults: [{ word: "too-many-columns", line, column: mostColumns + 1 }] };
}

/** Names the columns. Cells without a name at the end of the header are what spreadsheets leave behind, and no columns. */
function columnsOf({ line, cells, faults }: TextRecord): Columns {
  const names = cells.map((cell) => cell.trim());
  const header = names.slice(0, names.findLastIndex((name) => name !== "") + 1);
  const places: Array<readonly [string, number]> = [];
  const found: Fault[] = faults.map((fault) => named(fault, header));
  const seen = new Set<string>();
  header.forEach((name, at) => {
    if (name === "") found.push({ word: "unnamed-column", line, column: at + 1 });
    else if (seen.has(name)) found.push({ word: "duplicate-column", line, column: at + 1, name });
    else places.push([name, at]);
    seen.add(name);
  });
  return { header, places, faults: found };
}

function bodyOf(records: Iterable<TextRecord>, columns: Columns, mostRows: number): Body {
  const rows: Row[] = [];
  const faults: Fault[] = [];
  for (const record of records) {
    const row = rowOf(record, columns);
    const stop = rows.length === mostRows ? "too-many-rows" : "too-many-faults";
    if (rows.length === mostRows || faults.length + row.faults.length > mostFaults) {
      faults.push({ word: stop, line: record.line, column: 1 });
      break;
    }
    faults.push(...row.faults);
    if (!isEmpty(record)) rows.push(row);
  }
  return { rows, faults };
}

function rowOf(record: TextRecord, { header, places }: Columns): Row {
  const { line, cells } = record;
  const faults: Fault[] = record.faults.map((fault) => named(fault, header));
  const extra = cells.findIndex((cell, at) => at >= header.length && cell.trim() !== "");
  if (isEmpty(record)) faults.push({ word: "empty-row", line, column: 1 });
  else if (cells.length < header.length)
    faults.push(named({ word: "row-too-short", line, column: cells.length + 1 }, header));
  else if (extra >= 0) faults.push({ word: "row-too-long", line, column: extra + 1 });
  return { line, cells: new Map(places.map(([name, at]) => [name, cells[at] ?? ""])), raw: cells, faults };
}

const isEmpty = ({ cells }: TextRecord) => cells.every((cell) => cell.trim() === "");

function named(fault: RecordFault | Fault, header: ReadonlyArray<string>): Fault {
  const name = header[fault.column - 1];
  return name === undefined || name === "" ? fault : { ...fault, name };
}
