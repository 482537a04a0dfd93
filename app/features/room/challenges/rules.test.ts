import { describe, expect, it } from "vitest";
import { anAccount, anItem, happened } from "../state/testing.ts";
import { challenges, isChallenge, offersEcho } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const note = anItem();
const mark = (who: typeof leila, challenge: boolean, state = challenges.initial) =>
  challenges.reduce(state, happened(who, "challenges.marked", { note, challenge }));

describe("P94: a challenge", () => {
  it("is marked by the writer of the note, and the mark comes off again", () => {
    const marked = mark(leila, true);
    expect(isChallenge(marked, note, leila)).toBe(true);
    expect(isChallenge(mark(leila, false, marked), note, leila)).toBe(false);
  });
  it("is nothing that the other can make of one's words, or take away", () => {
    expect(isChallenge(mark(ingrid, true), note, leila)).toBe(false);
    expect(isChallenge(mark(ingrid, false, mark(leila, true)), note, leila)).toBe(true);
  });
  it("marked twice is marked once", () => {
    expect(mark(leila, true, mark(leila, true)).all).toHaveLength(1);
  });
  it("offers the echo story to the mentor, for what the mentee marked", () => {
    expect(offersEcho("mentor", false)).toBe(true);
    expect([offersEcho("mentor", true), offersEcho("mentee", false)]).toEqual([false, false]);
  });
});
