import { lineOf, quiet, unshown, words } from "../timeline/said.tsx";
import { CommitmentDone, CommitmentDropped, CommitmentMade, CommitmentMoved, CommitmentReopened } from "./schema.ts";
import { commitmentsText as text } from "./text.ts";

/** Commitments on the timeline: what was said and what was done; moving and dropping are nobody's news. */
export const commitmentsLines = [
  lineOf(CommitmentMade, ({ payload }) => words(payload.text, text.lines.made)),
  lineOf(CommitmentDone, ({ payload }, { view }) =>
    quiet(text.lines.done(view.state.commitments.all.find(({ id }) => id === payload.commitment)?.text ?? "")),
  ),
  unshown(CommitmentMoved, text.lines.moved),
  unshown(CommitmentDropped, text.lines.dropped),
  unshown(CommitmentReopened, text.lines.reopened),
];
