/** What the timeline says of stories. */
import type { StoryField } from "../rules.ts";

/** The prompts, for the form and for the reader. */
export const promptText: Readonly<Record<StoryField, string>> = {
  tried: "What I tried",
  wrong: "What went wrong, and my part in it",
  taught: "What it taught me",
  sooner: "What I would do sooner today",
};

/** What the timeline says of stories. */
export const storiesLineText = {
  tag: "A story",
  echo: "Somewhere near that",
  answer: "On the story",
  reply: "Answer",
  words: "A few words back",
  thanks: "Thank you for telling me",
  send: "Put it into the room",
} as const;
