/** What a calendar shows of somebody's next sessions, and when it last changed. */
import { calendarText, calendarTime, writeCalendarLines } from "../../../values/calendar-lines.ts";
import { Instant, minute } from "../../../values/instant.ts";

/** The longest words on an entry, in signs. */
export const longestWording = 60;
/** What an entry shows unless its owner chooses otherwise. */
export const usualWording = "Busy";

/** A next session, as its open facts have it. */
export interface NextSession {
  /** Names the entry in calendar programs, for this address alone; says nothing. */
  readonly uid: string;
  readonly startsAt: Instant;
  readonly lengthMinutes: number;
  /** When it was last set to this time. */
  readonly setAt: Instant;
  readonly otherName: string;
}

/** Which words entries show. */
export interface Shown {
  readonly kind: "own" | "busy";
  readonly wording: string;
  readonly withName: boolean;
  readonly changedAt: Instant;
}

/** The words on an entry. An assistant reads "Busy", whatever was chosen for one's own calendar. */
export function entryTitle({ kind, wording, withName }: Omit<Shown, "changedAt">, otherName: string): string {
  if (kind === "busy") return usualWording;
  const words = wording.trim() || usualWording;
  return withName && otherName !== "" ? `${words} · ${otherName}` : words;
}

/** When the last change was: of a session's time, or of the words. */
export function lastChange(sessions: ReadonlyArray<NextSession>, { changedAt }: Pick<Shown, "changedAt">): Instant {
  return Instant.parse(Math.max(changedAt, ...sessions.map(({ setAt }) => setAt)));
}

/**
 * Writes the calendar. It follows from what it is given alone, so that an unchanged one is the same byte for byte.
 * Times stand in UTC: they mean the same under every clock, also where clocks change between now and then.
 */
export function writeFeed(sessions: ReadonlyArray<NextSession>, shown: Shown): string {
  return writeCalendarLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Oakroom//Oakroom//EN",
    "CALSCALE:GREGORIAN",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...sessions
      .toSorted((a, b) => a.startsAt - b.startsAt || (a.uid < b.uid ? -1 : 1))
      .flatMap((one) => entry(one, shown)),
    "END:VCALENDAR",
  ]);
}

function entry(session: NextSession, shown: Shown): ReadonlyArray<string> {
  const { uid, startsAt, lengthMinutes, otherName } = session;
  const stamp = calendarTime(lastChange([session], shown));
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `DTSTART:${calendarTime(startsAt)}`,
    `DTEND:${calendarTime(Instant.parse(startsAt + lengthMinutes * minute))}`,
    `SUMMARY:${calendarText(entryTitle(shown, otherName))}`,
    "CLASS:PRIVATE",
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}
