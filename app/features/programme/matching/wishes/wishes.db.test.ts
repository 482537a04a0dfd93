import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DraftId } from "../../../../values/id.ts";
import { EraseAccount } from "../../my-data/erasing/schema.ts";
import { ChangePlace } from "../../people/schema.ts";
import { ListPairs, ListRelationships } from "../../relationships/schema.ts";
import { MakeDraft, ReadBoard, ReadChoices } from "../drafts/schema.ts";
import { findOpenDraft } from "../drafts/store.ts";
import { aMentee, aMentor, board, couldMeet, type CouldMeet, makeDraft, pairUp, type Person } from "../testing.ts";
import type { Wishes } from "./rules.ts";
import { ReadMyWishes, SaveMyWishes } from "./schema.ts";

let met: CouldMeet;
let petra: Person;
beforeEach(async () => {
  met = await couldMeet({ helpWith: [{ topic: "saying no", learned: "" }] });
  petra = await aMentor(met.server, met.managed, "Petra Svoboda", { helpWith: [{ topic: "budgets", learned: "" }] });
});
afterEach(() => met.server.end());

const params = () => ({ programmeId: met.managed.programmeId });
const save = ({ cookie }: Pick<Person, "cookie">, { wished = [], avoided = [] }: Partial<Wishes>) =>
  met.server.call(SaveMyWishes, { params: params(), body: { wished: [...wished], avoided: [...avoided] } }, cookie);
const mine = async ({ cookie }: Pick<Person, "cookie">) =>
  (await met.server.call(ReadMyWishes, { params: params() }, cookie)).answer;
const mentorOf = async ({ participantId }: Person) => {
  const { draft } = await board(met.server, met.managed);
  return draft?.pairs.find(({ mentee }) => mentee === participantId)?.mentor;
};

describe("wishes", () => {
  it("are kept in their order for whoever wrote them, and replaced by the next", async () => {
    const { leila } = met;
    await save(leila, { wished: ["b@northwind.example", "a@northwind.example"], avoided: ["c@northwind.example"] });
    expect(await mine(leila)).toMatchObject({
      wished: ["b@northwind.example", "a@northwind.example"],
      avoided: ["c@northwind.example"],
    });
    await save(leila, { wished: ["a@northwind.example"] });
    expect(await mine(leila)).toMatchObject({ wished: ["a@northwind.example"], avoided: [] });
  });

  it("P86 a sixth person cannot be ruled out", async () => {
    const avoided = Array.from({ length: 6 }, (_, at) => `p${at}@northwind.example`);
    expect((await save(met.leila, { avoided })).refused).toBe("too-many-avoided");
  });

  it("never tell who is in the programme: both answers are the same bytes", async () => {
    const there = await save(met.leila, { wished: [petra.email] });
    const nowhere = await save(met.leila, { wished: ["nobody@northwind.example"] });
    expect([there.status, there.raw.body]).toEqual([nowhere.status, nowhere.raw.body]);
  });

  it("of two who named each other count before a closer fit", async () => {
    const { server, managed, leila, ingrid } = met;
    await makeDraft(server, managed);
    const usual = await mentorOf(leila);
    const other = usual === ingrid.participantId ? petra : ingrid;
    await save(leila, { wished: [other.email.toUpperCase()] });
    await save(other, { wished: [leila.email] });
    const { draft } = await board(server, managed);
    const draftId = DraftId.parse(server.app.chance.id());
    const body = { draftId, insteadOf: draft?.draftId ?? null };
    const { answer } = await server.call(MakeDraft, { params: params(), body }, managed.cookie);
    expect(answer.changes?.moves).toEqual([{ mentee: leila.participantId, from: usual, to: other.participantId }]);
  });

  it("leave no points behind that tell of them: fit is counted by the published table alone", async () => {
    const { server, managed, leila, ingrid } = met;
    await save(petra, { avoided: [leila.email] });
    await makeDraft(server, managed);
    const without = (await findOpenDraft(server.app.db.read, managed.programmeId))?.content.matching.levels.points;
    await save(leila, { wished: [ingrid.email] });
    const { draft } = await board(server, managed);
    const draftId = DraftId.parse(server.app.chance.id());
    const body = { draftId, insteadOf: draft?.draftId ?? null };
    const { answer } = await server.call(MakeDraft, { params: params(), body }, managed.cookie);
    expect(answer.changes).toEqual({
      moves: [],
      before: { placed: 1, points: without },
      after: { placed: 1, points: without },
    });
    const { content } = await server.app.db.read
      .selectFrom("match_draft")
      .select("content")
      .where("id", "=", draftId)
      .executeTakeFirstOrThrow();
    expect(content).toContain('"exceptions":[]');
    expect(content).not.toMatch(/"mentor":"[^"]+","points":[1-9]\d*\}\],"waiting"/);
  });
});

describe("whom somebody would rather not meet", () => {
  it("is never suggested to them, in whichever role they wrote it, and reads as not available", async () => {
    const { server, managed, leila, ingrid } = met;
    await save(leila, { avoided: [ingrid.email] });
    await save(petra, { avoided: [leila.email] });
    await makeDraft(server, managed);
    expect((await board(server, managed)).draft?.pairs).toEqual([]);
    const { choices } = (
      await server.call(ReadChoices, { params: { ...params(), participantId: leila.participantId } }, managed.cookie)
    ).answer;
    // Whoever of the two wrote it, it reads alike.
    expect(choices.map(({ refused, reasons }) => [refused, reasons])).toEqual([
      ["not-available", []],
      ["not-available", []],
    ]);
  });

  it("stays so when their address is corrected, and holds for somebody who joins later", async () => {
    const { server, managed, leila, ingrid } = met;
    const noor = "noor.aziz@northwind.example";
    await save(leila, { avoided: [ingrid.email, petra.email, noor] });
    await server.app.db.write((writer) =>
      writer
        .updateTable("participant")
        .set({ email: "p.new@northwind.example", email_key: "p.new@northwind.example" })
        .where("id", "=", petra.participantId)
        .execute(),
    );
    await aMentor(server, managed, "Noor Aziz");
    await makeDraft(server, managed);
    expect(await mentorOf(leila)).toBeUndefined();
  });
});

describe("that two named each other", () => {
  /** Leila and Ingrid become a pair; Petra is ruled out, so that nobody else is suggested. */
  async function pairOfLeila() {
    const { server, managed, leila, ingrid } = met;
    await save(petra, { avoided: [leila.email] });
    await pairUp(server, managed, leila, ingrid);
  }
  const pairsOf = async ({ cookie }: Pick<Person, "cookie">) =>
    (await met.server.call(ListRelationships, {}, cookie)).answer.relationships;

  it("is read by the two once both have said yes, also after one of them has changed the list, and by no manager", async () => {
    const { server, managed, leila, ingrid } = met;
    await save(leila, { wished: [ingrid.email] });
    await save(ingrid, { wished: [leila.email] });
    await pairOfLeila();
    await save(leila, {});
    for (const person of [leila, ingrid]) expect((await pairsOf(person))[0]?.namedEachOther).toBe(true);
    const told = await Promise.all([
      server.call(ListPairs, { params: params() }, managed.cookie),
      server.call(ReadBoard, { params: params() }, managed.cookie),
    ]);
    expect(told[0].raw.body).not.toMatch(/named/i);
    expect(told[1].raw.body).toContain('"namedEachOther":null');
  });

  it("is not said where one of the two alone did", async () => {
    const { leila, ingrid } = met;
    await save(leila, { wished: [ingrid.email] });
    await pairOfLeila();
    for (const person of [leila, ingrid]) expect((await pairsOf(person))[0]?.namedEachOther).toBe(false);
  });

  it("is counted for managers in steps of five, whoever rests or goes", async () => {
    const { server, managed, leila, ingrid } = met;
    const mentees = [leila];
    for (const name of ["Kwame Mensah", "Noor Aziz", "Ana Sousa"]) mentees.push(await aMentee(server, managed, name));
    for (const mentee of mentees) await save(mentee, { wished: [ingrid.email, petra.email] });
    await save(ingrid, { wished: mentees.map(({ email }) => email) });
    const count = async () => (await board(server, managed)).namedEachOther;
    expect(await count()).toBeNull();
    await save(petra, { wished: [leila.email] });
    expect(await count()).toBe(5);
    const change = { params: { ...params(), participantId: leila.participantId }, body: { act: "pause" as const } };
    await server.call(ChangePlace, change, managed.cookie);
    expect(await count()).toBe(5);
  });
});

describe("what somebody wrote", () => {
  it("goes with whoever wrote it, and with whom it names", async () => {
    const { server, leila, ingrid } = met;
    await save(leila, { wished: [ingrid.email] });
    await save(ingrid, { wished: [leila.email] });
    expect(
      (await server.call(EraseAccount, { body: { id: server.app.chance.id(), change: null } }, leila.cookie)).status,
    ).toBe(200);
    const { rows } = await sql`select * from wish`.execute(server.app.db.read);
    expect(rows).toEqual([]);
  });
});
