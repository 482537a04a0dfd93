import type { Delimiter, FaultWord } from "./table.ts";

/** What can be wrong inside one record, before columns have names. */
export interface RecordFault {
  readonly word: Extract<FaultWord, "nul-byte" | "unclosed-quote" | "text-after-quote">;
  readonly line: number;
  readonly column: number;
}

/** One record: its cells, and the line on which it starts. */
export interface TextRecord {
  readonly line: number;
  readonly cells: ReadonlyArray<string>;
  readonly faults: ReadonlyArray<RecordFault>;
}

/** Where to begin: an index into the text, and the number of its line. */
export interface Start {
  readonly at: number;
  readonly line: number;
}

const top: Start = { at: 0, line: 1 };

interface Reader {
  readonly text: string;
  readonly delimiter: Delimiter;
  at: number;
  line: number;
}

/**
 * Splits text into records (RFC 4180, and what programs write beyond it): CRLF, LF or CR ends a record, quotes hold
 * delimiters, line breaks and doubled quotes, a quote inside a plain cell is a sign like any other.
 * Lines with nothing on them are passed over. Never throws.
 */
export function* recordsOf(text: string, delimiter: Delimiter, from: Start = top): Generator<TextRecord> {
  const reader: Reader = { text, delimiter, ...from };
  while (reader.at < text.length) {
    if (skipLineEnd(reader)) continue;
    yield readRecord(reader);
  }
}

function readRecord(reader: Reader): TextRecord {
  const { line } = reader;
  const cells: string[] = [];
  const faults: RecordFault[] = [];
  for (;;) {
    const start = reader.line;
    const report = (word: RecordFault["word"]) => void faults.push({ word, line: start, column: cells.length + 1 });
    const cell = reader.text[reader.at] === '"' ? readQuoted(reader, report) : readPlain(reader);
    if (cell.includes("\0")) report("nul-byte");
    cells.push(cell);
    if (reader.text[reader.at] !== reader.delimiter) break;
    reader.at += 1;
  }
  skipLineEnd(reader);
  return { line, cells, faults };
}

/** Reads up to the next delimiter or line end. */
function readPlain(reader: Reader): string {
  const { text, delimiter } = reader;
  const start = reader.at;
  let at = start;
  for (; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === delimiter || sign === "\n" || sign === "\r") break;
  }
  reader.at = at;
  return text.slice(start, at);
}

function readQuoted(reader: Reader, report: (word: RecordFault["word"]) => void): string {
  const { text } = reader;
  let cell = "";
  let from = reader.at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      report("unclosed-quote");
      // A quote that nothing closes is a sign of its cell, so that the rows after it are still read as rows.
      return readPlain(reader);
    }
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      reader.line += lineEndsIn(text, reader.at, quote);
      reader.at = quote + 1;
      break;
    }
    cell += '"';
    from = quote + 2;
  }
  const rest = readPlain(reader);
  // Space between a quote and the delimiter is how some programs line up columns.
  if (rest.trim() === "") return cell;
  report("text-after-quote");
  return cell + rest;
}

function skipLineEnd(reader: Reader): boolean {
  const { text, at } = reader;
  const sign = text[at];
  if (sign !== "\n" && sign !== "\r") return false;
  reader.at += sign === "\r" && text[at + 1] === "\n" ? 2 : 1;
  reader.line += 1;
  return true;
}

function lineEndsIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const sign = text[at];
    if (sign === "\n" || (sign === "\r" && text[at + 1] !== "\n")) count += 1;
  }
  return count;
}
