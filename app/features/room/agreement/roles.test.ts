import { describe, expect, it } from "vitest";
import { agreeRoles } from "../../../../content/en/agreement.generated.ts";
import { plainText } from "../../../../content/blocks.ts";
import { roomParts } from "../state/fold.ts";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { agreement, type PartWording } from "./rules.ts";
import { PartProposed } from "./schema.ts";
import { firstWords, wordsOf } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const roles: PartWording = { part: "roles", content: { mentor: firstWords.mentor, mentee: firstWords.mentee } };

describe("P66: who keeps what", () => {
  it.each([
    ["the mentee", leila, ingrid],
    ["the mentor", ingrid, leila],
  ])("either may change both wordings: suggested by %s, agreed by the other", (_, who, other) => {
    const proposed = happened(who, "agreement.proposed", roles);
    const waiting = agreement.reduce(agreement.initial, proposed);
    const alone = agreement.reduce(waiting, happened(who, "agreement.accepted", { proposal: referTo(proposed) }));
    expect(alone.parts.roles?.agreed).toBeUndefined();
    const both = agreement.reduce(waiting, happened(other, "agreement.accepted", { proposal: referTo(proposed) }));
    expect(both.parts.roles?.agreed).toEqual(roles);
  });
  it("begins with the words of the card: the mentor keeps the frame, the mentee owns topics and decisions", () => {
    expect(wordsOf(roles)).toEqual([
      "The mentor: Keeps the frame: time, calm, and the promise of confidence. Asks before giving advice.",
      "The mentee: Owns the topics and the decisions. Says what is needed, and what is not.",
    ]);
    expect(plainText(agreeRoles)).toContain("The mentee owns the topics and the decisions.");
  });
  it("P66 never gives a role more rights: nothing that a room folds knows who is mentor and who mentee", () => {
    expect(roomParts.some(({ events }) => events.some(({ type }) => type === PartProposed.type))).toBe(true);
    const shown = happened(leila, "agreement.proposed", roles);
    expect(Object.keys(shown)).not.toContain("role");
    for (const { slice } of roomParts) expect(slice.reduce.toString()).not.toMatch(/\bmyRole\b|\.role\b/);
  });
});
