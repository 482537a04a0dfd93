import { describe, expect, it } from "vitest";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { decisionOf, differences, type DifferencesState } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const said = happened(ingrid, "differences.said", { about: "Telling Daniel", text: "Tell him before the meeting." });
const begun = differences.reduce(differences.initial, said);
const to = referTo(said);
const view = (who: typeof leila, text: string, state: DifferencesState) =>
  differences.reduce(state, happened(who, "differences.viewed", { to, text }));
const decide = (who: typeof leila, text: string, state: DifferencesState) =>
  differences.reduce(state, happened(who, "differences.decided", { to, text }));
const only = ({ all: [one] }: DifferencesState) => {
  if (!one) throw new Error("there is one difference");
  return one;
};

describe("P19: we see this differently", () => {
  it("keeps both views side by side, each its writer's own", () => {
    const both = view(leila, "Let him hear it with the others.", begun);
    expect(only(both).views).toEqual({
      [ingrid]: "Tell him before the meeting.",
      [leila]: "Let him hear it with the others.",
    });
    expect(only(view(ingrid, "Tell him first.", both)).views[leila]).toBe("Let him hear it with the others.");
  });
  it("leaves the decision to the mentee: whatever the mentor writes there is none", () => {
    const decided = decide(ingrid, "You tell him first.", begun);
    expect(decisionOf(only(decided), leila)).toBe("");
    expect(decisionOf(only(decide(leila, "I shall ask him what he would like.", decided)), leila)).toBe(
      "I shall ask him what he would like.",
    );
  });
  it("counts no answer that names other words under the same id", () => {
    const other = { id: said.id, hash: "0".repeat(64) };
    const state = differences.reduce(begun, happened(leila, "differences.viewed", { to: other, text: "Mine" }));
    expect(only(state).views[leila]).toBeUndefined();
  });
});
