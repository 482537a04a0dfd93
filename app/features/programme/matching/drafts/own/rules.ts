/** What a manager who takes part is not shown: whatever a draft or a round says of their own place. */
import type { ParticipantId } from "../../../../../values/id.ts";
import type { Board, BoardDraft, DraftChanges } from "../schema.ts";

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

/** The board without the manager's own place. The sums stay, and in a small programme they may tell; see README.md. */
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
    pairs: draft.pairs.filter(others),
    waiting: draft.waiting.filter(({ mentee }) => mentee !== own),
    keptApart: draft.keptApart.filter(others),
    letGo: draft.letGo.filter(others),
    morePlaces: draft.morePlaces.filter(({ mentor }) => mentor !== own),
  };
}

/** What a new draft would change for others. */
export function changesWithoutOwn<Changes extends Pick<DraftChanges, "moves"> | null>(
  changes: Changes,
  own: ParticipantId | undefined,
): Changes {
  if (changes === null || own === undefined) return changes;
  return { ...changes, moves: changes.moves.filter((move) => ![move.mentee, move.from, move.to].includes(own)) };
}
