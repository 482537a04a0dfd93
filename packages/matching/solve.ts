import { boardOf, menteeOfEdges, pairAt, type Board } from "./board.ts";
import { deferredAcceptance, mutualChoices, type Marked } from "./choices.ts";
import { assign } from "./engine.ts";
import { faultsOf, pairKey } from "./faults.ts";
import type { Assignment } from "./flow.ts";
import { costsOf, weightsOf, type Costs } from "./levels.ts";
import { byId, fingerprint } from "./order.ts";
import type { Certificate, Levels, Matching, MentorPrice, Pair, Problem, ScoredPair, Weights } from "./problem.ts";
import { entriesOfAnswer, entriesOfProblem } from "./sealing.ts";

/** Who got whom, and at which prices. */
export interface Answer {
  /** The board's edges that are taken. */
  readonly taken: Marked;
  readonly prices: ReadonlyArray<MentorPrice>;
}

/**
 * Finds the best matching under the problem's own rules, with the proof that none is better.
 * The answer depends on the content of the problem and its seed, never on the order of its lists.
 * Throws a RangeError when `faultsOf` finds a fault, or when the sums could not stay exact.
 */
export function solve(problem: Problem): Matching {
  const [fault] = faultsOf(problem);
  if (fault) throw new RangeError(`matching: ${fault.list}[${fault.at}] ${fault.word}`);

  const board = boardOf(problem);
  const mutual = mutualChoices(board);
  const weights = weightsOf(board, mutual, problem.fairLine !== undefined);
  const answer = problem.policy === "choice" ? byChoice(board) : byLevels(problem, board, mutual, weights);
  return assemble(problem, board, mutual, weights, answer, fingerprint(entriesOfProblem(problem)));
}

function byChoice(board: Board): Answer {
  return { taken: deferredAcceptance(board, () => true), prices: [] };
}

function byLevels(problem: Problem, board: Board, mutual: Marked, weights: Weights): Answer {
  const costs = costsOf(board, mutual, weights, problem.fairLine);
  return answerOf(board, costs, assign(costs.flow));
}

/** Reads what the engine found back into edges and prices of the board. */
export function answerOf(board: Board, { edge }: Costs, assignment: Assignment): Answer {
  const taken: Marked = new Uint8Array(board.mentor.length);
  assignment.taken.forEach((is, at) => {
    if (is === 1) taken[edge[at] ?? 0] = 1;
  });
  const prices = board.mentors.map((mentor, at) => ({
    mentor,
    levels: assignment.priceUpper[at] ?? 0,
    points: assignment.priceLower[at] ?? 0,
  }));
  return { taken, prices: prices.toSorted((a, b) => byId(a.mentor, b.mentor)) };
}

/** Puts an answer into words; `input` is the mark of what was asked. */
export function assemble(
  problem: Problem,
  board: Board,
  mutual: Marked,
  weights: Weights,
  { taken, prices }: Answer,
  input: string,
): Matching {
  const menteeOf = menteeOfEdges(board);
  const pairOf = (edge: number) => pairAt(board, menteeOf[edge] ?? 0, board.mentor[edge] ?? 0);
  const pinned = new Set((problem.pinned ?? []).map(pairKey));
  const pairs = pinned.size === 0 ? [] : problem.pairs.filter((pair) => pinned.has(pairKey(pair))).map(plain);
  const exceptions: Pair[] = [];
  let mutualKept = 0;
  taken.forEach((is, edge) => {
    if (is === 1) pairs.push({ ...pairOf(edge), points: board.points[edge] ?? 0 });
    if (mutual[edge] !== 1) return;
    if (is === 1) mutualKept += 1;
    else exceptions.push(pairOf(edge));
  });
  const served = new Set([...pairs, ...(problem.existing ?? [])].map(({ mentee }) => mentee));
  const unsealed = {
    pairs: pairs.toSorted(byIds),
    waiting: board.mentees.filter((mentee) => !served.has(mentee)).toSorted(byId),
    levels: levelsReached(problem, pairs, mutualKept),
    exceptions: exceptions.toSorted(byIds),
  };
  const certificate: Certificate = {
    policy: problem.policy ?? "agreed",
    input,
    answer: fingerprint(entriesOfAnswer(unsealed, weights, prices)),
    weights,
    prices,
  };
  return { ...unsealed, certificate };
}

function levelsReached(problem: Problem, pairs: ReadonlyArray<ScoredPair>, mutualKept: number): Levels {
  const line = problem.fairLine;
  const chosen = new Set((problem.named ?? []).map(({ by, who }) => pairKey({ mentee: by, mentor: who })));
  const below = pairs.filter((pair) => line !== undefined && pair.points < line && !chosen.has(pairKey(pair)));
  const points = pairs.reduce((sum, pair) => sum + pair.points, 0);
  const before = new Set((problem.existing ?? []).map(({ mentee }) => mentee));
  const placed = new Set(pairs.map(({ mentee }) => mentee).filter((mentee) => !before.has(mentee))).size;
  return { placed, further: pairs.length - placed, mutualKept, belowLine: below.length, points };
}

const byIds = (a: Pair, b: Pair) => byId(a.mentee, b.mentee) || byId(a.mentor, b.mentor);
const plain = ({ mentee, mentor, points }: ScoredPair): ScoredPair => ({ mentee, mentor, points });
