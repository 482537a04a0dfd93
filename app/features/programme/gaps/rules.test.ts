import { describe, expect, it } from "vitest";
import { aDay, addDays } from "../../../values/day.ts";
import { endingAsked, type GapFacts, gapPasses, isFine, mayLikeAWord, nextReview, nudgeAfter } from "./rules.ts";

const met = aDay("2026-10-01");
const facts: GapFacts = {
  startedOn: aDay("2026-09-01"),
  lastHeldOn: met,
  countedFrom: null,
  rhythmDays: 10,
  menteeFineOn: null,
  mentorFineOn: null,
};
const live = { isLive: true, programmeWantsIt: true };

describe("P103: a gap", () => {
  it("is asked about once it passes twice the agreed rhythm, counted from the last day held", () => {
    expect(gapPasses(facts, nudgeAfter)).toBe("2026-10-22");
    expect(gapPasses({ ...facts, rhythmDays: null }, nudgeAfter)).toBe("2026-10-30");
    expect(gapPasses({ ...facts, lastHeldOn: null }, nudgeAfter)).toBe("2026-09-22");
  });

  it("is counted anew once a pause has ended", () => {
    expect(gapPasses({ ...facts, countedFrom: aDay("2026-11-01") }, nudgeAfter)).toBe("2026-11-22");
    expect(gapPasses({ ...facts, countedFrom: aDay("2026-09-10") }, nudgeAfter)).toBe("2026-10-22");
  });

  it("reads “may like a word” after three times, not before", () => {
    expect(mayLikeAWord(facts, live, addDays(met, 30))).toBe(false);
    expect(mayLikeAWord(facts, live, addDays(met, 31))).toBe(true);
  });

  it("never reads so where the programme has switched it off, while a pair rests, or once it ended", () => {
    const today = addDays(met, 100);
    expect(mayLikeAWord(facts, { ...live, programmeWantsIt: false }, today)).toBe(false);
    expect(mayLikeAWord(facts, { ...live, isLive: false }, today)).toBe(false);
  });

  it("is quiet while both are fine, for two rhythms; one alone quiets nobody but themselves", () => {
    const said = addDays(met, 25);
    const one = { ...facts, menteeFineOn: said };
    expect(mayLikeAWord(one, live, addDays(met, 40))).toBe(true);
    expect(isFine(one.menteeFineOn, one, addDays(said, 20))).toBe(true);
    expect(isFine(one.menteeFineOn, one, addDays(said, 21))).toBe(false);
    const both = { ...one, mentorFineOn: addDays(said, 5) };
    expect(mayLikeAWord(both, live, addDays(said, 20))).toBe(false);
    expect(mayLikeAWord(both, live, addDays(said, 21))).toBe(true);
  });
});

describe("a review", () => {
  const held = ["2026-10-01", "2026-10-15", "2026-10-29", "2026-11-12"].map(aDay);
  it("comes the day after the third day held, and then every eight weeks", () => {
    expect(nextReview(held.slice(0, 2), met)).toBeUndefined();
    expect(nextReview(held, met)).toBe("2026-10-30");
    expect(nextReview(held, aDay("2026-10-31"))).toBe("2026-12-25");
    expect(nextReview(held, aDay("2026-12-25"))).toBe("2026-12-25");
  });
});

it("an ending is asked about four weeks before it", () => {
  expect(endingAsked(aDay("2027-03-31"))).toBe("2027-03-03");
});
