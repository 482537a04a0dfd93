import type { Named, Pair, PairRows, Policy, Problem } from "./problem.ts";

/** What matching knows of anyone. Whatever is unknown is left out and never guessed. */
export interface Person {
  readonly id: string;
  /** Enrolled and not paused. */
  readonly available: boolean;
  readonly team?: string | undefined;
  readonly site?: string | undefined;
  /** The organisation's own grade; only the distance between two counts, so it may run either way. */
  readonly level?: number | undefined;
  /** IANA name, such as `Europe/Lisbon`. */
  readonly timeZone?: string | undefined;
  /** In any spelling, compared without case. */
  readonly languages: ReadonlyArray<string>;
  /** As written, in the person's own zone: `Mon-Thu 12:00-14:00`. */
  readonly availability?: string | undefined;
}

/** Someone who looks for a mentor. */
export interface Mentee extends Person {
  /** What they would like help with, in their own words. */
  readonly topics: ReadonlyArray<string>;
}

/** Someone who offers places. */
export interface Mentor extends Person {
  /** What they can help with, in their own words. */
  readonly offers: ReadonlyArray<string>;
  /** "Better ask someone else about": treated as not offered, and never a drawback. */
  readonly limits: ReadonlyArray<string>;
  /** Places in all, pairs that live already included. */
  readonly capacity: number;
}

/** Who reports to whom. The ids may be of people outside the programme; loops are tolerated. */
export interface ReportsTo {
  readonly person: string;
  readonly manager: string;
}

/** Which hard rules a programme keeps. */
export interface Rules {
  /** Neither reports to the other, at any depth. */
  readonly noReportingLine: boolean;
  readonly commonLanguage: boolean;
  readonly differentTeam: boolean;
  /** Least hours a week that both gave; 0 switches the rule off. */
  readonly commonHours: number;
}

/** Published points for one criterion, by count: `[0, 250, 400]` gives 400 for two and for more. */
export type Steps = ReadonlyArray<number>;

/** The published table of points. Whole numbers; every criterion adds, none takes away. */
export interface ScoreTable {
  /** By topics of the mentee that the mentor offers. */
  readonly topics: Steps;
  /** By whole hours a week that both gave. */
  readonly commonHours: Steps;
  /** By languages in common. */
  readonly languages: Steps;
  /** By distance between the two levels. */
  readonly levelDistance: Steps;
  readonly sameSite: number;
  /** The mentee named the mentor, and was not named back. */
  readonly menteeNamed: number;
  /** The mentor named the mentee, and was not named back. */
  readonly mentorNamed: number;
}

/** Everything a programme hands to matching: people, rules, points, and what was decided by hand. */
export interface Cohort {
  readonly mentees: ReadonlyArray<Mentee>;
  readonly mentors: ReadonlyArray<Mentor>;
  readonly reporting: ReadonlyArray<ReportsTo>;
  /** A Monday, such as `2026-10-05`: the week for which hours of different zones are compared. */
  readonly referenceWeek: string;
  /** `usualRules` unless told. */
  readonly rules?: Rules | undefined;
  /** `usualTable` unless told. */
  readonly table?: ScoreTable | undefined;
  /** Two people of whom one said no. Read by the engine alone, in both directions. */
  readonly notAgain?: ReadonlyArray<Pair> | undefined;
  /** Two people of whom one takes part in decisions about the other: never a pair. Read in both directions. */
  readonly deciding?: ReadonlyArray<Pair> | undefined;
  readonly forbidden?: ReadonlyArray<Pair> | undefined;
  readonly pinned?: ReadonlyArray<Pair> | undefined;
  readonly existing?: ReadonlyArray<Pair> | undefined;
  readonly named?: ReadonlyArray<Named> | undefined;
  readonly waited?: ReadonlyArray<string> | undefined;
  readonly fairLine?: number | undefined;
  readonly policy?: Policy | undefined;
  readonly seed: string;
}

/** A problem whose pairs follow from its people instead of being listed. */
export interface ProblemInRows extends Omit<Problem, "pairs"> {
  readonly people: Cohort;
  readonly rows: PairRows;
}
