/** How the bytes of a file became text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What separates two cells. */
export type Delimiter = "," | ";" | "\t" | "|";

/** What can be wrong with a file, a row or a cell. */
export type FaultWord =
  | "empty-file"
  | "too-large"
  | "too-many-rows"
  | "too-many-columns"
  | "too-many-faults"
  | "not-a-text-file"
  | "undecodable"
  | "nul-byte"
  | "unclosed-quote"
  | "text-after-quote"
  | "unnamed-column"
  | "duplicate-column"
  | "row-too-short"
  | "row-too-long"
  | "empty-row";

/** One thing that is wrong, and where. */
export interface Fault {
  readonly word: FaultWord;
  /** The line of the file on which it stands, from 1. */
  readonly line: number;
  /** The cell in its row, from 1. */
  readonly column: number;
  /** The header of that column, where there is one. */
  readonly name?: string | undefined;
}

/** One record of the file. */
export interface Row {
  /** The line on which it starts, from 1: a cell may hold line breaks. */
  readonly line: number;
  /** By the name of the column, as written; whatever is missing is an empty string, whatever has no column is left out. */
  readonly cells: ReadonlyMap<string, string>;
  /** The cells as they stand, for writing the row out again. */
  readonly raw: ReadonlyArray<string>;
  /** What is wrong with this row; the same faults also stand in the table's list. */
  readonly faults: ReadonlyArray<Fault>;
}

/** A file that was read; what is wrong with it is listed in `faults`. */
export interface Table {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Column names, trimmed, in order. */
  readonly header: ReadonlyArray<string>;
  /** Rows in which anything is written. */
  readonly rows: ReadonlyArray<Row>;
  /** Everything that is wrong, by line. */
  readonly faults: ReadonlyArray<Fault>;
}

/** Limits of one reading. A file may have 200 columns; reading ends after 10,000 faults. */
export interface ReadLimits {
  /** 16 MiB unless told. */
  readonly sizeBytes?: number | undefined;
  /** 100,000 unless told. */
  readonly rows?: number | undefined;
}
