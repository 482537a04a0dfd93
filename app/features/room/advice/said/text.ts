/** What the timeline says of advice. */
import type { AdviceSource } from "../rules.ts";

/** Where it comes from, as both see it. */
export const sourceText: Readonly<Record<AdviceSource, string>> = {
  lived: "Advice, lived",
  seen: "Advice, seen",
  read: "Advice, read",
  guess: "Advice, a guess",
};

/** Beside where it comes from. */
export const tooText = "and I will do this too";
