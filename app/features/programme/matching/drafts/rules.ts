/** What a draft is made of, and what a manager may change in it by hand. The engine does the matching; nothing here has a clock. */
import {
  type Changes,
  changesBetween,
  type Cohort,
  type Matching,
  type Named,
  oneMorePlace,
  type OneMorePlace,
  type Pair,
  problemInRows,
  reasons,
  type Reason,
  refusePair,
  score,
  type Shortage,
  type Terms,
  termsOf,
  type ToldRule,
  verify,
  type WaitingCause,
  waitingCauses,
} from "@oakroom/matching";
import { addDays, type Day } from "../../../../values/day.ts";
import { type Criteria, fitOf, lineOf, rulesOf, tableOf, usualCriteria } from "../criteria/rules.ts";
import { withoutWishes } from "../wishes/rules.ts";
import { matchOneWay, turned } from "./one-way/rules.ts";

/** What a manager decided by hand: these two together, these two not. Hard rules stand above it. */
export interface Ruled {
  readonly pinned: ReadonlyArray<Pair>;
  readonly forbidden: ReadonlyArray<Pair>;
}

/** A draft as it was worked out, with all that the board shows of it. */
export interface MadeDraft {
  readonly ruled: Ruled;
  /** Pairs that were pinned and cannot stand any more. */
  readonly letGo: ReadonlyArray<Pair>;
  readonly matching: Matching;
  /** How many possible pairs the proof looked at. */
  readonly pairsChecked: number;
  readonly reasons: ReadonlyArray<Pair & { readonly reasons: ReadonlyArray<Reason> }>;
  /** What many wait for together is told once. */
  readonly shortages: ReadonlyArray<Shortage>;
  readonly causes: ReadonlyArray<{ readonly mentee: string; readonly cause: DraftCause }>;
  readonly morePlaces: ReadonlyArray<OneMorePlace>;
}

/** Why somebody waits; a shortage by its place in the draft's list. */
export type DraftCause =
  | Exclude<WaitingCause, { readonly kind: "places-short" }>
  | (Omit<Extract<WaitingCause, { readonly kind: "places-short" }>, "shortage"> & { readonly shortage: number });

/**
 * Works a draft out: the best matching under the rules, its proof, and why each pair and each wait.
 * Takes seconds for thousands of people: the server runs it in a thread. Throws where the proof fails, which is a defect.
 */
export function makeDraft(given: Cohort): MadeDraft {
  const terms = termsOf(given);
  const pinned = standingPins(given, terms);
  const cohort = { ...given, pinned };
  const { matching, ...asked } = matchOneWay(cohort);
  const problem = problemInRows(asked.cohort, asked.terms);
  const verdict = verify(problem, matching);
  if (!verdict.proved) throw new Error(`The matching is not proved: ${verdict.fault.word}`);
  const found = waitingCauses(cohort, problem, matching, terms);
  return {
    ruled: { pinned, forbidden: given.forbidden ?? [] },
    letGo: (given.pinned ?? []).filter((pair) => !pinned.includes(pair)),
    matching: withoutWishes(matching, fitOf(matching.pairs, cohort)),
    pairsChecked: verdict.pairsChecked,
    reasons: reasonsOf(matching.pairs, cohort, terms),
    ...toldOnce(found),
    morePlaces: oneMorePlace(matching),
  };
}

function toldOnce(found: ReadonlyMap<string, WaitingCause>): Pick<MadeDraft, "shortages" | "causes"> {
  const at = new Map<Shortage, number>();
  const causes = [...found].map(([mentee, cause]) => {
    if (cause.kind !== "places-short") return { mentee, cause };
    const shortage = at.get(cause.shortage) ?? at.size;
    at.set(cause.shortage, shortage);
    return { mentee, cause: { ...cause, shortage } };
  });
  return { shortages: [...at.keys()], causes };
}

/** The pinned pairs that the rules still allow, in their order, as far as places go. */
function standingPins(cohort: Cohort, terms: Terms): ReadonlyArray<Pair> {
  const judge = handOf({ ...cohort, pinned: [] }, terms);
  return (cohort.pinned ?? []).filter((pair) => {
    if (judge.refuse(pair) !== undefined) return false;
    judge.pin(pair);
    return true;
  });
}

/** Why a manager cannot put two people together. `text.ts` has one sentence for each. */
export type TogetherRefusal = ToldRule | "mentee-has-somebody" | "places-taken" | "not-here" | "turned-round";

/** Judges pairs put together by hand, one after the other, each without going through everyone. */
interface HandJudge {
  readonly refuse: (pair: Pair) => TogetherRefusal | undefined;
  /** Counts a pair as pinned from now on; an older pin of the same mentee goes. */
  readonly pin: (pair: Pair) => void;
}

function handOf({ mentees, mentors, existing = [], pinned = [] }: Cohort, terms: Terms): HandJudge {
  const looking = new Map(mentees.map((person) => [person.id, person]));
  const offering = new Map(mentors.map((person) => [person.id, person]));
  const served = new Set(existing.map(({ mentee }) => mentee));
  const taken = new Map(placesTaken(existing));
  const pinOf = new Map<string, string>();
  const take = (mentor: string, places: number) => taken.set(mentor, (taken.get(mentor) ?? 0) + places);
  const pin = ({ mentee, mentor }: Pair) => {
    const before = pinOf.get(mentee);
    if (before !== undefined) take(before, -1);
    take(mentor, 1);
    pinOf.set(mentee, mentor);
  };
  pinned.forEach(pin);
  return {
    pin,
    refuse: ({ mentee, mentor }) => {
      const [one, other] = [looking.get(mentee), offering.get(mentor)];
      if (!one || !other) return "not-here";
      if (served.has(mentee)) return "mentee-has-somebody";
      const rule = refusePair(one, other, terms);
      if (rule !== undefined) return rule;
      if (pinOf.get(mentor) === mentee) return "turned-round";
      const own = pinOf.get(mentee) === mentor ? 1 : 0;
      return (taken.get(mentor) ?? 0) - own >= other.capacity ? "places-taken" : undefined;
    },
  };
}

/**
 * Decides whether two people may be put together by hand; `undefined` means that they may.
 * A pair that did not come about reads as "not-available": nobody learns more.
 */
export function refuseTogether(
  pair: Pair,
  cohort: Cohort,
  terms: Terms = termsOf(cohort),
): TogetherRefusal | undefined {
  return handOf(cohort, terms).refuse(pair);
}

function reasonsOf(pairs: ReadonlyArray<Pair>, cohort: Cohort, terms: Terms): MadeDraft["reasons"] {
  const mentees = new Map(cohort.mentees.map((person) => [person.id, person]));
  const mentors = new Map(cohort.mentors.map((person) => [person.id, person]));
  return pairs.flatMap(({ mentee, mentor }) => {
    const [looking, offering] = [mentees.get(mentee), mentors.get(mentor)];
    return looking && offering ? [{ mentee, mentor, reasons: reasons(looking, offering, terms) }] : [];
  });
}

/**
 * The reasons of each pair as people describe themselves now; `undefined` where a rule, a place or somebody's standing has changed
 * since the draft was made, so that it must not be sent.
 */
export function reasonsIfItStands(
  pairs: ReadonlyArray<Pair>,
  now: Omit<Cohort, "pinned">,
): MadeDraft["reasons"] | undefined {
  const cohort: Cohort = { ...now, pinned: pairs };
  const terms = termsOf(cohort);
  return standingPins(cohort, terms).length === pairs.length ? reasonsOf(pairs, cohort, terms) : undefined;
}

/** A mentor as a choice for somebody. */
export interface Choice {
  readonly mentor: string;
  /** Why not; `undefined` where the rules allow it. */
  readonly refused: TogetherRefusal | undefined;
  /** Empty where it is refused. */
  readonly reasons: ReadonlyArray<Reason>;
}

/** Every mentor for one mentee: those whom the rules allow first, the closest fit first, then the others. Wishes play no part in the order. */
export function choicesFor(menteeId: string, cohort: Cohort): ReadonlyArray<Choice> {
  const mentee = cohort.mentees.find(({ id }) => id === menteeId);
  if (!mentee) return [];
  const terms = termsOf(cohort);
  const hand = handOf(cohort, terms);
  const judged = cohort.mentors.map((mentor) => {
    const refused = hand.refuse({ mentee: menteeId, mentor: mentor.id });
    const points = refused === undefined ? score(mentee, mentor, terms).points : -1;
    return { mentor: mentor.id, refused, reasons: refused === undefined ? reasons(mentee, mentor, terms) : [], points };
  });
  judged.sort((a, b) => b.points - a.points || (a.mentor < b.mentor ? -1 : 1));
  return judged.map(({ points: _, ...choice }) => choice);
}

/** One thing that a manager changes by hand. */
export interface HandChange {
  readonly act: "pin" | "unpin" | "keep-apart" | "allow";
  readonly mentee: string;
  readonly mentor: string;
}

/** What holds after a change. Pinning somebody takes the place of an older pin of theirs, and of a wish to keep the two apart. */
export function applyChange({ pinned, forbidden }: Ruled, { act, mentee, mentor }: HandChange): Ruled {
  const isThis = (pair: Pair) => pair.mentee === mentee && pair.mentor === mentor;
  const notThis = (pair: Pair) => !isThis(pair);
  switch (act) {
    case "pin":
      return {
        pinned: [...pinned.filter((pair) => pair.mentee !== mentee), { mentee, mentor }],
        forbidden: forbidden.filter(notThis),
      };
    case "unpin":
      return { pinned: pinned.filter(notThis), forbidden };
    case "keep-apart":
      return {
        pinned: pinned.filter(notThis),
        forbidden: forbidden.some(isThis) ? forbidden : [...forbidden, { mentee, mentor }],
      };
    case "allow":
      return { pinned, forbidden: forbidden.filter(notThis) };
  }
}

/** What matching must know beside the people: who is taken, and who is not put together again. */
export interface Standing {
  /** Living pairs and open suggestions: each takes a place, and its mentee looks for nobody. */
  readonly taken: ReadonlyArray<Pair>;
  /** Suggestions that lately did not come about, "not this one" for good, and pairs that have ended. For the engine alone. */
  readonly notAgain: ReadonlyArray<Pair>;
  /** Who wished for whom. For the engine alone. */
  readonly named?: ReadonlyArray<Named>;
  /** Who was left waiting in the last round. */
  readonly waited: ReadonlyArray<string>;
}

/** Everything that a draft is made of. The same people, rules and standing give the same draft: chance comes from the seed alone. */
export function cohortOf(
  people: Pick<Cohort, "mentees" | "mentors" | "reporting" | "deciding">,
  { taken, notAgain, named = [], waited }: Standing,
  { pinned, forbidden }: Ruled,
  {
    seed,
    today,
    criteria = usualCriteria,
  }: { readonly seed: string; readonly today: Day; readonly criteria?: Criteria },
): Cohort {
  const held = placesTaken(taken);
  const known = new Set([...people.mentees, ...people.mentors].map(({ id }) => id));
  const mentors = people.mentors.map((mentor) => {
    // Somebody who now offers fewer places than they fill keeps the pairs that are there.
    const capacity = Math.max(mentor.capacity, held.get(mentor.id) ?? 0);
    return { ...mentor, capacity };
  });
  return {
    mentees: people.mentees,
    mentors,
    reporting: people.reporting,
    deciding: people.deciding,
    existing: taken,
    // Nobody becomes the mentor of their own mentor.
    notAgain: [...notAgain, ...taken.map(turned)],
    named: named.filter(({ by, who }) => known.has(by) && known.has(who)),
    waited,
    pinned,
    forbidden,
    rules: rulesOf(criteria),
    table: tableOf(criteria),
    fairLine: lineOf(criteria),
    referenceWeek: mondayFrom(today),
    seed,
  };
}

/** How many places of each mentor are taken. */
export function placesTaken(taken: ReadonlyArray<Pair>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { mentor } of taken) counts.set(mentor, (counts.get(mentor) ?? 0) + 1);
  return counts;
}

/** Who looks for a mentor: takes part, and has neither a living pair nor an open suggestion as a mentee. */
export function lookingIn({ mentees, existing = [] }: Pick<Cohort, "mentees" | "existing">): ReadonlySet<string> {
  const taken = new Set(existing.map(({ mentee }) => mentee));
  return new Set(mentees.filter(({ id, available }) => available && !taken.has(id)).map(({ id }) => id));
}

/** What differs between two drafts: who moves, and the levels of both. */
export function compareDrafts(before: Matching, after: Matching): Changes {
  return changesBetween(before, after);
}

/** The Monday on or after a day: the week for which hours of different zones are compared. */
export function mondayFrom(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (8 - weekday) % 7);
}
