import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "./read-table.ts";
import { withoutFormula, writeCsv } from "./write-csv.ts";

const readBack = (text: string) => readTable(new TextEncoder().encode(text));

describe("writing rows", () => {
  it("quotes what needs it, ends rows with CRLF, and begins with a mark unless told", () => {
    const rows = [
      ["name", "note"],
      ["Amara", 'say "no", then\nbreathe'],
      [" Bruno ", ""],
    ];
    const text = 'name,note\r\nAmara,"say ""no"", then\nbreathe"\r\n" Bruno ",\r\n';
    expect(writeCsv(rows)).toBe(`\uFEFF${text}`);
    expect(writeCsv(rows, { mark: false })).toBe(text);
  });

  it("writes cells that read back the same, but for the apostrophe of a formula", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(
        fc.constantFrom(",", ";", "\t", "|"),
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }),
        (delimiter, rows) => {
          const told = rows.filter((row) => row.some((text) => text.trim() !== ""));
          const table = readBack(writeCsv([["one", "two", "three"], ...told], { delimiter }));
          expect(table.rows.map(({ raw }) => raw)).toEqual(told.map((row) => row.map(withoutFormula)));
        },
      ),
      { numRuns: 2000, seed: 22 },
    );
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00A0=1",
    "\uFEFF=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
  ])("shows %j and never runs it", (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
  });

  it.each(["", "Amara", "a=b", "1-2", "'=1+1", "mail@example", "– a dash"])("leaves %j as it is", (text) => {
    expect(withoutFormula(text)).toBe(text);
  });
});

const badInput = new URL("../../../shared/badinput/", import.meta.url);
const isThere = existsSync(fileURLToPath(badInput));
if (!isThere) console.log("Skipped: the collection of bad input is not beside this checkout.");
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, badInput)), "utf8");

describe.skipIf(!isThere)("bad input", () => {
  const lines = (name: string) => read(name).trim().split("\n");
  const injections: string[] = isThere ? lines("csv-injection.txt").map((line) => JSON.parse(line)) : [];
  const edges: string[] = isThere ? lines("unicode-and-edge.ndjson").map((line) => JSON.parse(line).text) : [];
  const naughty: string[] = isThere ? JSON.parse(read("blns.json")) : [];
  const texts = [...naughty, ...injections, ...edges];

  it("goes in and out of a file without being lost, cut or run", () => {
    expect(texts.length).toBeGreaterThan(500);
    const rows = texts.map((text, at) => [String(at), text.toWellFormed(), "end"]);
    const table = readBack(writeCsv([["number", "text", "last"], ...rows]));
    expect(table.rows.map(({ raw }) => raw)).toEqual(rows.map((row) => row.map(withoutFormula)));
    const words = new Set(table.faults.map(({ word }) => word));
    expect([...words]).toEqual(["nul-byte"]);
  });

  it("never makes the reader throw, as a whole file either", () => {
    for (const text of texts) expect(() => readBack(text)).not.toThrow();
  });

  it("holds no cell that a spreadsheet would run", () => {
    for (const text of injections) {
      const [row] = readBack(`number,text\r\n${writeCsv([["1", text]], { mark: false })}`).rows;
      expect(row?.raw[1]).not.toMatch(/^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]/u);
    }
  });
});
