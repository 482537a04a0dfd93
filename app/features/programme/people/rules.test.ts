import { describe, expect, it } from "vitest";
import { type Findable, narrow, type Narrowing, searchText, shownState, stateAfter } from "./rules.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 9, 1);
const person = (name: string, more: Partial<Findable> = {}): Findable => ({
  name,
  callName: "",
  email: `${name.split(" ")[0]?.toLowerCase()}@x.example`,
  team: "Legal",
  site: "Praha",
  roles: ["mentee"],
  state: "enrolled",
  invitedUntil: 0,
  ...more,
});
const people = [
  person("Zoë Lindqvist", { roles: ["mentor"], team: "Sales" }),
  person("Ana Alm", { callName: "Nan", roles: ["mentor", "mentee"] }),
  person("Ben Berg", { state: "invited", invitedUntil: now + day }),
  person("Cleo Cruz", { state: "invited", invitedUntil: now - day, site: "Lisboa" }),
];
const everything: Narrowing = { words: "", state: "", role: "", team: "" };
const found = (narrowing: Partial<Narrowing>) =>
  narrow(
    people.map((each) => ({ person: each, text: searchText(each) })),
    { ...everything, ...narrowing },
    now,
  ).map(({ name }) => name.split(" ")[0]);

describe("finding people", () => {
  it.each<[string, Partial<Narrowing>, string[]]>([
    ["nothing typed: everyone, in order", {}, ["Zoë", "Ana", "Ben", "Cleo"]],
    ["without the accent", { words: "zoe" }, ["Zoë"]],
    ["by every word, in any order", { words: "praha ALM" }, ["Ana"]],
    ["by the name one wants to be called", { words: "nan" }, ["Ana"]],
    ["by address", { words: "cleo@" }, ["Cleo"]],
    ["an invitation that ran out is no open one", { state: "invited" }, ["Ben"]],
    ["and stands for itself", { state: "expired" }, ["Cleo"]],
    ["mentors, and who is both", { role: "mentor" }, ["Zoë", "Ana"]],
    ["both at once", { role: "both" }, ["Ana"]],
    ["a team and a word together", { team: "Legal", words: "lisboa" }, ["Cleo"]],
    ["nobody", { words: "xyz" }, []],
  ])("%s", (_, narrowing, names) => expect(found(narrowing)).toEqual(names));

  it("somebody who accepted is invited until they finish, whenever that is", () => {
    expect(shownState({ state: "invited", invitedUntil: 0 }, now)).toBe("invited");
  });
});

describe("a place in a programme", () => {
  it.each([
    ["resume", "left", undefined],
    ["pause", "left", undefined],
    ["leave", "left", "left"],
    ["leave", "invited", "left"],
    ["pause", "invited", undefined],
    ["pause", "enrolled", "paused"],
    ["pause", "paused", "paused"],
    ["resume", "enrolled", "enrolled"],
    ["resume", "paused", "enrolled"],
    ["step-back", "invited", "aside"],
    ["step-back", "enrolled", "aside"],
    ["step-back", "paused", "aside"],
    ["step-back", "left", undefined],
    ["come-back", "aside", "enrolled"],
    ["come-back", "paused", "paused"],
    ["come-back", "left", undefined],
    ["leave", "aside", "left"],
  ] as const)("%s when %s: %s", (act, state, after) => expect(stateAfter(act, state)).toBe(after));

  it("P101 nobody but the person takes a step back back, and whoever had not finished joining goes on with that", () => {
    expect([stateAfter("resume", "aside"), stateAfter("pause", "aside")]).toEqual([undefined, undefined]);
    expect(stateAfter("come-back", "aside", false)).toBe("invited");
  });
});
