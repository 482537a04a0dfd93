/** What stories stand on that are not about it: a programme, people with keys, two with a room; all made through the real paths. */
import { join, type Person, type SaidOfOneself, type Setting } from "../../demo/person.ts";
import { answerFirst, importPeople, invite, type Managed, makeDraft, sendDraft, setUp } from "../../demo/programme.ts";
import type { FirstProgramme } from "../../app/features/programme/programmes/schema.ts";
import { aFirstProgramme } from "../../app/features/programme/programmes/testing.ts";
import type { LogId } from "../../app/values/id.ts";
import { roomOf } from "../../app/values/id.ts";
import { type Oakroom, type OakroomOptions, startOakroom } from "./oakroom.ts";
import { comes, type Coming, type Visitor } from "./visitor.ts";

/** A server with a programme that its manager has set up. */
export interface Begun {
  readonly oakroom: Oakroom;
  readonly setting: Setting;
  readonly managed: Managed;
}

/** The manager of every programme in these stories. */
export const nadia = { name: "Nadia Okoye", email: "nadia.okoye@northwind.example" } as const;
/** A mentee. */
export const leila = { name: "Leila Haddad", email: "leila.haddad@northwind.example" } as const;
/** A mentor. */
export const ingrid = { name: "Ingrid Solberg", email: "ingrid.solberg@northwind.example" } as const;

const header =
  "name,email,role,team,manager_email,level,site,time_zone,languages,offers,goals,limits,capacity,availability";
const rows = {
  leila: `${leila.name},${leila.email},mentee,Logistics,,3,Hamburg,Europe/Berlin,en;de,,leading for the first time,,,Mon-Sun 08:00-20:00`,
  ingrid: `${ingrid.name},${ingrid.email},mentor,Engineering,,6,Oslo,Europe/Oslo,en;no,leading for the first time,,,2,Mon-Sun 08:00-20:00`,
};

/** Starts a server and sets it up; `now` is the time on people's devices. */
export async function begin(
  options: OakroomOptions = {},
  now: () => number = Date.now,
  programme: FirstProgramme = aFirstProgramme,
): Promise<Begun> {
  const oakroom = await startOakroom(options);
  const setting = { door: oakroom.door, outbox: oakroom.outbox, now };
  const managed = await setUp(setting, oakroom.setUpLink, nadia, programme);
  for (const contact of managed.contacts) contact.close();
  return { oakroom, managed, setting };
}

/** Brings Leila and Ingrid in, with keys on devices that they then put away. */
export async function bringIn(begun: Begun): Promise<{ readonly leila: Person; readonly ingrid: Person }> {
  const { managed } = begun;
  const file = new TextEncoder().encode([header, rows.leila, rows.ingrid].join("\n"));
  await importPeople(managed, new Uint8Array(file));
  await invite(managed, [leila.email, ingrid.email]);
  const one = await joinAs(begun, leila.email, {});
  const other = await joinAs(begun, ingrid.email, { why: "Somebody did this for me." });
  return { leila: one, ingrid: other };
}

/** Somebody on the list, with an invitation on its way, takes part. */
export function joinAs({ managed, setting }: Begun, email: string, said: SaidOfOneself): Promise<Person> {
  return join(setting, managed.programmeId, email, said);
}

/** Two people with a room, who have written nothing yet. */
export interface TwoWithARoom extends Begun {
  readonly leila: Person;
  readonly ingrid: Person;
  readonly room: LogId;
}

/** Leila and Ingrid, suggested to each other, both having said yes. */
export async function twoWithARoom(
  options: OakroomOptions = {},
  programme: FirstProgramme = aFirstProgramme,
): Promise<TwoWithARoom> {
  const begun = await begin(options, Date.now, programme);
  const people = await bringIn(begun);
  await sendDraft(begun.managed, await makeDraft(begun.managed));
  await answerFirst(people.leila.visitor, "yes");
  const relationship = await answerFirst(people.ingrid.visitor, "yes");
  if (!relationship) throw new Error("no pair came about");
  return { ...begun, ...people, room: roomOf(relationship) };
}

/** Somebody with keys opens their rooms in a browser that is new to them. */
export async function opensRooms(
  oakroom: Oakroom,
  person: Person,
  room: LogId,
  how: Pick<Coming, "device" | "timezoneId" | "clock"> = {},
): Promise<Visitor> {
  const visitor = await comes(oakroom, { name: person.name, email: person.email, ...how });
  await visitor.signsIn();
  await unlocks(visitor, person, room);
  return visitor;
}

/** Somebody who is signed in opens a room on a device that is new to them. */
export async function unlocks(
  visitor: Visitor,
  { passphrase }: Pick<Person, "passphrase">,
  room: LogId,
): Promise<void> {
  await visitor.visits(`/rooms/${room}`);
  await visitor.types("Passphrase", passphrase);
  await visitor.presses("Unlock");
  await visitor.sees(/^You and /);
}
