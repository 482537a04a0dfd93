/** How much somebody could gain by telling matching something else than what is so. Prints a table; docs/matching.md reads it. */
import {
  brokenRules,
  match,
  score,
  termsOf,
  type Cohort,
  type Mentee,
  type Mentor,
  type Terms,
} from "@oakroom/matching";
import { madeUpCohort } from "../../packages/matching/testing/cohorts.ts";

const shape = { mentees: 200, mentors: 100, places: 3, naming: 0.5 };
const seeds = [1, 2, 3, 4, 5];
const perSeed = 30;

/** What one person tells instead. `best` are all whom they may meet, the closest fit first. */
type Tells = (cohort: Cohort, mentee: Mentee, best: ReadonlyArray<Mentor>) => Cohort;

const tellsOf = (cohort: Cohort, { id }: Mentee, other: Partial<Mentee>): Cohort => ({
  ...cohort,
  mentees: cohort.mentees.map((one) => (one.id === id ? { ...one, ...other } : one)),
});

const untruths: ReadonlyArray<readonly [name: string, tells: Tells]> = [
  [
    "wishes for the three who fit best",
    (cohort, mentee, best) => ({
      ...cohort,
      named: [
        ...(cohort.named ?? []),
        ...best.slice(0, 3).map(({ id }, at) => ({ by: mentee.id, who: id, rank: at + 1 })),
      ],
    }),
  ],
  [
    "would rather not meet the five who fit least",
    (cohort, mentee, best) => ({
      ...cohort,
      notAgain: [...(cohort.notAgain ?? []), ...best.slice(-5).map(({ id }) => ({ mentee: mentee.id, mentor: id }))],
    }),
  ],
  [
    "writes the topics of whoever fits best",
    (cohort, mentee, [first]) => tellsOf(cohort, mentee, { topics: first?.offers ?? [] }),
  ],
  ["writes hours all week", (cohort, mentee) => tellsOf(cohort, mentee, { availability: "Mon-Fri 0:00-24:00" })],
];

/** What somebody's mentor is worth to them by what is so; nothing where they wait. */
function worth(cohort: Cohort, told: Cohort, mentee: Mentee, terms: Terms): number {
  const own = match(told).matching.pairs.find((pair) => pair.mentee === mentee.id);
  const mentor = cohort.mentors.find(({ id }) => id === own?.mentor);
  return mentor ? score(mentee, mentor, terms).points : 0;
}

const sums = untruths.map(([name]) => ({ name, gained: 0, lost: 0, placed: 0, unplaced: 0, points: 0 }));
let asked = 0;
let all = 0;
for (const seed of seeds) {
  const cohort = madeUpCohort(seed, shape);
  const terms = termsOf(cohort);
  const naming = new Set(cohort.named?.map(({ by }) => by));
  // Whoever wishes for nobody: what is so for them is the fit alone.
  for (const mentee of cohort.mentees.filter(({ id }) => !naming.has(id)).slice(0, perSeed)) {
    const best = cohort.mentors
      .filter((mentor) => mentor.capacity > 0 && brokenRules(mentee, mentor, terms).length === 0)
      .toSorted((a, b) => score(mentee, b, terms).points - score(mentee, a, terms).points);
    const before = worth(cohort, cohort, mentee, terms);
    asked += 1;
    all += before;
    untruths.forEach(([, tells], at) => {
      const after = worth(cohort, tells(cohort, mentee, best), mentee, terms);
      const sum = sums[at];
      if (!sum) return;
      sum.gained += after > before ? 1 : 0;
      sum.lost += after < before ? 1 : 0;
      sum.placed += before === 0 && after > 0 ? 1 : 0;
      sum.unplaced += before > 0 && after === 0 ? 1 : 0;
      sum.points += after - before;
    });
  }
}
const percent = (count: number) => `${((100 * count) / asked).toFixed(0)} %`;
const heads = [
  "instead of what is so",
  "better off",
  "worse off",
  "placed by it",
  "unplaced by it",
  "points, on average",
];
const rows = sums.map(({ name, gained, lost, placed, unplaced, points }) => [
  name,
  percent(gained),
  percent(lost),
  percent(placed),
  percent(unplaced),
  (points / asked).toFixed(0),
]);
for (const row of [heads, heads.map(() => "---"), ...rows]) process.stdout.write(`| ${row.join(" | ")} |\n`);
process.stdout.write(
  `\n${asked} mentees who wish for nobody, of ${seeds.length} cohorts; ${(all / asked).toFixed(0)} points on average\n`,
);
