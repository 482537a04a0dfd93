/** Leaving a programme: for how long rooms can still be read and brought to a good ending, and who can take it back. */
import { type Day, dayIn } from "../../../values/day.ts";
import { type AccountId, type LogId, type ParticipantId, type RelationshipId, roomOf } from "../../../values/id.ts";
import { dayLength, type Instant, later } from "../../../values/instant.ts";

/** For how many days the rooms of somebody who left can be brought to a good ending, in a new programme. */
export const usualLeavingDays = 60;
/** What a programme may choose: at least so many, since whoever leaves has other things on their mind. */
export const leastLeavingDays = 14;
/** At most a year. */
export const mostLeavingDays = 365;
/** So many days before the rooms end both are told, once. */
export const toldDays = 7;

/** Who said that somebody left. */
export type SaidBy = "manager" | "person";

/** When the rooms of somebody who leaves now end. */
export function leavesUntil(now: Instant, days: number): Instant {
  return later(now, days * dayLength);
}

/** When both are told that the rooms end. */
export function toldAt(until: Instant): Instant {
  return later(until, -toldDays * dayLength);
}

/** Who of a pair has left, as one of the two sees it. */
export type WhoLeft = "me" | "other" | "both";

/** Puts the two together; `undefined` where neither has left. */
export function whoLeft(me: boolean, other: boolean): WhoLeft | undefined {
  if (me && other) return "both";
  if (me) return "me";
  return other ? "other" : undefined;
}

/** What somebody is told of a pair that somebody has left. */
export interface SeenLeaving {
  /** The day until which the room waits. */
  readonly until: Day;
  readonly who: WhoLeft;
}

/** What one of the two is told; `undefined` where neither has left. */
export function seenLeaving(
  found: { readonly until: Instant; readonly places: ReadonlyArray<string> } | undefined,
  partnerPlace: string,
): SeenLeaving | undefined {
  if (!found) return undefined;
  const hasPartner = found.places.includes(partnerPlace);
  const who = whoLeft(
    found.places.some((place) => place !== partnerPlace),
    hasPartner,
  );
  return who && { until: dayIn(found.until, "UTC"), who };
}

/** What a manager reads of a pair that somebody has left: who, and the day on which it ends. */
export interface LeftTogether {
  readonly until: Day;
  readonly names: ReadonlyArray<string>;
}

/** What of the two of a pair is told to managers; `undefined` where neither has left. Where both have, the later day counts. */
export function leftOf(
  two: ReadonlyArray<{ readonly participantId: ParticipantId; readonly name: string }>,
  leavings: ReadonlyMap<ParticipantId, Instant>,
): LeftTogether | undefined {
  const left = two.flatMap(({ participantId, name }) => {
    const until = leavings.get(participantId);
    return until === undefined ? [] : [{ name, until }];
  });
  const last = left.reduce<Instant | undefined>(
    (at, { until }) => (at !== undefined && at > until ? at : until),
    undefined,
  );
  return last === undefined ? undefined : { until: dayIn(last, "UTC"), names: left.map(({ name }) => name) };
}

/** A pair of somebody who left. */
interface MovedPair {
  readonly relationshipId: RelationshipId;
  readonly leaver: AccountId;
  readonly other: AccountId;
}

/** What tells screens and streams that something changed. */
interface Telling {
  factChanged(
    fact: { readonly about: "relationship" | "match"; readonly id: string },
    who: ReadonlyArray<AccountId>,
  ): void;
  logChanged(logId: LogId, who: ReadonlyArray<AccountId>): void;
}

/** Screens and streams of everyone whom a leaving concerns look again. */
export function tellMoved(
  live: Telling,
  moved: { readonly pairs: ReadonlyArray<MovedPair>; readonly suggested: ReadonlyArray<AccountId> },
  participantId: string,
): void {
  for (const { relationshipId, leaver, other } of moved.pairs) {
    live.factChanged({ about: "relationship", id: relationshipId }, [leaver, other]);
    live.logChanged(roomOf(relationshipId), [leaver, other]);
  }
  if (moved.suggested.length > 0) live.factChanged({ about: "match", id: participantId }, moved.suggested);
}
