/** Four ways to choose among the same pairs of made-up cohorts, by what each gives up. Prints a table; decision 0028 reads it. */
import { problemOf, solve, type Problem, type ScoredPair } from "@oakroom/matching";
import { boardOf } from "../../packages/matching/board.ts";
import { mutualChoices } from "../../packages/matching/choices.ts";
import { madeUpCohort } from "../../packages/matching/testing/cohorts.ts";

const shape = { mentees: 1000, mentors: 500, places: 4, naming: 0.7 };
const seeds = [1, 2, 3];

type Pairs = ReadonlyArray<ScoredPair>;

const ways: ReadonlyArray<readonly [name: string, choose: (problem: Problem) => Pairs]> = [
  ["stable: choices, then fit", (problem) => solve({ ...problem, policy: "choice" }).pairs],
  ["greedy: the best fit left over", greedy],
  ["places, then fit", (problem) => solve({ ...problem, named: [] }).pairs],
  ["places, mutual choices, then fit", (problem) => solve(problem).pairs],
];

function greedy({ pairs, mentors }: Problem): Pairs {
  const free = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  const served = new Set<string>();
  return pairs
    .toSorted((a, b) => b.points - a.points)
    .filter(({ mentee, mentor }) => {
      const places = free.get(mentor) ?? 0;
      if (places === 0 || served.has(mentee)) return false;
      free.set(mentor, places - 1);
      served.add(mentee);
      return true;
    });
}

const keyOf = (one: string, other: string) => `${one}\n${other}`;

/** How dear each is to the other: by the rank of a wish, then by points; a lower number is dearer. */
function tastesOf({ named = [], pairs }: Problem) {
  const ranks = new Map(named.map(({ by, who, rank }) => [keyOf(by, who), rank]));
  const points = new Map(pairs.map((pair) => [keyOf(pair.mentee, pair.mentor), pair.points]));
  const most = 10_000;
  const of = (by: string, who: string, mentee: string, mentor: string) =>
    (ranks.get(keyOf(by, who)) ?? most) * most - (points.get(keyOf(mentee, mentor)) ?? 0);
  return {
    named: (by: string, who: string) => ranks.has(keyOf(by, who)),
    ofMentee: (mentee: string, mentor: string) => of(mentee, mentor, mentee, mentor),
    ofMentor: (mentor: string, mentee: string) => of(mentor, mentee, mentee, mentor),
  };
}

/** Mentees of whom one they named, and who named them, would rather have them too. */
function keptApart(problem: Problem, chosen: Pairs): number {
  const tastes = tastesOf(problem);
  const mentorOf = new Map(chosen.map(({ mentee, mentor }) => [mentee, mentor]));
  const menteesOf = Map.groupBy(chosen, ({ mentor }) => mentor);
  const places = new Map(problem.mentors.map(({ id, capacity }) => [id, capacity]));
  const apart = problem.pairs.filter(({ mentee, mentor }) => {
    if (!tastes.named(mentee, mentor) || !tastes.named(mentor, mentee)) return false;
    const own = mentorOf.get(mentee);
    if (own !== undefined && tastes.ofMentee(mentee, own) <= tastes.ofMentee(mentee, mentor)) return false;
    const theirs = menteesOf.get(mentor) ?? [];
    const isFree = theirs.length < (places.get(mentor) ?? 0);
    const would = theirs.some((one) => tastes.ofMentor(mentor, one.mentee) > tastes.ofMentor(mentor, mentee));
    return (isFree || would) && (places.get(mentor) ?? 0) > 0;
  });
  return new Set(apart.map(({ mentee }) => mentee)).size;
}

function mutualOf(problem: Problem): ReadonlySet<string> {
  const board = boardOf(problem);
  const marked = mutualChoices(board);
  const keys = new Set<string>();
  board.mentees.forEach((mentee, at) => {
    for (let edge = board.start[at] ?? 0; edge < (board.start[at + 1] ?? 0); edge += 1)
      if (marked[edge] === 1) keys.add(keyOf(mentee, board.mentors[board.mentor[edge] ?? 0] ?? ""));
  });
  return keys;
}

const lines = ways.map(([name]) => ({ name, cells: Array.from({ length: 5 }, (): number[] => []) }));
for (const seed of seeds) {
  const problem = problemOf(madeUpCohort(seed, shape));
  const mutual = mutualOf(problem);
  const tastes = tastesOf(problem);
  ways.forEach(([, choose], at) => {
    const chosen = choose(problem);
    const points = chosen.reduce((sum, pair) => sum + pair.points, 0);
    const figures = [
      chosen.length,
      Math.round(points / chosen.length),
      chosen.filter(({ mentee, mentor }) => tastes.named(mentee, mentor)).length,
      chosen.filter(({ mentee, mentor }) => mutual.has(keyOf(mentee, mentor))).length,
      keptApart(problem, chosen),
    ];
    figures.forEach((figure, column) => lines[at]?.cells[column]?.push(figure));
  });
  process.stderr.write(`seed ${seed}: ${problem.pairs.length} pairs, ${mutual.size} mutual choices\n`);
}
const heads = ["way", "placed", "mean points", "own choice", "mutual choices kept", "kept apart though both would"];
const rows = lines.map(({ name, cells }) => [name, ...cells.map((cell) => cell.join(" / "))]);
for (const row of [heads, heads.map(() => "---"), ...rows]) process.stdout.write(`| ${row.join(" | ")} |\n`);
