import { readFileSync } from "node:fs";
import { readTable } from "@oakroom/table";
import { describe, expect, it } from "vitest";
import { ParticipantId } from "../../../../values/id.ts";
import { addressKey } from "../../../../values/text.ts";
import { countColumns, recogniseColumns } from "./columns/rules.ts";
import type { ImportChoices } from "./row/rules.ts";
import { type KnownPerson, planImport } from "./rules.ts";

const header = "Name,Email,Role,Team,Manager,Time zone,Capacity,Availability,Languages,Offers,Goals";
const bytes = (text: string) => new TextEncoder().encode(text);
const plan = (text: string, choices: Partial<ImportChoices> = {}, existing: ReadonlyArray<KnownPerson> = []) => {
  const table = readTable(bytes(text));
  return planImport(table, { columns: recogniseColumns(table.header), ...choices }, existing);
};
const known = (text: string): ReadonlyArray<KnownPerson> =>
  plan(text).added.map(({ email, person }, at) => ({
    id: ParticipantId.parse(`01890000-0000-7000-8000-${String(at).padStart(12, "0")}`),
    emailKey: addressKey(email),
    imported: person,
    now: person,
    state: "added" as const,
    places: null,
    mentors: [],
  }));
const said = (text: string, choices: Partial<ImportChoices> = {}) =>
  plan(text, choices).faults.map(({ word, weight, line, column, suggestion }) =>
    [word, weight, line, column, ...(suggestion ? [suggestion] : [])].join(" "),
  );

const read = (file: string) =>
  readTable(new Uint8Array(readFileSync(new URL(`../../../../../journeys/people/${file}`, import.meta.url))));

describe("whole files", () => {
  it("the clean one adds everyone and finds nothing to say", () => {
    const table = read("cohort-300.csv");
    const found = planImport(table, { columns: recogniseColumns(table.header) }, []);
    expect([found.added.length, found.refused.length, found.faults]).toEqual([420, 0, []]);
    expect(Object.keys(recogniseColumns(table.header))).toHaveLength(14);
  });
  it("the messy one refuses what cannot be used, and says where and why", () => {
    const table = read("hr-export-messy.csv");
    const found = planImport(table, { columns: recogniseColumns(table.header) }, []);
    expect(Object.keys(recogniseColumns(table.header))).toHaveLength(14);
    const refused = found.faults
      .filter(({ weight }) => weight === "refused")
      .map(
        ({ word, line, header: name, seen, suggestion = "", otherLine = "" }) =>
          `${line} ${name}: ${word} ${[seen, suggestion, otherLine].join("|")}`,
      );
    expect(refused).toEqual([
      "5 E-Mail: duplicate-address MATEO.TRAN@NORTHWIND.EXAMPLE||4",
      "7 E-Mail: bad-address not-an-address||",
      "9 Role: unknown-role Mentro|mentor|",
      "11 Time zone: unknown-time-zone CET+1|Europe/Berlin|",
      "13 Places: bad-capacity -2||",
      '15 Full Name: formula =HYPERLINK("x")||',
      "28 Full Name: nul-byte ||",
      "32 E-Mail: no-address ||",
      "93 E-Mail: bad-address row||",
      "93 Role: row-too-short ||",
    ]);
    expect([found.added.length, found.refused.length, found.empty]).toEqual([82, 9, 1]);
    const notes = found.faults.filter(({ weight }) => weight === "note");
    expect(notes.filter(({ word }) => word !== "unknown-manager").map(({ word, line }) => `${line} ${word}`)).toEqual([
      "17 line-break",
      "22 manager-loop",
      "24 manager-loop",
      "26 own-manager",
      "30 invisible-characters",
      "94 empty-row",
    ]);
    // Farid Horák manages people, and stands on line 11 with a time zone that is none.
    expect(notes.find(({ line }) => line === 3)).toMatchObject({
      word: "unknown-manager",
      seen: "farid.horak@northwind.example",
      otherLine: 11,
    });
  });
});

describe("what can be wrong", () => {
  it.each([
    [
      "an address that stands there already, in capitals",
      "Ana,ana@x.example,mentee\nBen,ANA@X.EXAMPLE,mentor",
      ["duplicate-address refused 3 2"],
    ],
    ["no address", "Ana,,mentee", ["no-address refused 2 2"]],
    ["something else than an address", "Ana,ana at x,mentee", ["bad-address refused 2 2"]],
    ["a misspelt role", "Ana,ana@x.example,Mentro", ["unknown-role refused 2 3 mentor"]],
    ["no role", "Ana,ana@x.example,", ["no-role refused 2 3"]],
    ["a zone that is none", "Ana,ana@x.example,mentee,,,CET+1", ["unknown-time-zone refused 2 6 Europe/Berlin"]],
    ["a negative number of places", "Ana,ana@x.example,mentor,,,,-2", ["bad-capacity refused 2 7"]],
    ["an absurd number of places", "Ana,ana@x.example,mentor,,,,5000", ["bad-capacity refused 2 7"]],
    ["a manager whom nobody knows", "Ana,ana@x.example,mentee,,boss@x.example", ["unknown-manager note 2 5"]],
    ["somebody who manages herself", "Ana,ana@x.example,mentee,,ANA@x.example", ["own-manager note 2 5"]],
    [
      "two who manage each other",
      "Ana,ana@x.example,mentee,,ben@x.example\nBen,ben@x.example,mentor,,ana@x.example",
      ["manager-loop note 2 5", "manager-loop note 3 5"],
    ],
    ["a manager without an address", "Ana,ana@x.example,mentee,,Ben Berg", ["bad-manager note 2 5"]],
    ["a formula", '"=HYPERLINK(""x"")",ana@x.example,mentee', ["formula refused 2 1"]],
    ["a null character", "A\0na,ana@x.example,mentee", ["nul-byte refused 2 1"]],
    ["an invisible character", "An\u200Ba,ana@x.example,mentee", ["invisible-characters note 2 1"]],
    ["a line break in a name", '"Ana\nAlm",ana@x.example,mentee', ["line-break note 2 1"]],
    ["hours that nobody can read", "Ana,ana@x.example,mentee,,,,,whenever", ["bad-availability refused 2 8"]],
    ["a row with too few cells", "short,row", ["bad-address refused 2 2"]],
    ["a row with too many cells", `Ana,ana@x.example,mentee,,,,,,,,,more`, ["row-too-long refused 2 12"]],
    ["no name", " ,ana@x.example,mentee", ["no-name refused 2 1"]],
    ["an empty row", "Ana,ana@x.example,mentee\n,,,,\n", ["empty-row note 3 1"]],
  ])("%s", (_, rows, faults) => {
    expect(said(`${header}\n${rows}`).filter((fault) => !fault.startsWith("row-too-short"))).toEqual(faults);
  });

  it("is found in the loop of three, each told the way round", () => {
    const found = plan(
      `${header}\nAna,a@x,mentee,,b@x\nBen,b@x,mentee,,c@x\nCleo,c@x,mentor,,a@x\nDan,d@x,mentor,,a@x`,
    );
    expect(found.faults.filter(({ word }) => word === "manager-loop").map(({ through }) => through?.join(" "))).toEqual(
      ["b@x c@x a@x", "c@x a@x b@x", "a@x b@x c@x"],
    );
  });

  it("takes proposals where they are wanted, and says so", () => {
    const found = plan(`${header}\nAna,ana@x.example,Mentro,,,CET+1`, { useSuggestions: true });
    expect(found.added[0]?.person).toMatchObject({ roles: ["mentor"], timeZone: "Europe/Berlin" });
    expect(
      found.faults.filter(({ word }) => word === "suggestion-used").map(({ seen, suggestion }) => [seen, suggestion]),
    ).toEqual([
      ["Mentro", "mentor"],
      ["CET+1", "Europe/Berlin"],
    ]);
  });

  it("stops a file whose columns say too little", () => {
    expect(plan("Colour,Shape\nred,round").stopped).toBe("no-address-column");
    expect(plan("Name,Email\nAna,ana@x.example").stopped).toBe("no-role-column");
    expect(plan("Name,Email\nAna,ana@x.example", { everyoneIs: "mentee" }).added).toHaveLength(1);
    expect(plan("").stopped).toBe("empty-file");
  });
});

describe("the columns", () => {
  it("are known by their names, or set by hand: each counts as what it is", () => {
    const names = ["Name", "Email", "Role", "Colour"];
    const chosen = [
      ["Name", "name"],
      ["Email", "email"],
      ["Role", "team"],
      ["Colour", ""],
    ] as const;
    expect(countColumns(names, chosen)).toEqual({ byName: 2, byHand: 1 });
  });
});

describe("what a row says", () => {
  it("roles are a set", () => {
    const found = plan(`${header}\nA,a@x,Both\nB,b@x,mentee and mentor\nC,c@x,Mentor; Mentee\nD,d@x,MENTOR`);
    expect(found.added.map(({ person }) => person.roles.join())).toEqual([
      "mentor,mentee",
      "mentor,mentee",
      "mentor,mentee",
      "mentor",
    ]);
  });
  it("languages become codes, lists split at what separates them, a dash is nothing", () => {
    const [added] = plan(
      `${header}\nA,a@x,mentor,-,n/a,,,,"English, pt, Klingon","negotiating, with suppliers; hiring; Hiring",`,
    ).added;
    expect(added?.person).toMatchObject({
      team: null,
      managerEmail: null,
      languages: ["en", "pt", "Klingon"],
      offers: ["negotiating, with suppliers", "hiring"],
    });
  });
  it("German headings and roles are known as well", () => {
    const german =
      "Vorname,Nachname,E-Mail,Rolle,Abteilung,Standort,Sprachen,Themen,Plätze,Verfügbarkeit,Führungskraft,Mentor,Zeitzone";
    const rows =
      "Ana,Alm,a@x,Mentor:in,Recht,Köln,de,,2,,,,Europe/Berlin\nBo,Berg,b@x,Mentee,Recht,Köln,de,Führung,,,,a@x,";
    const found = plan(`${german}\n${rows}`);
    expect(Object.keys(recogniseColumns(german.split(",")))).toHaveLength(13);
    expect(found.faults).toEqual([]);
    expect(
      found.added.map(({ person }) => [person.name, ...person.roles, person.mentorEmail, ...person.goals]),
    ).toEqual([
      ["Ana Alm", "mentor", null],
      ["Bo Berg", "mentee", "a@x", "Führung"],
    ]);
    expect(plan(`${german}\nCy,Cole,c@x,Mentor und Mentee,,,,,,,,,`).added[0]?.person.roles).toEqual([
      "mentor",
      "mentee",
    ]);
  });
  it("a name may come in two columns", () => {
    expect(plan("First name,Surname,Mail,Type\nAna,Alm,a@x,mentee").added[0]?.person.name).toBe("Ana Alm");
  });
});

describe("a file that comes again", () => {
  const first = `${header}\nAna,ana@x.example,mentee,Legal\nBen,ben@x.example,mentor,Sales`;
  it("changes nothing when it is the same", () => {
    const found = plan(first, {}, known(first));
    expect([found.added.length, found.changed.length, found.unchanged]).toEqual([0, 0, 2]);
  });
  it("changes what it says anew, and nobody who is missing from it", () => {
    const found = plan(`${header}\nAna,ANA@x.example,mentee,Finance`, {}, known(first));
    expect(found.changed.map(({ facts, fields }) => [facts.team, ...fields])).toEqual([["Finance", "team"]]);
    expect(found.added).toEqual([]);
  });
  it("leaves corrections alone until the file itself says something new", () => {
    const corrected = known(first).map((person) => ({
      ...person,
      now: { ...person.now, team: "Law", name: "Ana Alm" },
    }));
    expect(plan(first, {}, corrected).changed).toEqual([]);
    expect(plan(`${header}\nAna,ana@x.example,mentee,Finance`, {}, corrected).changed[0]?.facts).toMatchObject({
      team: "Finance",
      name: "Ana Alm",
    });
  });
  it("keeps what a file without that column does not speak of", () => {
    expect(plan("Name,Email,Role\nAna,ana@x.example,mentee", {}, known(first)).changed).toEqual([]);
  });
});
