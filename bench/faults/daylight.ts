/** When clocks changed in 2026, written down by hand from what the countries decreed: nothing here asks the software that is tried. */
import { type Day, aDay } from "../../app/values/day.ts";
import { hour, Instant, later, minute } from "../../app/values/instant.ts";
import { between, type Dice, oneOf } from "./dice.ts";

/** A change of clocks, and how far ahead of UTC they are from then on, in minutes. */
interface Change {
  readonly at: Instant;
  readonly ahead: number;
}

interface Clocks {
  /** How far ahead of UTC they are as the year begins, in minutes. */
  readonly ahead: number;
  readonly changes: ReadonlyArray<Change>;
  /** What a mail may call the zone, by how far ahead it is. */
  readonly names: Readonly<Record<number, RegExp>>;
}

const change = (at: string, ahead: number): Change => ({ at: Instant.parse(Date.parse(at)), ahead });

/** Two whose changes fall on different weekends, and one without any. */
const clocks = {
  "Europe/Berlin": {
    ahead: 60,
    changes: [change("2026-03-29T01:00:00Z", 120), change("2026-10-25T01:00:00Z", 60)],
    names: { 60: /^Central European Standard Time$/, 120: /^Central European Summer Time$/ },
  },
  "America/New_York": {
    ahead: -300,
    changes: [change("2026-03-08T07:00:00Z", -240), change("2026-11-01T06:00:00Z", -300)],
    names: { [-300]: /^Eastern Standard Time$/, [-240]: /^Eastern Daylight Time$/ },
  },
  "Asia/Kolkata": { ahead: 330, changes: [], names: { 330: /^India Standard Time$/ } },
} as const satisfies Readonly<Record<string, Clocks>>;

/** One of the zones. */
export type Zone = keyof typeof clocks;
type Changing = "Europe/Berlin" | "America/New_York";
const of = (zone: Zone): Clocks => clocks[zone];

/** How far ahead of UTC clocks of a zone are, in minutes. */
export function aheadAt(instant: number, zone: Zone): number {
  return of(zone).changes.findLast(({ at }) => at <= instant)?.ahead ?? of(zone).ahead;
}

/** What clocks of a zone show, as "2026-03-29" and "02:30". */
export function shown(instant: number, zone: Zone): { readonly day: Day; readonly time: string } {
  const text = new Date(instant + aheadAt(instant, zone) * minute).toISOString();
  return { day: aDay(text.slice(0, 10)), time: text.slice(11, 16) };
}

/** Whether a mail may call the zone so at that moment. */
export function isNameOf(name: string, instant: number, zone: Zone): boolean {
  return of(zone).names[aheadAt(instant, zone)]?.test(name) ?? false;
}

/** A session that two people plan on the days around a change. */
export interface PlannedSession {
  /** That of whoever plans it comes first. */
  readonly zones: readonly [Zone, Zone];
  /** What was chosen, by the clock of whoever plans it: minutes after midnight. */
  readonly day: Day;
  readonly minutes: number;
  /** What that means: the first of two moments, and as much later as the clocks jump where they never show it. */
  readonly startsAt: Instant;
  readonly isSkipped: boolean;
  readonly change: Instant;
}

/** `local` is what clocks show, as if it were UTC. */
function planned(zones: PlannedSession["zones"], local: number, { at }: Change): PlannedSession {
  const [zone] = zones;
  const [before, after] = [aheadAt(at - 1, zone), aheadAt(at, zone)];
  const fits = [before, after]
    .map((ahead) => local - ahead * minute)
    .filter((instant) => shown(instant, zone).time === new Date(local).toISOString().slice(11, 16));
  const startsAt = Instant.parse(fits.length > 0 ? Math.min(...fits) : local - before * minute);
  const text = new Date(local).toISOString();
  const minutes = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  return { zones, day: aDay(text.slice(0, 10)), minutes, startsAt, isSkipped: fits.length === 0, change: at };
}

const changing: readonly [Changing, Changing] = ["Europe/Berlin", "America/New_York"];

/** Each change of the year: half an hour into the hour that is skipped or comes twice, that evening, and late in the night after. */
export const everyChange: ReadonlyArray<PlannedSession> = changing.flatMap((zone, index) =>
  of(zone).changes.flatMap((one, turn) => {
    const zones = [zone, turn === 0 ? (changing[1 - index] ?? "Asia/Kolkata") : "Asia/Kolkata"] as const;
    const odd = one.at + Math.min(aheadAt(one.at - 1, zone), one.ahead) * minute + 30 * minute;
    const midnight = Date.parse(`${shown(one.at, zone).day}T00:00:00Z`);
    return [odd, midnight + 18 * hour, midnight + 23.5 * hour].map((local) => planned(zones, local, one));
  }),
);

/** One that chance decides: at any quarter of an hour within a day and a half of a change of either person's clocks. */
export function anyChange(roll: Dice): PlannedSession {
  const zone = oneOf(roll, changing);
  const one = of(zone).changes[between(roll, 0, 1)] ?? change("2026-03-29T01:00:00Z", 120);
  const other = oneOf(roll, [...changing, "Asia/Kolkata"] as const);
  const moment = later(one.at, between(roll, -4 * 36, 4 * 36) * 15 * minute);
  const zones = oneOf(roll, [[zone, other] as const, [other, zone] as const]);
  // By the clock of before or of after: the one shows times that are skipped, the other those that come twice.
  const ahead = aheadAt(oneOf(roll, [one.at - 1, one.at]), zones[0]);
  return planned(zones, moment + ahead * minute, one);
}
