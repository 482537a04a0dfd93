import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DraftId, ProgrammeId } from "../../../../values/id.ts";
import { ListChangesAboutMe } from "../../changes/schema.ts";
import { MakeNext } from "../../next/schema.ts";
import { MakeDraft } from "../drafts/schema.ts";
import { board, couldMeet, type CouldMeet, correctFacts, makeDraft } from "../testing.ts";
import { type Criteria, usualCriteria } from "./rules.ts";
import { ChangeCriteria, ReadCriteria, TryCriteria } from "./schema.ts";

let met: CouldMeet;
beforeEach(async () => {
  met = await couldMeet();
});
afterEach(() => met.server.end());

const params = () => ({ programmeId: met.managed.programmeId });
const tryOut = (criteria: Criteria) =>
  met.server.call(TryCriteria, { params: params(), body: { criteria } }, met.managed.cookie);
const change = (criteria: Criteria, was: Criteria = usualCriteria) =>
  met.server.call(ChangeCriteria, { params: params(), body: { criteria, was } }, met.managed.cookie);
const read = async (cookie: string) => (await met.server.call(ReadCriteria, { params: params() }, cookie)).answer;
const strict: Criteria = { ...usualCriteria, commonHours: 10 };

describe("rules and points", () => {
  it("P106 begin as usual, and are read alike by a mentee, a mentor and the manager", async () => {
    const { managed, ingrid, leila } = met;
    for (const { cookie } of [managed, ingrid, leila]) expect((await read(cookie)).criteria).toEqual(usualCriteria);
  });

  it("Marta reads what stricter hours would change before she saves them, and trying changes nothing", async () => {
    await makeDraft(met.server, met.managed);
    const { answer } = await tryOut(strict);
    expect(answer).toMatchObject({
      leavesOutOwn: false,
      changes: { moves: [{ mentee: "Leila Haddad", from: "Ingrid Weiss", to: null }], letGo: [] },
    });
    const { before, after } = answer.changes ?? {};
    expect([before?.placed, after?.placed, after?.byNow, after?.byThen]).toEqual([1, 0, 0, 0]);
    expect(before?.byNow).toBe(before?.byThen);
    expect((await board(met.server, met.managed)).draft?.pairs).toHaveLength(1);
    expect((await read(met.leila.cookie)).criteria).toEqual(usualCriteria);
  });

  it("counts both drafts by both tables, so that like is compared with like", async () => {
    await makeDraft(met.server, met.managed);
    const twice = { ...usualCriteria, weights: { ...usualCriteria.weights, languages: "twice" as const } };
    const { changes } = (await tryOut(twice)).answer;
    expect(changes?.moves).toEqual([]);
    expect(changes?.after).toEqual(changes?.before);
    expect((changes?.before.byThen ?? 0) - (changes?.before.byNow ?? 0)).toBe(100);
  });

  it("counts who is below a fair line, by the new table, in both drafts", async () => {
    await makeDraft(met.server, met.managed);
    const { before: unlined } = (await tryOut(strict)).answer.changes ?? {};
    expect(unlined?.below).toBeNull();
    const { before, after } = (await tryOut({ ...usualCriteria, fairLine: 800 })).answer.changes ?? {};
    expect([before?.below, after?.below]).toEqual([1, 1]);
    expect((await tryOut({ ...usualCriteria, fairLine: before?.byNow ?? 0 })).answer.changes?.after.below).toBe(0);
    expect((await tryOut({ ...usualCriteria, fairLine: 801 })).status).toBe(400);
  });

  it("keep no line where they were kept before there was one", async () => {
    const { fairLine: _, ...older } = strict;
    await change(strict);
    const content = JSON.stringify(older);
    await met.server.app.db.write((writer) => writer.updateTable("matching_criteria").set({ content }).execute());
    expect((await read(met.leila.cookie)).criteria).toEqual(strict);
  });

  it("says that nobody's place changes where there is no draft", async () => {
    expect((await tryOut(strict)).answer).toEqual({ changes: null, leavesOutOwn: false });
  });

  it("are changed by the manager, told to everyone, and hold for the next draft alone", async () => {
    await makeDraft(met.server, met.managed);
    met.server.pass(1000);
    expect((await change(strict)).status).toBe(200);
    expect((await read(met.leila.cookie)).criteria).toEqual(strict);
    const { draft } = await board(met.server, met.managed);
    expect([draft?.pairs.length, draft?.criteriaChanged]).toEqual([1, true]);
    const { changes } = (await met.server.call(ListChangesAboutMe, {}, met.ingrid.cookie)).answer;
    expect(changes[0]).toMatchObject({ act: "criteria-changed", parts: ["matching-rules"], by: "Marta Nowak" });
    met.server.pass(1000);
    const draftId = DraftId.parse(met.server.app.chance.id());
    const body = { draftId, insteadOf: draft?.draftId ?? null };
    const again = await met.server.call(MakeDraft, { params: params(), body }, met.managed.cookie);
    expect(again.answer.changes?.moves).toHaveLength(1);
  });

  it("are not saved over what another manager changed meanwhile; saying the same again changes nothing", async () => {
    await change(strict);
    expect((await change({ ...usualCriteria, differentTeam: false })).refused).toBe("changed-meanwhile");
    expect((await change(strict)).status).toBe(200);
    const rows = await met.server.app.db.read
      .selectFrom("manager_change")
      .select("act")
      .where("act", "=", "criteria-changed")
      .execute();
    expect(rows).toHaveLength(1);
  });

  it("let two of one team meet where the programme says so", async () => {
    const { server, managed, ingrid, leila } = met;
    await correctFacts(server, managed, ingrid, { team: "Finance" });
    await correctFacts(server, managed, leila, { team: "Finance" });
    await change({ ...usualCriteria, differentTeam: false });
    await makeDraft(server, managed);
    expect((await board(server, managed)).draft?.pairs).toHaveLength(1);
  });

  it("always count topics", async () => {
    const nothing = { ...usualCriteria, weights: { ...usualCriteria.weights, topics: "none" as const } };
    expect([(await tryOut(nothing)).refused, (await change(nothing)).refused]).toEqual([
      "topics-count",
      "topics-count",
    ]);
  });

  it("come along to a next programme", async () => {
    await change(strict);
    const nextId = ProgrammeId.parse(met.server.app.chance.id());
    const body = {
      nextId,
      name: "Spring mentoring",
      timing: { kind: "rolling" as const },
      adultsOnly: true as const,
      contactsApart: true as const,
    };
    await met.server.call(MakeNext, { params: params(), body }, met.managed.cookie);
    const there = await met.server.call(ReadCriteria, { params: { programmeId: nextId } }, met.managed.cookie);
    expect(there.answer.criteria).toEqual(strict);
  });
});
