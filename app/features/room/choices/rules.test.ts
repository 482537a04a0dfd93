import { describe, expect, it } from "vitest";
import { makeUuid, SessionId } from "../../../values/id.ts";
import { roomParts } from "../state/fold.ts";
import { anAccount, happened } from "../state/testing.ts";
import { choices, type ChoicesState, isHidden, isMuted, isQuiet } from "./rules.ts";

const leila = anAccount("Leila");
const [first, second] = [1, 2].map((at) => SessionId.parse(makeUuid(at, new Uint8Array(10))));
const card = (name: string, hidden: boolean, state: ChoicesState = choices.initial) =>
  choices.reduce(state, happened(leila, "choices.card", { card: name, hidden }));

describe("cards", () => {
  it("stay away once their reader wants them no more, and come back when asked for", () => {
    const gone = card("listen.wait", true, card("listen.wait", true));
    expect(isHidden(gone, "listen.wait")).toBe(true);
    expect(isHidden(gone, "talk.halfway")).toBe(false);
    expect(gone.hidden).toEqual(["listen.wait"]);
    expect(isHidden(card("listen.wait", false, gone), "listen.wait")).toBe(false);
  });
});

describe("nudges", () => {
  it("are muted one kind at a time", () => {
    const muted = choices.reduce(choices.initial, happened(leila, "choices.nudge", { nudge: "checkin", muted: true }));
    expect([isMuted(muted, "checkin"), isMuted(muted, "topic")]).toEqual([true, false]);
    const back = choices.reduce(muted, happened(leila, "choices.nudge", { nudge: "checkin", muted: false }));
    expect(isMuted(back, "checkin")).toBe(false);
  });
});

describe("P06: quiet", () => {
  it("holds for one session, until it is taken back", () => {
    if (!first || !second) throw new Error("two sessions were made");
    const quiet = choices.reduce(choices.initial, happened(leila, "choices.quiet", { sessionId: first }));
    expect([isQuiet(quiet, first), isQuiet(quiet, second)]).toEqual([true, false]);
    expect(isQuiet(choices.reduce(quiet, happened(leila, "choices.quiet", {})), first)).toBe(false);
  });
  it("P06 never: what somebody hid, muted or silenced is in no room, where the other would see it", () => {
    expect(roomParts.filter(({ slice }) => slice.name === "choices")).toEqual([]);
  });
});
