/** What follows from the days on which a pair met: a gap, a word, a review, an ending. Dates alone go in, and a yes or no comes out. */
import { addDays, type Day, daysBetween } from "../../../values/day.ts";

/** The rhythm of a pair that has agreed on none: every two weeks (P103). */
export const defaultRhythm = 14;
/** Both are asked how it goes once the gap passes twice the rhythm. */
export const nudgeAfter = 2;
/** After three times, the programme may see "may like a word". */
export const wordAfter = 3;
/** "We're fine" holds for two rhythms. */
export const fineFor = 2;

/** What is known of a pair's gap: days, and nothing else. */
export interface GapFacts {
  readonly startedOn: Day;
  readonly lastHeldOn: Day | null;
  /** The day on which a pause ended: the gap is counted from there. */
  readonly countedFrom: Day | null;
  readonly rhythmDays: number | null;
  readonly menteeFineOn: Day | null;
  readonly mentorFineOn: Day | null;
}

/** The rhythm by which a gap is measured. */
export function rhythmOf({ rhythmDays }: Pick<GapFacts, "rhythmDays">): number {
  return rhythmDays ?? defaultRhythm;
}

/** The day from which the gap is counted: they met, they began, or a pause ended. */
export function gapBegan({ startedOn, lastHeldOn, countedFrom }: GapFacts): Day {
  return [startedOn, lastHeldOn ?? startedOn, countedFrom ?? startedOn].toSorted().at(-1) ?? startedOn;
}

/** The first day on which the gap has passed so many rhythms. */
export function gapPasses(facts: GapFacts, times: number): Day {
  return addDays(gapBegan(facts), times * rhythmOf(facts) + 1);
}

/** The last day for which "we're fine" holds; `undefined` where nobody said so. */
export function fineUntil(saidOn: Day | null, facts: Pick<GapFacts, "rhythmDays">): Day | undefined {
  return saidOn === null ? undefined : addDays(saidOn, fineFor * rhythmOf(facts));
}

/** True while "we're fine" holds. */
export function isFine(saidOn: Day | null, facts: Pick<GapFacts, "rhythmDays">, today: Day): boolean {
  const until = fineUntil(saidOn, facts);
  return until !== undefined && today <= until;
}

/** True where both people said that they are fine, and it still holds. */
export function areBothFine(facts: GapFacts, today: Day): boolean {
  return isFine(facts.menteeFineOn, facts, today) && isFine(facts.mentorFineOn, facts, today);
}

/** Yes or no, and nothing else: what a manager sees of a silent pair, where the programme wants it at all (P103). */
export function mayLikeAWord(
  facts: GapFacts,
  pair: { readonly isLive: boolean; readonly programmeWantsIt: boolean },
  today: Day,
): boolean {
  return pair.isLive && pair.programmeWantsIt && today >= gapPasses(facts, wordAfter) && !areBothFine(facts, today);
}

/** A review after session three, and then every eight weeks (nudge.review). */
const reviewEveryDays = 56;

/** The day of the next review on or after `from`: the day after the third one held, and then every eight weeks; `undefined` before it. */
export function nextReview(heldOn: ReadonlyArray<Day>, from: Day): Day | undefined {
  const third = heldOn.toSorted()[2];
  if (third === undefined) return undefined;
  const first = addDays(third, 1);
  const rounds = Math.max(0, Math.ceil(daysBetween(first, from) / reviewEveryDays));
  return addDays(first, rounds * reviewEveryDays);
}

/** The day on which an ending is worth planning: four weeks ahead (nudge.ending). */
export function endingAsked(endsOn: Day): Day {
  return addDays(endsOn, -28);
}
