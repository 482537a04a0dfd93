/** One mentee of a problem. */
export interface ProblemMentee {
  readonly id: string;
  /** How many different mentors this person looks for, pairs that live already counted; 1 unless told, at most 9. */
  readonly demand?: number | undefined;
}

/** One mentor of a problem. */
export interface ProblemMentor {
  readonly id: string;
  /** Places in all, existing pairs included; 0 or more. */
  readonly capacity: number;
}

/** A mentee and a mentor, by their ids. */
export interface Pair {
  readonly mentee: string;
  readonly mentor: string;
}

/** A pair that the hard rules allow, with its fit in whole points. */
export interface ScoredPair extends Pair {
  readonly points: number;
}

/** One person's wish for another: a mentee names a mentor, or a mentor names a mentee. */
export interface Named {
  readonly by: string;
  readonly who: string;
  /** 1 is the dearest wish. Equal ranks are allowed. */
  readonly rank: number;
}

/** `agreed`: the five levels. `choice`: deferred acceptance by people's own rankings, then by points. */
export type Policy = "agreed" | "choice";

/**
 * What is to be solved: the content of a problem file.
 * Only `pairs` are eligible. An id may stand among mentees and among mentors when one person is both;
 * what such a person named is then read in both directions.
 */
export interface Problem {
  readonly mentees: ReadonlyArray<ProblemMentee>;
  readonly mentors: ReadonlyArray<ProblemMentor>;
  readonly pairs: ReadonlyArray<ScoredPair>;
  readonly named?: ReadonlyArray<Named> | undefined;
  /** Pairs that must be part of the answer; they must be eligible. */
  readonly pinned?: ReadonlyArray<Pair> | undefined;
  /** Pairs that live already: each takes a place off its mentor, and its mentee looks for one mentor less. */
  readonly existing?: ReadonlyArray<Pair> | undefined;
  readonly forbidden?: ReadonlyArray<Pair> | undefined;
  /** Mentees left waiting last time: they come first among equals. */
  readonly waited?: ReadonlyArray<string> | undefined;
  /** Fit below this many points is to be avoided, except where the mentee named the mentor. */
  readonly fairLine?: number | undefined;
  readonly policy?: Policy | undefined;
  /** Settles ties, together with the ids; the same seed gives the same answer. */
  readonly seed?: string | undefined;
}

/** Who is eligible for whom, worked out when it is asked for: so a large cohort never has a list of all its pairs. */
export interface PairRows {
  /** Visits every mentor for whom a mentee is eligible, with the points of the two. */
  readonly each: (mentee: string, visit: (mentor: string, points: number) => void) => void;
  /** The points of one pair; `undefined` where a rule keeps the two apart. */
  readonly points: (mentee: string, mentor: string) => number | undefined;
}

/** What a matching reaches, by level: pairs that are living already are not counted, pinned ones are. */
export interface Levels {
  /** Mentees who get a mentor and have none yet. */
  readonly placed: number;
  /** Mentors above the first of each mentee; 0 where everyone looks for one. */
  readonly further: number;
  /** Pairs of the stable matching on mutually named people that are part of the answer. */
  readonly mutualKept: number;
  /** Mentees below the fair line who did not name their mentor. */
  readonly belowLine: number;
  readonly points: number;
}

/**
 * What each level is worth in the two words that the engine adds up: in the first a mentee placed, a further mentor, a mutual
 * choice and somebody not below the line; in the second a point and somebody who waited. The first word is compared first.
 */
export interface Weights {
  readonly placed: number;
  readonly further: number;
  readonly mutual: number;
  readonly line: number;
  readonly points: number;
  readonly waited: number;
}

/** The price of a place with one mentor in the same two words; both 0 while a place is free. */
export interface MentorPrice {
  readonly mentor: string;
  readonly levels: number;
  readonly points: number;
}

/** The proof that no better matching exists, checked by `verify` without the solver. */
export interface Certificate {
  readonly policy: Policy;
  /** Fingerprint of the problem, to tell files apart; the check itself trusts nothing. */
  readonly input: string;
  /** Fingerprint of the answer: pairs, waiting list, levels, weights and prices. */
  readonly answer: string;
  readonly weights: Weights;
  /** The lowest prices that prove the answer, by mentor id; empty under policy `choice`. */
  readonly prices: ReadonlyArray<MentorPrice>;
}

/** An answer, in an order that does not depend on the order of the problem. */
export interface Matching {
  /** The new pairs, pinned ones included and existing ones not, by mentee id. */
  readonly pairs: ReadonlyArray<ScoredPair>;
  /** Mentees without any mentor, by id. */
  readonly waiting: ReadonlyArray<string>;
  readonly levels: Levels;
  /** Mutual choices that could not be kept without leaving someone with nobody. Not for a manager's eyes. */
  readonly exceptions: ReadonlyArray<Pair>;
  readonly certificate: Certificate;
}
