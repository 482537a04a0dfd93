import { lineOf, unshown, words } from "../timeline/said.tsx";
import { DepthOpened, QuestionAnswered, QuestionAsked, QuestionParked, TopicPaused } from "./schema.ts";
import { questionsText as text } from "./text.ts";

/** Questions on the timeline. What was left leaves no line (P39, P61). */
export const questionsLines = [
  lineOf(QuestionAsked, ({ payload }) => words(payload.text, text.lines.asked)),
  lineOf(QuestionAnswered, ({ payload }) => words(payload.text, text.lines.answered)),
  unshown(QuestionParked, text.lines.parked),
  unshown(TopicPaused, text.lines.paused),
  unshown(DepthOpened),
];
