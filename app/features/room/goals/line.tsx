import { lineOf, quiet, unshown, words } from "../timeline/said.tsx";
import type { GoalCelebrated, GoalDone, GoalSet } from "./rules.ts";
import { goalsLineText as said } from "./said/text.ts";

/** Goals on the timeline: setting one, reaching it, and what was said about it; changing and dropping are nobody's news. */
export const goalsLines = [
  lineOf<GoalSet>("goals.set", ({ payload }) => words(payload.text, said.set)),
  lineOf<GoalDone>("goals.done", ({ payload }, { view }) =>
    quiet(said.done(view.state.goals.all.find(({ id }) => id === payload.goal)?.text ?? "")),
  ),
  lineOf<GoalCelebrated>("goals.celebrated", ({ payload }, { view }) =>
    words(payload.text, said.celebrated(view.state.goals.all.find(({ id }) => id === payload.goal)?.text ?? "")),
  ),
  unshown("goals.changed", said.changed),
  unshown("goals.dropped", said.dropped),
  unshown("goals.reopened", said.reopened),
];
