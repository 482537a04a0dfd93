import { sql } from "kysely";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeBackup } from "../../../../server/database/backup/take.ts";
import { addJobs } from "../../../../server/jobs/table.ts";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { dayLength, later, minute } from "../../../../values/instant.ts";
import type { RelationshipId } from "../../../../values/id.ts";
import { ListLogs } from "../../../room/log/schema.ts";
import { DeclareConflict } from "../../relationships/conflict/schema.ts";
import { ListRelationships } from "../../relationships/schema.ts";
import { aMentee, aMentor, correctFacts, makeDraft, pairUp, type Person } from "../../matching/testing.ts";
import { PutMailSettings } from "../../mails/schema.ts";
import { ListPeople } from "../../people/schema.ts";
import { add, type Managed } from "../../people/testing.ts";
import { setUp } from "../../programmes/testing.ts";
import { ReadMe } from "../../sign-in/schema.ts";
import { askFor } from "../../sign-in/testing.ts";
import { going } from "../going/rules.ts";
import { ListLooks, OpenProfile } from "../looks/schema.ts";
import { EraseAccount } from "./schema.ts";

/** Words of Quillon's that stand nowhere else. */
const canaries = {
  name: "Quillon Zabreski",
  address: "quillon.zabreski@northwind.example",
  topic: "zabreskian lighthouses",
  learned: "from a keeper named Ottokar",
  limit: "falconry taxes",
  why: "Because the fog taught me patience.",
  setback: "My first lamp went out in the worst night.",
};

let server: TestServer;
let managed: Managed;
let quillon: Person, leila: Person, emil: Person;
let relationshipId: RelationshipId;

beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  quillon = await aMentor(server, managed, canaries.name, {
    helpWith: [
      { topic: "leading for the first time", learned: "" },
      { topic: canaries.topic, learned: canaries.learned },
    ],
    limits: [canaries.limit],
    why: canaries.why,
    setback: canaries.setback,
  });
  leila = await aMentee(server, managed, "Leila Haddad", { wishes: ["leading for the first time"] });
  relationshipId = await pairUp(server, managed, leila, quillon);
  emil = await aMentee(server, managed, "Emil Sand", { decidesAbout: [canaries.name] });
  await correctFacts(server, managed, emil, { managerEmail: canaries.address.toUpperCase() });
  await makeDraft(server, managed);
  await server.call(
    PutMailSettings,
    {
      body: {
        muted: [],
        hours: null,
        timeZone: "Europe/Berlin",
        quietUntil: null,
        wakeUps: true,
        workDays: [1],
        daysOff: [],
      },
    },
    quillon.cookie,
  );
  await server.call(OpenProfile, { params: { ...managed, participantId: quillon.participantId } }, managed.cookie);
  await askFor(server, canaries.address);
  await server.mails();
});

afterEach(() => server.end());

const erase = (who: { readonly cookie: string }) =>
  server.call(EraseAccount, { body: { id: server.app.chance.id(), change: null } }, who.cookie);

/** Everything that the server keeps, as bytes: a backup, the data folder with its mails, and each row. */
async function everything(): Promise<ReadonlyArray<readonly [where: string, bytes: Buffer]>> {
  const file = join(server.dataFolder, "after.backup");
  await takeBackup(server.app.config, file, { version: "test", now: server.now });
  await server.stop();
  const found: Array<readonly [string, Buffer]> = [];
  for (const one of await readdir(server.dataFolder, { recursive: true, withFileTypes: true }))
    if (one.isFile()) found.push([one.name, await readFile(join(one.parentPath, one.name))]);
  return found;
}

const forms = (text: string) => [text, text.toLowerCase(), Buffer.from(text).toString("base64").slice(0, -4)];

/** In which tables an id stands, in a column of text. */
async function tablesWith(id: string): Promise<ReadonlyArray<string>> {
  const found: string[] = [];
  for (const table of Object.keys(going)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(server.app.db.read);
    const isThere = rows.some((row) =>
      Object.values(row).some((value) => typeof value === "string" && value.includes(id)),
    );
    if (isThere) found.push(table);
  }
  return found;
}

describe("S15: Quillon erases the account", () => {
  it("no name, address or profile is found in database, files, mails or a later backup", async () => {
    expect(await server.mails()).not.toEqual([]);
    // The check finds what is there.
    const holds = async (needle: string) =>
      (await everythingHeld()).some((text) => forms(needle).some((form) => text.includes(form)));
    const there = await Promise.all(Object.values(canaries).map(holds));
    expect(there).toEqual(Object.keys(canaries).map(() => true));
    expect((await erase(quillon)).answer).toEqual({ erased: true });
    await server.mails();
    const kept = await everything();
    expect(kept.length).toBeGreaterThan(0);
    for (const needle of Object.values(canaries))
      for (const form of forms(needle))
        expect(kept.flatMap(([where, bytes]) => (bytes.includes(form) ? `${where}: ${form}` : []))).toEqual([]);
  });

  it("their random ids stand in what Leila keeps of her pair alone, and go with it", async () => {
    await erase(quillon);
    await server.mails();
    expect(await tablesWith(quillon.accountId)).toEqual(["relationship", "account", "key_holder", "log_member"]);
    expect(await tablesWith(quillon.participantId)).toEqual(["relationship", "participant"]);
    expect((await erase(leila)).answer).toEqual({ erased: true });
    await server.mails();
    expect(await tablesWith(quillon.accountId)).toEqual([]);
    expect(await tablesWith(quillon.participantId)).toEqual([]);
  });

  it("Leila's room is read-only and hers; she hears that somebody left, and nothing about why", async () => {
    await erase(quillon);
    const [pair] = (await server.call(ListRelationships, {}, leila.cookie)).answer.relationships;
    expect(pair).toMatchObject({ relationshipId, state: "ended", partner: { name: "Somebody" }, reasons: [] });
    const { logs } = (await server.call(ListLogs, {}, leila.cookie)).answer;
    expect(logs.find(({ kind }) => kind === "room")).toMatchObject({ open: false });
    const mails = (await server.mails()).filter((mail) => mail.includes(`To: ${leila.email}`));
    expect(mails.some((mail) => mail.includes("has left Oakroom"))).toBe(true);
    const { people } = (await server.call(ListPeople, { params: managed }, managed.cookie)).answer;
    expect(people.map(({ name, email }) => [name, email])).toContainEqual(["Somebody who left", ""]);
  });

  it("takes no mail from somebody whose address ends like theirs", async () => {
    const { app } = server;
    const [quillons, others] = [canaries.address, `x.${canaries.address}`];
    const runAt = later(server.now, dayLength);
    const mails = [quillons, others].flatMap((email) => [
      { kind: "a-mail", effectKey: `a-mail:${email}:1`, payload: { email: "" }, runAt },
      { kind: "a-mail", effectKey: `a-mail:${email}`, payload: { email: "" }, runAt },
      { kind: "a-mail", effectKey: `a-mail:${email.length}`, payload: { email }, runAt },
    ]);
    await app.db.write((writer) => addJobs(writer, app.chance, server.now, mails));
    await erase(quillon);
    const kept = await app.db.read.selectFrom("job").select("effect_key").where("kind", "=", "a-mail").execute();
    const keys = [`a-mail:${others}`, `a-mail:${others}:1`, `a-mail:${others.length}`];
    expect(kept.map(({ effect_key }) => effect_key).toSorted()).toEqual(keys.toSorted());
  });

  it("nobody is signed in any more, and the address is free for a new beginning", async () => {
    await erase(quillon);
    expect((await server.call(ReadMe, {}, quillon.cookie)).status).toBe(401);
    const again = await add(server, managed, canaries.name, ["mentor"]);
    const { people } = (await server.call(ListPeople, { params: managed }, managed.cookie)).answer;
    expect(people.find(({ id }) => id === again.participantId)).toMatchObject({ email: canaries.address });
  });

  it("S7: of fifty requests at once one erases", async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => erase(quillon)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = all.filter(({ status }) => status !== 200).map(({ status, refused }) => refused ?? status);
    expect(others.filter((word) => word !== "erased" && word !== 401)).toEqual([]);
  });

  async function everythingHeld(): Promise<ReadonlyArray<string>> {
    const rows = await Promise.all(
      Object.keys(going).map((table) => sql`select * from ${sql.table(table)}`.execute(server.app.db.read)),
    );
    return rows.map(({ rows: some }) => JSON.stringify(some));
  }
});

describe("an account is not erased", () => {
  it("by whoever finds a screen that was left open: the sign-in has to be a fresh one", async () => {
    server.pass(16 * minute);
    expect((await erase(quillon)).refused).toBe("not-fresh");
    expect((await server.call(ReadMe, {}, quillon.cookie)).status).toBe(200);
  });

  it("while a programme would be without a manager", async () => {
    expect((await erase(managed)).refused).toBe("last-manager");
  });

  it("while a programme names them for concerns", async () => {
    const lena = await server.signIn("Lena Brandt", "lena.brandt@northwind.example");
    expect((await erase(lena)).refused).toBe("contact");
  });
});

describe("who looked at my profile", () => {
  const looks = async (who: Person) => (await server.call(ListLooks, {}, who.cookie)).answer.looks;

  it("says which manager opened the page, and on which day; what the engine reads is no look", async () => {
    expect(await looks(quillon)).toEqual([{ programmeName: "Autumn mentoring", on: "2026-10-01", by: "Marta Nowak" }]);
    expect(await looks(emil)).toEqual([]);
    await server.call(OpenProfile, { params: { ...managed, participantId: quillon.participantId } }, managed.cookie);
    expect(await looks(quillon)).toHaveLength(1);
  });

  it("survives that the pair ends, and tells nobody else", async () => {
    await server.call(DeclareConflict, { params: { relationshipId } }, leila.cookie);
    expect(await looks(quillon)).toHaveLength(1);
    expect(await looks(leila)).toEqual([]);
  });
});
