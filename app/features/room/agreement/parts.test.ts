import { describe, expect, it } from "vitest";
import { commitments } from "../commitments/rules.ts";
import { commitmentsEvents } from "../commitments/schema.ts";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { agreement, type AgreementEvent, firstParts, partIds } from "./rules.ts";
import { firstWords } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const fold = (...events: AgreementEvent[]) => events.reduce(agreement.reduce, agreement.initial);

/** Leila would like other words, proposes them, and Ingrid says "fine for me". */
function agreedOn(part: "boundaries" | "slip", text: string) {
  const wording = { part, content: { text } } as const;
  const proposed = happened(leila, "agreement.proposed", wording);
  return fold(proposed, happened(ingrid, "agreement.accepted", { proposal: referTo(proposed) })).parts[part]?.agreed;
}

describe("P37: boundaries", () => {
  it("is a part of its own, later than the first meeting, with words for time, contact, personal matters and help", () => {
    expect(partIds).toContain("boundaries");
    expect(firstParts).not.toContain("boundaries");
    for (const about of [
      "Evenings and weekends",
      "Messages",
      "Meeting in person",
      "Family and health",
      "Introductions",
      "Gifts",
    ])
      expect(firstWords.boundaries).toContain(about);
    for (const answer of ["fine", "ask first", "no"]) expect(firstWords.boundaries).toContain(answer);
  });
  it("says what the two make of it", () => {
    expect(agreedOn("boundaries", "Messages: fine, also on Sundays.")).toMatchObject({
      content: { text: "Messages: fine, also on Sundays." },
    });
  });
});

describe("P80: when something slips", () => {
  it("is a part of its own, with choices that come after a question", () => {
    expect(partIds).toContain("slip");
    expect(firstWords.slip).toMatch(/first ask what got in the way/);
    for (const choice of ["make it smaller", "move it", "drop it"]) expect(firstWords.slip).toContain(choice);
    expect(agreedOn("slip", "We talk first.")).toMatchObject({ content: { text: "We talk first." } });
  });
  it("P80 never: no program applies it; a commitment past its date stays open until a person says otherwise", () => {
    const made = happened(leila, "commitments.made", { owner: leila, text: "Ask Daniel", due: undefined });
    const state = commitments.reduce(commitments.initial, made);
    expect(state.all[0]?.standing).toBe("open");
    expect(
      commitmentsEvents.map(({ type }) => type).filter((type) => /slip|miss|penal|late|expire/.test(type)),
    ).toEqual([]);
  });
});
