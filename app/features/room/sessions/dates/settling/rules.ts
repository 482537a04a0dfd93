/** Which times can be settled, and which days recorded. */
import type { Day } from "../../../../../values/day.ts";
import { hour, type Instant, later } from "../../../../../values/instant.ts";
import { heldDays, type SessionsState, type Slot } from "../../rules.ts";

/** Why a slot cannot be offered or planned. */
export type SlotRefusal = "gone-by" | "too-far" | "no-length";

/** Decides whether a slot may be offered: not in the past, at most two years ahead, 5 to 600 minutes. */
export function refuseSlot(slot: Slot, now: Instant): SlotRefusal | undefined {
  if (slot.startsAt < now) return "gone-by";
  if (slot.startsAt > later(now, 2 * 366 * 24 * hour)) return "too-far";
  return isLength(slot.lengthMinutes) ? undefined : "no-length";
}

/** Whether a session can be this long. */
export function isLength(minutes: number): boolean {
  return minutes >= 5 && minutes <= 600;
}

/** Why a day cannot be recorded as one on which the two met. */
export type MetRefusal = "in-the-future" | "before-you-were-a-pair" | "already-recorded";

/** Decides whether "We met on…" may be recorded. Source: P103. */
export function refuseMet(day: Day, state: SessionsState, pairedOn: Day, today: Day): MetRefusal | undefined {
  if (day > today) return "in-the-future";
  if (day < pairedOn) return "before-you-were-a-pair";
  if (heldDays(state).includes(day)) return "already-recorded";
  return undefined;
}
