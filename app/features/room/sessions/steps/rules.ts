/** Which step of a session is open to a person at an instant: Prepare from 24 hours before, Close until 48 hours after (P23, P33, P84). */
import { type Day, dayIn, daysBetween } from "../../../../values/day.ts";
import { hour, type Instant, later, minute } from "../../../../values/instant.ts";
import { endsAt, nextPlanned, type Session, type SessionsState, type Slot } from "../rules.ts";

/** How long Close can still be done alone after the planned end (P84). */
export const closeWithinMs = 48 * hour;
/** How long before the start Prepare opens (P23). */
export const prepareBeforeMs = 24 * hour;

/** The session that is next, or under way, or not yet closed within 48 hours after its end; the earliest of these. */
export function currentSession(state: SessionsState, now: Instant): (Session & { readonly plan: Slot }) | undefined {
  return state.all
    .flatMap((session) => (session.standing === "planned" && session.plan ? [{ ...session, plan: session.plan }] : []))
    .filter(({ plan: slot }) => now <= later(endsAt(slot), closeWithinMs))
    .toSorted((a, b) => a.plan.startsAt - b.plan.startsAt)[0];
}

/** Where a session stands for a person who opens it now. */
export type SessionPhase = "far" | "prepare" | "meet" | "close-alone" | "gone-by" | "closed" | "cancelled" | "offered";

/** Decides what a session's screen offers at an instant. */
export function phaseOf(session: Session, now: Instant): SessionPhase {
  if (session.standing !== "planned" || !session.plan) return session.standing === "planned" ? "far" : session.standing;
  const slot = session.plan;
  if (now < later(slot.startsAt, -prepareBeforeMs)) return "far";
  if (now < later(slot.startsAt, -15 * minute)) return "prepare";
  if (now <= endsAt(slot)) return "meet";
  return now <= later(endsAt(slot), closeWithinMs) ? "close-alone" : "gone-by";
}

/** True while a session is still to come: looking through its steps begins and ends nothing. */
export function isAhead(session: Session, now: Instant): boolean {
  const phase = phaseOf(session, now);
  return phase === "far" || phase === "prepare";
}

/** True on the day on which a session counts as held, and the day after: so long it can be said that it was not. */
export function mayReopen(metOn: Day, today: Day): boolean {
  return daysBetween(metOn, today) <= 1;
}

/** The next session beside the one that is being closed. */
export function plannedAfter(state: SessionsState, session: Session, now: Instant): Slot | undefined {
  return nextPlanned({ ...state, all: state.all.filter(({ id }) => id !== session.id) }, now);
}

/** The day that Close records: that of the plan in its own zone, or today where none was planned. */
export function dayMet(session: Session, now: Instant, timeZone: string): Day {
  return session.plan && session.plan.startsAt <= now
    ? dayIn(session.plan.startsAt, session.plan.timeZone)
    : dayIn(now, timeZone);
}
