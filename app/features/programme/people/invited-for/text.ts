/** Every sentence about what the programme says of a mentor. */
import { mostTopics, topicSigns } from "./rules.ts";

/** The sentences. */
export const text = {
  title: (name: string) => `What the programme says of ${name}`,
  hint: (name: string) =>
    `People to whom ${name} is suggested read it on the card, and ${name}’s mentees in their room.`,
  nothing: "Nothing yet. The card says nothing about it.",
  write: "Write it",
  change: "Change it",
  label: "Invited as a mentor for",
  labelHint: "What you asked them in for, in a few topics. Not how well they do: nothing like that belongs on a card.",
  take: (name: string) => `Take what ${name} offers`,
  wrong: `At most ${mostTopics} topics of ${topicSigns} characters each, please`,
  save: "Save",
  cancel: "Leave it as it is",
  saved: "Saved.",
  own: "Another manager writes this about you.",
} as const;
