import { describe, expect, it } from "vitest";
import { LetterId, LogId, makeUuid } from "../../../values/id.ts";
import { roomParts } from "../state/fold.ts";
import { anAccount, happened } from "../state/testing.ts";
import { markOf, ownShowing, shownFrom, type Telling, unreadOf, waitingFrom } from "./rules.ts";
import { AnswerLetter, readLetterText, ShownLetter } from "./schema.ts";

const leila = anAccount("Leila");
const lena = anAccount("Lena");
const id = (at: number) => makeUuid(at, new Uint8Array(10));
const room = LogId.parse(id(1));
const other = LogId.parse(id(2));
const letter = (at: number) => LetterId.parse(id(100 + at));
const shown = (at: number, tell: Telling, roomId = room) =>
  happened(leila, "showing.shown", {
    letter: letter(at),
    roomId,
    contact: lena,
    name: "Lena Brandt",
    items: ["aa"],
    tell,
    onlyIfNamedAgain: false,
  });
const folded = (...events: ReadonlyArray<Parameters<typeof ownShowing.reduce>[1]>) =>
  events.reduce((state, event) => ownShowing.reduce(state, event), ownShowing.initial);

describe("P112 what somebody showed", () => {
  it("stands in their own log, by room, the newest first", () => {
    const state = folded(shown(1, "no"), shown(2, "now"), shown(3, "no", other));
    expect(shownFrom(state, room).map((one) => one.letter)).toEqual([letter(2), letter(1)]);
    expect(shownFrom(state, other)).toHaveLength(1);
  });

  it("was told to the other at once, later, or not", () => {
    const state = folded(
      shown(1, "no"),
      shown(2, "now"),
      shown(3, "when-agreed"),
      happened(leila, "showing.told", { letter: letter(3) }),
    );
    expect(state.shown.map(({ isTold }) => isTold)).toEqual([false, true, true]);
  });

  it("counts once, though two devices wrote it down", () => {
    expect(folded(shown(1, "no"), shown(1, "now")).shown).toHaveLength(1);
  });

  it("and what a contact answered stands in theirs", () => {
    const state = folded(happened(lena, "showing.answered", { letter: letter(1), text: "I call you.", mayTell: true }));
    expect(state.answers).toMatchObject([{ letter: letter(1), text: "I call you.", mayTell: true }]);
  });

  it("waits on Home until it was read, where a contact answered it", () => {
    const sent = [
      { disclosureId: letter(1), answers: [{ answerId: letter(11) }] },
      { disclosureId: letter(2), answers: [{ answerId: letter(12) }, { answerId: letter(13) }] },
      { disclosureId: letter(3), answers: [] },
    ];
    const read = (...answers: ReadonlyArray<number>) =>
      happened(leila, "showing.answers-read", { answers: answers.map(letter) });
    const began = [shown(2, "no", other), shown(3, "no")];
    expect(unreadOf(folded(...began), sent)).toEqual([letter(12), letter(13)]);
    expect(waitingFrom(folded(...began), sent)).toBe(other);
    expect(unreadOf(folded(...began, read(12)), sent)).toEqual([letter(13)]);
    expect(waitingFrom(folded(...began, read(12), read(12, 13)), sent)).toBeUndefined();
    // What the server lists besides is none of theirs.
    expect(waitingFrom(folded(shown(3, "no")), sent)).toBeUndefined();
  });

  it("P112 never: an event of it in the room, or a place where a reason is asked for", () => {
    const inRoom = roomParts.flatMap(({ events }) => events.map(({ type }) => type));
    expect(inRoom.filter((type) => type.startsWith("showing."))).toEqual([]);
    const bare = { roomId: room, tell: "no", onlyIfNamedAgain: false, text: "" };
    expect(readLetterText(ShownLetter, JSON.stringify(bare))).toEqual(bare);
  });
});

describe("C29 what a contact reads", () => {
  it.each([
    ["signed by whom the directory names", { result: "authentic", room }, "signed"],
    ["signed by a key that nobody knows", { result: "unknown-key", room }, "unknown-key"],
    ["signed, and from another room than the letter says", { result: "authentic", room: other }, "other-room"],
    ["from another room, by a key that nobody knows", { result: "unknown-key", room: other }, "unknown-key"],
  ] as const)("%s", (_, proof, mark) => expect(markOf(proof, room)).toBe(mark));

  it("is nothing where the letter is of another kind", () => {
    const said = { about: letter(1), text: "I call you.", mayTell: false };
    const answer = JSON.stringify(said);
    expect(readLetterText(AnswerLetter, answer)).toEqual(said);
    expect(readLetterText(ShownLetter, answer)).toBeUndefined();
    expect(readLetterText(AnswerLetter, "no JSON")).toBeUndefined();
  });
});
