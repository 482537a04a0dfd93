import { boardOf, pairAt, type Board } from "./board.ts";
import { deferredAcceptance, mutualChoices, type Held } from "./choices.ts";
import { assign } from "./engine.ts";
import { faultsOf, pairKey } from "./faults.ts";
import { gainsOf, lowestOf, weightsOf } from "./levels.ts";
import { byId, fingerprint } from "./order.ts";
import type {
  Certificate,
  Levels,
  Matching,
  MentorPrice,
  Pair,
  Policy,
  Problem,
  ScoredPair,
  Weights,
} from "./problem.ts";
import { entriesOfAnswer, entriesOfProblem } from "./sealing.ts";

interface Answer {
  readonly taken: Held;
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

  const policy: Policy = problem.policy ?? "agreed";
  const board = boardOf(problem);
  const lowest = lowestOf(problem.pairs.map(({ points }) => points));
  const mutual = mutualChoices(board);
  const weights = weightsOf(board, mutual, lowest, problem.fairLine !== undefined);
  const answer = policy === "choice" ? byChoice(board) : byLevels(problem, board, mutual, weights, lowest);
  return assemble(problem, board, mutual, weights, answer, policy);
}

function byChoice(board: Board): Answer {
  return { taken: deferredAcceptance(board, () => true), prices: [] };
}

function byLevels(problem: Problem, board: Board, mutual: Held, weights: Weights, lowest: number): Answer {
  const gain = gainsOf(board, mutual, weights, lowest, problem.fairLine);
  const { mentees, places, start, mentor } = board;
  const { taken, price } = assign({ mentees: mentees.length, places, start, mentor, gain });
  const prices = board.mentors.map((id, at) => ({ mentor: id, price: price[at] ?? 0 }));
  return { taken, prices: prices.toSorted((a, b) => byId(a.mentor, b.mentor)) };
}

function assemble(
  problem: Problem,
  board: Board,
  mutual: Held,
  weights: Weights,
  answer: Answer,
  policy: Policy,
): Matching {
  const pairs = pairsOf(problem, board, answer.taken);
  const waiting = board.mentees.filter((_, mentee) => (answer.taken[mentee] ?? -1) < 0).toSorted(byId);
  const exceptions: Pair[] = [];
  let mutualKept = 0;
  mutual.forEach((edge, mentee) => {
    if (edge < 0) return;
    if (answer.taken[mentee] === edge) mutualKept += 1;
    else exceptions.push(pairAt(board, mentee, board.mentor[edge] ?? 0));
  });
  const levels = levelsReached(problem, pairs, mutualKept);
  const unsealed = { pairs, waiting, levels, exceptions: exceptions.toSorted((a, b) => byId(a.mentee, b.mentee)) };
  const certificate: Certificate = {
    policy,
    input: fingerprint(entriesOfProblem(problem)),
    answer: fingerprint(entriesOfAnswer(unsealed, weights, answer.prices)),
    weights,
    prices: answer.prices,
  };
  return { ...unsealed, certificate };
}

function pairsOf(problem: Problem, board: Board, taken: Held): ReadonlyArray<ScoredPair> {
  const pinned = new Set((problem.pinned ?? []).map(pairKey));
  const pairs = pinned.size === 0 ? [] : problem.pairs.filter((pair) => pinned.has(pairKey(pair)));
  taken.forEach((edge, mentee) => {
    if (edge >= 0) pairs.push({ ...pairAt(board, mentee, board.mentor[edge] ?? 0), points: board.points[edge] ?? 0 });
  });
  const plain = pairs.map(({ mentee, mentor, points }) => ({ mentee, mentor, points }));
  return plain.toSorted((a, b) => byId(a.mentee, b.mentee));
}

function levelsReached(problem: Problem, pairs: ReadonlyArray<ScoredPair>, mutualKept: number): Levels {
  const line = problem.fairLine;
  const chosen = new Set((problem.named ?? []).map(({ by, who }) => pairKey({ mentee: by, mentor: who })));
  const below = pairs.filter((pair) => line !== undefined && pair.points < line && !chosen.has(pairKey(pair)));
  const points = pairs.reduce((sum, pair) => sum + pair.points, 0);
  return { placed: pairs.length, mutualKept, belowLine: below.length, points };
}
