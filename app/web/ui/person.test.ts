import { describe, expect, it } from "vitest";
import { hueOf, hues, initialOf } from "./person.ts";

describe("the colour of a person", () => {
  it("is the same everywhere, for good", () => {
    expect(hueOf("01890a5d-ac96-774b-bcce-b302099a8057")).toBe(hueOf("01890a5d-ac96-774b-bcce-b302099a8057"));
    expect(["leila", "ingrid", "kwame"].map(hueOf)).toEqual([hueOf("leila"), hueOf("ingrid"), hueOf("kwame")]);
  });

  it("uses all colours about as often, also for ids made one after the other", () => {
    const counts = Array.from({ length: hues }, () => 0);
    for (let at = 0; at < 8000; at += 1) {
      const hue = hueOf(`01890a5d-ac96-774b-bcce-${at.toString(16).padStart(12, "0")}`);
      counts[hue] = (counts[hue] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(700);
  });
});

describe("the letter of a name", () => {
  it.each([
    ["leila haddad", "L"],
    ["  øyvind", "Ø"],
    ["李雷", "李"],
    ["\u{1F600} Ana", "A"],
    ["e\u0301lodie", "É"],
    ["", "·"],
    ["---", "·"],
  ])("of %j is %s", (name, letter) => {
    expect(initialOf(name)).toBe(letter);
  });
});
