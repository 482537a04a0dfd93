import type { Delimiter } from "./table.ts";

/** How a file is written. */
export interface WriteOptions {
  /** A comma unless told. */
  readonly delimiter?: Delimiter | undefined;
  /** Begin with a byte-order mark, by which spreadsheets know UTF-8; true unless told. */
  readonly mark?: boolean | undefined;
}

/** Signs that make a spreadsheet take a cell for a formula, also in their full-width form and after space. */
const formula = /^[\s\u00A0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** Whatever any program could take for the end of a cell. */
const needsQuotes = /[",;|\t\r\n]|^\s|\s$/u;

/**
 * Writes rows as a file that any spreadsheet opens: quoted where needed, CRLF at the end of each row.
 * A cell that would run as a formula gets an apostrophe in front, so that it is shown and never run.
 */
export function writeCsv(
  rows: Iterable<ReadonlyArray<string>>,
  { delimiter = ",", mark = true }: WriteOptions = {},
): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(`${row.map(cellOf).join(delimiter)}\r\n`);
  return (mark ? "\uFEFF" : "") + lines.join("");
}

/** Puts an apostrophe before a text that a spreadsheet would take for a formula. */
export function withoutFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

function cellOf(text: string): string {
  const safe = withoutFormula(text);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
