import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import { type RelationshipId, roomOf } from "../../../values/id.ts";
import { dayLength } from "../../../values/instant.ts";
import { mostLastWords } from "../../room/log/resting/rules.ts";
import { AppendEntry, ListLogs, ReadEntries } from "../../room/log/schema.ts";
import { Writer } from "../../room/log/testing.ts";
import { AskProgramme } from "../asks/schema.ts";
import { ListChanges, ListChangesAboutMe } from "../changes/schema.ts";
import { aMentee, aMentor, ask, board, pairUp, type Person, suggestions } from "../matching/testing.ts";
import { ChangePlace, ListPeople, NoteLeft, ReadPerson } from "../people/schema.ts";
import { join, type Managed } from "../people/testing.ts";
import { ChangeMyPlace } from "../profile/schema.ts";
import { setUp } from "../programmes/testing.ts";
import { EndRelationship, ListRelationships } from "../relationships/schema.ts";
import { plainMail } from "../sign-in/testing.ts";
import { ListLeavings } from "./schema.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person, leila: Person;
let relationshipId: RelationshipId;
let writers: ReadonlyMap<string, Writer>;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss");
  leila = await aMentee(server, managed, "Leila Haddad");
  relationshipId = await pairUp(server, managed, leila, ingrid);
  writers = new Map([ingrid, leila].map(({ accountId }) => [accountId, new Writer(accountId)]));
});
afterEach(() => server.end());

const place = ({ participantId }: Person, act: "leave" | "take-back") =>
  server.call(
    ChangePlace,
    { params: { programmeId: managed.programmeId, participantId }, body: { act } },
    managed.cookie,
  );
const leavesByHerself = ({ cookie }: Person) =>
  server.call(ChangeMyPlace, { params: { programmeId: managed.programmeId }, body: { act: "leave" } }, cookie);
const pairOf = async ({ cookie }: Person) => (await server.call(ListRelationships, {}, cookie)).answer.relationships[0];
/** As the database has it: whoever is away for so long is not signed in any more. */
const stored = () =>
  server.app.db.read
    .selectFrom("relationship")
    .innerJoin("log", (on) => on.on("log.id", "=", roomOf(relationshipId)))
    .select(["relationship.state", "relationship.ended_on", "log.closed_at"])
    .where("relationship.id", "=", relationshipId)
    .executeTakeFirstOrThrow();
const isResting = async ({ cookie }: Person) => {
  const { logs } = (await server.call(ListLogs, {}, cookie)).answer;
  return logs.find(({ logId }) => logId === roomOf(relationshipId))?.resting === true;
};
const standing = async ({ participantId }: Person) => {
  const params = { programmeId: managed.programmeId, participantId };
  return (await server.call(ReadPerson, { params }, managed.cookie)).answer;
};
const mailsTo = async ({ email }: Pick<Person, "email">, words: string) =>
  (await server.mails()).map(plainMail).filter((mail) => mail.includes(`To: ${email}`) && mail.includes(words));

/** Somebody writes into the room; as words of an ending where it is said. */
async function write({ accountId, cookie }: Person, ending?: "yes") {
  const body = writers.get(accountId)?.item(roomOf(relationshipId)) ?? new Uint8Array();
  const params = { logId: roomOf(relationshipId) };
  const query = { kind: "item" as const, ...(ending ? { ending } : {}) };
  return (await server.call(AppendEntry, { params, query, body }, cookie)).refused;
}

describe("P107: several leave at once", () => {
  const params = () => ({ params: { programmeId: managed.programmeId } });
  const together = (people: ReadonlyArray<Pick<Person, "participantId">>) =>
    server.call(
      NoteLeft,
      { ...params(), body: { people: people.map(({ participantId }) => participantId) } },
      managed.cookie,
    );

  it("is noted by one request and one line of the changes; again changes nothing, and nobody gets a second mail", async () => {
    const tom = await aMentor(server, managed, "Tom Baker");
    expect((await together([leila, tom, leila])).answer).toEqual({ noted: 2 });
    expect((await together([leila, tom])).answer).toEqual({ noted: 2 });
    const { people, leavingDays } = (await server.call(ListPeople, params(), managed.cookie)).answer;
    expect(people.filter(({ state }) => state === "left").map(({ name }) => name)).toEqual([
      "Leila Haddad",
      "Tom Baker",
    ]);
    expect(leavingDays).toBe(60);
    const { changes } = (await server.call(ListChanges, { ...params(), query: {} }, managed.cookie)).answer;
    expect(changes.filter(({ act }) => act === "set-to-left").map(({ about }) => about)).toEqual([
      ["Leila Haddad", "Tom Baker"],
    ]);
    expect([(await mailsTo(leila, "You have left")).length, (await mailsTo(tom, "You have left")).length]).toEqual([
      1, 1,
    ]);
    expect(await isResting(ingrid)).toBe(true);
    const open = { programmeId: managed.programmeId, participantId: leila.participantId };
    expect((await server.call(ReadPerson, { params: open }, managed.cookie)).answer.leftUntil).not.toBeNull();
  });

  it("both of a pair may be among them, and nobody of another programme is", async () => {
    const other = await setUp(server, "Otto Meier");
    const abroad = await aMentee(server, other, "Amara Nwosu");
    expect((await together([leila, ingrid, abroad])).answer).toEqual({ noted: 2 });
    const where = { programmeId: other.programmeId, participantId: abroad.participantId };
    expect((await server.call(ReadPerson, { params: where }, other.cookie)).answer.state).toBe("enrolled");
    expect((await place(leila, "take-back")).status).toBe(200);
    expect(await isResting(leila)).toBe(true);
    expect((await place(ingrid, "take-back")).status).toBe(200);
    expect(await isResting(leila)).toBe(false);
  });
});

describe("P107: Leila leaves her employer, and the programme", () => {
  it("her room is readable for sixty days and takes what belongs to an ending, and nothing else", async () => {
    expect(await write(leila)).toBeUndefined();
    expect((await place(leila, "leave")).status).toBe(200);
    expect([await pairOf(leila), await pairOf(ingrid)].map((pair) => [pair?.state, pair?.leaving])).toEqual([
      ["live", { until: "2026-11-30", who: "me" }],
      ["live", { until: "2026-11-30", who: "other" }],
    ]);
    expect([await isResting(leila), await isResting(ingrid)]).toEqual([true, true]);
    expect([await write(ingrid), await write(leila)]).toEqual(["resting", "resting"]);
    writers = new Map([ingrid, leila].map(({ accountId }) => [accountId, new Writer(accountId)]));
    expect([await write(ingrid, "yes"), await write(leila, "yes")]).toEqual([undefined, undefined]);
    const params = { logId: roomOf(relationshipId) };
    const read = await server.call(ReadEntries, { params, query: { after: "0" } }, leila.cookie);
    expect(read.status).toBe(200);
  });

  it("and what is said to be of the ending is no conversation: there is a most of it", async () => {
    await place(leila, "leave");
    const said = await Promise.all(Array.from({ length: mostLastWords + 40 }, () => write(leila, "yes")));
    expect(said.filter((refused) => refused === undefined)).toHaveLength(mostLastWords);
    expect([await write(leila, "yes"), await write(ingrid, "yes")]).toEqual(["resting", undefined]);
  });

  it("both are told at once: she with the day and the way in, Ingrid kindly, and nobody is given a reason", async () => {
    await place(leila, "leave");
    const [toLeila] = await mailsTo(leila, "You have left");
    expect(toLeila).toContain("30 November 2026");
    expect(toLeila).toContain("add a private address");
    const [toIngrid] = await mailsTo(ingrid, "no longer takes part");
    expect(toIngrid).toContain("Leila Haddad no longer takes part");
    expect(toIngrid).toContain("It says nothing about you");
    const mine = (await server.call(ListLeavings, {}, leila.cookie)).answer;
    expect(mine).toMatchObject({ leavings: [{ programmeId: managed.programmeId }], hasPrivateAddress: false });
    expect((await server.call(ListLeavings, {}, ingrid.cookie)).answer.leavings).toEqual([]);
  });

  it("with a private address she is told there too, and is asked for none", async () => {
    await server.app.db.write((writer) =>
      writer
        .insertInto("private_address")
        .values({
          account_id: leila.accountId,
          email: "leila@home.example",
          email_key: "leila@home.example",
          since: server.now,
        })
        .execute(),
    );
    await place(leila, "leave");
    const told = [
      ...(await mailsTo(leila, "You have left")),
      ...(await mailsTo({ email: "leila@home.example" }, "You have left")),
    ];
    expect(told).toHaveLength(2);
    for (const mail of told) expect(mail).toContain("sign in with your private address");
    await place(leila, "take-back");
    for (const to of [leila, { email: "leila@home.example" }])
      expect(await mailsTo(to, "Your room is open again")).toHaveLength(1);
  });

  it("Ingrid asks for another match with one tap and no words", async () => {
    await place(leila, "leave");
    const askId = server.app.chance.id();
    const body = { askId, kind: "another-match" as const, words: "" };
    const params = { programmeId: managed.programmeId };
    expect((await server.call(AskProgramme, { params, body }, ingrid.cookie)).status).toBe(200);
  });

  it("a week before the end both are told once, then the room ends as endings do, and she is on no list of leavers", async () => {
    await place(leila, "leave");
    server.pass(52 * dayLength);
    expect(await mailsTo(leila, "Your room ends on")).toEqual([]);
    server.pass(dayLength);
    expect([(await mailsTo(leila, "30 November")).length, (await mailsTo(ingrid, "Your room ends on")).length]).toEqual(
      [2, 1],
    );
    server.pass(7 * dayLength);
    await server.mails();
    expect(await stored()).toEqual({ state: "ended", ended_on: "2026-11-30", closed_at: server.now });
    const rows = await server.app.db.read.selectFrom("leaving").selectAll().execute();
    expect(rows).toEqual([]);
  });

  it("her suggestions close without blame, and nobody finds her in the matching", async () => {
    const yuki = await aMentee(server, managed, "Yuki Tanaka");
    const tom = await aMentor(server, managed, "Tom Hill");
    await ask(server, managed);
    expect(await suggestions(server, yuki)).toMatchObject({ open: [{}] });
    await place(tom, "leave");
    const { mentors } = await board(server, managed);
    expect(mentors.map(({ name }) => name)).not.toContain("Tom Hill");
    expect((await suggestions(server, yuki)).open).toEqual([]);
    expect((await suggestions(server, yuki)).closed).toHaveLength(1);
  });
});

describe("what is said can be taken back", () => {
  it("by a manager, within the days: the room takes everything again, and both are told", async () => {
    await place(leila, "leave");
    expect((await standing(leila)).leftUntil).not.toBeNull();
    expect((await place(leila, "take-back")).status).toBe(200);
    expect([await isResting(leila), (await pairOf(ingrid))?.leaving]).toEqual([false, undefined]);
    expect(await write(ingrid)).toBeUndefined();
    expect((await standing(leila)).state).toBe("enrolled");
    expect(await mailsTo(leila, "Your room is open again")).toHaveLength(1);
    expect(await mailsTo(ingrid, "Your room is open again")).toHaveLength(1);
    const changes = (await server.call(ListChangesAboutMe, { query: {} }, leila.cookie)).answer;
    expect(JSON.stringify(changes)).toContain("left-taken-back");
    server.pass(61 * dayLength);
    await server.mails();
    expect((await stored()).state).toBe("live");
  });

  it("whoever said it herself stands as she stood, back in her room; without one she looks for somebody as before", async () => {
    const [nia, noor] = [await aMentee(server, managed, "Nia Cole"), await aMentor(server, managed, "Noor Aziz")];
    const before = await board(server, managed);
    for (const one of [leila, nia, noor]) {
      expect((await leavesByHerself(one)).status).toBe(200);
      expect((await standing(one)).state).toBe("left");
      await place(one, "take-back");
      expect((await standing(one)).state).toBe("enrolled");
    }
    const { looking, freePlaces } = await board(server, managed);
    expect([looking, freePlaces]).toEqual([before.looking, before.freePlaces]);
    expect([looking, freePlaces]).toEqual([1, 1]);
    const told = await server.mails();
    const to = ({ email }: Person, words: string) =>
      told.map(plainMail).filter((mail) => mail.includes(`To: ${email}`) && mail.includes(words)).length;
    expect([to(leila, "Your room is open again"), to(leila, "You are in ")]).toEqual([1, 0]);
    expect([to(nia, "You are in "), to(noor, "You are in ")]).toEqual([1, 1]);
  });

  it("of fifty at once one takes it back", async () => {
    await place(leila, "leave");
    const answers = await Promise.all(Array.from({ length: 50 }, () => place(leila, "take-back")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await mailsTo(ingrid, "Your room is open again")).toHaveLength(1);
  });

  it("of fifty who say it at once one is heard, and each of the two has one mail", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => place(leila, "leave")));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect([
      (await mailsTo(leila, "You have left")).length,
      (await mailsTo(ingrid, "no longer takes part")).length,
    ]).toEqual([1, 1]);
  });

  it("an invitation that she accepts brings her back too", async () => {
    await place(leila, "leave");
    await join(server, managed, leila);
    expect([await isResting(leila), (await standing(leila)).state]).toEqual([false, "enrolled"]);
  });
});

describe("where both have left", () => {
  it("the room waits for the days of the one who left later, and for both of them", async () => {
    await place(leila, "leave");
    server.pass(10 * dayLength);
    await place(ingrid, "leave");
    expect((await pairOf(leila))?.leaving).toEqual({ until: "2026-12-10", who: "both" });
    await place(leila, "take-back");
    expect([await isResting(leila), (await pairOf(leila))?.leaving?.who]).toEqual([true, "other"]);
    server.pass(51 * dayLength);
    await server.mails();
    expect((await stored()).state).toBe("live");
    server.pass(10 * dayLength);
    await server.mails();
    expect((await stored()).state).toBe("ended");
  });

  it("and either may still end it at once", async () => {
    await place(leila, "leave");
    await server.call(EndRelationship, { params: { relationshipId } }, ingrid.cookie);
    expect((await pairOf(leila))?.state).toBe("ended");
    expect((await pairOf(leila))?.leaving).toBeUndefined();
  });
});
