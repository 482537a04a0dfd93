/** What a manager who takes part is not shown: whatever a draft or a round says of their own place. */
import type { Cohort } from "@oakroom/matching";
import type { ParticipantId } from "../../../../../values/id.ts";
import type { Board, BoardDraft } from "../schema.ts";

interface Two {
  readonly mentee: string;
  readonly mentor: string;
}

/** Whether two people are others than the one whose place it is. */
export const areOthers =
  (own: ParticipantId) =>
  ({ mentee, mentor }: Two): boolean =>
    mentee !== own && mentor !== own;

/** Whether a change by hand is about the manager's own place. */
export function isAboutOwn(change: Two | undefined, own: ParticipantId | undefined): boolean {
  return change !== undefined && own !== undefined && !areOthers(own)(change);
}

/** Everyone but the manager themself; whoever mentors them has the place free. Somebody whom they mentor still looks for nobody. */
export function cohortWithout(cohort: Cohort, own: ParticipantId | undefined): Cohort {
  if (own === undefined) return cohort;
  const isOther = ({ id }: { readonly id: string }) => id !== own;
  return {
    ...cohort,
    mentees: cohort.mentees.filter(isOther),
    mentors: cohort.mentors.filter(isOther),
    existing: cohort.existing?.filter(({ mentee }) => mentee !== own),
  };
}

/** The board without the manager's own place; its sums were made without it. */
export function withoutOwn(board: Board, own: ParticipantId | undefined): Board {
  if (own === undefined) return board;
  const isOther = ({ id }: { readonly id: string }) => id !== own;
  return {
    ...board,
    leavesOutOwn: true,
    mentees: board.mentees.filter(isOther),
    mentors: board.mentors.filter(isOther),
    draft: board.draft && draftWithout(board.draft, own),
    asked: board.asked.filter(({ mentee, mentor }) => mentee.participantId !== own && mentor.participantId !== own),
  };
}

function draftWithout(draft: BoardDraft, own: ParticipantId): BoardDraft {
  const others = areOthers(own);
  return {
    ...draft,
    pairsChecked: null,
    pairs: draft.pairs.filter(others),
    waiting: draft.waiting.filter(({ mentee }) => mentee !== own),
    keptApart: draft.keptApart.filter(others),
    letGo: draft.letGo.filter(others),
    morePlaces: draft.morePlaces.filter(({ mentor }) => mentor !== own),
  };
}
