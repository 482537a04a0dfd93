import { readTable } from "@oakroom/table";
import { describe, expect, it } from "vitest";
import { ParticipantId } from "../../../../../values/id.ts";
import { addressKey } from "../../../../../values/text.ts";
import { recogniseColumns } from "../columns/rules.ts";
import { type KnownPerson, planImport } from "../rules.ts";
import { sayFault } from "../text.ts";
import { countNamed } from "./rules.ts";

const header = "Name,Email,Role,Manager,Places,Mentor email";
const plan = (rows: ReadonlyArray<string>, existing: ReadonlyArray<KnownPerson> = []) => {
  const table = readTable(new TextEncoder().encode([header, ...rows].join("\n")));
  return planImport(table, { columns: recogniseColumns(table.header) }, existing);
};
const said = (...given: Parameters<typeof plan>) =>
  plan(...given).faults.map(({ word, weight, line, column }) => `${word} ${weight} ${line} ${column}`);
const named = (...given: Parameters<typeof plan>) =>
  plan(...given).pairs.map(({ mentee, mentor }) => `${mentee} → ${mentor}`);

const ingrid = "Ingrid,ingrid@x.example,mentor,,3,";
const leila = "Leila,leila@x.example,mentee,,,ingrid@x.example";

const there = (rows: ReadonlyArray<string>, change: Partial<KnownPerson> = {}): ReadonlyArray<KnownPerson> =>
  plan(rows).added.map(({ email, person }, at) => ({
    id: ParticipantId.parse(`01890000-0000-7000-8000-${String(at).padStart(12, "0")}`),
    emailKey: addressKey(email),
    imported: person,
    now: person,
    state: "enrolled",
    places: null,
    mentors: [],
    ...change,
  }));

describe("a mentor beside a mentee's row", () => {
  it("names a pair of before, in any order of the rows and any case of the address", () => {
    expect(named([ingrid, leila])).toEqual(["leila@x.example → ingrid@x.example"]);
    expect(named(["Leila,leila@x.example,mentee,,,INGRID@X.example", ingrid])).toEqual([
      "leila@x.example → ingrid@x.example",
    ]);
    expect(countNamed(plan([ingrid, leila]).pairs)).toBe(1);
    expect(plan([ingrid, leila]).faults).toEqual([]);
  });

  it("may be somebody who is in the programme already", () => {
    expect(named([leila], there([ingrid]))).toEqual(["leila@x.example → ingrid@x.example"]);
  });

  it.each([
    ["nobody knows", [leila], "unknown-mentor pair 2 6"],
    ["is no address", ["Leila,leila@x.example,mentee,,,Ingrid Weiss"], "bad-mentor pair 2 6"],
    ["is herself", ["Leila,leila@x.example,both,,,LEILA@x.example"], "own-mentor pair 2 6"],
    ["is a mentee", ["Ingrid,ingrid@x.example,mentee,,,", leila], "mentor-not-mentor pair 3 6"],
    ["of somebody who is a mentor alone", [ingrid, leila.replace("mentee", "mentor")], "mentee-not-mentee pair 3 6"],
    ["is her manager", [ingrid, leila.replace(",,,", ",ingrid@x.example,,")], "pair-in-line pair 3 6"],
    [
      "is her manager's manager",
      [ingrid, "Bo,bo@x.example,mentor,ingrid@x.example,,", leila.replace(",,,", ",bo@x.example,,")],
      "pair-in-line pair 4 6",
    ],
    ["reports to her", ["Ingrid,ingrid@x.example,mentor,leila@x.example,,", leila], "pair-in-line pair 3 6"],
  ])("is left out where the mentor %s, and the person is taken", (_, rows, fault) => {
    expect(said(rows).filter((one) => one.includes(" pair "))).toEqual([fault]);
    expect(named(rows)).toEqual([]);
    expect(plan(rows).refused).toEqual([]);
    expect(plan(rows).added.find(({ email }) => email === "leila@x.example")?.person.mentorEmail).toBeNull();
  });

  it("is left out where the mentor's own row is refused; whoever leans on the mentee keeps their pair", () => {
    const rows = [
      "Ingrid,ingrid@x.example,Mentro,,,",
      "Bo,bo@x.example,both,,,ingrid@x.example",
      "Leila,leila@x.example,mentee,,,bo@x.example",
    ];
    expect(said(rows).filter((one) => one.includes("mentor-refused"))).toEqual(["mentor-refused pair 3 6"]);
    expect(plan(rows).added.map(({ email }) => email)).toEqual(["bo@x.example", "leila@x.example"]);
    expect(named(rows)).toEqual(["leila@x.example → bo@x.example"]);
  });

  it("leaves a pair of an earlier file as it is where a cell cannot be understood: an empty one takes it back", () => {
    const known = there([ingrid, leila]);
    const bent = leila.replace("ingrid@x.example", "Ingrid Weiss");
    expect(named([bent], known)).toEqual([]);
    expect(plan([bent], known).changed).toEqual([]);
    expect(said([bent], known)).toEqual(["bad-mentor pair 2 6"]);
  });

  it("is left out where two are each other's mentor, in the file or since before", () => {
    const both = ["Ana,ana@x.example,both,,2,bo@x.example", "Bo,bo@x.example,both,,2,ana@x.example"];
    expect(said(both)).toEqual(["pair-turned-round pair 2 6", "pair-turned-round pair 3 6"]);
    const [ana, bo] = there(["Ana,ana@x.example,both,,2,", "Bo,bo@x.example,both,,2,"]);
    if (!ana || !bo) throw new Error("nobody is there");
    const living = [ana, { ...bo, mentors: [{ mentor: "ana@x.example", is: "living" as const }] }];
    expect(said(["Ana,ana@x.example,both,,2,bo@x.example"], living)).toEqual(["pair-turned-round pair 2 6"]);
  });

  it("can be mended by a file that turns the two round, where nobody was asked yet", () => {
    const known = there(["Ana,ana@x.example,both,,2,bo@x.example", "Bo,bo@x.example,both,,2,"]).map((one) =>
      one.emailKey === "ana@x.example" ? { ...one, mentors: [{ mentor: "bo@x.example", is: "named" as const }] } : one,
    );
    const mended = ["Ana,ana@x.example,both,,2,", "Bo,bo@x.example,both,,2,ana@x.example"];
    expect(said(mended, known)).toEqual([]);
    expect(named(mended, known)).toEqual(["ana@x.example → null", "bo@x.example → ana@x.example"]);
    // A file that says one half alone leaves the other standing.
    expect(said(["Bo,bo@x.example,both,,2,ana@x.example"], known)).toEqual(["pair-turned-round pair 2 6"]);
  });

  it("is left out for somebody who lives in another pair or has left", () => {
    const people = there([ingrid, "Leila,leila@x.example,mentee,,,", "Bo,bo@x.example,mentor,,1,"]);
    const withMentor = (is: "living" | "asked") =>
      people.map((one) =>
        one.emailKey === "leila@x.example" ? { ...one, mentors: [{ mentor: "bo@x.example", is }] } : one,
      );
    expect(said([leila], withMentor("living"))).toEqual(["has-a-mentor pair 2 6"]);
    expect(said([leila], withMentor("asked"))).toEqual(["asked-later note 2 6"]);
    expect(named([leila], withMentor("asked"))).toHaveLength(1);
    const gone = people.map((one) => (one.emailKey === "ingrid@x.example" ? { ...one, state: "left" as const } : one));
    expect(said([leila], gone)).toEqual(["one-has-left pair 2 6"]);
  });

  it("counts places, and says where a mentor has more mentees than they offer", () => {
    const rows = [ingrid.replace(",3,", ",1,"), leila, leila.replaceAll("eila", "ena")];
    expect(said(rows)).toEqual(["more-than-places note 4 6"]);
    expect(named(rows)).toHaveLength(2);
    const [note] = plan(rows).faults;
    expect(note?.full).toEqual({ places: 1, mentees: 2 });
    expect(note && sayFault(note)).toMatch(/^ingrid@x\.example offers 1 place and has 2 mentees with this pair\. Give/);
  });

  it("counts who is there already, and believes a mentor's own number before that of a file", () => {
    const full = (own: number | null, ...rows: ReadonlyArray<string>) => {
      const people = there([ingrid.replace(",3,", ",1,"), leila]).map((one) => ({
        ...one,
        places: one.emailKey === "ingrid@x.example" ? own : null,
        mentors: one.emailKey === "leila@x.example" ? [{ mentor: "ingrid@x.example", is: "living" as const }] : [],
      }));
      return plan(rows, people).faults.map((fault) => fault.full);
    };
    const lena = leila.replaceAll("eila", "ena");
    expect(full(null, lena)).toEqual([{ places: 1, mentees: 2 }]);
    expect(full(null, lena, ingrid)).toEqual([]);
    expect(full(1, lena, ingrid)).toEqual([{ places: 1, mentees: 2 }]);
    expect(full(2, lena)).toEqual([]);
  });
});

describe("a file that comes again", () => {
  it("asks nobody anew, and changes or takes back what it says anew", () => {
    const known = there([ingrid, leila]);
    expect(named([ingrid, leila], known)).toEqual([]);
    const bo = "Bo,bo@x.example,mentor,,1,";
    expect(named([bo, leila.replace("ingrid@", "bo@")], known)).toEqual(["leila@x.example → bo@x.example"]);
    expect(named(["Leila,leila@x.example,mentee,,,"], known)).toEqual(["leila@x.example → null"]);
    expect(plan(["Leila,leila@x.example,mentee,,,"], known).changed[0]?.fields).toEqual(["mentorEmail"]);
  });

  it("is content with two who are a pair by now", () => {
    const known = there([ingrid, leila.replace("ingrid@x.example", "")]).map((one) =>
      one.emailKey === "leila@x.example"
        ? { ...one, mentors: [{ mentor: "ingrid@x.example", is: "living" as const }] }
        : one,
    );
    expect(named([ingrid, leila], known)).toEqual([]);
    expect(said([ingrid, leila], known)).toEqual([]);
  });
});
