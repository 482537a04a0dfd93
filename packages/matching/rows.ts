import { frameOf, worthOf } from "./draft.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { plainKernel } from "./kernel/plain.ts";
import type { Cohort, ProblemInRows } from "./people.ts";
import { pointRowsOf } from "./point-rows.ts";
import type { PairRows } from "./problem.ts";
import { termsOf, type Terms } from "./terms.ts";

/**
 * The same problem as `problemOf`, its pairs worked out a row at a time: for the checker, and for why people wait. Rows are added
 * up in plain TypeScript, so that no one kernel makes an answer and checks it; a single pair is judged by the published rules
 * alone, without any row.
 */
export function problemInRows(cohort: Cohort, terms: Terms = termsOf(cohort)): ProblemInRows {
  return { ...frameOf(cohort), people: cohort, rows: pairRowsOf(cohort, terms, plainKernel) };
}

function pairRowsOf(cohort: Cohort, terms: Terms, kernelOf: (width: number) => Kernel): PairRows {
  const mentees = cohort.mentees.filter(({ available }) => available);
  const mentors = cohort.mentors.filter(({ available, capacity }) => available && capacity > 0);
  const [menteeAt, mentorAt] = [placesOf(mentees), placesOf(mentors)];
  const kernel = kernelOf(mentors.length);
  const points = pointRowsOf({ mentees, mentors }, terms, kernel);
  const row = kernel.points();
  const extra = new Map<string, Array<readonly [at: number, points: number]>>();
  const wish = (mentee: string, mentor: string, more: number) => {
    const at = mentorAt.get(mentor);
    if (at !== undefined) extra.set(mentee, [...(extra.get(mentee) ?? []), [at, more]]);
  };
  for (const { by, who } of cohort.named ?? []) {
    wish(by, who, terms.table.menteeNamed);
    wish(who, by, terms.table.mentorNamed);
  }
  const worth = worthOf(cohort, terms);
  return {
    each: (mentee, visit) => {
      const own = menteeAt.get(mentee);
      if (own === undefined) return;
      points.fill(own, row);
      const { values } = row;
      for (const [at, more] of extra.get(mentee) ?? [])
        if ((values[at] ?? -1) >= 0) values[at] = (values[at] ?? 0) + more;
      mentors.forEach(({ id }, at) => {
        const found = values[at] ?? -1;
        if (found >= 0) visit(id, found);
      });
    },
    points: (mentee, mentor) => {
      const one = mentees[menteeAt.get(mentee) ?? -1];
      const other = mentors[mentorAt.get(mentor) ?? -1];
      return one && other && worth(one, other)?.points;
    },
  };
}

const placesOf = (people: ReadonlyArray<{ readonly id: string }>) => new Map(people.map(({ id }, at) => [id, at]));
