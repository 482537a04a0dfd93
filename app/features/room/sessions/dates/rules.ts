/** Finding dates: slots inside the hours both gave, and the next dates of a slot that comes round. Right through clock changes. */
import { readAvailability, type Span } from "@oakroom/matching";
import { addDays, type Day, dayIn } from "../../../../values/day.ts";
import type { AccountId } from "../../../../values/id.ts";
import { type Instant, later, minute } from "../../../../values/instant.ts";
import { instantAt, nextWeekday } from "../../../../values/zoned.ts";
import { agreedRhythm, type AgreementState, isSetUp } from "../../agreement/rules.ts";
import {
  endsAt,
  type FixedSlot,
  heldDays,
  nextPlanned,
  type Session,
  type SessionsState,
  type Slot,
  type Way,
  type WayKind,
} from "../rules.ts";

/** The hours that a person gave, as their profile says them. */
export interface GivenHours {
  /** "Mon-Thu 12:00-14:00; Fri 9:00-12:00". */
  readonly availability: string;
  /** IANA name. */
  readonly timeZone: string;
}

const daysAhead = 28;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Up to `most` slots inside the hours both gave, on different days, from `notBefore` on, in four weeks at most.
 * Starts lie on the half hour of the first person's clock. None where the hours of one are unknown or never meet.
 */
export function commonSlots(
  mine: GivenHours,
  theirs: GivenHours,
  lengthMinutes: number,
  notBefore: Instant,
  most = 3,
): ReadonlyArray<Slot> {
  const ours = stretchesOf(mine, notBefore);
  const others = stretchesOf(theirs, notBefore);
  const slots: Slot[] = [];
  const daysTaken = new Set<string>();
  for (const common of meet(ours, others)) {
    const startsAt = firstStart(common, notBefore, lengthMinutes);
    if (startsAt === undefined) continue;
    const day = dayIn(startsAt, mine.timeZone);
    if (daysTaken.has(day)) continue;
    daysTaken.add(day);
    slots.push({ startsAt, lengthMinutes, timeZone: mine.timeZone });
    if (slots.length === most) break;
  }
  return slots;
}

/** The next dates of a slot that comes round, the first at or after `notBefore`; `last` is the last date it had, so that the rhythm goes on from there. */
export function nextDates(
  fixed: FixedSlot,
  notBefore: Instant,
  last: Instant | undefined,
  count = 3,
): ReadonlyArray<Slot> {
  const dates: Slot[] = [];
  let day =
    last === undefined
      ? nextWeekday(dayIn(notBefore, fixed.timeZone), fixed.weekday)
      : nextWeekday(addDays(dayIn(last, fixed.timeZone), fixed.everyDays), fixed.weekday);
  while (dates.length < count) {
    const { instant } = instantAt(day, fixed.minutes, fixed.timeZone);
    if (instant >= notBefore) {
      dates.push({ startsAt: instant, lengthMinutes: fixed.lengthMinutes, timeZone: fixed.timeZone });
      day = addDays(day, fixed.everyDays);
    } else {
      day = addDays(day, last === undefined ? 7 : fixed.everyDays);
    }
  }
  return dates;
}

const spokenOf: ReadonlyArray<readonly [WayKind, RegExp]> = [
  ["phone", /phone|telephone/i],
  ["video", /video|https:/i],
  ["in-person", /person|walk|office|caf/i],
  ["writing", /writing/i],
];

/** How a session is likely to be: as this one stands, else as the agreement says, and where the two met the last time. */
export function usualMeeting(
  room: { readonly agreement: AgreementState; readonly sessions: SessionsState },
  session: Session | undefined,
): { readonly lengthMinutes: number; readonly way: Way } {
  const rhythm = room.agreement.parts.rhythm?.agreed;
  const agreed = rhythm?.part === "rhythm" ? rhythm.content : undefined;
  const last = room.sessions.all.findLast(({ way }) => way !== undefined)?.way;
  // What is named first is how they meet; the rest is for when it fails.
  const named = spokenOf
    .map(([kind, word]) => ({ kind, at: agreed?.way.search(word) ?? -1 }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0]?.kind;
  const kind = named ?? last?.kind ?? "video";
  return {
    lengthMinutes: session?.plan?.lengthMinutes ?? agreed?.lengthMinutes ?? 60,
    way: session?.way ?? { kind, where: last?.kind === kind ? last.where : "" },
  };
}

function stretchesOf({ availability, timeZone }: GivenHours, from: Instant): ReadonlyArray<Stretch> {
  const spans = readAvailability(availability);
  if (typeof spans === "string") return [];
  const today = dayIn(from, timeZone);
  return Array.from({ length: daysAhead + 2 }, (_, offset) => addDays(today, offset - 1))
    .flatMap((day) => spans.filter((span) => span.day === weekdayOf(day)).map((span) => stretch(day, span, timeZone)))
    .filter(({ from: start, to }) => to > start)
    .toSorted((a, b) => a.from - b.from);
}

function stretch(day: ReturnType<typeof dayIn>, span: Span, timeZone: string): Stretch {
  return { from: instantAt(day, span.from, timeZone).instant, to: instantAt(day, span.to, timeZone).instant };
}

function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function meet(a: ReadonlyArray<Stretch>, b: ReadonlyArray<Stretch>): ReadonlyArray<Stretch> {
  return a
    .flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from);
}

function firstStart({ from, to }: Stretch, notBefore: Instant, lengthMinutes: number): Instant | undefined {
  const half = 30 * minute;
  const earliest = Math.max(from, Math.ceil(notBefore / half) * half);
  return earliest + lengthMinutes * minute <= to ? later(notBefore, earliest - notBefore) : undefined;
}

/** So many days met are told to the server at most: the newest. */
const mostDaysTold = 2000;

/** What leaves the room about dates: a rhythm, agreed yes/no, the next session, the days met. See "What Oakroom can see". */
export interface OpenDates {
  readonly rhythmDays: number | null;
  readonly agreementAgreed: boolean;
  readonly nextSession: Slot | null;
  readonly heldOn: Day[];
}

/** What the open dates of a room have to be, as the sealed items say. */
export function openDates(
  room: { readonly agreement: AgreementState; readonly sessions: SessionsState },
  members: ReadonlyArray<AccountId>,
  now: Instant,
): OpenDates {
  return {
    rhythmDays: agreedRhythm(room.agreement) ?? null,
    agreementAgreed: isSetUp(room.agreement, members),
    nextSession: nextPlanned(room.sessions, now) ?? null,
    heldOn: heldDays(room.sessions).slice(-mostDaysTold),
  };
}

/**
 * The sessions to plan again, with their ids, in a room that has begun anew: what was planned before and is still to come. None once the
 * two have put anything on dates into the room of now.
 */
export function toPlanAgain(
  before: SessionsState | undefined,
  now: SessionsState,
  at: Instant,
): ReadonlyArray<Session & { readonly plan: Slot }> {
  if (!before || now.all.length > 0) return [];
  return before.all.flatMap((session) => {
    const { standing, plan } = session;
    return standing === "planned" && plan && endsAt(plan) > at ? [{ ...session, plan }] : [];
  });
}

/** True where the server holds just these dates. A session that is over is as good as none. */
export function sameDates(held: OpenDates, wanted: OpenDates): boolean {
  return (
    held.rhythmDays === wanted.rhythmDays &&
    held.agreementAgreed === wanted.agreementAgreed &&
    held.nextSession?.startsAt === wanted.nextSession?.startsAt &&
    held.nextSession?.lengthMinutes === wanted.nextSession?.lengthMinutes &&
    held.nextSession?.timeZone === wanted.nextSession?.timeZone &&
    held.heldOn.length === wanted.heldOn.length &&
    held.heldOn.every((day, at) => day === wanted.heldOn[at])
  );
}
