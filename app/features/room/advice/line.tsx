import { lineOf, words } from "../timeline/said.tsx";
import type { AdviceGiven } from "./rules.ts";
import { sourceText, tooText } from "./said/text.ts";

/** Advice on the timeline, with where it comes from. */
export const adviceLines = [
  lineOf<AdviceGiven>("advice.given", ({ payload: { text, from, too } }) =>
    words(text, too ? `${sourceText[from]}, ${tooText}` : sourceText[from]),
  ),
];
