import { describe, expect, it } from "vitest";
import { numberOf, ofSession, talkCards, type TalkPlace, talkCardNames, themeOfSession } from "./rules.ts";

const first: TalkPlace = {
  role: "mentee",
  held: 0,
  needsLimits: true,
  isConcern: false,
  hasPartLeft: true,
  needsHopes: true,
  needsManual: true,
  hidden: [],
};
const later: TalkPlace = { ...first, held: 5, needsLimits: false, needsHopes: false, hasPartLeft: false };
const before = (cards: ReadonlyArray<string>, one: string, other: string) => cards.indexOf(one) < cards.indexOf(other);

describe("P09 P89 P90: the first agenda", () => {
  it("begins with the limits, then strengths, then what trust means to each", () => {
    expect(talkCards(first).slice(0, 3)).toEqual(["limits", "first.strengths", "first.trust"]);
  });
  it("P91: tells the mentor to say that nearly any question is welcome", () => {
    expect(talkCards({ ...first, role: "mentor" })).toContain("first.anyquestion");
    expect(talkCards(first)).not.toContain("first.anyquestion");
  });
  it("P34: offers hopes and worries after trust, until both cards were turned over", () => {
    expect(before(talkCards(first), "first.trust", "hopes")).toBe(true);
    expect(talkCards({ ...first, needsHopes: false })).not.toContain("hopes");
  });
  it("P89 never: what trust means to each cannot be taken off, and neither can the limits", () => {
    const hidden = [...talkCardNames];
    for (const role of ["mentor", "mentee"] as const)
      expect(talkCards({ ...first, role, hidden }).slice(0, 2)).toEqual(["limits", "first.trust"]);
  });
});

describe("Ingrid says “let us go to card four”", () => {
  it("and Leila has the same card there: what only one of them has is not counted", () => {
    const numbers = (role: TalkPlace["role"]) =>
      talkCards({ ...first, role }).flatMap((name) => {
        const number = numberOf(name, { ...first, role });
        return number ? [[number.at, number.all, name]] : [];
      });
    expect(numbers("mentor")).toEqual(numbers("mentee"));
    expect(numbers("mentee").map(([at]) => at)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(numberOf("first.anyquestion", { ...first, role: "mentor" })).toBeUndefined();
  });
  it("also where one of them hid a card", () => {
    const hidden = ["first.strengths"];
    expect(talkCards({ ...first, hidden })).not.toContain("first.strengths");
    expect(numberOf("first.trust", { ...first, hidden })).toEqual({ at: 3, all: 7 });
  });
});

describe("what the first meeting left open", () => {
  it("does not begin the second one again: one card each for the limits and the next part", () => {
    const second = talkCards({ ...first, held: 1 });
    expect(second.filter((name) => /^(limits|first|scope|rhythm)/.test(name))).toEqual(["limits"]);
    expect(second).toEqual(expect.arrayContaining(["hopes", "part"]));
    expect(talkCards({ ...first, held: 1, needsLimits: false })).not.toContain("limits");
  });
});

describe("P67: listen, ask, story, suggestion", () => {
  it("opens with the order, asks before it restates, and offers no advice card at all", () => {
    for (const role of ["mentor", "mentee"] as const) {
      const cards = talkCards({ ...later, role });
      expect(cards[0]).toBe("session.talk");
      expect(before(cards, "ask.bank", "listen.restate")).toBe(true);
    }
  });
  it("P07 P63: holds a mentor back, and lets a mentor notice what stays unsaid", () => {
    const cards = talkCards({ ...later, role: "mentor" });
    expect(cards).toEqual(expect.arrayContaining(["listen.wait", "listen.unsaid"]));
    expect(before(cards, "listen.wait", "ask.bank")).toBe(true);
  });
  it("P25: has the listening guide for whoever listens less often", () => {
    expect(talkCards(later)).toContain("listen.basics");
  });
  it("P62: has a card for half time", () => {
    expect(talkCards(later)).toContain("talk.halfway");
  });
});

describe("P17: a topic that is not going to plan", () => {
  it("offers the mentor to name it before solving it", () => {
    const cards = talkCards({ ...later, role: "mentor", isConcern: true });
    expect(before(cards, "listen.validate", "listen.wait")).toBe(true);
    expect(talkCards({ ...later, role: "mentor" })).not.toContain("listen.validate");
  });
});

describe("cards that a reader hid", () => {
  it("an expert hides all of those on listening at once, and keeps the others", () => {
    for (const role of ["mentor", "mentee"] as const)
      expect(talkCards({ ...later, role, isConcern: true, hidden: ["listening"] })).toEqual(["ask.bank"]);
  });
  it("stay away for good, words and all", () => {
    expect(talkCards({ ...later, hidden: ["talk.halfway", "ask.bank"] })).not.toContain("talk.halfway");
    expect(talkCards({ ...later, hidden: ["ask.bank"] })).not.toContain("ask.bank");
  });
});

describe("P55: sessions one to four", () => {
  it.each([
    [1, "ask.road"],
    [2, "ask.notplan"],
    [3, "ask.us"],
    [4, "ask.support"],
  ])("after %i sessions the bank opens with %s", (held, theme) => {
    expect(themeOfSession(held)).toBe(theme);
  });
  it("P93: the second session has common ground, one’s context and the first goal, and only that one", () => {
    const second = ["common-ground", "context", "goals"];
    expect(talkCards({ ...later, held: 1 })).toEqual(expect.arrayContaining(second));
    for (const name of second) expect(talkCards({ ...later, held: 2 })).not.toContain(name);
    expect(talkCards({ ...later, held: 1, role: "mentor" })).not.toContain("context");
  });
});

describe("P81: how each likes feedback", () => {
  it("is asked once, in the third session, of whoever has not said it, and is passed over like any card", () => {
    for (const role of ["mentor", "mentee"] as const) {
      const offered = [1, 2, 3, 4].filter((held) => talkCards({ ...later, role, held }).includes("manual"));
      expect(offered).toEqual([2]);
      expect(talkCards({ ...later, role, held: 2, needsManual: false })).not.toContain("manual");
      expect(talkCards({ ...later, role, held: 2, hidden: ["manual"] })).not.toContain("manual");
    }
  });
});

describe("one of a list", () => {
  it("goes round", () => {
    expect([0, 1, 2, 3].map((held) => ofSession(["a", "b", "c"], held))).toEqual(["a", "b", "c", "a"]);
    expect(ofSession([], 3)).toBeUndefined();
  });
});
