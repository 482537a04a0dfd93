/** What counts in a programme's matching, and how much: the criteria that its manager changes and everyone in it reads (P106). */
import {
  type Cohort,
  type Criterion,
  type Pair,
  type Rules,
  score,
  type ScoreTable,
  type Steps,
  termsOf,
  usualRules,
  usualTable,
} from "@oakroom/matching";

/** How much a criterion counts, against the usual table. */
export const weights = ["none", "half", "usual", "more", "twice"] as const;
/** How much a criterion counts. */
export type Weight = (typeof weights)[number];

/** Per hundred of the usual points. Twice the usual in all stays far below what keeps two people apart. */
const hundredths: Readonly<Record<Weight, number>> = { none: 0, half: 50, usual: 100, more: 150, twice: 200 };

/** The criteria with a weight, in the order in which they are read. */
export const criterionNames = [
  "topics",
  "common-hours",
  "languages",
  "level-distance",
  "same-site",
] as const satisfies ReadonlyArray<Criterion>;

/** The most hours a week that a programme may ask two people to have in common. */
export const mostCommonHours = 10;

/** The highest fair line, in points; the usual table gives little more to two whom everything joins. */
export const highestFairLine = 800;

/** A programme's criteria. Open: everyone in the programme. Reporting lines and decisions are no criterion: they hold always (P92). */
export interface Criteria {
  readonly differentTeam: boolean;
  readonly commonLanguage: boolean;
  /** Least hours a week that both gave, 0 to 10; 0 for no such rule. */
  readonly commonHours: number;
  /** Points below which a fit counts as loose, by the table: as few as possible are put together below it. 0 for no such line. */
  readonly fairLine: number;
  readonly weights: Readonly<Record<Criterion, Weight>>;
}

/** The criteria with which a programme begins. */
export const usualCriteria: Criteria = {
  differentTeam: usualRules.differentTeam,
  commonLanguage: usualRules.commonLanguage,
  commonHours: usualRules.commonHours,
  fairLine: 0,
  weights: {
    topics: "usual",
    "common-hours": "usual",
    languages: "usual",
    "level-distance": "usual",
    "same-site": "usual",
  },
};

/** Why criteria cannot be kept. `text.ts` has a sentence. */
export type CriteriaRefusal = "topics-count";

/** What people would like help with counts in every programme: two of whom nothing is known but a site are no match. */
export function refuseCriteria({ weights: { topics } }: Pick<Criteria, "weights">): CriteriaRefusal | undefined {
  return topics === "none" ? "topics-count" : undefined;
}

/** The hard rules of a programme. */
export function rulesOf({ differentTeam, commonLanguage, commonHours }: Criteria): Rules {
  return { ...usualRules, differentTeam, commonLanguage, commonHours };
}

/** The points of a programme, in whole numbers. */
export function tableOf({ weights: given }: Criteria): ScoreTable {
  const points = (criterion: Criterion, usual: number) => Math.round((usual * hundredths[given[criterion]]) / 100);
  const steps = (criterion: Criterion, usual: Steps) => usual.map((each) => points(criterion, each));
  return {
    ...usualTable,
    topics: steps("topics", usualTable.topics),
    commonHours: steps("common-hours", usualTable.commonHours),
    languages: steps("languages", usualTable.languages),
    levelDistance: steps("level-distance", usualTable.levelDistance),
    sameSite: points("same-site", usualTable.sameSite),
  };
}

/** The fair line as the engine takes it. */
export function lineOf({ fairLine }: Criteria): number | undefined {
  return fairLine === 0 ? undefined : fairLine;
}

/** What a change of criteria can touch: the rules that always hold, or the points. */
export type CriteriaPart = "matching-rules" | "matching-points";

/** What differs between two; empty where they are the same. */
export function changedCriteria(one: Criteria, other: Criteria): ReadonlyArray<CriteriaPart> {
  const isRuled =
    one.differentTeam === other.differentTeam &&
    one.commonLanguage === other.commonLanguage &&
    one.commonHours === other.commonHours;
  const isWeighed =
    one.fairLine === other.fairLine && criterionNames.every((name) => one.weights[name] === other.weights[name]);
  return [...(isRuled ? [] : ["matching-rules" as const]), ...(isWeighed ? [] : ["matching-points" as const])];
}

function pointsOf(pairs: ReadonlyArray<Pair>, cohort: Cohort): ReadonlyArray<number> {
  const terms = termsOf(cohort);
  const mentees = new Map(cohort.mentees.map((person) => [person.id, person]));
  const mentors = new Map(cohort.mentors.map((person) => [person.id, person]));
  return pairs.flatMap(({ mentee, mentor }) => {
    const [looking, offering] = [mentees.get(mentee), mentors.get(mentor)];
    return looking && offering ? [score(looking, offering, terms).points] : [];
  });
}

/** The points of pairs by the published table, without any for wishes; whoever is gone counts nothing. */
export function fitOf(pairs: ReadonlyArray<Pair>, cohort: Cohort): number {
  return pointsOf(pairs, cohort).reduce((sum, points) => sum + points, 0);
}

/**
 * How many pairs fit less than the fair line by the published table; `undefined` where there is no line. The engine lets somebody's
 * own wish off the line; this count does not, so that it tells of no wish.
 */
export function belowLineOf(pairs: ReadonlyArray<Pair>, cohort: Cohort): number | undefined {
  const { fairLine } = cohort;
  return fairLine === undefined ? undefined : pointsOf(pairs, cohort).filter((points) => points < fairLine).length;
}
