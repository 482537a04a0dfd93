import { menteeOfEdges, type Board } from "./board.ts";

/** 1 for each edge that is part of something. */
export type Marked = Uint8Array;

const last = Number.POSITIVE_INFINITY;

/**
 * Mentee-proposing deferred acceptance over the edges that `takes` lets through; everyone asks on until they have as many
 * mentors as they look for. Both sides rank by what they named, then by points, then by drawn order, so there are no ties.
 */
export function deferredAcceptance(board: Board, takes: (edge: number) => boolean): Marked {
  const held: Marked = new Uint8Array(board.mentor.length);
  const menteeOf = menteeOfEdges(board);
  const lists = board.mentees.map((_, mentee) => {
    // The dearest comes last, where it is taken from first.
    const list: number[] = [];
    for (let edge = board.start[mentee] ?? 0; edge < (board.start[mentee + 1] ?? 0); edge += 1) {
      if (takes(edge) && (board.places[board.mentor[edge] ?? 0] ?? 0) > 0) list.push(edge);
    }
    return list.toSorted((a, b) => menteeOrder(board, b, a));
  });
  const seats: number[][] = board.mentors.map(() => []);
  const asking = board.mentees.flatMap((_, mentee) =>
    Array.from({ length: (board.demand[mentee] ?? 0) - (board.has[mentee] ?? 0) }, () => mentee),
  );
  for (let mentee = asking.pop(); mentee !== undefined; mentee = asking.pop()) {
    const edge = lists[mentee]?.pop();
    if (edge === undefined) continue;
    const mentor = board.mentor[edge] ?? 0;
    const taken = seats[mentor] ?? [];
    taken.push(edge);
    held[edge] = 1;
    if (taken.length <= (board.places[mentor] ?? 0)) continue;
    taken.sort((a, b) => mentorOrder(board, a, b) || (menteeOf[a] ?? 0) - (menteeOf[b] ?? 0));
    const refused = taken.pop() ?? 0;
    held[refused] = 0;
    asking.push(menteeOf[refused] ?? 0);
  }
  return held;
}

/** The pairs that named each other and that no one of them would leave for another: constants of the objective. */
export function mutualChoices(board: Board): Marked {
  return deferredAcceptance(board, (edge) => (board.rank[edge] ?? 0) > 0 && (board.back[edge] ?? 0) > 0);
}

function menteeOrder(board: Board, a: number, b: number): number {
  const ranks = compare((board.rank[a] ?? 0) || last, (board.rank[b] ?? 0) || last);
  return ranks || (board.points[b] ?? 0) - (board.points[a] ?? 0) || (board.mentor[a] ?? 0) - (board.mentor[b] ?? 0);
}

function mentorOrder(board: Board, a: number, b: number): number {
  const ranks = compare((board.back[a] ?? 0) || last, (board.back[b] ?? 0) || last);
  return ranks || (board.points[b] ?? 0) - (board.points[a] ?? 0);
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
