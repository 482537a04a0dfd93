import { describe, expect, it } from "vitest";
import { refuseRemoval } from "./rules.ts";
import { refusalText } from "./text.ts";

describe("taking a manager out", () => {
  it.each([
    ["Otto, while Marta stays", "otto", ["marta", "otto"], undefined],
    ["Marta herself, while Otto stays", "marta", ["marta", "otto"], undefined],
    ["the last one", "marta", ["marta"], "last-manager"],
    ["somebody who manages nothing", "leila", ["marta", "otto"], "no-manager"],
  ])("%s", (_, who, managers, answer) => {
    expect(refuseRemoval(who, managers)).toBe(answer);
  });

  it("says why not", () => {
    expect(refusalText["last-manager"]).toMatch(/Invite somebody first/);
  });
});
