import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../../server/testing.ts";
import { MatchId, ParticipantId, ProgrammeId } from "../../../../../values/id.ts";
import { dayLength, later } from "../../../../../values/instant.ts";
import { AddContinuing, MakeNext } from "../../../next/schema.ts";
import type { Managed } from "../../../people/testing.ts";
import { launch, setUp } from "../../../programmes/testing.ts";
import { keepApart } from "../../proposals/early/store.ts";
import { insertProposals } from "../../proposals/store.ts";
import { restDays } from "../../proposals/rules.ts";
import { aMentee, aMentor, type Person } from "../../testing.ts";
import { readStanding } from "../store.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person, leila: Person, nora: Person;

beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss", { capacity: 3 });
  leila = await aMentee(server, managed, "Leila Haddad", {});
  nora = await aMentee(server, managed, "Nora Lind", {});
  await launch(server, managed.programmeId);
});

afterAll(() => server.end());

const id = () => server.app.chance.id();

/** A suggestion that closed without a pair; one of the two may have said "not this one". */
async function closed(mentee: Person, isDeclined: boolean): Promise<void> {
  const { app, now } = server;
  const { programmeId } = managed;
  const matchId = MatchId.parse(id());
  await app.db.write(async (writer) => {
    const round = { programmeId, matchId, askedAt: later(now, -7 * dayLength), closesAt: now };
    await insertProposals(writer, round, [{ id: matchId, mentee, mentor: ingrid, reasons: [] }]);
    await writer.updateTable("proposal").set({ state: "closed" }).where("id", "=", matchId).execute();
    const two = { programme_id: programmeId, mentee_id: mentee.participantId, mentor_id: ingrid.participantId };
    if (isDeclined) await keepApart(writer, [two]);
  });
}

it("whoever makes the next programme at once does not find out who was declined, and who was not answered", async () => {
  await closed(leila, true);
  await closed(nora, false);
  const nextId = ProgrammeId.parse(id());
  const { cookie } = managed;
  const made = { nextId, name: "Spring", timing: { kind: "rolling" as const } };
  const body = { ...made, adultsOnly: true as const, contactsApart: true as const };
  await server.call(MakeNext, { params: { programmeId: managed.programmeId }, body }, cookie);
  const chosen = (person: Person, role: "mentor" | "mentee") => {
    return { id: ParticipantId.parse(id()), earlier: person.participantId, roles: [role] };
  };
  const [mentor, first, second] = [chosen(ingrid, "mentor"), chosen(leila, "mentee"), chosen(nora, "mentee")];
  const people = [mentor, first, second];
  await server.call(AddContinuing, { params: { programmeId: nextId }, body: { people, pairs: [] } }, cookie);
  const apart = async () => {
    const { notAgain } = await readStanding(server.app.db.read, nextId, undefined, server.now);
    return new Set(notAgain.map((pair) => (pair.mentor === mentor.id ? pair.mentee : "")));
  };
  expect(await apart()).toEqual(new Set([first.id, second.id]));
  server.pass((restDays + 1) * dayLength);
  // As in the rounds of one programme: by then other reasons are as likely.
  expect(await apart()).toEqual(new Set([first.id]));
});
