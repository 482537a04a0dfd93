/** Points in time: whole milliseconds since 1970-01-01T00:00Z, as a number. */
import * as z from "zod/mini";

/** Milliseconds since 1970 in UTC. */
export const Instant = z.int().check(z.gte(0), z.lte(253_402_300_799_999)).brand<"Instant">();
/** Milliseconds since 1970 in UTC. */
export type Instant = z.infer<typeof Instant>;

/** Tells the time; passed to whoever needs it, so that tests can move it. */
export type Clock = () => Instant;

/** A length of time in milliseconds. */
export const second = 1000;
/** A length of time in milliseconds. */
export const minute = 60 * second;
/** A length of time in milliseconds. */
export const hour = 60 * minute;
/** A length of time in milliseconds; calendar days are `Day`, which know nothing of hours. */
export const dayLength = 24 * hour;

/** The instant that lies `lengthMs` after (or, negative, before) another. */
export function later(from: Instant, lengthMs: number): Instant {
  return (from + lengthMs) as Instant;
}
