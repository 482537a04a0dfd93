import { afterAll, beforeAll, expect, it } from "vitest";
import { ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import { AddContinuing, MakeNext } from "../../next/schema.ts";
import { couldMeet, type CouldMeet } from "../testing.ts";
import { SaveMyWishes } from "./schema.ts";

let met: CouldMeet;
beforeAll(async () => {
  met = await couldMeet();
});
afterAll(() => met.server.end());

it("whom Leila would rather not meet comes along to the next programme, for her alone; whom she wishes for does not", async () => {
  const { server, managed, leila, ingrid } = met;
  const params = { programmeId: managed.programmeId };
  const wishes = { wished: [ingrid.email], avoided: ["somebody.else@northwind.example"] };
  await server.call(SaveMyWishes, { params, body: wishes }, leila.cookie);
  const nextId = ProgrammeId.parse(server.app.chance.id());
  const timing = { kind: "rolling" as const };
  const next = { nextId, name: "Spring mentoring", timing, adultsOnly: true as const, contactsApart: true as const };
  await server.call(MakeNext, { params, body: next }, managed.cookie);
  const id = ParticipantId.parse(server.app.chance.id());
  const body = { people: [{ id, earlier: leila.participantId, roles: ["mentee" as const] }], pairs: [] };
  for (const added of [1, 0]) {
    const put = await server.call(AddContinuing, { params: { programmeId: nextId }, body }, managed.cookie);
    expect(put.answer.added).toBe(added);
  }
  const rows = await server.app.db.read
    .selectFrom("wish")
    .select(["participant_id", "kind", "address", "who_id"])
    .where("programme_id", "=", nextId)
    .execute();
  expect(rows).toEqual([
    { participant_id: id, kind: "avoided", address: "somebody.else@northwind.example", who_id: null },
  ]);
});
