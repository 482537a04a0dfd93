/** Leila and Ingrid over months: one clock, their vaults in this process, and sessions told in a few lines each. */
import {
  SessionClosed,
  SessionPlanned,
  SessionStepped,
  SessionTakeaway,
  SessionTopic,
} from "../../app/features/room/sessions/schema.ts";
import { aFirstProgramme } from "../../app/features/programme/programmes/testing.ts";
import { eventOf, type NewEvent } from "../../app/features/room/state/schema.ts";
import { addDays, type Day } from "../../app/values/day.ts";
import { type ItemId, SessionId } from "../../app/values/id.ts";
import { dayLength } from "../../app/values/instant.ts";
import { Pair, type Side, untilRoom } from "../../demo/pair.ts";
import type { RoomView } from "../../app/vault/vault.ts";
import { openVaultOf, type Person, type Setting, signIn } from "../../demo/person.ts";
import { importPeople, invite } from "../../demo/programme.ts";
import { newId } from "../../demo/visitor.ts";
import { ReadMe } from "../../app/features/programme/sign-in/schema.ts";
import { join } from "node:path";
import { expect } from "vitest";
import { filesOf, type Find, rowsOfBackup, saidAndSent, search } from "../kit/canaries.ts";
import type { Oakroom } from "../kit/oakroom.ts";
import { begin, type Begun, ingrid, leila } from "../kit/fixtures.ts";
import { at, StoryClock, zone } from "../kit/story-clock.ts";
import type { Visitor } from "../kit/visitor.ts";
import type { Keys } from "../kit/whole-story.ts";

/** The columns of every list of people in these stories. */
export const header =
  "name,email,role,team,manager_email,level,site,time_zone,languages,offers,goals,limits,capacity,availability";
const rows = [
  header,
  // Leila's own lead is on the list, so it is known which way grades run.
  `${leila.name},${leila.email},mentee,Logistics,bruno.keller@northwind.example,3,Hamburg,${zone},en,,leading for the first time,,,Mon-Sun 08:00-20:00`,
  `Bruno Keller,bruno.keller@northwind.example,mentor,Logistics,,4,Hamburg,${zone},en,,,,1,Mon-Sun 08:00-20:00`,
  `${ingrid.name},${ingrid.email},mentor,Engineering,,6,Oslo,Europe/Oslo,en,leading for the first time,,,2,Mon-Sun 08:00-20:00`,
];
const way = { kind: "video", where: "https://meet.example/oak; by phone if that fails" } as const;

/** A programme that goes by a story's clock. */
export interface BegunByTheClock extends Begun {
  readonly clock: StoryClock;
}

/** A programme from a day to a day; Leila and Ingrid are invited. */
export async function begunOn(startsOn: Day, endsOn: Day): Promise<BegunByTheClock> {
  const clock = new StoryClock(startsOn, "09:00");
  const timing = { kind: "cohort", startsOn, endsOn } as const;
  const begun = await begin({ aheadMs: clock.aheadMs }, clock.now, { ...aFirstProgramme, timing });
  clock.moves(begun.oakroom);
  clock.keeps(begun.managed.manager);
  await importPeople(begun.managed, new Uint8Array(new TextEncoder().encode(rows.join("\n"))));
  await invite(begun.managed, [leila.email, ingrid.email]);
  return { ...begun, clock };
}

/** Somebody who made their keys in a browser has a second device in this process. */
export async function alsoHere(setting: Setting, email: string, keys: Keys): Promise<Person> {
  const visitor = await signIn(setting, email);
  const { accountId, name } = await visitor.ask(ReadMe, {});
  const device = await openVaultOf(setting, visitor);
  const { vault } = device;
  const refused = await vault.unlock({ passphrase: keys.passphrase });
  if (refused !== undefined) throw new Error(`${name} could not unlock: ${refused}`);
  return { name, email, visitor, account: accountId, vault, ...keys, close: () => device.close() };
}

/** A session in a few lines. */
export interface Hour {
  readonly day: Day;
  readonly topic: string;
  /** Who goes from step to step on their own device. */
  readonly led: Side;
  /** Close is done alone, on the day after, by this person. */
  readonly closedAlone?: Side;
  readonly takeaway: string;
  readonly during?: () => Promise<unknown>;
  readonly next?: Day;
}

/** The months of a pair. */
export class Months {
  readonly pair: Pair;
  readonly #clock: StoryClock;
  /** The session that is next. */
  next: SessionId | undefined;

  constructor(clock: StoryClock, pair: Pair) {
    this.#clock = clock;
    this.pair = pair;
  }

  /** An address in their room. */
  room(rest = ""): string {
    return `/rooms/${this.pair.room}${rest}`;
  }

  /** The address of a step of the session that is next. */
  session(step: string): string {
    return this.room(`/sessions/${this.next ?? ""}/${step}`);
  }

  /** Writes one event. */
  writes(side: Side, event: NewEvent): Promise<ItemId> {
    return this.pair.write(side, event);
  }

  /** Settles the next date. */
  async plans(side: Side, day: Day, time = "14:00"): Promise<SessionId> {
    this.next = SessionId.parse(newId(this.#clock.now()));
    const slot = { startsAt: at(day, time), lengthMinutes: 60, timeZone: zone };
    await this.writes(side, eventOf(SessionPlanned, { sessionId: this.next, slot, way }));
    await this.pair.tellDates(side, this.#clock.now());
    return this.next;
  }

  /** The two settled a date in their browsers: it is the next one here, too, once this process has heard of it. */
  async takesNext(): Promise<void> {
    // The one that has just ended may count as planned for a moment longer.
    const later = this.#clock.now() + dayLength / 2;
    const next = ({ state }: RoomView) =>
      state.sessions.all.findLast(({ standing, plan }) => standing === "planned" && plan && plan.startsAt > later)?.id;
    this.next = next(await untilRoom(this.pair.mentee.vault, this.pair.room, (view) => next(view) !== undefined));
  }

  /** Meets for an hour, and closes it. */
  async meets({ day, topic, led, closedAlone, takeaway, during, next }: Hour): Promise<void> {
    const sessionId = this.next;
    if (sessionId === undefined) throw new Error("there is no date");
    await this.#clock.goTo(day, "13:50");
    await this.writes("mentee", eventOf(SessionTopic, { sessionId, text: topic }));
    await this.writes(led, eventOf(SessionStepped, { sessionId, step: "talk" }));
    await during?.();
    await this.#clock.goTo(day, "14:55");
    const by = closedAlone ?? led;
    if (closedAlone) await this.#clock.goTo(addDays(day, 1), "08:30");
    else await this.writes(led, eventOf(SessionStepped, { sessionId, step: "close" }));
    await this.writes(by, eventOf(SessionTakeaway, { sessionId, of: this.pair.who(by).account, text: takeaway }));
    await this.writes(by, eventOf(SessionClosed, { sessionId, metOn: day }));
    if (next) await this.plans(by, next);
    else await this.pair.tellDates(by, this.#clock.now());
  }
}

/** Mails about something to one person, so far. */
export function mailsTo({ oakroom }: Begun, email: string, about: RegExp): number {
  return oakroom.outbox.all().filter(({ to, subject }) => to === email && about.test(subject)).length;
}

/** Chooses what a note is. */
export async function chooses(person: Visitor, kind: string): Promise<void> {
  await person.presses("Something else");
  await person.presses(kind);
  await person.page.getByRole("heading", { level: 2, name: kind, exact: true }).waitFor();
}

/** Ends the server, and looks for what the two wrote, and for what opens it, wherever the server keeps or says something. */
export async function foundAround(
  oakroom: Oakroom,
  secrets: Readonly<Record<string, string>>,
  { mentee, mentor }: Pair,
): Promise<ReadonlyArray<Find>> {
  const backup = join(oakroom.dataFolder, "taken.backup");
  oakroom.command("backup", backup);
  await oakroom.stop();
  const places = [...filesOf(oakroom), ...(await rowsOfBackup(backup)), ...saidAndSent(oakroom)];
  // What may lie there is found there: a search that sees nothing would pass as well.
  const found = search({ address: leila.email }, places).map(({ where }) => where);
  expect(found).toEqual(expect.arrayContaining(["oakroom.db", "rows of the backup", "answers"]));
  expect(found.some((where) => where.startsWith("outbox/"))).toBe(true);
  const opening = [mentee, mentor].flatMap(({ passphrase, recoveryCode }) => [passphrase, recoveryCode]);
  const things = Object.fromEntries(opening.map((secret, which) => [`key ${which}`, secret]));
  return search({ ...secrets, ...things }, places);
}

/** What a manager reads of the one pair. */
export async function pairAsSeenBy(manager: Visitor, programme: string): Promise<string> {
  await manager.visits(`${programme}/pairs`);
  await manager.reads(leila.name);
  await manager.settles();
  return manager.page.getByRole("row").filter({ hasText: leila.name }).innerText();
}
