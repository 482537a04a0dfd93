import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { shownTypes } from "../timeline/lines.tsx";
import { anAccount, happened } from "../state/testing.ts";
import { celebrations } from "./rules.ts";
import { MomentShared } from "./schema.ts";
import { celebrationsText } from "./text.ts";

const leila = anAccount("Leila");

describe("P45: a good moment", () => {
  it("is one sentence, from either, and stands on the timeline of both", () => {
    expect(z.safeParse(MomentShared.payload, { text: "Daniel said it in the meeting." }).success).toBe(true);
    expect(shownTypes).toContain("celebrations.shared");
    const shared = happened(leila, "celebrations.shared", { text: "Daniel said it in the meeting." });
    expect(celebrations.reduce(celebrations.initial, shared)).toEqual({ hasAny: true });
  });
  it("P45 never brings points or badges: nothing is counted, and no word of it says so", () => {
    const twice = [1, 2].reduce(
      (state) => celebrations.reduce(state, happened(leila, "celebrations.shared", { text: "Again" })),
      celebrations.initial,
    );
    expect(twice).toEqual({ hasAny: true });
    expect(z.safeParse(MomentShared.payload, { text: "x", points: 1 }).success).toBe(false);
    expect(JSON.stringify(celebrationsText)).not.toMatch(/point|badge|score|streak|level/i);
  });
});
