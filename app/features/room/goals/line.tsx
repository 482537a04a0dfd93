import { lineOf, quiet, unshown, words } from "../timeline/said.tsx";
import { GoalCelebrated, GoalChanged, GoalDone, GoalDropped, GoalReopened, GoalSet } from "./schema.ts";
import { goalsText as text } from "./text.ts";

/** Goals on the timeline: setting one, reaching it, and what was said about it; changing and dropping are nobody's news. */
export const goalsLines = [
  lineOf(GoalSet, ({ payload }) => words(payload.text, text.lines.set)),
  lineOf(GoalDone, ({ payload }, { view }) =>
    quiet(text.lines.done(view.state.goals.all.find(({ id }) => id === payload.goal)?.text ?? "")),
  ),
  lineOf(GoalCelebrated, ({ payload }, { view }) =>
    words(payload.text, text.celebrate.tag(view.state.goals.all.find(({ id }) => id === payload.goal)?.text ?? "")),
  ),
  unshown(GoalChanged, text.lines.changed),
  unshown(GoalDropped, text.lines.dropped),
  unshown(GoalReopened, text.lines.reopened),
];
