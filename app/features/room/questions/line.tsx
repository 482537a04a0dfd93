import { lineOf, unshown, words } from "../timeline/said.tsx";
import type { QuestionAnswered, QuestionAsked } from "./rules.ts";
import { questionsLineText as said } from "./said/text.ts";

/** Questions on the timeline. What was left leaves no line (P39, P61). */
export const questionsLines = [
  lineOf<QuestionAsked>("questions.asked", ({ payload }) => words(payload.text, said.asked)),
  lineOf<QuestionAnswered>("questions.answered", ({ payload }) => words(payload.text, said.answered)),
  unshown("questions.parked", said.parked),
  unshown("questions.topic-paused", said.paused),
  unshown("questions.topic-resumed"),
  unshown("questions.depth"),
];
