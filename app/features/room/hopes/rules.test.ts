import { describe, expect, it } from "vitest";
import { ItemId, LogId, makeUuid } from "../../../values/id.ts";
import type { AccountId } from "../../../values/id.ts";
import { type EventName, type Opened, sliceOf } from "../state/rules.ts";
import { emptyOwn, emptyRoom, ownParts, roomParts } from "../state/fold.ts";
import { anAccount, anItem, happened } from "../state/testing.ts";
import { shownTypes } from "../timeline/lines.tsx";
import {
  cardOf,
  differingChoices,
  hopes,
  type HopesState,
  type HopesWords,
  isLate,
  isToTurn,
  needsHopes,
  ownHopes,
  revealOf,
  standingOf,
} from "./rules.ts";
import { hopesEvents, HopesRevealed, readHopes } from "./schema.ts";
import { hopesText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const roomId = LogId.parse(makeUuid(1, new Uint8Array(10)));
const hers = anItem();
const theirs = anItem();

type Event = Parameters<typeof hopes.reduce>[1];
const committed = (who: AccountId, card: ItemId, commitment: string) =>
  happened(who, "hopes.committed", { card, commitment });
/** A reveal as the vault hands it on: with the commitment that it worked out. */
const revealed = (who: AccountId, card: ItemId, commitment: string, text: string) => ({
  ...happened(who, "hopes.revealed", { reveal: "AAAA", beside: who === leila ? theirs : hers }),
  card: { card, commitment, text },
});
const withdrawn = (who: AccountId, card: ItemId) => happened(who, "hopes.withdrawn", { card });
const after = (...events: ReadonlyArray<Event>): HopesState => events.reduce(hopes.reduce, hopes.initial);
const own = (...cards: ReadonlyArray<readonly [ItemId, string]>) =>
  cards
    .map(([card, commitment]) => ({
      ...happened(leila, "hopes.kept", { roomId, reveal: "AAAA" }),
      card: { card, commitment, text: "hers" },
    }))
    .reduce(ownHopes.reduce, ownHopes.initial);
const standing = (state: HopesState, kept = own([hers, "L"])) => standingOf(state, kept, roomId, leila, ingrid);

const leilaLaid = committed(leila, hers, "L");
const ingridLaid = committed(ingrid, theirs, "I");

describe("P34: two cards that turn over together", () => {
  it("wait for each other, and open once both were turned over", () => {
    expect(standing(after())).toBe("to-write");
    expect(standing(after(ingridLaid))).toBe("other-waits");
    expect(standing(after(leilaLaid))).toBe("waits");
    expect(standing(after(leilaLaid, ingridLaid))).toBe("turning");
    const one = after(leilaLaid, ingridLaid, revealed(ingrid, theirs, "I", "theirs"));
    expect(standing(one)).toBe("turning");
    const both = hopes.reduce(one, revealed(leila, hers, "L", "hers"));
    expect(standing(both)).toBe("open");
    expect([cardOf(both, leila)?.text, cardOf(both, ingrid)?.text]).toEqual(["hers", "theirs"]);
    expect([needsHopes(one, leila, ingrid), needsHopes(both, leila, ingrid)]).toEqual([true, false]);
  });
  it("a client turns its own over by itself once both lie there, and not before", () => {
    expect(isToTurn(after(leilaLaid), leila, ingrid)).toBe(false);
    expect(isToTurn(after(leilaLaid, ingridLaid), leila, ingrid)).toBe(true);
    expect(isToTurn(after(leilaLaid, ingridLaid, withdrawn(ingrid, theirs)), leila, ingrid)).toBe(false);
    expect(isToTurn(after(leilaLaid, ingridLaid, revealed(leila, hers, "L", "x")), leila, ingrid)).toBe(false);
  });
  it("any own device has what turns the card over; a lost one is not turned over", () => {
    const both = after(leilaLaid, ingridLaid);
    expect(revealOf(both, own([hers, "L"]), roomId, leila)).toMatchObject({ reveal: "AAAA" });
    expect(standing(both, own())).toBe("lost");
    expect(standing(both, own([hers, "other"]))).toBe("lost");
    expect(standing(after(leilaLaid, ingridLaid, revealed(leila, hers, "L", "hers")), own())).toBe("turning");
  });
  it("are taken back by their owner alone, and written anew under a new id", () => {
    expect(standing(after(leilaLaid, withdrawn(ingrid, hers)))).toBe("waits");
    const again = anItem();
    const anew = after(leilaLaid, withdrawn(leila, hers), committed(leila, hers, "L2"), committed(leila, again, "L3"));
    expect(cardOf(anew, leila)).toMatchObject({ card: again, commitment: "L3", isChanged: false });
  });
  it("one's own log keeps the newest four cards of a room", () => {
    const cards = Array.from({ length: 6 }, (_, at) => [anItem(), `c${at}`] as const);
    expect(own(...cards).kept.map(({ commitment }) => commitment)).toEqual(["c2", "c3", "c4", "c5"]);
  });
});

describe("P34: Ingrid's client does not keep to it", () => {
  it("turns over something else than it committed to: a changed card, whose text is not shown", () => {
    const state = after(leilaLaid, ingridLaid, revealed(ingrid, theirs, "other", "something else"));
    expect(cardOf(state, ingrid)).toMatchObject({ isChanged: true, text: undefined });
    expect(standing(state)).toBe("changed-theirs");
    expect(isToTurn(state, leila, ingrid)).toBe(false);
  });
  it("commits to something else for the same card: a changed card, before and after Leila's is open", () => {
    const second = committed(ingrid, theirs, "I2");
    expect(standing(after(leilaLaid, ingridLaid, second))).toBe("changed-theirs");
    expect(isToTurn(after(leilaLaid, ingridLaid, second), leila, ingrid)).toBe(false);
    const late = after(leilaLaid, ingridLaid, revealed(leila, hers, "L", "hers"), second);
    expect(standing(hopes.reduce(late, revealed(ingrid, theirs, "I2", "copied")))).toBe("changed-theirs");
  });
  it("commits to the same thing twice, or turns it over twice: the first counts", () => {
    const twice = after(
      leilaLaid,
      ingridLaid,
      committed(ingrid, theirs, "I"),
      revealed(ingrid, theirs, "I", "theirs"),
      revealed(ingrid, theirs, "I", "theirs"),
    );
    expect(cardOf(twice, ingrid)).toMatchObject({ text: "theirs", isChanged: false });
  });
  it("turns over another text after the true one: changed, and Leila hears of it", () => {
    const state = after(
      leilaLaid,
      ingridLaid,
      revealed(leila, hers, "L", "hers"),
      revealed(ingrid, theirs, "I", "theirs"),
      revealed(ingrid, theirs, "other", "better"),
    );
    expect(standing(state)).toBe("changed-theirs");
  });
  it("never turns over: Leila's page says so, and shows neither", () => {
    const state = after(leilaLaid, ingridLaid, revealed(leila, hers, "L", "hers"));
    expect(standing(state)).toBe("turning");
    expect(hopesText.turning("Ingrid")).toContain("not turned over");
  });
  it("reads Leila's open card, takes hers back and copies it: the new card says that it came later", () => {
    const again = anItem();
    const state = after(
      leilaLaid,
      ingridLaid,
      revealed(leila, hers, "L", "hers"),
      withdrawn(ingrid, theirs),
      committed(ingrid, again, "I2"),
      revealed(ingrid, again, "I2", "hers"),
    );
    expect(standing(state)).toBe("open");
    expect([isLate(state, ingrid, leila), isLate(state, leila, ingrid)]).toEqual([true, false]);
  });
  it("pretends to have taken hers back before Leila's was open: what Leila's client saw tells", () => {
    const again = anItem();
    const state = after(
      leilaLaid,
      ingridLaid,
      withdrawn(ingrid, theirs),
      committed(ingrid, again, "I2"),
      revealed(leila, hers, "L", "hers"),
      revealed(ingrid, again, "I2", "hers"),
    );
    expect(standing(state)).toBe("open");
    expect(isLate(state, ingrid, leila)).toBe(true);
  });
  it("says that Leila's card came late: it did not, so nothing is shown", () => {
    const state = after(leilaLaid, ingridLaid, revealed(leila, hers, "L", "hers"), {
      ...revealed(ingrid, theirs, "I", "theirs"),
      payload: { reveal: "AAAA", beside: anItem() },
    });
    expect([standing(state), isLate(state, leila, ingrid)]).toEqual(["open", false]);
  });
  it("lays a second card beside the first, or speaks for Leila's: nothing changes", () => {
    const state = after(leilaLaid, ingridLaid);
    expect(hopes.reduce(state, committed(ingrid, anItem(), "I3"))).toEqual(state);
    expect(hopes.reduce(state, revealed(ingrid, hers, "L", "hers"))).toEqual(state);
    expect(cardOf(hopes.reduce(state, committed(ingrid, hers, "L")), leila)).toEqual(cardOf(state, leila));
  });
});

const words: HopesWords = {
  hopes: "",
  wishes: "",
  worries: "",
  need: "",
  offer: "",
  rhythm: "",
  between: "",
  direct: "",
  help: [],
};

describe("P77: where expectations differ", () => {
  it("compares what both chose, and leaves out what one of them left open", () => {
    const mine: HopesWords = { ...words, rhythm: "weekly", direct: "gently", help: ["advice", "listening"] };
    expect(differingChoices(mine, { ...mine, help: ["listening", "advice"] })).toEqual([]);
    expect(differingChoices(mine, { ...mine, rhythm: "monthly", direct: "" })).toEqual(["rhythm"]);
    expect(differingChoices(mine, { ...mine, help: ["advice"] })).toEqual(["help"]);
    expect(differingChoices(mine, words)).toEqual([]);
  });
  it("either marks a point, either takes the mark off, and taking a card back clears them", () => {
    const mark = (who: AccountId, isMarked: boolean) => happened(who, "hopes.differed", { point: "worries", isMarked });
    const marked = after(leilaLaid, ingridLaid, mark(leila, true), mark(ingrid, true));
    expect(marked.marks).toEqual(["worries"]);
    expect(hopes.reduce(marked, mark(ingrid, false)).marks).toEqual([]);
    expect(hopes.reduce(marked, withdrawn(leila, hers)).marks).toEqual([]);
  });
  it("reads a card that says what it should, and nothing else", () => {
    expect(readHopes(JSON.stringify({ ...words, help: ["advice"] }))).toMatchObject({ help: ["advice"] });
    expect(readHopes(JSON.stringify({ ...words, rank: 1 }))).toBeUndefined();
    expect(readHopes(JSON.stringify({ ...words, rhythm: "never" }))).toBeUndefined();
    expect(readHopes("a text")).toBeUndefined();
  });
});

describe("P34 P77 never", () => {
  it("P34 never shows a card, or finds it by a search, before both are open", () => {
    for (const declaration of hopesEvents) expect(declaration).not.toHaveProperty("searched");
    expect(shownTypes).not.toContain(HopesRevealed.type);
  });
  it("P77 never keeps a difference outside the room: what was marked is part of the room's state alone", () => {
    const named = (parts: typeof roomParts | typeof ownParts) =>
      parts.flatMap(({ events }) => events.map(({ type }): EventName => type));
    expect(named(roomParts)).toContain("hopes.differed");
    expect(named(ownParts)).not.toContain("hopes.differed");
    expect(Object.keys(emptyRoom.hopes)).toEqual(["cards", "marks"]);
    expect(Object.keys(emptyOwn.hopes)).toEqual(["kept"]);
  });
  it("P77 never counts or weighs what was written", () => {
    expect(JSON.stringify(hopesText)).not.toMatch(/score|match of|percent|%|compatib/i);
    const event: Opened = happened(leila, "hopes.differed", { point: "worries", isMarked: true });
    expect(sliceOf([hopes], event.type)?.name).toBe("hopes");
  });
});
