import { describe, expect, it } from "vitest";
import { ofSession, talkCards, type TalkPlace, talkCardNames, themeOfSession } from "./rules.ts";

const first: TalkPlace = {
  role: "mentee",
  held: 0,
  isSetUp: false,
  isConcern: false,
  hasPartLeft: true,
  needsHopes: true,
  needsManual: true,
  hidden: [],
};
const later: TalkPlace = { ...first, held: 5, isSetUp: true, hasPartLeft: false };
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
