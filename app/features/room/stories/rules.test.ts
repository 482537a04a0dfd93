import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { storyReply } from "../../../../content/en/stories.generated.ts";
import { plainText } from "../../../../content/blocks.ts";
import { emptyRoom, roomParts } from "../state/fold.ts";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, anItem, happened } from "../state/testing.ts";
import { isBlank, mayAnswer, ownStories, stories, storyFields, type StoriesState } from "./rules.ts";
import { promptText } from "./said/text.ts";
import { StoryTold } from "./schema.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const words = {
  tried: "I took over a team and kept calm.",
  wrong: "They stopped telling me bad news. I had already decided, and it showed.",
  taught: "Calm can look like a closed door.",
  sooner: "Say aloud what I do not know yet.",
};
const told = happened(ingrid, "stories.told", words);
const one: StoriesState = stories.reduce(stories.initial, told);
const keep = (story: string, kept: typeof words, state = ownStories.initial) =>
  ownStories.reduce(state, happened(ingrid, "stories.kept", { ...kept, story }));

describe("P26: a story, failures included", () => {
  it("asks what went wrong, and is kept for oneself until it is told", () => {
    expect(storyFields).toContain("wrong");
    const story = anItem();
    const kept = keep(story, words);
    expect(kept.kept).toEqual([{ ...words, story }]);
    const changed = keep(story, { ...words, sooner: "Ask first." }, kept);
    expect(changed.kept.map(({ sooner }) => sooner)).toEqual(["Ask first."]);
    expect(keep(story, { tried: "", wrong: " ", taught: "", sooner: "" }, changed).kept).toEqual([]);
  });
  it("P26 never stands anywhere but where its owner told it: what is kept is in no room, and a told story names none", () => {
    expect(roomParts.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain("stories.kept");
    expect(Object.keys(emptyRoom.stories)).toEqual(["told"]);
    for (const name of ["story", "from", "public", "programmeId"])
      expect(z.safeParse(StoryTold.payload, { ...words, [name]: anItem() }).success).toBe(false);
  });
});

describe("P44: the lesson", () => {
  it("comes last: what it taught me, and what I would do sooner", () => {
    expect(storyFields.map((field) => promptText[field]).slice(-2)).toEqual([
      "What it taught me",
      "What I would do sooner today",
    ]);
  });
  it("may be left: each prompt can be empty, all four cannot", () => {
    expect(isBlank({ ...words, taught: "", sooner: "" })).toBe(false);
    expect(isBlank({ tried: "", wrong: "", taught: "", sooner: "" })).toBe(true);
  });
});

describe("P43: beside a story", () => {
  it("stands that none is wanted in return", () => {
    expect(plainText(storyReply)).toMatch(/^You need not answer with a story of your own\./);
  });
  it("the other may answer, once, and whoever told it may not", () => {
    expect([mayAnswer(one, told.id, leila), mayAnswer(one, told.id, ingrid)]).toEqual([true, false]);
    const answer = { to: referTo(told), text: "Thank you for telling me" };
    expect(mayAnswer(stories.reduce(one, happened(ingrid, "stories.answered", answer)), told.id, leila)).toBe(true);
    expect(mayAnswer(stories.reduce(one, happened(leila, "stories.answered", answer)), told.id, leila)).toBe(false);
  });
  it("P43 never requires a story, or counts one: an answer is words alone, and the state knows no person's number", () => {
    expect(Object.keys(one.told[0] ?? {}).toSorted()).toEqual(["by", "hash", "id", "isAnswered"]);
  });
});

describe("P94: an echo", () => {
  it("stands beside the challenge it names, and can be answered like any story", () => {
    const echo = happened(ingrid, "stories.echoed", { to: referTo(told), text: "I have been somewhere near that." });
    expect(mayAnswer(stories.reduce(one, echo), echo.id, leila)).toBe(true);
  });
});
