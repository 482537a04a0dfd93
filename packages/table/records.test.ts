import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsOf } from "./records.ts";
import type { Delimiter } from "./table.ts";

const read = (text: string, delimiter: Delimiter = ",") => [...recordsOf(text, delimiter)];
const cellsOf = (text: string, delimiter: Delimiter = ",") => read(text, delimiter).map(({ cells }) => cells);

describe("splitting text into records", () => {
  it.each<[string, string, ReadonlyArray<ReadonlyArray<string>>]>([
    [
      "line feeds",
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "carriage returns with line feeds",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "carriage returns alone",
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "no end of the last line",
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["empty cells at both ends", ",b,\n", [["", "b", ""]]],
    [
      "quotes around delimiters and line breaks",
      '"a,\n1","b"\r\nc,d',
      [
        ["a,\n1", "b"],
        ["c", "d"],
      ],
    ],
    ["doubled quotes", '"say ""no""",b', [['say "no"', "b"]]],
    ["a quoted cell with nothing in it", '"",""', [["", ""]]],
    ["a quote inside a plain cell", 'the 6" nail,b', [['the 6" nail', "b"]]],
    ["space after a quote", '"a"  ,b', [["a", "b"]]],
    [
      "lines with nothing on them",
      "\n\na,b\n\n\nc,d\n\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["nothing", "", []],
  ])("reads %s", (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
    expect(read(text).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("knows on which line each record starts, whatever is inside the quotes before", () => {
    const text = 'a,b\n"one\ntwo\r\nthree\rfour",x\r\n\r\nlast,y';
    expect(read(text).map(({ line }) => line)).toEqual([1, 2, 7]);
  });

  it("names an unclosed quote with its place, and still reads the rows behind it", () => {
    const [first, second, third] = read('Amara,"Lisboa\nBruno,Praha\nChidi,Berlin');
    expect(first).toEqual({
      line: 1,
      cells: ["Amara", '"Lisboa'],
      faults: [{ word: "unclosed-quote", line: 1, column: 2 }],
    });
    expect([second?.cells, third?.cells]).toEqual([
      ["Bruno", "Praha"],
      ["Chidi", "Berlin"],
    ]);
  });

  it("names text after a quote, and keeps it", () => {
    expect(read('a,"b" c,d')).toEqual([
      { line: 1, cells: ["a", "b c", "d"], faults: [{ word: "text-after-quote", line: 1, column: 2 }] },
    ]);
  });

  it("gives the line of the cell, not of the row, for a fault behind a line break", () => {
    const [row] = read('"one\ntwo",a\0b');
    expect(row?.faults).toEqual([{ word: "nul-byte", line: 2, column: 2 }]);
  });

  it("reads the same cells as another well-kept reader, wherever that one accepts the text", () => {
    let compared = 0;
    const signs = fc.constantFrom("a", "é", '"', '"', '""', ",", ",", ";", "\n", "\r\n", " ", "x", "=", "\t");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        let theirs: string[][];
        try {
          theirs = parse(text, { relaxColumnCount: true, skipEmptyLines: true, recordDelimiter: ["\r\n", "\n", "\r"] });
        } catch {
          return;
        }
        compared += 1;
        expect(cellsOf(text)).toEqual(theirs);
      }),
      { numRuns: 5000, seed: 20 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it("loses no sign of a text without quotes, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (any) => {
        const text = any.replaceAll('"', "");
        expect(cellsOf(text).flat().join("")).toBe(text.replaceAll(/[,\r\n]/gu, ""));
      }),
      { numRuns: 2000, seed: 21 },
    );
  });
});
