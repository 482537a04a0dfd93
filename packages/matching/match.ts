import { columnsOf, rowsOf, seatsOf, type Board, type Edge, type Seats } from "./board.ts";
import { bestOf, firstCandidates } from "./candidates.ts";
import { mutualChoices, type Marked } from "./choices.ts";
import { frameOf, namedPairs, problemOf } from "./draft.ts";
import { seatEveryone } from "./engine.ts";
import { faultsOf } from "./faults.ts";
import { waitingLower, waitingUpper, type State } from "./flow.ts";
import { fastKernel } from "./kernel/fast.ts";
import type { Kernel, PointRow } from "./kernel/kernel.ts";
import { costsOf, weightsOf, type Costs } from "./levels.ts";
import { lowerPrices, type Others } from "./lowest.ts";
import { fingerprint } from "./order.ts";
import type { Cohort } from "./people.ts";
import { pointRowsOf, type PointRows } from "./point-rows.ts";
import type { Matching, Problem, Weights } from "./problem.ts";
import { entriesOfCohort } from "./sealing.ts";
import { answerOf, assemble, solve } from "./solve.ts";
import { termsOf, type Terms } from "./terms.ts";

/** How a matching is made. */
export interface MatchOptions {
  /** Makes the kernel that adds up points; the fast one unless told. */
  readonly kernel?: ((width: number) => Kernel) | undefined;
  /** How many mentors each mentee is first tried with. */
  readonly candidates?: number | undefined;
}

/** The best matching of a cohort, and how it was found. */
export interface Matched {
  readonly matching: Matching;
  /** Every pair that the rules allow; each was looked at in the proof. */
  readonly pairsChecked: number;
  /** How often the prices named somebody who had been left out. */
  readonly rounds: number;
}

/**
 * Finds the best matching of a cohort, the same that `solve` finds of `problemOf`, ties apart, without ever listing all pairs:
 * it solves for the best candidates of each mentee, asks every pair at the prices it found, takes in whoever would be better,
 * and goes on until nobody would. The answer does not depend on the order of any list.
 */
export function match(cohort: Cohort, terms: Terms = termsOf(cohort), options: MatchOptions = {}): Matched {
  if (cohort.policy === "choice") {
    const problem = problemOf(cohort, terms);
    const matching = solve(problem);
    const certificate = { ...matching.certificate, input: fingerprint(entriesOfCohort(cohort)) };
    return { matching: { ...matching, certificate }, pairsChecked: problem.pairs.length, rounds: 1 };
  }
  const table = tableOf(cohort, terms, options);
  const lists = firstLists(table, options.candidates ?? firstCandidates);
  for (let rounds = 1; ; rounds += 1) {
    const round = solveRound(table, lists);
    const { found, checked } = betterPairs(table, round, lists);
    if (found > 0) continue;
    lowerPrices(round.state, othersOf(table, round));
    const answer = answerOf(round.board, round.costs, round.state);
    const input = fingerprint(entriesOfCohort(cohort));
    const matching = assemble(table.named, round.board, round.mutual, round.weights, answer, input);
    return { matching, pairsChecked: checked, rounds };
  }
}

/** Who takes part, and the rows of their points. */
interface Table {
  /** The problem with those pairs alone that somebody wished for or decided: they count whatever their points. */
  readonly named: Problem;
  readonly seats: Seats;
  readonly rows: PointRows;
  /** The row that is looked at, used again for the next. */
  readonly row: PointRow;
}

/** The pairs that a solving looks at, by mentee. */
type Lists = ReadonlyArray<Edge[]>;

/** One solving with some of the pairs. */
interface Round {
  readonly board: Board;
  readonly mutual: Marked;
  readonly weights: Weights;
  readonly costs: Costs;
  readonly state: State;
  readonly line: number;
}

function tableOf(cohort: Cohort, terms: Terms, options: MatchOptions): Table {
  const named: Problem = { ...frameOf(cohort), pairs: namedPairs(cohort, terms) };
  const [fault] = faultsOf(named);
  if (fault) throw new RangeError(`matching: ${fault.list}[${fault.at}] ${fault.word}`);
  const seats = seatsOf(named);
  const people = {
    mentees: inOrder(seats.mentees, cohort.mentees, (id) => ({ ...absent, id, topics: [] })),
    mentors: inOrder(seats.mentors, cohort.mentors, (id) => ({ ...absent, id, offers: [], limits: [], capacity: 0 })),
  };
  const kernel = (options.kernel ?? fastKernel)(seats.mentors.length);
  return { named, seats, rows: pointRowsOf(people, terms, kernel), row: kernel.points() };
}

/** Somebody of a living pair who is among the people no more: their seat stays, and nobody can be given to them. */
const absent = { available: false, languages: [] };

function inOrder<P extends { readonly id: string }>(
  ids: ReadonlyArray<string>,
  people: ReadonlyArray<P>,
  standIn: (id: string) => P,
): P[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return ids.map((id) => byId.get(id) ?? standIn(id));
}

/** The pairs with the most points of each row, and all that were named. */
function firstLists({ named, seats, rows, row }: Table, count: number): Lists {
  const buckets = new Int32Array(32_768);
  const places = new Int32Array(seats.mentors.length);
  return rowsOf(named, seats).map((told, mentee) => {
    rows.fill(mentee, row);
    const { values } = row;
    for (const { mentor } of told) values[mentor] = -1;
    for (const mentor of bestOf(values, count, buckets, places))
      told.push({ mentor, points: values[mentor] ?? 0, rank: 0, back: 0 });
    return told;
  });
}

function solveRound({ named, seats }: Table, lists: Lists): Round {
  const board: Board = { ...seats, ...columnsOf(lists) };
  const mutual = mutualChoices(board);
  const weights = weightsOf(board, mutual, named.fairLine !== undefined);
  const costs = costsOf(board, mutual, weights, named.fairLine);
  const line = named.fairLine ?? Number.NEGATIVE_INFINITY;
  return { board, mutual, weights, costs, state: seatEveryone(costs.flow), line };
}

/** How many that were left out are taken in at once, for each mentee. */
const betterAtOnce = 8;

/** Takes in whoever, of all who may be given, is cheaper for somebody at these prices than what they have. */
function betterPairs({ seats, rows, row }: Table, round: Round, lists: Lists): { found: number; checked: number } {
  const { state, weights, line } = round;
  const { priceUpper, priceLower, waiting } = state;
  let found = 0;
  let checked = 0;
  seats.mentees.forEach((_, mentee) => {
    rows.fill(mentee, row);
    const { values } = row;
    const [limitUpper, limitLower] = dearestHeld(state, mentee);
    const better: Array<{ readonly to: number; readonly upper: number; readonly lower: number }> = [];
    for (let to = 0; to < values.length; to += 1) {
      const points = values[to] ?? -1;
      if (points < 0) continue;
      checked += 1;
      const upper = weights.mutual + (points < line ? weights.line : 0) + (priceUpper[to] ?? 0);
      if (upper > limitUpper) continue;
      const lower = waiting.lower - weights.points * points + (priceLower[to] ?? 0);
      if (upper < limitUpper || lower < limitLower) better.push({ to, upper, lower });
    }
    if (better.length === 0) return;
    const list = lists[mentee] ?? [];
    const fresh = better.filter(({ to }) => !list.some(({ mentor }) => mentor === to));
    fresh.sort((a, b) => a.upper - b.upper || a.lower - b.lower || a.to - b.to);
    for (const { to } of fresh.slice(0, betterAtOnce)) {
      list.push({ mentor: to, points: values[to] ?? 0, rank: 0, back: 0 });
      found += 1;
    }
  });
  return { found, checked };
}

/** What the dearest of a mentee's mentors costs, price and all; or going without, for who looks for one more. */
function dearestHeld(state: State, mentee: number): readonly [upper: number, lower: number] {
  const isLooking = (state.held[mentee] ?? 0) < (state.demand[mentee] ?? 0);
  let upper = isLooking ? waitingUpper(state, mentee, 0) : Number.NEGATIVE_INFINITY;
  let lower = isLooking ? waitingLower(state, mentee, 0) : 0;
  for (let edge = state.start[mentee] ?? 0; edge < (state.start[mentee + 1] ?? 0); edge += 1) {
    if (state.taken[edge] === 0) continue;
    const mentor = state.mentor[edge] ?? 0;
    const ownUpper = (state.upper[edge] ?? 0) + (state.priceUpper[mentor] ?? 0);
    const ownLower = (state.lower[edge] ?? 0) + (state.priceLower[mentor] ?? 0);
    if (ownUpper < upper || (ownUpper === upper && ownLower <= lower)) continue;
    upper = ownUpper;
    lower = ownLower;
  }
  return [upper, lower];
}

/** Everyone in a mentee's row, for the lowest prices: those whom the solver knows cost them no more than this. */
function othersOf({ rows, row }: Table, { state, weights, line }: Round): Others {
  return (mentee, visit) => {
    rows.fill(mentee, row);
    const { values } = row;
    for (let edge = state.start[mentee] ?? 0; edge < (state.start[mentee + 1] ?? 0); edge += 1)
      values[state.mentor[edge] ?? 0] = -1;
    for (let to = 0; to < values.length; to += 1) {
      const points = values[to] ?? -1;
      if (points < 0) continue;
      visit(to, weights.mutual + (points < line ? weights.line : 0), state.waiting.lower - weights.points * points);
    }
  };
}
