/** Every sentence about reviews. */
import type { Mark } from "./rules.ts";

/** The words of screens. */
export const reviewsText = {
  title: "A look at how you work together",
  lead: "Twenty minutes, best done together. The programme does not learn of it.",
  cardLead: "Twenty minutes of today for the two of you, if you both like.",
  cardOpen: "Look at it together",
  cardPass: "Not now",
  prompts: "Five questions to talk about",
  parts: "Your agreement, part by part",
  none: "Nothing is agreed yet, so there is nothing to look at.",
  marks: { keep: "Keep", change: "Change", drop: "Drop" } satisfies Record<Mark, string>,
  theirs: (name: string, mark: string) => `${name}: ${mark}`,
  save: "Save",
  saved: "Saved. What you would change, you suggest in the agreement.",
  toAgreement: "Go to the agreement",
  readers: (name: string) => `Seen by you and ${name}`,
  off: "Topics you would rather leave out",
  offLine: "Yours alone; nobody is told.",
  keep: "Keep",
  loosen: "Loosen",
  remove: "Remove",
  looser: "In other words",
  keepWords: "Keep these words",
  labelOf: (act: string, topic: string) => `${act}: ${topic}`,
} as const;
