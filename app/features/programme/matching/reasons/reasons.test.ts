import { describe, expect, it } from "vitest";
import { namesIn, standsAbove } from "./rules.ts";
import { Reason } from "./schema.ts";
import { whyTheseTwo, type Sentence } from "./text.ts";

const leilaAndIngrid: ReadonlyArray<Reason> = [
  { kind: "topic", mentee: "leading for the first time", mentor: "first teams, and what I got wrong" },
  { kind: "common-hours", hours: 6 },
  { kind: "languages", languages: ["en", "de", "Plautdietsch"] },
  { kind: "level-distance", levels: 2 },
  { kind: "different-team" },
  { kind: "no-reporting-line" },
];
const plain = (sentence: Sentence) =>
  sentence.map((piece) => (typeof piece === "string" ? piece : `“${piece.quote}”`)).join("");
const said = (reasons: ReadonlyArray<Reason>, mentee: string, mentor: string) =>
  whyTheseTwo(reasons, { mentee, mentor }).sentences.map(plain);

describe("P106: why two people are suggested to each other", () => {
  it("the manager reads of both by name, in the words each wrote", () => {
    expect(said(leilaAndIngrid, "Leila", "Ingrid")).toEqual([
      "Leila would like help with “leading for the first time”; Ingrid offers “first teams, and what I got wrong”.",
      "Both speak English, German and Plautdietsch; 6 common hours a week; 2 levels apart.",
    ]);
    expect(whyTheseTwo(leilaAndIngrid, { mentee: "Leila", mentor: "Ingrid" }).rules).toBe(
      "Different team. No reporting line.",
    );
  });

  it("the two read of each other as you", () => {
    expect(said(leilaAndIngrid, "you", "Ingrid")[0]).toMatch(
      /^You would like help with “leading for the first time”; Ingrid/,
    );
    expect(said(leilaAndIngrid, "Leila", "you")[0]).toContain("; you offer “first teams");
  });

  it("does not say the same words twice", () => {
    expect(said([{ kind: "topic", mentee: "Hiring", mentor: "hiring " }], "Kwame", "Petra")).toEqual([
      "Kwame would like help with “Hiring”; Petra offers just that.",
    ]);
  });

  it("says where nothing is in common, last, to the manager and to the two", () => {
    const found: ReadonlyArray<Reason> = [
      { kind: "no-common-topic" },
      { kind: "no-common-hours" },
      { kind: "languages", languages: ["pt", "en"] },
    ];
    expect(said(found, "Lina", "Ravi")).toEqual([
      "Both speak Portuguese and English.",
      "No topic in common.",
      "Their hours do not meet.",
    ]);
    expect(said(found, "you", "Ravi").at(-1)).toBe("Your hours do not meet.");
    expect(said(found, "Lina", "you").at(-1)).toBe("Your hours do not meet.");
  });

  it("says several topics in as few words as will do", () => {
    const topic = (mentee: string, mentor: string): Reason => ({ kind: "topic", mentee, mentor });
    expect(said([topic("hiring", "hiring"), topic("saying no", "saying no")], "Leila", "Ingrid")).toEqual([
      "Leila would like help with “hiring” and “saying no”; Ingrid offers both.",
    ]);
    expect(said([topic("a", "a"), topic("b", "b"), topic("c", "c"), topic("d", "e")], "you", "Ingrid")).toEqual([
      "You would like help with “a”, “b” and “c”; Ingrid offers all of that.",
      "Also “d”; Ingrid offers “e”.",
    ]);
  });

  it("leaves names as their owners write them, and half hours as they are", () => {
    expect(said([{ kind: "topic", mentee: "x", mentor: "y" }], "danah boyd", "Ana")[0]).toMatch(/^danah boyd would/);
    expect(said([{ kind: "common-hours", hours: 1 }], "a", "b")).toEqual(["1 common hour a week."]);
    expect(said([{ kind: "common-hours", hours: 1.5 }], "a", "b")).toEqual(["1.5 common hours a week."]);
  });
});

describe("P92: the distance between two people", () => {
  const apart = (levels: number, above?: "mentor" | "mentee"): ReadonlyArray<Reason> => [
    { kind: "level-distance", levels, above },
    { kind: "no-reporting-line" },
  ];

  it("is said in plain words to both, and to the manager", () => {
    expect(said(apart(2, "mentor"), "you", "Ingrid")).toEqual(["Ingrid is two levels above you, in another line."]);
    expect(said(apart(2, "mentor"), "Leila", "you")).toEqual(["You are two levels above Leila, in another line."]);
    expect(said(apart(1, "mentee"), "Leila", "Ingrid")).toEqual(["Leila is one level above Ingrid, in another line."]);
    expect(said(apart(0), "you", "Ingrid")).toEqual(["Both are on the same level, in another line."]);
  });

  it("is no guess: where nobody knows who stands above, only the distance is said", () => {
    expect(said(apart(3), "you", "Ingrid")).toEqual(["3 levels apart."]);
    expect(said([], "you", "Ingrid")).toEqual([]);
  });

  it("offers the card on power to whoever stands above, and to nobody else", () => {
    expect([standsAbove(apart(2, "mentor"), "mentor"), standsAbove(apart(2, "mentor"), "mentee")]).toEqual([
      true,
      false,
    ]);
    expect([standsAbove(apart(2), "mentor"), standsAbove(apart(0), "mentor")]).toEqual([false, false]);
  });

  it("P92 never tells of gaps of age, gender or origin: no such reason can be given", () => {
    const kinds = Reason.def.options.map((option) => option.shape.kind.def.values[0]);
    expect(new Set(kinds)).toEqual(
      new Set<string | undefined>([
        "common-hours",
        "different-team",
        "languages",
        "level-distance",
        "no-common-hours",
        "no-common-topic",
        "no-reporting-line",
        "same-site",
        "topic",
      ]),
    );
  });
});

describe("names", () => {
  it.each([
    ["what somebody wants to be called", { name: "Leila Haddad", callName: "Lei" }, "Leila Haddad (Lei)", "Lei"],
    ["a part of the name", { name: "Leila Haddad", callName: "Haddad" }, "Leila Haddad", "Haddad"],
    ["nothing said", { name: "Leila Haddad", callName: "Leila Haddad" }, "Leila Haddad", "Leila"],
    ["one word", { name: "Pelé" }, "Pelé", "Pelé"],
  ])("in sentences: %s", (_, seen, fullName, name) => {
    expect(namesIn(seen)).toEqual({ fullName, name });
  });
});
