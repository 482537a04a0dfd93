import { describe, expect, it } from "vitest";
import { readFile, writeRefused } from "./file/rules.ts";
import { planImport } from "./rules.ts";
import { recogniseColumns } from "./columns/rules.ts";
import { sayFault, sayStopped } from "./text.ts";

describe("what an import says", () => {
  it("names what is wrong, and what to do", () => {
    expect(sayFault({ word: "unknown-role", seen: "Mentro", header: "Role", suggestion: "mentor" })).toBe(
      "“Mentro” is not a role. Write mentor, mentee or both. Did you mean “mentor”?",
    );
    expect(sayFault({ word: "manager-loop", seen: "", header: "", through: ["b@x", "a@x"] })).toContain("b@x → a@x");
  });
  it("is calm about a word that it does not know", () => {
    expect(sayFault({ word: "toString", seen: "", header: "" })).toBe(
      "Something is wrong here. Look at this cell once more.",
    );
    expect(sayStopped("constructor")).toBe("This file cannot be imported.");
  });
});

describe("the file of refused rows", () => {
  it("has the rows as they stood with what to do, safe for a spreadsheet, and can be imported once corrected", () => {
    const bytes = new TextEncoder().encode(
      'Name;Email;Role\n"=1+1";ana@x.example;mentee\nBen;ben@x.example;mentor\nCleo;;mentee',
    );
    const table = readFile(bytes);
    const plan = planImport(table, { columns: recogniseColumns(table.header) }, []);
    const file = writeRefused(table, plan.refused, "What to do", (line) => `line ${line}`);
    expect(file).toBe(
      "\uFEFFName;Email;Role;What to do\r\n'=1+1;ana@x.example;mentee;line 2\r\nCleo;;mentee;line 4\r\n",
    );
    const corrected = readFile(
      new TextEncoder().encode(file.replace("'=1+1", "Ana").replace("Cleo;;", "Cleo;cleo@x.example;")),
    );
    expect(
      planImport(corrected, { columns: recogniseColumns(corrected.header) }, []).added.map(({ person }) => person.name),
    ).toEqual(["Ana", "Cleo"]);
  });
});
