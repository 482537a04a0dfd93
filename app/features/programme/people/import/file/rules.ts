/** The file itself: read as the server reads it, and written anew with the rows that were refused. */
import { readTable, type Table, writeCsv } from "@oakroom/table";

/** Reads the bytes of a file, as the server does. */
export function readFile(bytes: Uint8Array<ArrayBuffer>): Table {
  return readTable(bytes);
}

/** A file of the rows that were refused, as they stood, with one more column that says what to do. Safe to open in a spreadsheet. */
export function writeRefused(
  table: Table,
  refused: ReadonlyArray<number>,
  column: string,
  whatToDo: (line: number) => string,
): string {
  const lines = new Set(refused);
  const rows = table.rows
    .filter(({ line }) => lines.has(line))
    .map(({ raw, line }) => [...table.header.map((_, at) => raw[at] ?? ""), whatToDo(line)]);
  return writeCsv([[...table.header, column], ...rows], { delimiter: table.delimiter });
}
