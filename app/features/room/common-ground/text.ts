/** Every sentence about common ground. */
import { mostPicks } from "./rules.ts";

/** The words of screens. */
export const groundText = {
  title: "Common ground",
  lead: (name: string) =>
    `Pick what is true for you. Cards that ${name} picks too appear for both; all others stay with you, also from ${name}’s device.`,
  otherThere: (name: string) => `${name} has picked.`,
  cards: "Cards",
  picked: (count: number) => `${count} of ${mostPicks} picked`,
  line: "A line of your own",
  lineHint: (name: string) => `Shown to ${name} openly, as soon as you send.`,
  send: "Compare",
  locked: "Your rooms are locked. Unlock, then compare.",
  waits: (name: string) => `Your cards are there. The comparing begins once ${name} has picked, too.`,
  comparing: (name: string) =>
    `Your devices are comparing. ${name}’s takes its part when ${name} next opens this room.`,
  shared: "True for both of you",
  few: "A question to explore together",
  notCompared: "The cards could not be compared this time, and none of yours was shown. Here is a question to explore.",
  again: "Pick again",
  againHint: (name: string) => `A new round begins once you and ${name} have both picked again.`,
  goOn: "Pick new cards",
  lineOf: (name: string) => `${name} added`,
  you: "You added",
} as const;
