import { reportingLines } from "@oakroom/matching";
import { describe, expect, it } from "vitest";
import { Instant } from "../../../values/instant.ts";
import { areContactsReady, isOffered, stateOf, waitForAnother } from "./rules.ts";

const at = Instant.parse(1_790_000_000_000);
const asked = { acceptedAt: null, leftAt: null, hasKeys: false };

describe("where a contact stands", () => {
  it.each([
    ["whom nobody asked yet", undefined, "named"],
    ["who was asked", asked, "asked"],
    ["who made keys and has not said yes", { ...asked, hasKeys: true }, "asked"],
    ["who said yes and whose keys are gone", { ...asked, acceptedAt: at }, "asked"],
    ["who has keys and said yes", { ...asked, acceptedAt: at, hasKeys: true }, "ready"],
    ["who would rather not", { ...asked, leftAt: at }, "left"],
    ["who stepped down", { acceptedAt: at, leftAt: at, hasKeys: true }, "left"],
  ] as const)("%s", (_, known, state) => expect(stateOf(known)).toBe(state));

  it("matching waits only for somebody who stepped down", () => {
    expect(waitForAnother(["named", "asked"])).toBe(false);
    expect(waitForAnother(["ready", "left"])).toBe(true);
  });
});

describe("P88 a programme may open", () => {
  const ready = { state: "ready" } as const;
  it.each([
    ["with two who are ready", [ready, ready], 0, true],
    ["with a third who was only asked", [ready, ready, { state: "asked" }], 0, true],
    ["not with one who is ready", [ready, { state: "asked" }], 0, false],
    ["not while somebody stepped down", [ready, ready, { state: "left" }], 0, false],
    ["not while nobody can be offered to somebody", [ready, ready], 1, false],
  ] as const)("%s", (_, contacts, without, may) => expect(areContactsReady(contacts, without)).toBe(may));
});

describe("P112 no contact in either person's line, or in the pair, is offered", () => {
  const { isInLine } = reportingLines([
    { person: "leila", manager: "ingrid" },
    { person: "ingrid", manager: "paul" },
    { person: "paul", manager: "board" },
    { person: "theo", manager: "jonas" },
    { person: "rosa", manager: "jonas" },
  ]);
  it.each([
    ["a stranger to both", "lena", ["leila", "jonas"], true],
    ["the boss of the mentee's boss", "paul", ["leila", "jonas"], false],
    ["the mentor's own report", "theo", ["leila", "jonas"], false],
    ["one of the two", "jonas", ["leila", "jonas"], false],
    ["somebody beside the mentee, under the same boss", "rosa", ["theo", "leila"], true],
    ["somebody far above", "board", ["leila", "theo"], false],
  ] as const)("%s", (_, contact, pair, offered) => expect(isOffered([contact], [...pair], isInLine)).toBe(offered));

  it("whatever address of theirs is in the line", () => {
    expect(isOffered(["lena@home", "paul"], ["leila"], isInLine)).toBe(false);
  });
});
