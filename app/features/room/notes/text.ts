/** Every sentence about notes. */
import type { HeardAnswer } from "./rules.ts";

/** What the timeline says of notes. */
export const notesText = {
  heardAsked: "What I heard: is that it?",
  heardConfirmed: "What I heard, confirmed",
  heardAlmost: "What I heard, in your words",
  heardNo: "That was not it",
  heardSaid: "said: ",
  heardAnswers: { yes: "Yes", almost: "Almost", no: "No" } satisfies Record<HeardAnswer, string>,
  almostLabel: "In your words",
  almostSend: "That is it",
  change: "Change this note",
  corrected: "Changed",
  withdrew: "took a note back",
  changeLabel: "Your words",
  changeHint: (name: string) =>
    `${name} may have read them already. What you change goes from both your screens; nothing can take it out of somebody’s memory, or off a device that is away.`,
  put: "Put these words instead",
  takeBack: "Take it back",
  leave: "Cancel",
} as const;
