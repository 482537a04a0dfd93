/** When two people who were a pair before can be asked, and what they wait for. */
import {
  brokenRules,
  type Cohort,
  type HardRule,
  type Pair,
  type Reason,
  reasons,
  type Terms,
} from "@oakroom/matching";

/** What keeps two who were a pair before from being asked; "nobody" where nothing does. */
export type WaitsFor =
  | "mentee"
  | "mentor"
  | "both"
  | "line"
  | "deciding"
  | "not-available"
  | "other-suggestion"
  | "contact"
  | "nobody";

/**
 * The rules that hold for them too. They know each other, so that team, languages and hours are theirs to settle; power over each other and
 * an earlier no are not.
 */
const standing: Readonly<Partial<Record<HardRule, WaitsFor>>> = {
  "reporting-line": "line",
  "takes-part-in-decisions": "deciding",
  "not-again": "not-available",
  oneself: "not-available",
};

/** What a pair of before waits for. `isBusy` tells whether the mentee lives in a pair, or somebody is suggested to them. */
export function waitsFor(pair: Pair, cohort: Cohort, terms: Terms, isBusy: boolean): WaitsFor {
  const mentee = cohort.mentees.find(({ id }) => id === pair.mentee);
  const mentor = cohort.mentors.find(({ id }) => id === pair.mentor);
  const rule = mentee && mentor && brokenRules(mentee, mentor, terms).find((broken) => standing[broken]);
  const kept = rule && standing[rule];
  if (kept) return kept;
  if (!mentee?.available) return mentor?.available ? "mentee" : "both";
  if (!mentor?.available) return "mentor";
  return isBusy ? "other-suggestion" : "nobody";
}

/** Why the two fit, as it is said of every suggestion; empty where nothing is known. */
export function reasonsFor(pair: Pair, cohort: Cohort, terms: Terms): ReadonlyArray<Reason> {
  const mentee = cohort.mentees.find(({ id }) => id === pair.mentee);
  const mentor = cohort.mentors.find(({ id }) => id === pair.mentor);
  return mentee && mentor ? reasons(mentee, mentor, terms) : [];
}
