/** The demo's weeks: nine of them lie behind, the first begins on a Monday. */
import { addDays, type Day, dayIn } from "../app/values/day.ts";
import { hour, Instant, minute } from "../app/values/instant.ts";
import { instantAt } from "../app/values/zoned.ts";
import type { Slot } from "../app/features/room/sessions/rules.ts";

/** Where Leila lives, whose clocks the demo goes by. */
export const zone = "Europe/Berlin";
const weeksBehind = 9;
const halfHour = 30 * minute;

/** Days and instants of the weeks that lie behind. */
export class Weeks {
  readonly #monday: Day;
  readonly #now: number;

  constructor(now: number) {
    const today = dayIn(now, zone);
    const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    this.#monday = addDays(today, -weekday - 7 * weeksBehind);
    this.#now = now;
  }

  /** A day, by its week from 0 and its weekday; 0 is Monday. */
  day(week: number, weekday: number): Day {
    return addDays(this.#monday, 7 * week + weekday);
  }

  /** An instant, by the hour on Leila's clock. */
  at(week: number, weekday: number, hours: number): Instant {
    return instantAt(this.day(week, weekday), Math.round(hours * 60), zone).instant;
  }

  /** An instant that lies so many hours back. */
  ago(hours: number): Instant {
    return Instant.parse(this.#now - hours * hour);
  }

  /** An hour to meet, by week and weekday. */
  slot(week: number, weekday: number, hours: number): Slot {
    return { startsAt: this.at(week, weekday, hours), lengthMinutes: 60, timeZone: zone };
  }

  /** The next session: as late as may be within the 24 hours in which Prepare is open, by daylight. */
  nextSlot(): Slot {
    let startsAt = Math.floor((this.#now + 23 * hour) / halfHour) * halfHour;
    const hourThere = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
    while (Number(hourThere.format(startsAt)) < 8 || Number(hourThere.format(startsAt)) > 17) startsAt -= halfHour;
    return { startsAt: Instant.parse(startsAt), lengthMinutes: 60, timeZone: zone };
  }
}
