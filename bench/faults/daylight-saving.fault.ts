/** S12: clocks change between the day on which two people plan a session and the session. All that tells its time tells the same moment. */
import ICAL from "ical.js";
import { PutCadence, ReadCadence } from "../../app/features/programme/cadence/schema.ts";
import { IssueCalendar } from "../../app/features/programme/calendar/schema.ts";
import { PutMailSettings } from "../../app/features/programme/mails/schema.ts";
import { aMentee, aMentor, pairUp, type Person } from "../../app/features/programme/matching/testing.ts";
import { setUp } from "../../app/features/programme/programmes/testing.ts";
import { plainMail } from "../../app/features/programme/sign-in/testing.ts";
import { writeCalendar } from "../../app/features/room/sessions/calendar/rules.ts";
import { timeOf } from "../../app/features/room/sessions/dates/clock/rules.ts";
import { nextDates } from "../../app/features/room/sessions/dates/rules.ts";
import { freshDatabase } from "../../app/server/database/testing.ts";
import { features } from "../../app/server/features.ts";
import { type TestServer, testServer } from "../../app/server/testing.ts";
import { addDays } from "../../app/values/day.ts";
import { type RelationshipId, SessionId } from "../../app/values/id.ts";
import { dayLength, hour, type Instant, later, minute } from "../../app/values/instant.ts";
import { instantAt, nextWeekday } from "../../app/values/zoned.ts";
import { formatMoment } from "../../app/web/client/format.ts";
import { aheadAt, anyChange, everyChange, isNameOf, type PlannedSession, shown, type Zone } from "./daylight.ts";
import type { Fault, Found, Trial } from "./fault.ts";

const breach = "a zone is kept as the offset that it had when the date was set";
const lengthMinutes = 60;

/** One of the two, where they live, and the zone that is kept for them. */
interface Reader {
  readonly person: Person;
  readonly zone: Zone;
  readonly kept: string;
  readonly feeds: ReadonlyArray<string>;
}

interface Pair {
  readonly server: TestServer;
  readonly relationshipId: RelationshipId;
  readonly readers: ReadonlyArray<Reader>;
}

interface Arrived {
  readonly at: Instant;
  readonly mail: string;
}

/** "+02:00" of that moment, where zones are kept so. */
function keptAs(zone: Zone, now: Instant, isBreached: boolean): string {
  if (!isBreached) return zone;
  const ahead = aheadAt(now, zone);
  return `${ahead < 0 ? "-" : "+"}${new Date(Math.abs(ahead) * minute).toISOString().slice(11, 16)}`;
}

/** Two people in their zones, with the addresses of their calendars; the one who plans comes first. */
async function pairOn(server: TestServer, { zones }: PlannedSession, isBreached: boolean): Promise<Pair> {
  const managed = await setUp(server, "Marta Nowak");
  const ingrid = await aMentor(server, managed, "Ingrid Weiss");
  const leila = await aMentee(server, managed, "Leila Haddad");
  const relationshipId = await pairUp(server, managed, leila, ingrid);
  const readers: Reader[] = [];
  for (const [person, zone] of [[leila, zones[0]] as const, [ingrid, zones[1]] as const]) {
    const kept = keptAs(zone, server.now, isBreached);
    const always = { muted: [], hours: null, quietUntil: null, wakeUps: false, daysOff: [] };
    const body = { ...always, timeZone: kept, workDays: [1, 2, 3, 4, 5, 6, 7] };
    await server.call(PutMailSettings, { body }, person.cookie);
    const feeds: string[] = [];
    for (const kind of ["own", "busy"] as const)
      feeds.push((await server.call(IssueCalendar, { params: { kind } }, person.cookie)).answer.path);
    readers.push({ person, zone, kept, feeds });
  }
  return { server, relationshipId, readers };
}

/** Both devices tell the server of it, one after the other and again, as they do. */
async function plan({ server, relationshipId, readers }: Pair, startsAt: Instant): Promise<void> {
  const nextSession = { startsAt, lengthMinutes, timeZone: readers[0]?.kept ?? "" };
  const body = { rhythmDays: 7, agreementAgreed: true, nextSession, heldOn: [] };
  for (const { person } of [...readers, ...readers])
    await server.call(PutCadence, { params: { relationshipId }, body }, person.cookie);
}

/** When to look: around the reminders, the change and the session. */
function stops({ startsAt, change }: PlannedSession): ReadonlyArray<Instant> {
  const [dayBefore, soon] = [later(startsAt, -24 * hour), later(startsAt, -10 * minute)];
  return [dayBefore, soon, startsAt, change]
    .flatMap((at) => [later(at, -minute), at, later(at, minute)])
    .concat(later(startsAt, 2 * hour))
    .toSorted((a, b) => a - b);
}

const wrong = (what: string, says: string, startsAt: Instant, zone: Zone) => {
  const { day, time } = shown(startsAt, zone);
  return `${what} says ${says} where clocks in ${zone} show ${day} ${time}`;
};

/** What their screens and their calendars show of it at this moment. */
async function look({ server, relationshipId, readers }: Pair, startsAt: Instant): Promise<ReadonlyArray<string>> {
  const found: string[] = [];
  for (const { person, zone, kept, feeds } of readers) {
    const told = (await server.call(ReadCadence, { params: { relationshipId } }, person.cookie)).answer.nextSession;
    if (!told) return ["the session is not there"];
    const [screen, field] = [formatMoment(told.startsAt, kept), timeOf(told.startsAt, kept)];
    const { day, time } = shown(startsAt, zone);
    if (onClock(screen) !== `${Number(day.slice(8))} ${time}`) found.push(wrong("a screen", screen, startsAt, zone));
    if (field !== time) found.push(wrong("a time field", field, startsAt, zone));
    const sessionId = SessionId.parse(relationshipId);
    const entry = { sessionId, slot: told, sequence: 0, title: "Busy", isCancelled: false };
    const files = [writeCalendar(entry, "localhost", server.now)];
    for (const url of feeds) files.push((await server.built.fastify.inject({ method: "GET", url })).body);
    const times = new Set(files.map(timesIn));
    const iso = (at: number) => new Date(at).toISOString();
    const expected =
      server.now < told.startsAt ? `${iso(startsAt)} ${iso(startsAt + lengthMinutes * minute)}` : undefined;
    if (expected !== undefined && (times.size !== 1 || !times.has(expected)))
      found.push(`calendars say ${[...times].join(" and ")} instead of ${expected}`);
  }
  return found;
}

/** What stands in a calendar, as a calendar program reads it. */
function timesIn(file: string): string {
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const iso = (time: ICAL.Time) => time.toJSDate().toISOString();
  return events.map(({ startDate, endDate }) => `${iso(startDate)} ${iso(endDate)}`).join(", ");
}

/** "29 02:30" of "Sunday, March 29 at 02:30 AM" or "Sunday 29 March at 02:30". */
function onClock(words: string): string {
  const [, day = ""] = /\b(\d{1,2})\b(?!:)/.exec(words) ?? [];
  const [, hours = "", minutes = "", half] = /(\d{1,2}):(\d{2})(?:\s([AP])M)?/.exec(words) ?? [];
  const whole = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === "P" ? 12 : 0);
  return `${day} ${String(whole).padStart(2, "0")}:${minutes}`;
}

/** Whether somebody's reminders came at their moments, once each, and say the right time and day. */
function reminders({ person, zone }: Reader, arrived: ReadonlyArray<Arrived>, startsAt: Instant): string[] {
  const mine = arrived.filter(({ mail }) => mail.includes(`To: ${person.email}`));
  const at = (moment: Instant) => mine.filter((one) => one.at === moment).length;
  const [dayBefore, soon] = [later(startsAt, -24 * hour), later(startsAt, -10 * minute)];
  const found = [];
  if (mine.length !== 2 || at(dayBefore) !== 1 || at(soon) !== 1)
    found.push(`reminders in ${zone} came ${mine.map((one) => new Date(one.at).toISOString()).join(", ")}`);
  for (const one of mine) {
    const [, words = "", name = ""] = /((?:\d{1,2}) \w+ at \d{2}:\d{2}) (.+?)[.\r\n]/.exec(one.mail) ?? [];
    const { day, time } = shown(startsAt, zone);
    if (onClock(words) !== `${Number(day.slice(8))} ${time}` || !isNameOf(name, startsAt, zone))
      found.push(wrong("a mail", `${words} ${name}`, startsAt, zone));
    const subject = /^Subject: (.*?):? /m.exec(one.mail)?.[1] ?? "";
    const today = shown(one.at, zone).day;
    const expected = one.at === soon ? "In" : day === today ? "Today" : day === addDays(today, 1) ? "Tomorrow" : "On";
    if (subject !== expected) found.push(`a mail on ${today} about ${day} begins with ${subject}`);
  }
  return found;
}

/** What the room itself reckons: the moment that was chosen, and the same hour each week. */
function reckoned({ zones: [zone], day, minutes, startsAt, isSkipped }: PlannedSession, kept: string, now: Instant) {
  const { instant, odd } = instantAt(day, minutes, kept);
  const found = instant === startsAt ? [] : [wrong("the form", new Date(instant).toISOString(), startsAt, zone)];
  if (isSkipped !== (odd === "skipped")) found.push("whoever plans it is not told that clocks skip this time");
  const weekday = [0, 1, 2, 3, 4, 5, 6].find((one) => nextWeekday(day, one) === day) ?? 0;
  const fixed = { weekday, minutes, timeZone: kept, everyDays: 7, lengthMinutes };
  const weekly = nextDates(fixed, now, undefined).map((slot) => slot.startsAt);
  if (weekly[0] !== startsAt) found.push("the regular time falls on another moment than the one chosen by hand");
  const usual = weekly.slice(1).map((at) => shown(at, zone).time);
  const chosen = new Date(minutes * minute).toISOString().slice(11, 16);
  return usual.every((time) => time === chosen)
    ? found
    : [...found, `the regular ${chosen} became ${usual.join(", ")}`];
}

async function session(planned: PlannedSession, { engine, isBreached }: Trial) {
  const begun = later(planned.startsAt, -5 * dayLength);
  const how = { database: await freshDatabase(engine) };
  const server = await testServer(new Date(begun).toISOString(), features, how);
  try {
    const pair = await pairOn(server, planned, isBreached);
    const { startsAt } = planned;
    const found = [...reckoned(planned, pair.readers[0]?.kept ?? "", server.now)];
    await plan(pair, startsAt);
    const arrived: Arrived[] = [];
    const seen = new Set(await server.mails());
    for (const at of stops(planned).filter((one) => one > begun)) {
      server.now = at;
      const fresh = (await server.mails()).filter((mail) => !seen.has(mail));
      for (const mail of fresh) seen.add(mail);
      const about = fresh.map(plainMail).filter((mail) => mail.includes("the room is right"));
      arrived.push(...about.map((mail) => ({ at, mail })));
      if (at <= startsAt) found.push(...(await look(pair, startsAt)));
    }
    found.push(...pair.readers.flatMap((reader) => reminders(reader, arrived, startsAt)));
    const what = `${planned.day} ${planned.zones.join(" and ")}`;
    return { violations: [...new Set(found)].map((one) => `${what}: ${one}`), mails: arrived.length };
  } finally {
    await server.end();
  }
}

async function attempt(trial: Trial): Promise<Found> {
  const violations: string[] = [];
  let mails = 0;
  for (let run = 0; run < trial.runs; run += 1) {
    const found = await session(everyChange[run] ?? anyChange(trial.roll), trial);
    violations.push(...found.violations);
    mails += found.mails;
  }
  return { violations, recoveriesMs: [], remark: `${mails} reminders, by a moved clock` };
}

/** Clocks that change. */
export const fault: Fault = {
  promise: "form, screens, mails and calendars tell one moment to both, by each one's clock; each reminder comes once",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 60,
  attempt,
};
