import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { itemTexts } from "../../../../../content/blocks.ts";
import { menteeNextsteps, menteeReadiness, menteeReflect } from "../../../../../content/en/mentee.generated.ts";
import { mentorMotives, mentorNextsteps, mentorReflect } from "../../../../../content/en/mentor.generated.ts";
import { reflectMotives, reflectReadiness } from "./rules.ts";

describe("P100: a mentor looks at their motives", () => {
  it.each([
    ["giving clearly more than getting", [4, 4, 4, 0, 1, 0], { words: 0, steps: [] }],
    ["exactly one above is clear", [3, 3, 3, 2, 2, 2], { words: 0, steps: [] }],
    ["close together", [3, 3, 2, 2, 2, 2], { words: 1, steps: [] }],
    ["the same", [2, 2, 2, 2, 2, 2], { words: 1, steps: [] }],
    ["getting more", [0, 1, 2, 4, 3, 2], { words: 2, steps: [0, 1, 3, 4] }],
    ["a sentence left out", [4, undefined, 4, 1, undefined, 1], { words: 0, steps: [] }],
    ["one side left out: words for neither", [4, 4, 4, undefined, undefined, undefined], { steps: [] }],
    ["nothing answered", [], { steps: [] }],
  ])("%s", (_, answers, reflection) => expect(reflectMotives(answers)).toEqual(reflection));
});

describe("P20: a mentee looks at their readiness", () => {
  it.each([
    ["ready", [2, 2, 2, 1, 1], { words: 0, steps: [3, 4] }],
    ["one below", [2, 2, 1, 1, 1], { words: 1, steps: [2, 3, 4] }],
    ["just enough to begin", [2, 1, 1, 0, 0], { words: 1, steps: [1, 2, 3, 4] }],
    ["better to talk about timing", [1, 1, 1, 0, 0], { words: 2, steps: [0, 1, 2, 3, 4] }],
    ["a sentence left out: next steps alone", [2, 2, undefined, 0, 2], { steps: [3] }],
  ])("%s", (_, answers, reflection) => expect(reflectReadiness(answers)).toEqual(reflection));
});

describe("P20 P100: the words of both checks", () => {
  it("have a next step for each sentence, and three reflections", () => {
    const counts = [mentorMotives, mentorNextsteps, mentorReflect, menteeReadiness, menteeNextsteps, menteeReflect];
    expect(counts.map((block) => itemTexts(block).length)).toEqual([6, 6, 3, 5, 5, 3]);
  });

  it("P100 P20 never grade: no number, point or result stands in a reflection", () => {
    const said = [mentorReflect, mentorNextsteps, menteeReflect, menteeNextsteps].flatMap((block) => itemTexts(block));
    for (const words of said) expect(words).not.toMatch(/\d|points|result|grade|passed|failed/i);
  });

  it("P20 P100 never sent or kept: the check knows no call, no storage and no draft", () => {
    for (const file of ["check.tsx", "rules.ts", "text.ts"]) {
      const source = readFileSync(new URL(file, import.meta.url), "utf8");
      expect(source).not.toMatch(/api\.ts|client\/(?:client|call|stored|draft)|storage|indexedDB|fetch\(|cookie/i);
    }
  });
});
