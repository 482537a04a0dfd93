import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { addDays, aDay } from "../../../values/day.ts";
import { LogId, makeUuid } from "../../../values/id.ts";
import { agreement } from "../agreement/rules.ts";
import { roomParts } from "../state/fold.ts";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { sentencesFor } from "./check/check-words.tsx";
import { checkText } from "./check/text.ts";
import { isReviewHere, needsReview, ownReviews, reviews } from "./rules.ts";
import { CheckKept, CheckShared, reviewsEvents } from "./schema.ts";
import { reviewsText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const roomId = LogId.parse(makeUuid(1, new Uint8Array(10)));
const today = aDay("2026-10-01");
const held = [aDay("2026-08-04"), aDay("2026-08-18"), aDay("2026-09-01")];

describe("P29: a review", () => {
  it("is offered after the third session, and then every eight weeks", () => {
    expect(needsReview(reviews.initial, held.slice(1), today)).toBe(false);
    expect(needsReview(reviews.initial, held, today)).toBe(true);
    const done = reviews.reduce(
      reviews.initial,
      happened(leila, "reviews.held", { on: today, marks: { rhythm: "change" } }),
    );
    expect(done.marks[leila]).toEqual({ rhythm: "change" });
    expect(needsReview(done, held, addDays(today, 55))).toBe(false);
    expect(needsReview(done, held, addDays(today, 56))).toBe(true);
  });
  it("comes as a card in the session after the third, passed over without a trace, and again every eight weeks", () => {
    const none = reviews.initial;
    const third = aDay("2026-09-01");
    expect(isReviewHere(none, held.slice(1), third)).toBe(false);
    expect(isReviewHere(none, held, addDays(third, 14))).toBe(true);
    const fourth = [...held, addDays(third, 14)];
    expect(isReviewHere(none, fourth, addDays(third, 28))).toBe(false);
    expect(isReviewHere(none, fourth, addDays(third, 55))).toBe(false);
    expect(isReviewHere(none, fourth, addDays(third, 56))).toBe(true);
    expect(isReviewHere(none, [...fourth, addDays(third, 60)], addDays(third, 74))).toBe(false);
  });
  it("counts the eight weeks from the last review, and is gone once there was one", () => {
    const on = aDay("2026-09-15");
    const done = reviews.reduce(reviews.initial, happened(leila, "reviews.held", { on, marks: {} }));
    expect(isReviewHere(done, held, on)).toBe(false);
    expect(isReviewHere(done, [...held, on], addDays(on, 55))).toBe(false);
    expect(isReviewHere(done, [...held, on], addDays(on, 56))).toBe(true);
  });
  it("P29 never: the programme has a place for what came of it", () => {
    const fields = JSON.stringify(
      reviewsEvents.map(({ payload }) => z.toJSONSchema(payload, { unrepresentable: "any" })),
    );
    expect(fields).not.toMatch(/programme|manager|score|sum|total/i);
    expect(roomParts.some(({ slice }) => slice.name === "reviews")).toBe(true);
  });
});

describe("P51: the agreement changes as needs change", () => {
  const slip = { part: "slip", content: { text: "We ask what got in the way." } } as const;
  const proposed = happened(leila, "agreement.proposed", slip);
  const accepted = happened(ingrid, "agreement.accepted", { proposal: referTo(proposed) });
  const agreed = [proposed, accepted].reduce(agreement.reduce, agreement.initial);
  const drop = (who: typeof leila, part: "slip" | "rhythm" = "slip") => happened(who, "agreement.dropped", { part });

  it("a part goes once both would drop it, and stays where one takes it back", () => {
    const one = agreement.reduce(agreed, drop(leila));
    expect(one.parts.slip).toMatchObject({ agreed: slip, dropping: leila });
    expect(agreement.reduce(one, drop(leila)).parts.slip?.dropping).toBeUndefined();
    expect(agreement.reduce(one, drop(ingrid)).parts.slip?.agreed).toBeUndefined();
  });
  it("P51 never: one alone, or a part of the first meeting, or by anybody else", () => {
    expect([drop(leila), drop(leila), drop(leila)].reduce(agreement.reduce, agreed).parts.slip?.agreed).toEqual(slip);
    const rhythm = { part: "rhythm", content: { everyDays: 14, lengthMinutes: 60, way: "" } } as const;
    const said = happened(leila, "agreement.proposed", rhythm);
    const both = happened(ingrid, "agreement.accepted", { proposal: referTo(said) });
    const settled = [said, both, drop(leila, "rhythm"), drop(ingrid, "rhythm")].reduce(agreement.reduce, agreed);
    expect(settled.parts.rhythm?.agreed).toEqual(rhythm);
  });
});

describe("P48: the room check", () => {
  const answers = [4, 5, 0, 3, 5];
  it("has five sentences for each role, and keeps earlier answers for its owner", () => {
    expect([sentencesFor(true).length, sentencesFor(false).length]).toEqual([5, 5]);
    expect(sentencesFor(true)[0]).toMatch(/^What my mentor knows/);
    const first = ownReviews.reduce(
      ownReviews.initial,
      happened(leila, "reviews.checked", { roomId, on: today, answers }),
    );
    const second = ownReviews.reduce(
      first,
      happened(leila, "reviews.checked", { roomId, on: addDays(today, 56), answers }),
    );
    expect(second.checks).toHaveLength(2);
    const gone = ownReviews.reduce(second, happened(leila, "reviews.checked", { roomId, on: today, answers: [] }));
    expect(gone.checks.map(({ on }) => on)).toEqual([addDays(today, 56)]);
  });
  it("P48 never: answers are readable by anybody, or added up, before their writer shares them", () => {
    expect(reviewsEvents.map((event): string => event.type).includes(CheckKept.type)).toBe(false);
    expect(z.safeParse(CheckShared.payload, { answers, sum: 17 }).success).toBe(false);
    expect(JSON.stringify(checkText)).not.toMatch(/score|sum|points|steady|fragile/i);
  });
});

describe("P38 P96: one's own off-limits topics", () => {
  it("P96 are kept, loosened or removed by their owner alone", () => {
    expect([reviewsText.keep, reviewsText.loosen, reviewsText.remove]).toEqual(["Keep", "Loosen", "Remove"]);
  });
  it("P96 never: anybody is urged to open one; P38 never: a change of one stands in a room", () => {
    expect(JSON.stringify(reviewsText)).not.toMatch(/why not|open up|dare|should|time to talk about/i);
    const inRooms = roomParts.flatMap(({ events }) => events.map((event): string => event.type));
    expect(inRooms).not.toContain("offlimits.kept");
    expect(inRooms).not.toContain("offlimits.removed");
  });
});
