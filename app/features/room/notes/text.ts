/** Every sentence about notes. */
import type { HeardAnswer } from "./rules.ts";

/** What the timeline says of notes. */
export const notesText = {
  heardAsked: "What I heard: is that it?",
  heardConfirmed: "What I heard, confirmed",
  heardAlmost: "What I heard, in your words",
  heardNo: "That was not it",
  heardAnswers: { yes: "Yes", almost: "Almost", no: "No" } satisfies Record<HeardAnswer, string>,
  almostLabel: "In your words",
  almostSend: "That is it",
} as const;
