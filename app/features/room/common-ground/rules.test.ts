import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { groundQuestions } from "../../../../content/en/common-ground.generated.ts";
import type { AccountId } from "../../../values/id.ts";
import { LogId, makeUuid } from "../../../values/id.ts";
import { anAccount, happened } from "../state/testing.ts";
import {
  furtherRound,
  ground,
  groundStanding,
  type GroundState,
  groundTask,
  mostRounds,
  needsGround,
  nextRound,
  openLines,
  owesAnswer,
  ownGround,
  type OwnGroundState,
  questionFor,
  themes,
} from "./rules.ts";
import { GroundOffered, GroundPicked } from "./schema.ts";
import { groundCards, groundText } from "./text.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const roomId = LogId.parse(makeUuid(1, new Uint8Array(10)));
const pair = { roomId, me: leila, other: ingrid };

const offered = (who: AccountId, offer: string, round = 1, line = "") =>
  happened(who, "ground.offered", { round, offer, line });
const answered = (who: AccountId, answer: string, round = 1) => happened(who, "ground.answered", { round, answer });
const picked = (offer: string, round = 1) =>
  happened(leila, "ground.picked", { roomId, round, picks: ["late"], line: "", offer, secret: `secret of ${offer}` });
const found = (cards: ReadonlyArray<string> | null, round = 1) =>
  happened(leila, "ground.found", { roomId, round, cards });

const room = (...events: ReadonlyArray<Parameters<typeof ground.reduce>[1]>): GroundState =>
  events.reduce(ground.reduce, ground.initial);
const own = (...events: ReadonlyArray<Parameters<typeof ownGround.reduce>[1]>): OwnGroundState =>
  events.reduce(ownGround.reduce, ownGround.initial);

const again = (who: AccountId, round = 2) => happened(who, "ground.again", { round });
const both = [offered(leila, "L"), offered(ingrid, "I")];
const wished = [again(leila), again(ingrid)];

describe("P93: what Leila's client does by itself", () => {
  it("publishes what was picked, on whichever device it looks first, and once", () => {
    expect(groundTask(room(), own(picked("L")), pair)).toMatchObject({ do: "publish", picked: { offer: "L" } });
    expect(groundTask(room(offered(ingrid, "I")), own(picked("L")), pair)).toMatchObject({ do: "publish" });
    expect(groundTask(room(offered(leila, "L")), own(picked("L")), pair)).toBeUndefined();
  });
  it("answers Ingrid's offer, then finishes with her answer, then rests", () => {
    expect(groundTask(room(...both), own(picked("L")), pair)).toMatchObject({ do: "answer", theirs: "I" });
    const mine = room(...both, answered(leila, "a"));
    expect(groundTask(mine, own(picked("L")), pair)).toBeUndefined();
    const all = ground.reduce(mine, answered(ingrid, "b"));
    expect(groundTask(all, own(picked("L")), pair)).toMatchObject({ do: "finish", theirs: "I", answer: "b" });
    expect(groundTask(all, own(picked("L"), found(["late"])), pair)).toBeUndefined();
  });
  it("owes an answer from the second offer on, until it is given", () => {
    expect(owesAnswer(room(offered(leila, "L")), leila)).toBe(false);
    expect(owesAnswer(room(...both), leila)).toBe(true);
    expect(owesAnswer(room(...both, answered(leila, "a")), leila)).toBe(false);
  });
  it("leaves a round alone whose cards another own device picked", () => {
    expect(groundTask(room(...both), own(picked("other")), pair)).toBeUndefined();
    expect(groundStanding(room(...both), own(picked("other")), pair)).toMatchObject({
      is: "rests",
      last: { is: "not-compared" },
    });
  });
  it("still works out the last round after Ingrid has begun the next one", () => {
    const state = room(...both, answered(leila, "a"), answered(ingrid, "b"), ...wished, offered(ingrid, "I2", 2));
    expect(groundTask(state, own(picked("L")), pair)).toMatchObject({ do: "finish", answer: "b" });
  });
});

describe("P93: Ingrid's client does not keep to it", () => {
  it("a second offer or answer of hers in a round changes nothing: one request, one answer", () => {
    const once = room(...both, answered(leila, "a"));
    const twice = [offered(ingrid, "I again"), answered(leila, "a again")].reduce(ground.reduce, once);
    expect(twice).toEqual(once);
    expect(groundTask(twice, own(picked("L")), pair)).toBeUndefined();
  });
  it("a round that she alone begins asks nothing of Leila's client", () => {
    const state = room(...both, answered(leila, "a"), answered(ingrid, "b"), ...wished, offered(ingrid, "I2", 2));
    expect(owesAnswer(state, leila)).toBe(false);
    expect(groundTask(state, own(picked("L"), found(["late"])), pair)).toBeUndefined();
    const third = ground.reduce(state, offered(ingrid, "I3", 3));
    expect(third).toEqual(state);
  });
  it("a round that leaps ahead, or an answer to nothing, is ignored", () => {
    expect(room(offered(ingrid, "I", 7))).toEqual(ground.initial);
    expect(room(answered(ingrid, "b"))).toEqual(ground.initial);
    expect(room(offered(leila, "L"), answered(ingrid, "b"))).toEqual(room(offered(leila, "L")));
  });
  it("where she stays away, Leila waits; where her records are bad, a calm sentence ends it and both may pick again", () => {
    const state = room(...both, answered(leila, "a"));
    expect(groundStanding(state, own(picked("L")), pair)).toEqual({ is: "comparing" });
    const failed = own(picked("L"), found(null));
    expect(groundTask(room(...both), failed, pair)).toBeUndefined();
    expect(groundStanding(state, failed, pair)).toMatchObject({ is: "rests", last: { is: "not-compared" } });
    expect([nextRound(state), furtherRound(state)]).toEqual([undefined, 2]);
    expect(groundText.notCompared).not.toMatch(/error|fail|wrong|cheat/i);
  });
  it("a further round that Leila did not wish for is nothing, however often Ingrid asks for it", () => {
    const done = room(...both, answered(leila, "a"), answered(ingrid, "b"));
    const pressed = [again(ingrid), again(ingrid), offered(ingrid, "I2", 2)].reduce(ground.reduce, done);
    expect(pressed.rounds).toEqual(done.rounds);
    expect(pressed.again).toEqual([ingrid]);
    expect(groundTask(pressed, own(picked("L"), found(["late"])), pair)).toBeUndefined();
    expect(room(again(ingrid, 1), again(leila, 1))).toEqual(ground.initial);
  });
  it("after three rounds no offer, wish or pick of anybody's gets another evaluation", () => {
    const rounds = [1, 2, 3].flatMap((round) => [
      ...(round > 1 ? [again(leila, round), again(ingrid, round)] : []),
      offered(leila, `L${round}`, round),
      offered(ingrid, `I${round}`, round),
      answered(leila, `a${round}`, round),
      answered(ingrid, `b${round}`, round),
    ]);
    const three = room(...rounds);
    expect(three.rounds.map(({ round }) => round)).toEqual([2, 3]);
    expect([nextRound(three), furtherRound(three)]).toEqual([undefined, undefined]);
    const more = [again(leila, 4), again(ingrid, 4), offered(ingrid, "I4", 4), offered(leila, "L4", 4)];
    expect(more.reduce(ground.reduce, three)).toEqual(three);
    const mine = own(picked("L3", 3), found(["late"], 3));
    expect(groundStanding(three, mine, pair)).toMatchObject({ is: "rests", again: "none-left" });
    // Leila's own device holds the bound too, were a room to say that there is a fourth round.
    const forged: GroundState = {
      rounds: [
        { round: 4, offers: { [leila]: { offer: "L4", line: "" }, [ingrid]: { offer: "I4", line: "" } }, answers: {} },
      ],
      again: [],
    };
    expect(groundTask(forged, own(picked("L4", 4)), pair)).toBeUndefined();
    expect(z.safeParse(GroundOffered.payload, { round: mostRounds + 1, offer: "AA", line: "" }).success).toBe(false);
  });
  it("an offer of more than one's share does not fit its own shape", () => {
    const offer = { round: 1, offer: "A".repeat(2001), line: "" };
    expect(z.safeParse(GroundOffered.payload, offer).success).toBe(false);
    expect(z.safeParse(GroundOffered.payload, { ...offer, offer: "AA", cards: ["late"] }).success).toBe(false);
  });
});

describe("P93: what the two see", () => {
  const done = room(...both, answered(leila, "a"), answered(ingrid, "b"));
  it("a new round needs both to wish for it, and then both to pick", () => {
    expect([nextRound(room()), nextRound(room(offered(leila, "L")))]).toEqual([1, undefined]);
    expect([nextRound(done), furtherRound(done)]).toEqual([undefined, 2]);
    expect([needsGround(room(offered(leila, "L"))), needsGround(done)]).toEqual([true, false]);
    const mine = own(picked("L"), found(["late", "garden"]));
    const standing = (state: GroundState) => groundStanding(state, mine, pair);
    expect(standing(done)).toMatchObject({ is: "rests", again: "nobody" });
    const [one, other] = wished;
    if (!one || !other) throw new Error("two wishes");
    expect(standing(ground.reduce(done, one))).toMatchObject({ is: "rests", again: "mine" });
    expect(standing(ground.reduce(done, other))).toMatchObject({ is: "rests", again: "theirs" });
    const agreed = wished.reduce(ground.reduce, done);
    expect(nextRound(agreed)).toBe(2);
    expect(standing(agreed)).toMatchObject({ is: "to-pick", isOtherThere: false });
    expect(groundStanding(agreed, own(picked("L"), found([]), picked("L2", 2)), pair)).toEqual({ is: "waits" });
    const begun = ground.reduce(agreed, offered(ingrid, "I2", 2));
    expect(standing(begun)).toMatchObject({ is: "to-pick", isOtherThere: true });
  });
  it.each([
    ["two shared cards appear", ["late", "garden"], { is: "shared", cards: ["late", "garden"] }],
    ["one is too few: a question appears", ["late"], { is: "few" }],
    ["none: the same question appears", [], { is: "few" }],
  ])("%s", (_, cards, last) => {
    expect(groundStanding(done, own(picked("L"), found(cards)), pair)).toMatchObject({ is: "rests", last });
  });
  it("the question is the same for both, and another one in the next round", () => {
    expect(questionFor(roomId, 1, 8)).toBe(questionFor(roomId, 1, 8));
    expect(questionFor(roomId, 2, 8)).not.toBe(questionFor(roomId, 1, 8));
  });
  it("a line of one's own is shown openly, an empty one is not", () => {
    const state = room(offered(leila, "L", 1, "I sing in a lift"), offered(ingrid, "I"));
    expect(openLines(state)).toEqual([{ by: leila, line: "I sing in a lift" }]);
  });
});

const cards = themes.flatMap((theme) => groundCards[theme]);

describe("P93 never", () => {
  it("P93 never touches religion, health or politics, and offers about sixty cards", () => {
    expect(cards.length).toBeGreaterThanOrEqual(58);
    expect(cards.length).toBeLessThanOrEqual(64);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
    for (const { id } of cards) expect(id).toMatch(/^[a-z]{3,20}$/);
    for (const { words } of cards)
      expect(words).not.toMatch(
        /relig|church|mosque|temple|pray|faith|god\b|health|\bill\b|sick|disab|therap|anxi|depress|pregnan|polit|vote|party|union|gender|gay|race\b/i,
      );
    expect(groundQuestions.pieces).toHaveLength(1);
  });
  it("P93 never says that there is nothing in common, and never how many cards were shared", () => {
    const said = JSON.stringify(groundText) + cards.map(({ words }) => words).join(" ");
    expect(said).not.toMatch(/nothing in common|no match|in common:|\bonly \d|none of (these|your) cards match/i);
    expect(groundText).not.toHaveProperty("none");
  });
  it("P93 never puts picks into the room: only one's own log has a place for them", () => {
    const picks = { roomId, round: 1, picks: ["late"], line: "", offer: "AA", secret: "AA" };
    expect(z.safeParse(GroundPicked.payload, picks).success).toBe(true);
    expect(
      z.safeParse(GroundPicked.payload, { ...picks, picks: Array.from({ length: 9 }, () => "late") }).success,
    ).toBe(false);
    expect(z.safeParse(GroundOffered.payload, { round: 1, offer: "AA", line: "", picks: ["late"] }).success).toBe(
      false,
    );
  });
});
