/** The demo's programme: forty people at different stages, brought there the way people come there. */
import { readFileSync } from "node:fs";
import { AnswerSuggestion } from "../app/features/programme/matching/proposals/schema.ts";
import { ReadMe } from "../app/features/programme/sign-in/schema.ts";
import type { FirstProgramme } from "../app/features/programme/programmes/schema.ts";
import type { ListedPerson } from "../app/features/programme/people/schema.ts";
import type { MatchId, RelationshipId } from "../app/values/id.ts";
import { dayLength } from "../app/values/instant.ts";
import type { Way } from "../app/features/room/sessions/rules.ts";
import { Weeks } from "./calendar.ts";
import type { MovedClock } from "./moved-clock.ts";
import {
  acceptInvitation,
  describeOneself,
  join,
  type Person,
  type SaidOfOneself,
  type Setting,
  signIn,
} from "./person.ts";
import {
  importPeople,
  invite,
  listAsked,
  listPeople,
  type Managed,
  makeDraft,
  pin,
  sendDraft,
  setUp,
} from "./programme.ts";
import { Room } from "./room.ts";
import type { Stage } from "./stage.ts";
import { type Scene, weeksOfLeila } from "./weeks-leila.ts";
import { weeksOfABeginning, weeksOfTomas } from "./weeks-others.ts";

/** The three whose links are printed. */
export interface Cast {
  readonly manager: Person;
  readonly mentor: Person;
  readonly mentee: Person;
  /** For concerns. */
  readonly contact: Person;
}

interface Telling {
  readonly stage: Stage;
  readonly setting: Setting;
  readonly clock: MovedClock;
  readonly weeks: Weeks;
  readonly say: (line: string) => void;
  readonly people: Map<string, Person>;
}

const whys: ReadonlyArray<string> = [
  "Somebody took an hour for me when I began, and I still think of it.",
  "I learn most when I have to explain what I do.",
  "I changed careers late and would have liked company.",
  "I like to see how others work, and to be asked why I do things my way.",
];

const way: Way = { kind: "video", where: "https://meet.harbour.example/our-room" };
const walk: Way = { kind: "phone", where: "Tomás calls" };

const firstWave = [
  "Ingrid",
  "Leila",
  "Tomás",
  "Nadia",
  "Magnus",
  "Joost",
  "Chen",
  "Marisol",
  "Amara",
  "Ben",
  "Clara",
  "Diego",
];
const secondWave = ["Aisha", "Pavel", "Yusuf", "Elif", "Farid", "Grace"];
/** Invited as late as the second wave: the first three follow their link, one of them says something of himself, and that is all so far. */
const halfway = ["Hana", "Samuel", "Ivo"];
/** Nobody has asked them yet. */
const notAsked: ReadonlySet<string> = new Set(["Sven", "Thandi", "Uma", "Viktor", "Wanda"]);

const firstName = ({ name }: { readonly name: string }) => name.split(" ", 1).join("");

function named(all: ReadonlyArray<ListedPerson>, first: string): ListedPerson {
  const person = all.find((one) => firstName(one) === first);
  if (!person) throw new Error(`${first} is not on the list`);
  return person;
}

function programme(weeks: Weeks): FirstProgramme {
  return {
    organisation: "Harbour",
    name: "Harbour mentoring",
    timing: { kind: "cohort", startsOn: weeks.day(0, 0), endsOn: weeks.day(40, 4) },
    adultsOnly: true,
    variant: "company",
    contacts: [
      { name: "Lena Brandt", email: "lena.brandt@harbour.example" },
      { name: "Paul Okafor", email: "paul.okafor@harbour.example" },
    ],
    contactsApart: true,
  };
}

function said(person: ListedPerson, at: number): SaidOfOneself {
  if (!person.roles.includes("mentor")) return {};
  const why = whys[at % whys.length] ?? "";
  return firstName(person) === "Ingrid"
    ? { why, setback: "My first team lost two people in a year. I had not asked them how they were." }
    : { why };
}

async function allJoin(
  { setting, people }: Telling,
  managed: Managed,
  wave: ReadonlyArray<ListedPerson>,
): Promise<void> {
  const come = async (person: ListedPerson, at: number) =>
    people.set(person.name, await join(setting, managed.programmeId, person.email, said(person, at)));
  await Promise.all(wave.map(come));
}

async function answer({ people }: Telling, name: string, matchId: MatchId): Promise<RelationshipId | undefined> {
  const person = people.get(name);
  if (!person) throw new Error(`${name} does not take part`);
  const params = { matchId };
  return (await person.visitor.ask(AnswerSuggestion, { params, body: { answer: "yes" } })).relationshipId ?? undefined;
}

interface MadePair {
  readonly relationship: RelationshipId;
  readonly mentee: Person;
  readonly mentor: Person;
}

/** The two of each suggestion say yes, but for the last `but` of them. */
async function sayYes(telling: Telling, managed: Managed, but: number): Promise<ReadonlyArray<MadePair>> {
  const { people } = telling;
  const asked = (await listAsked(managed)).filter(({ state }) => state === "asked");
  // Those whose rooms the story tells come first.
  const told = asked.toSorted(
    (a, b) => Number(b.mentor.name.startsWith("Ingrid")) - Number(a.mentor.name.startsWith("Ingrid")),
  );
  const pairs: MadePair[] = [];
  for (const { matchId, mentee, mentor } of told.slice(0, Math.max(0, told.length - but))) {
    await answer(telling, mentee.name, matchId);
    const relationship = await answer(telling, mentor.name, matchId);
    const two = { mentee: people.get(mentee.name), mentor: people.get(mentor.name) };
    if (relationship && two.mentee && two.mentor) pairs.push({ relationship, mentee: two.mentee, mentor: two.mentor });
  }
  // Of those left over, one has said yes, and nobody is told.
  const [half] = told.slice(told.length - but);
  if (but > 0 && half) await answer(telling, half.mentee.name, half.matchId);
  return pairs;
}

async function firstMatching(telling: Telling, managed: Managed): Promise<ReadonlyArray<MadePair>> {
  const { clock, weeks } = telling;
  clock.goTo(weeks.at(0, 3, 9));
  const all = await listPeople(managed);
  let draft = await makeDraft(managed);
  for (const mentee of ["Leila", "Tomás"]) draft = await pin(managed, draft, named(all, mentee), named(all, "Ingrid"));
  await sendDraft(managed, draft);
  clock.goTo(weeks.at(0, 4, 9));
  return sayYes(telling, managed, 1);
}

async function secondMatching(telling: Telling, managed: Managed, all: ReadonlyArray<ListedPerson>): Promise<void> {
  const { setting, clock, weeks, people } = telling;
  const rest = all.filter((person) => !people.has(person.name) && !notAsked.has(firstName(person)));
  await invite(
    managed,
    rest.map(({ email }) => email),
  );
  await allJoin(
    telling,
    managed,
    rest.filter((person) => secondWave.includes(firstName(person))),
  );
  for (const [at, first] of halfway.entries()) {
    const person = named(rest, first);
    const visitor = await acceptInvitation(setting, person.email);
    if (at === halfway.length - 1) await describeOneself(visitor, managed.programmeId, { callName: first });
  }
  clock.goTo(weeks.ago(44));
  await sendDraft(managed, await makeDraft(managed));
  await sayYes(telling, managed, 2);
}

/** The rooms with what happens in them, in one order of time. */
async function scenesOf({ clock, weeks }: Telling, pairs: ReadonlyArray<MadePair>): Promise<ReadonlyArray<Scene>> {
  const scenes: Scene[] = [];
  for (const [at, { relationship, mentee, mentor }] of pairs.entries()) {
    const isTomas = mentee.name.startsWith("Tomás");
    const room = new Room(clock, relationship, { mentee, mentor }, isTomas ? walk : way);
    await room.pair.ready();
    if (mentee.name.startsWith("Leila")) scenes.push(...weeksOfLeila(room, weeks, clock));
    else if (isTomas) scenes.push(...weeksOfTomas(room, weeks));
    else scenes.push(...weeksOfABeginning(room, weeks, at % 4));
  }
  return scenes.toSorted(([a], [b]) => a - b);
}

async function tellRooms({ clock, people }: Telling, scenes: ReadonlyArray<Scene>): Promise<void> {
  let lookedAt = 0;
  for (const [at, happens] of scenes) {
    clock.goTo(at);
    if (at - lookedAt > 7 * dayLength) {
      // Whoever opens Oakroom now and then stays signed in; a device that is away for a month does not.
      await Promise.all([...people.values()].map(({ visitor }) => visitor.ask(ReadMe, {})));
      lookedAt = at;
    }
    await happens();
  }
}

/** Tells everything, and lets the clock go: from then on it is now. `ends` puts the devices of this process away. */
export async function tell(stage: Stage, now: number, say: (line: string) => void): Promise<Cast> {
  const { setting, clock } = stage;
  const weeks = new Weeks(now);
  const telling: Telling = { stage, setting, clock, weeks, say, people: new Map() };
  clock.goTo(weeks.at(0, 0, 9));
  const nadia = { name: "Nadia Okoye", email: "nadia.okoye@harbour.example" };
  const managed = await setUp(setting, stage.setUpLink, nadia, programme(weeks));
  const file = readFileSync(new URL("people.csv", import.meta.url));
  say(`${await importPeople(managed, new Uint8Array(file))} people are imported`);
  const all = await listPeople(managed);
  const first = firstWave.map((name) => named(all, name));
  await invite(
    managed,
    first.map(({ email }) => email),
  );
  clock.goTo(weeks.at(0, 1, 10));
  await allJoin(telling, managed, first);
  say(`${first.length} follow their invitation and make their keys`);
  const pairs = await firstMatching(telling, managed);
  say(`${pairs.length} pairs have said yes, and have a room`);
  const second = weeks.at(8, 2, 18);
  const scenes = await scenesOf(telling, pairs);
  await tellRooms(
    telling,
    scenes.filter(([at]) => at < second),
  );
  say("Seven weeks go by in the rooms");
  clock.goTo(second);
  const again = { ...managed, manager: await signIn(setting, nadia.email) };
  await secondMatching(telling, again, all);
  say(`${secondWave.length} more join, and are suggested to each other`);
  await tellRooms(
    telling,
    scenes.filter(([at]) => at >= second),
  );
  clock.letGo();
  for (const person of [...telling.people.values(), ...managed.contacts]) person.close();
  const [manager, mentor, mentee] = ["Nadia Okoye", "Ingrid Solberg", "Leila Haddad"].map((name) =>
    telling.people.get(name),
  );
  const [contact] = managed.contacts;
  if (!manager || !mentor || !mentee || !contact) throw new Error("somebody of the four does not take part");
  return { manager, mentor, mentee, contact };
}
