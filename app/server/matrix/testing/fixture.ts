/** Two programmes with everyone and everything that the matrix asks about. */
import { IssueCalendar } from "../../../features/programme/calendar/schema.ts";
import { add, describeOneself, inviteByMail, join, type Managed } from "../../../features/programme/people/testing.ts";
import { ask, firstMatch, makeDraft } from "../../../features/programme/matching/testing.ts";
import { MakeDraft } from "../../../features/programme/matching/drafts/schema.ts";
import { ChangePlace, RemovePerson } from "../../../features/programme/people/schema.ts";
import { RunImport } from "../../../features/programme/people/import/schema.ts";
import { aFirstProgramme, setUp } from "../../../features/programme/programmes/testing.ts";
import { AskProgramme } from "../../../features/programme/asks/schema.ts";
import { Disclose } from "../../../features/programme/disclosures/schema.ts";
import { newLetterId, readyContacts, shapedLetter } from "../../../features/programme/disclosures/testing.ts";
import { replaceSetUpLink } from "../../../features/programme/programmes/set-up/store.ts";
import { EndRelationship } from "../../../features/programme/relationships/schema.ts";
import { askFor } from "../../../features/programme/sign-in/testing.ts";
import { type AccountId, AskId, DraftId, type LetterId, type MatchId, type ParticipantId } from "../../../values/id.ts";
import { hashToken } from "../../chance.ts";
import type { TestServer } from "../../testing.ts";
import type { Who } from "../row.ts";
import { type AllManaging, managingOf } from "./managing.ts";
import { aMatch, aPair, must, type Pair, type Person, takesPart } from "./people.ts";

/** An open draft and one that was tried in its place. */
export interface Drafts {
  readonly open: DraftId;
  readonly tried: DraftId;
}

/** Everything that the matrix asks about. */
export interface Fixture {
  readonly server: TestServer;
  readonly one: Managed;
  readonly two: Managed;
  readonly pairs: { readonly own: Pair; readonly neighbour: Pair; readonly ended: Pair; readonly abroad: Pair };
  readonly suggestions: { readonly own: MatchId; readonly neighbour: MatchId; readonly abroad: MatchId };
  readonly drafts: { readonly own: Drafts; readonly abroad: Drafts };
  /** Contacts of the two programmes, and what was shown to each; "neighbour" to another contact of programme one. */
  readonly contacts: { readonly own: AccountId; readonly abroad: AccountId };
  readonly disclosures: { readonly own: LetterId; readonly neighbour: LetterId; readonly abroad: LetterId };
  /** People with an invitation that nobody has used. */
  readonly invited: { readonly own: ParticipantId; readonly abroad: ParticipantId };
  readonly managing: AllManaging;
  /** What somebody asked each programme. */
  readonly asks: { readonly own: AskId; readonly abroad: AskId };
  readonly removed: ParticipantId;
  readonly importId: string;
  readonly tokens: Readonly<Record<"calendar" | "invitation" | "managing" | "signIn" | "setUp", string>>;
  /** The tokens in the addresses of calendars. */
  readonly calendars: { readonly own: string; readonly abroad: string };
  /** For "borrowed" several, since none of them may let anybody in. */
  readonly cookies: Readonly<Record<Who, ReadonlyArray<string | undefined>>>;
  /** Ids of the other programme and its people, which no answer to anybody of this one may hold. */
  readonly idsOf: { readonly one: ReadonlySet<string>; readonly two: ReadonlySet<string> };
}

/** Suggestions that nobody has answered, to people for whom nobody else is looking. */
async function suggested(server: TestServer, managed: Managed, names: ReadonlyArray<readonly [string, string]>) {
  const people = [];
  for (const two of names) people.push((await aMatch(server, managed, two)).mentee);
  await ask(server, managed);
  return Promise.all(people.map(async (person) => ({ person, matchId: await firstMatch(server, person) })));
}

async function draftsOf(server: TestServer, managed: Managed, names: readonly [string, string]): Promise<Drafts> {
  const { mentee, mentor } = await aMatch(server, managed, names);
  const open = await makeDraft(server, managed);
  const tried = DraftId.parse(server.app.chance.id());
  const change = { act: "keep-apart" as const, mentee: mentee.participantId, mentor: mentor.participantId };
  const body = { draftId: tried, insteadOf: open, change };
  await must(server.call(MakeDraft, { params: { programmeId: managed.programmeId }, body }, managed.cookie));
  return { open, tried };
}

/** Somebody whose place is changed by the manager. */
async function placed(server: TestServer, managed: Managed, name: string, act: "pause" | "leave"): Promise<Person> {
  const person = await takesPart(server, managed, name, ["mentor"]);
  const params = { programmeId: managed.programmeId, participantId: person.participantId };
  await must(server.call(ChangePlace, { params, body: { act } }, managed.cookie));
  return person;
}

/** Signs somebody in and takes the record away. */
async function worthless(server: TestServer, how: "revoked" | "expired"): Promise<string> {
  const { accountId, cookie } = await server.signIn(`Once ${how}`);
  const change = how === "revoked" ? { revoked_at: server.now } : { expires_at: server.now };
  await server.app.db.write((writer) =>
    writer.updateTable("sign_in").set(change).where("account_id", "=", accountId).execute(),
  );
  return cookie;
}

async function peopleOfOne(server: TestServer, one: Managed) {
  const own = await aPair(server, one, ["Ana Mentee", "Ben Mentor"]);
  const neighbour = await aPair(server, one, ["Cara Mentee", "Dov Mentor"]);
  const ended = await aPair(server, one, ["Ed Mentee", "Fay Mentor"]);
  await must(server.call(EndRelationship, { params: { relationshipId: ended.relationshipId } }, ended.mentee.cookie));
  // After an ending both look for somebody again, and must not be matched with those who come now.
  const { programmeId } = one;
  for (const { participantId } of [ended.mentee, ended.mentor])
    await must(
      server.call(ChangePlace, { params: { programmeId, participantId }, body: { act: "pause" } }, one.cookie),
    );
  const [first, second] = await suggested(server, one, [
    ["Gus Mentee", "Hana Mentor"],
    ["Ivo Mentee", "Jil Mentor"],
  ]);
  if (!first || !second) throw new Error("there are no two suggestions");
  for (const { participantId } of [ended.mentee, ended.mentor])
    await must(
      server.call(ChangePlace, { params: { programmeId, participantId }, body: { act: "resume" } }, one.cookie),
    );
  const resting = await placed(server, one, "Lea Resting", "pause");
  const gone = await placed(server, one, "Max Gone", "leave");
  const joining = await add(server, one, "Kim Joining", ["mentor"]);
  const joined = await join(server, one, joining);
  await must(describeOneself(server, programmeId, joined.cookie));
  return { pairs: { own, neighbour, ended }, first, second, resting, gone, joined };
}

async function asks(server: TestServer, { programmeId }: Managed, cookie: string): Promise<AskId> {
  const askId = AskId.parse(server.app.chance.id());
  const body = { askId, kind: "something-else" as const, words: "Could we meet in the library?" };
  await must(server.call(AskProgramme, { params: { programmeId }, body }, cookie));
  return askId;
}

async function imported(server: TestServer, { programmeId, cookie }: Managed): Promise<string> {
  const importId = server.app.chance.id();
  const file = Buffer.from("name,email,role\nZoe Imported,zoe.imported@northwind.example,mentee\n").toString("base64");
  const columns = { name: "name", email: "email", role: "role" };
  const body = { file, columns, importId, expected: { added: 1, changed: 0, refused: 0 } };
  await must(server.call(RunImport, { params: { programmeId }, body }, cookie));
  return importId;
}

const contactsAway = [
  { name: "Ola Away", email: "ola.away@fabrikam.example" },
  { name: "Pia Away", email: "pia.away@fabrikam.example" },
];

/** Something that the mentee of a pair shows to a contact. */
async function shown(server: TestServer, { mentee, relationshipId }: Pair, contactId: AccountId): Promise<LetterId> {
  const disclosureId = newLetterId(server);
  const body = { contactId, sealed: shapedLetter(disclosureId, mentee.accountId, contactId) };
  await must(server.call(Disclose, { params: { relationshipId, disclosureId }, body }, mentee.cookie));
  return disclosureId;
}

async function contactsOf(server: TestServer, one: Managed, two: Managed, own: Pair, abroad: Pair) {
  const [lena, paul] = await readyContacts(server, one, aFirstProgramme.contacts);
  const [ola] = await readyContacts(server, two, contactsAway);
  if (!lena || !paul || !ola) throw new Error("there are too few contacts");
  return {
    cookie: lena.cookie,
    contacts: { own: lena.accountId, abroad: ola.accountId },
    disclosures: {
      own: await shown(server, own, lena.accountId),
      neighbour: await shown(server, own, paul.accountId),
      abroad: await shown(server, abroad, ola.accountId),
    },
  };
}

/** Makes all of it. */
export async function makeFixture(server: TestServer): Promise<Fixture> {
  const one = await setUp(server, "Maria Manager");
  const two = await setUp(server, "Otto Manager", { ...aFirstProgramme, contacts: contactsAway });
  const ofOne = await peopleOfOne(server, one);
  const drafts = { own: await draftsOf(server, one, ["Uma Mentee", "Vic Mentor"]) };
  const abroad = await aPair(server, two, ["Rio Mentee", "Sue Mentor"]);
  const [away] = await suggested(server, two, [["Tom Mentee", "Udo Mentor"]]);
  if (!away) throw new Error("there is no suggestion abroad");
  const draftsAbroad = await draftsOf(server, two, ["Wim Mentee", "Xia Mentor"]);
  const invited = {
    own: await add(server, one, "Nia Invited", ["mentee"]),
    abroad: await add(server, two, "Per Invited", ["mentee"]),
  };
  const invitation = await inviteByMail(server, one, invited.own);
  await inviteByMail(server, two, invited.abroad);
  const takingPart = await placed(server, one, "Moa Managing", "pause");
  const managing = await managingOf(server, one, two, takingPart);
  const removed = await add(server, one, "Quin Removed", ["mentee"]);
  const gonePlace = { programmeId: one.programmeId, participantId: removed.participantId };
  await must(server.call(RemovePerson, { params: gonePlace }, one.cookie));
  const calendars = {
    own: await calendarOf(server, ofOne.pairs.own.mentee),
    abroad: await calendarOf(server, abroad.mentee),
  };
  const tokens = {
    calendar: calendars.own,
    managing: managing.token,
    invitation,
    signIn: (await askFor(server, ofOne.pairs.own.mentee.email)).token,
    setUp: server.app.chance.token(),
  };
  await server.app.db.write((writer) => replaceSetUpLink(writer, tokens.setUp));
  const { pairs, first, second, resting, gone, joined } = ofOne;
  const shownTo = await contactsOf(server, one, two, pairs.own, abroad);
  const cookies = {
    anonymous: [undefined],
    signedOut: [await worthless(server, "revoked")],
    expired: [await worthless(server, "expired")],
    borrowed: [...Object.values(tokens), hashToken("sign-in", pairs.own.mentee.cookie), ""].map(
      (token) => `oakroom=${token}`,
    ),
    mentee: [pairs.own.mentee.cookie],
    mentor: [pairs.own.mentor.cookie],
    otherPair: [pairs.neighbour.mentee.cookie],
    endedPair: [pairs.ended.mentee.cookie],
    suggested: [first.person.cookie],
    otherSuggested: [second.person.cookie],
    joined: [joined.cookie],
    resting: [resting.cookie],
    gone: [gone.cookie],
    manager: [one.cookie],
    otherManager: [two.cookie],
    takingPart: [takingPart.cookie],
    otherMentee: [abroad.mentee.cookie],
    contact: [shownTo.cookie],
    stranger: [(await server.signIn("Stranger")).cookie],
  };
  return {
    server,
    one,
    two,
    pairs: { ...pairs, abroad },
    suggestions: { own: first.matchId, neighbour: second.matchId, abroad: away.matchId },
    drafts: { ...drafts, abroad: draftsAbroad },
    contacts: shownTo.contacts,
    disclosures: shownTo.disclosures,
    invited: { own: invited.own.participantId, abroad: invited.abroad.participantId },
    managing,
    asks: {
      own: await asks(server, one, pairs.own.mentee.cookie),
      abroad: await asks(server, two, abroad.mentee.cookie),
    },
    removed: removed.participantId,
    importId: await imported(server, one),
    tokens,
    calendars,
    cookies,
    idsOf: { one: await idsOf(server, one), two: await idsOf(server, two) },
  };
}

/** The token in the address of a calendar that somebody makes. */
async function calendarOf(server: TestServer, { cookie }: Person): Promise<string> {
  const { answer } = await must(server.call(IssueCalendar, { params: { kind: "own" } }, cookie));
  return answer.path.split("/")[3] ?? "";
}

/** The ids of a programme, its people, their accounts, pairs, suggestions and drafts. */
async function idsOf(server: TestServer, { programmeId }: Managed): Promise<ReadonlySet<string>> {
  const { read } = server.app.db;
  const people = await read
    .selectFrom("participant")
    .select(["id", "account_id"])
    .where("programme_id", "=", programmeId)
    .execute();
  const rows = await Promise.all(
    (["relationship", "proposal", "match_draft"] as const).map((table) =>
      read.selectFrom(table).select("id").where("programme_id", "=", programmeId).execute(),
    ),
  );
  const ids = [...people.flatMap(({ id, account_id }) => [id, account_id]), ...rows.flat().map(({ id }) => id)];
  return new Set([programmeId, ...ids.filter((id) => id !== null)]);
}
