/** People and pairs of the matrix's programmes, made by the calls that real ones are made by. */
import { PutCadence } from "../../../features/programme/cadence/schema.ts";
import { Enrol } from "../../../features/programme/enrolment/schema.ts";
import { answer, ask, firstMatch } from "../../../features/programme/matching/testing.ts";
import { add, describeOneself, join, type Managed } from "../../../features/programme/people/testing.ts";
import { EnrolKeys } from "../../../features/room/log/keys/schema.ts";
import { AnnounceEpoch, AppendEntry } from "../../../features/room/log/schema.ts";
import { type ShapedEpoch, shapedEnrolment, Writer } from "../../../features/room/log/testing.ts";
import {
  type AccountId,
  LogId,
  type MatchId,
  type ParticipantId,
  type RelationshipId,
  roomOf,
} from "../../../values/id.ts";
import type { Roles } from "../../../values/role.ts";
import type { TestServer } from "../../testing.ts";

/** Somebody who takes part, with keys and a device. */
export interface Person {
  readonly participantId: ParticipantId;
  readonly accountId: AccountId;
  readonly email: string;
  readonly cookie: string;
  readonly writer: Writer;
  readonly ownLog: LogId;
}

/** A pair with its room and what each of the two holds. */
export interface Pair {
  readonly relationshipId: RelationshipId;
  readonly roomId: LogId;
  readonly mentee: Person;
  readonly mentor: Person;
  readonly matchId: MatchId;
  readonly epoch: ShapedEpoch;
}

interface Called {
  readonly status: number;
  readonly raw: { readonly body: string };
}

/** Passes on what a call answered; throws where it was refused: then the fixture is not what its rows say. */
export async function must<C extends Called>(call: Promise<C>): Promise<C> {
  const called = await call;
  if (called.status !== 200) throw new Error(`the fixture was refused: ${called.status} ${called.raw.body}`);
  return called;
}

/** Adds somebody who accepts, describes themself, enrols keys and takes part. */
export async function takesPart(server: TestServer, managed: Managed, name: string, roles: Roles): Promise<Person> {
  const person = await add(server, managed, name, roles);
  const came = await join(server, managed, person);
  const isMentor = roles.includes("mentor");
  const profile = isMentor ? { wishes: [], capacity: 1 } : { helpWith: [], limits: [], capacity: 0, why: "" };
  await must(describeOneself(server, managed.programmeId, came.cookie, profile));
  const writer = new Writer(came.accountId);
  const ownLog = LogId.parse(server.app.chance.id());
  await must(server.call(EnrolKeys, { body: shapedEnrolment(writer, ownLog) }, came.cookie));
  await must(server.call(Enrol, { params: { programmeId: managed.programmeId } }, came.cookie));
  return { ...person, ...came, writer, ownLog };
}

/** A mentee and a mentor who look for somebody. */
export async function aMatch(server: TestServer, managed: Managed, names: readonly [string, string]) {
  const mentee = await takesPart(server, managed, names[0], ["mentee"]);
  const mentor = await takesPart(server, managed, names[1], ["mentor"]);
  return { mentee, mentor };
}

/** Makes two people a pair by draft, suggestion and two yeses, with an item in their room and a next date. Nobody else may be looking. */
export async function aPair(server: TestServer, managed: Managed, names: readonly [string, string]): Promise<Pair> {
  const { mentee, mentor } = await aMatch(server, managed, names);
  await ask(server, managed);
  const matchId = await firstMatch(server, mentee);
  await must(answer(server, mentee, matchId, "yes"));
  const { relationshipId } = (await must(answer(server, mentor, matchId, "yes"))).answer;
  if (!relationshipId) throw new Error("no pair came about");
  const roomId = roomOf(relationshipId);
  const epoch = mentee.writer.epoch(roomId, 1, [mentee, mentor]);
  await must(server.call(AnnounceEpoch, { params: { logId: roomId }, body: epoch.body }, mentee.cookie));
  const item = { params: { logId: roomId }, query: { kind: "item" as const }, body: mentee.writer.item(roomId) };
  await must(server.call(AppendEntry, item, mentee.cookie));
  const nextSession = { startsAt: server.now, lengthMinutes: 60, timeZone: "Europe/Berlin" };
  const body = { rhythmDays: 14, agreementAgreed: true, nextSession, heldOn: [] };
  await must(server.call(PutCadence, { params: { relationshipId }, body }, mentee.cookie));
  return { relationshipId, roomId, mentee, mentor, matchId, epoch };
}
