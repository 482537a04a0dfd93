/** Sealed: stories told in a room; in one's own log, those kept for oneself. */
import * as z from "zod/mini";
import { ItemId, SessionId } from "../../../values/id.ts";
import { answerInWords, words } from "../state/reference/schema.ts";
import { defineEvent } from "../state/schema.ts";
import type { StoryWords } from "./rules.ts";

const story = { tried: words, wrong: words, taught: words, sooner: words };
const wordsOf = ({ tried, wrong, taught, sooner }: StoryWords) => `${tried} ${wrong} ${taught} ${sooner}`;

/** A story is told. */
export const StoryTold = defineEvent(
  "stories.told",
  1,
  z.strictObject({ ...story, sessionId: z.optional(SessionId) }),
  { searched: (told) => wordsOf(told) },
);
/** A short story beside a challenge. */
export const StoryEchoed = defineEvent("stories.echoed", 1, answerInWords, { searched: ({ text }) => text });
/** Words to a story. */
export const StoryAnswered = defineEvent("stories.answered", 1, answerInWords, { searched: ({ text }) => text });

/** Every event of stories in a room. */
export const storiesEvents = [StoryTold, StoryEchoed, StoryAnswered] as const;

/** A story as its owner keeps it. */
export const StoryKept = defineEvent("stories.kept", 1, z.strictObject({ ...story, story: ItemId }), {
  searched: (kept) => wordsOf(kept),
});

/** Every event of stories in one's own log. */
export const ownStoriesEvents = [StoryKept] as const;
