import { lineOf, quiet, unshown, words } from "../timeline/said.tsx";
import type { CommitmentDone, CommitmentMade } from "./rules.ts";
import { commitmentsLineText as said } from "./said/text.ts";

/** Commitments on the timeline: what was said and what was done; moving and dropping are nobody's news. */
export const commitmentsLines = [
  lineOf<CommitmentMade>("commitments.made", ({ author, payload }, { me, name }) =>
    words(payload.text, payload.owner === author ? said.made : said.madeFor(payload.owner === me ? undefined : name)),
  ),
  lineOf<CommitmentDone>("commitments.done", ({ payload }, { view }) =>
    quiet(said.done(view.state.commitments.all.find(({ id }) => id === payload.commitment)?.text ?? "")),
  ),
  unshown("commitments.moved", said.moved),
  unshown("commitments.dropped", said.dropped),
  unshown("commitments.reopened", said.reopened),
];
