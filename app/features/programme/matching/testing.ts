/** Drafts and suggestions for tests of other features, made by the calls that real ones are made by. Imported by tests alone. */
import { testServer, type TestServer } from "../../../server/testing.ts";
import { DraftId, type MatchId } from "../../../values/id.ts";
import { CorrectPerson, ReadPerson } from "../people/schema.ts";
import { enrolled, type Managed } from "../people/testing.ts";
import type { Profile } from "../profile/rules.ts";
import { setUp } from "../programmes/testing.ts";
import { MakeDraft, ReadBoard, SendDraft } from "./drafts/schema.ts";
import { AnswerSuggestion, ListSuggestions } from "./proposals/schema.ts";

/** Somebody who takes part. */
export type Person = Awaited<ReturnType<typeof enrolled>>;

/** A mentor who takes part. */
export function aMentor(
  server: TestServer,
  managed: Managed,
  name: string,
  profile: Partial<Profile> = {},
): Promise<Person> {
  return enrolled(server, managed, name, ["mentor"], { wishes: [], capacity: 1, ...profile });
}

/** A mentee who takes part. */
export function aMentee(
  server: TestServer,
  managed: Managed,
  name: string,
  profile: Partial<Profile> = {},
): Promise<Person> {
  return enrolled(server, managed, name, ["mentee"], { helpWith: [], limits: [], capacity: 0, why: "", ...profile });
}

/** A programme in which Ingrid could be a mentor to Leila, on a server of its own. */
export interface CouldMeet {
  readonly server: TestServer;
  readonly managed: Managed;
  readonly ingrid: Person;
  readonly leila: Person;
}

/** Starts a server on which Marta's programme has Ingrid and Leila; `end` the server afterwards. */
export async function couldMeet(mentor: Partial<Profile> = {}, startsAt?: string): Promise<CouldMeet> {
  const server = await testServer(startsAt);
  const managed = await setUp(server, "Marta Nowak");
  const ingrid = await aMentor(server, managed, "Ingrid Weiss", mentor);
  const leila = await aMentee(server, managed, "Leila Haddad");
  return { server, managed, ingrid, leila };
}

/** Corrects what the programme knows of somebody, as its manager. */
export async function correctFacts(
  server: TestServer,
  { programmeId, cookie }: Managed,
  { participantId }: Pick<Person, "participantId">,
  change: { readonly team?: string; readonly managerEmail?: string },
) {
  const params = { programmeId, participantId };
  const { facts } = (await server.call(ReadPerson, { params }, cookie)).answer;
  return server.call(CorrectPerson, { params, body: { ...facts, ...change } }, cookie);
}

/** The board as its manager sees it. */
export async function board(server: TestServer, { programmeId, cookie }: Managed) {
  return (await server.call(ReadBoard, { params: { programmeId } }, cookie)).answer;
}

/** Makes the first draft of a round. */
export async function makeDraft(server: TestServer, { programmeId, cookie }: Managed): Promise<DraftId> {
  const draftId = DraftId.parse(server.app.chance.id());
  const made = await server.call(MakeDraft, { params: { programmeId }, body: { draftId, insteadOf: null } }, cookie);
  if (made.status !== 200) throw new Error(`no draft: ${made.raw.body}`);
  return draftId;
}

/** Makes a draft and asks its people. */
export async function ask(server: TestServer, managed: Managed): Promise<DraftId> {
  const draftId = await makeDraft(server, managed);
  const params = { programmeId: managed.programmeId, draftId };
  const sent = await server.call(SendDraft, { params }, managed.cookie);
  if (sent.status !== 200) throw new Error(`not sent: ${sent.raw.body}`);
  return draftId;
}

/** What somebody finds under Suggestions. */
export async function suggestions(server: TestServer, { cookie }: Pick<Person, "cookie">) {
  return (await server.call(ListSuggestions, {}, cookie)).answer;
}

/** The id of somebody's first open suggestion. */
export async function firstMatch(server: TestServer, person: Pick<Person, "cookie">): Promise<MatchId> {
  const [first] = (await suggestions(server, person)).open;
  if (!first) throw new Error("nobody is suggested");
  return first.matchId;
}

/** Answers a suggestion as one of the two. */
export function answer(server: TestServer, { cookie }: Pick<Person, "cookie">, matchId: MatchId, said: "yes" | "no") {
  return server.call(AnswerSuggestion, { params: { matchId }, body: { answer: said } }, cookie);
}

/** Makes these two a pair through draft, suggestion and two yeses. Nobody else may be looking for a mentor in the programme. */
export async function pairUp(server: TestServer, managed: Managed, mentee: Person, mentor: Person) {
  await ask(server, managed);
  const matchId = await firstMatch(server, mentee);
  await answer(server, mentee, matchId, "yes");
  const { relationshipId } = (await answer(server, mentor, matchId, "yes")).answer;
  if (!relationshipId) throw new Error("no pair");
  return relationshipId;
}
