import { recordsOf, type Start } from "./records.ts";
import type { Delimiter } from "./table.ts";

/** What separates the cells of a file, and where its first record begins. */
export interface Layout {
  readonly delimiter: Delimiter;
  readonly start: Start;
}

const delimiters: ReadonlyArray<Delimiter> = [",", ";", "\t", "|"];
const sampleSize = 64 * 1024;
const sampleRecords = 20;

/** Finds out what separates cells: by a first line `sep=;` as spreadsheets write it, else by what makes the rows even. */
export function layoutOf(text: string): Layout {
  const [line, told] = /^sep=([,;|\t])(?:\r\n|\n|\r|$)/iu.exec(text.slice(0, 8)) ?? [];
  const known = delimiters.find((delimiter) => delimiter === told);
  if (line !== undefined && known !== undefined) return { delimiter: known, start: { at: line.length, line: 2 } };

  const sample = text.slice(0, sampleSize);
  let best: Layout = { delimiter: ",", start: { at: 0, line: 1 } };
  let bestEvenness = 0;
  for (const delimiter of delimiters) {
    const evenness = evennessOf(sample, delimiter);
    if (evenness <= bestEvenness) continue;
    bestEvenness = evenness;
    best = { delimiter, start: { at: 0, line: 1 } };
  }
  return best;
}

/** How many columns the first record has, times the share of the following records that have as many. */
function evennessOf(sample: string, delimiter: Delimiter): number {
  let columns = 0;
  let records = 0;
  let even = 0;
  for (const { cells } of recordsOf(sample, delimiter)) {
    if (records === 0) columns = cells.length;
    records += 1;
    if (cells.length === columns) even += 1;
    if (records === sampleRecords) break;
  }
  return columns > 1 ? columns * (even / records) : 0;
}
