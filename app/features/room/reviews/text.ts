/** Every sentence about reviews. */
import type { Mark } from "./rules.ts";

/** The words of screens. */
export const reviewsText = {
  title: "A look at how you work together",
  lead: "Twenty minutes, best done together. Nothing waits for it, and the programme does not learn that it took place.",
  cardLead: "Twenty minutes of today for the two of you, if you both like.",
  cardOpen: "Look at it together",
  cardPass: "Not now",
  prompts: "Five questions to talk about",
  parts: "Your agreement, part by part",
  none: "Nothing is agreed yet, so there is nothing to look at.",
  marks: { keep: "Keep", change: "Change", drop: "Drop" } satisfies Record<Mark, string>,
  theirs: (name: string, mark: string) => `${name}: ${mark}`,
  save: "Keep this",
  saved: "Kept. What you would change, you suggest in the agreement; what both would drop is gone.",
  toAgreement: "Go to the agreement",
  readers: (name: string) => `Seen by you and ${name}`,
  off: "Topics you would rather leave out",
  offLine: "Yours alone. Nobody is told what you keep or change, and there is no hurry.",
  keep: "Keep",
  loosen: "Loosen",
  remove: "Remove",
  looser: "In other words",
  keepWords: "Keep these words",
  labelOf: (act: string, topic: string) => `${act}: ${topic}`,
} as const;
