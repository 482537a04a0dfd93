import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readTable } from "./read-table.ts";
import type { Table } from "./table.ts";
import { withoutFormula, writeCsv } from "./write-csv.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const readText = (text: string) => readTable(utf8(text));
const wordsOf = ({ faults }: Table) => faults.map(({ word, line, column, name }) => [word, line, column, name]);
const column = ({ rows }: Table, name: string) => rows.map(({ cells }) => cells.get(name));

function utf16(text: string, order: "le" | "be"): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))].forEach((unit, at) =>
    view.setUint16(at * 2, unit, order === "le"),
  );
  return bytes;
}

describe("encodings", () => {
  const text = "name;city\r\nZoë Müller;São Paulo\r\n";
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ["UTF-8", utf8(text), "utf-8"],
    ["UTF-8 with a mark", utf8(`\uFEFF${text}`), "utf-8"],
    ["UTF-16, little end first", utf16(text, "le"), "utf-16le"],
    ["UTF-16, big end first", utf16(text, "be"), "utf-16be"],
    ["Windows-1252", Uint8Array.from(text, (sign) => sign.charCodeAt(0)), "windows-1252"],
  ])("reads %s", (_, bytes, encoding) => {
    const table = readTable(bytes);
    expect(table).toMatchObject({ encoding, delimiter: ";", header: ["name", "city"], faults: [] });
    expect(table.rows[0]?.raw).toEqual(["Zoë Müller", "São Paulo"]);
  });

  it("reads the euro sign and curly quotes of Windows-1252, which some decoders lose", () => {
    const bytes = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x80, 0x93, 0x94, 0x2c, 0x8a, 0x9f, 0xe9);
    expect(readTable(bytes).rows[0]?.raw).toEqual(["€“”", "ŠŸé"]);
  });

  it("says when some of the text could not be read", () => {
    const half = utf16("a,b\n1,2\n", "le").slice(0, -1);
    expect(wordsOf(readTable(half))[0]).toEqual(["undecodable", 1, 1, undefined]);
    const torn = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x2c, 0x62, 0x0a, 0xc3, 0x28, 0x2c, 0x32);
    expect(wordsOf(readTable(torn))[0]).toEqual(["undecodable", 1, 1, undefined]);
  });

  it.each([
    ["a spreadsheet of today", [0x50, 0x4b, 0x03, 0x04, 0, 0]],
    ["a spreadsheet of yesterday", [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ])("knows %s by its first bytes", (_, bytes) => {
    expect(readTable(Uint8Array.from(bytes))).toMatchObject({ rows: [], faults: [{ word: "not-a-text-file" }] });
  });
});

describe("delimiters", () => {
  it.each([
    ["a,b,c\n1,2,3\n", ","],
    ["a;b;c\n1;2;3\n", ";"],
    ["a\tb\tc\n1\t2\t3\n", "\t"],
    ["a|b|c\n1|2|3\n", "|"],
    ["name;topics\nAmara;hiring, budgeting, saying no\nBruno;teams, writing\n", ";"],
    ['"last, first";city\n"Diallo, Amara";Berlin\n', ";"],
    ["name\nAmara\n", ","],
    ["sep=;\r\na;b\r\n1;2\r\n", ";"],
  ])("%j", (text, delimiter) => {
    const table = readText(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.faults).toEqual([]);
  });

  it("counts the line on which a spreadsheet names its delimiter", () => {
    expect(readText("sep=;\r\na;b\r\n1;2\r\n").rows.map(({ line }) => line)).toEqual([3]);
  });
});

describe("faults", () => {
  it.each<[string, string, ReadonlyArray<unknown>]>([
    ["nothing at all", "", ["empty-file", 1, 1, undefined]],
    ["nothing but empty lines", "\n\r\n\n", ["empty-file", 1, 1, undefined]],
    ["a row that is too short", "name,city\nAmara\n", ["row-too-short", 2, 2, "city"]],
    ["a row that is too long", "name,city\nAmara,Berlin,Praha\n", ["row-too-long", 2, 3, undefined]],
    ["a row with nothing in it", "name,city\nAmara,Berlin\n,\n", ["empty-row", 3, 1, undefined]],
    ["U+0000", "name,city\nAmara,Ber\0lin\n", ["nul-byte", 2, 2, "city"]],
    ["an unclosed quote", 'name,city\nAmara,"Berlin\n', ["unclosed-quote", 2, 2, "city"]],
    ["text after a quote", 'name,city\n"Amara" D.,Berlin\n', ["text-after-quote", 2, 1, "name"]],
    ["a column that stands twice", "name,name\nAmara,Bruno\n", ["duplicate-column", 1, 2, "name"]],
    ["a column without a name", "name,,city\nAmara,x,Berlin\n", ["unnamed-column", 1, 2, undefined]],
  ])("%s", (_, text, fault) => {
    expect(wordsOf(readText(text))).toEqual([fault]);
  });

  it("also stand with the row they belong to, and the row with them is still there", () => {
    const [good, short] = readText("name,city\nAmara,Berlin\nBruno\n").rows;
    expect(good?.faults).toEqual([]);
    expect(short).toMatchObject({ line: 3, raw: ["Bruno"], faults: [{ word: "row-too-short" }] });
    expect(short?.cells.get("city")).toBe("");
  });

  it("are not found in cells that a spreadsheet left empty on the right", () => {
    expect(readText("name,city,,\nAmara,Berlin,,\nBruno,Praha,,\n")).toMatchObject({
      header: ["name", "city"],
      faults: [],
    });
  });

  it("leave the first of two columns with one name in force", () => {
    expect(column(readText("name,name\nAmara,Bruno\n"), "name")).toEqual(["Amara"]);
  });

  it("are no way into the prototype of anything", () => {
    const table = readText("__proto__,constructor\nx,y\n");
    expect(table.rows[0]?.cells.get("__proto__")).toBe("x");
    expect(table.rows[0]?.cells.get("toString")).toBeUndefined();
  });
});

describe("limits", () => {
  it.each<[string, string, object, string]>([
    ["too many bytes", "name\nAmara\n", { sizeBytes: 5 }, "too-large"],
    ["too many rows", "name\nAmara\nBruno\nChidi\n", { rows: 2 }, "too-many-rows"],
    ["too many columns", ",".repeat(300).replaceAll(",", "a,") + "z\n", {}, "too-many-columns"],
    ["too many faults", `a,b\n${"x\n".repeat(10_500)}`, {}, "too-many-faults"],
  ])("%s", (_, text, limits, word) => {
    const table = readTable(utf8(text), limits);
    expect(table.faults.at(-1)?.word ?? table.faults[0]?.word).toBe(word);
    expect(table.rows.length).toBeLessThanOrEqual(10_000);
  });
});

const people = new URL("../../../shared/people/", import.meta.url);
const isThere = existsSync(fileURLToPath(people));
if (!isThere) console.log("Skipped: the lists of made-up people are not beside this checkout.");
const fileOf = (name: string) => readTable(readFileSync(fileURLToPath(new URL(name, people))));

describe.skipIf(!isThere)("lists of people", () => {
  it("reads the clean one without a fault", () => {
    const table = fileOf("cohort-300.csv");
    expect(table).toMatchObject({ encoding: "utf-8", delimiter: ",", faults: [] });
    expect(table.rows).toHaveLength(420);
    expect(column(table, "role").filter((role) => role === "mentor")).toHaveLength(120);
    expect(column(table, "availability")).toContain("Tue,Thu 14:00-18:00");
  });

  it("finds what is wrong with the export of a personnel system as a table, and reads the rest as it stands", () => {
    const table = fileOf("hr-export-messy.csv");
    expect(table).toMatchObject({ encoding: "utf-8", delimiter: ";" });
    expect(table.header[0]).toBe("Full Name");
    expect(wordsOf(table)).toEqual([
      ["nul-byte", 28, 1, "Full Name"],
      ["row-too-short", 93, 3, "Role"],
      ["empty-row", 94, 1, undefined],
    ]);
    expect(column(table, "Full Name")).toContain("  Two\nLines  ");
    expect(table.rows.find(({ cells }) => cells.get("Full Name") === '=HYPERLINK("x")')?.line).toBe(15);
  });

  it("reads its own writing back", () => {
    const table = fileOf("hr-export-messy.csv");
    const again = readTable(utf8(writeCsv([table.header, ...table.rows.map(({ raw }) => raw)], { delimiter: ";" })));
    expect(again.rows.map(({ raw }) => raw)).toEqual(table.rows.map(({ raw }) => raw.map(withoutFormula)));
  });
});
