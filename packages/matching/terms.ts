import { gradesRun, type GradesRun } from "./distance.ts";
import type { Cohort, Rules, ScoreTable } from "./people.ts";
import type { Pair } from "./problem.ts";
import { reportingLines, type ReportingLines } from "./reporting.ts";
import { compareTopics, type Topics } from "./topics.ts";
import { weekOf, type Week } from "./week.ts";

/** The rules a programme begins with. */
export const usualRules: Rules = { noReportingLine: true, commonLanguage: true, differentTeam: true, commonHours: 0 };

/** The points a programme begins with. At most 950, and 250 more where both named each other. */
export const usualTable: ScoreTable = {
  topics: [0, 300, 450, 550],
  commonHours: [0, 40, 80, 120, 150],
  languages: [0, 50, 100],
  levelDistance: [40, 100, 100, 60],
  sameSite: 50,
  menteeNamed: 150,
  mentorNamed: 100,
};

/** Everything a pair is judged by, read once for a whole cohort. */
export interface Terms {
  readonly rules: Rules;
  readonly table: ScoreTable;
  readonly week: Week;
  readonly lines: ReportingLines;
  readonly grades: GradesRun;
  readonly topics: Topics;
  /** One of the two takes part in decisions about the other, in whichever role. */
  readonly isDeciding: (one: string, other: string) => boolean;
  readonly isForbidden: (mentee: string, mentor: string) => boolean;
  /** One of the two said no before, in whichever role. For the engine alone. */
  readonly isNotAgain: (one: string, other: string) => boolean;
  /** Everyone whom the three before keep apart, both ways where they hold both ways. For the engine alone. */
  readonly apart: ReadonlyArray<Pair>;
}

/** Reads the terms of a cohort. Throws a RangeError when the reference week does not begin on a Monday. */
export function termsOf(cohort: Cohort): Terms {
  const forbidden = pairs(cohort.forbidden ?? []);
  const notAgain = pairs(cohort.notAgain ?? []);
  const deciding = pairs(cohort.deciding ?? []);
  return {
    rules: cohort.rules ?? usualRules,
    table: cohort.table ?? usualTable,
    week: weekOf(cohort.referenceWeek),
    lines: reportingLines(cohort.reporting),
    grades: gradesRun([...cohort.mentees, ...cohort.mentors], cohort.reporting),
    topics: compareTopics(),
    isDeciding: (one, other) => isEither(deciding, one, other),
    isForbidden: (mentee, mentor) => forbidden.get(mentee)?.has(mentor) ?? false,
    isNotAgain: (one, other) => isEither(notAgain, one, other),
    apart: [...both(cohort.deciding ?? []), ...both(cohort.notAgain ?? []), ...(cohort.forbidden ?? [])],
  };
}

const both = (list: ReadonlyArray<Pair>) =>
  list.flatMap(({ mentee, mentor }) => [
    { mentee, mentor },
    { mentee: mentor, mentor: mentee },
  ]);

function isEither(found: ReadonlyMap<string, ReadonlySet<string>>, one: string, other: string): boolean {
  return (found.get(one)?.has(other) ?? false) || (found.get(other)?.has(one) ?? false);
}

function pairs(list: ReadonlyArray<Pair>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { mentee, mentor } of list) found.set(mentee, (found.get(mentee) ?? new Set()).add(mentor));
  return found;
}
