import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { AskId, type RelationshipId } from "../../../../values/id.ts";
import { AskProgramme } from "../../asks/schema.ts";
import { IssueCalendar } from "../../calendar/schema.ts";
import { aMentee, aMentor, pairUp, type Person } from "../../matching/testing.ts";
import type { Managed } from "../../people/testing.ts";
import { ChangeMyPlace } from "../../profile/schema.ts";
import { setUp } from "../../programmes/testing.ts";
import { SayFine } from "../../gaps/schema.ts";
import { tables } from "../../transparency/columns/rules.ts";
import { going } from "../going/rules.ts";
import { taking } from "./rules.ts";
import { ReadRows } from "./schema.ts";

let server: TestServer, managed: Managed, ingrid: Person, leila: Person;
let relationshipId: RelationshipId;

beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss", { why: "A canary of Ingrid alone." });
  leila = await aMentee(server, managed, "Leila Haddad", { wishes: ["a canary of Leila"] });
  relationshipId = await pairUp(server, managed, leila, ingrid);
  const words = "Can somebody help me find a time?";
  const body = { askId: AskId.parse(server.app.chance.id()), kind: "something-else" as const, words };
  await server.call(AskProgramme, { params: { programmeId: managed.programmeId }, body }, leila.cookie);
  await server.call(IssueCalendar, { params: { kind: "busy" } }, leila.cookie);
  await server.call(SayFine, { params: { relationshipId }, body: { fine: true } }, leila.cookie);
  await server.app.db.write(async (writer) => {
    const email = "leila@home.example";
    const row = { account_id: leila.accountId, email, email_key: email, since: server.now };
    await writer.insertInto("private_address").values(row).execute();
  });
});

afterAll(() => server.end());

const Rows = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
const rowsOf = async ({ cookie }: Pick<Person, "cookie">) =>
  Rows.parse(JSON.parse((await server.call(ReadRows, {}, cookie)).answer.rows));
const tell = Object.entries(taking).flatMap(([table, how]) => ("columns" in how ? [[table, how] as const] : []));

describe("S15: the file that somebody takes along", () => {
  it("says of every table what of it is told, or why not; a new table is noticed here", () => {
    // That `going` knows every table of the database is asked of the engine itself beside it.
    expect(Object.keys(taking).toSorted()).toEqual(Object.keys(going).toSorted());
  });

  it("tells every column that is declared to be about people, or says why not", () => {
    const silent = tell.flatMap(([table, how]) =>
      (tables[table] ?? [])
        .filter(({ means }) => !("technical" in means))
        .flatMap(({ columns }) => columns)
        .filter((column) => !how.columns.includes(column) && how.without?.[column] === undefined)
        // Who it is: their own id.
        .filter((column) => !how.rows.some(([own]) => own === column))
        .map((column) => `${table}.${column}`),
    );
    expect(silent).toEqual([]);
  });

  it("tells no hash, nothing sealed, and no answer to a suggestion", () => {
    const told = tell.flatMap(([table, how]) => how.columns.map((column) => `${table}.${column}`));
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((column) => /hash|token|sealed|bytes|ring|answer$|_key$/.test(column))).toEqual(["ask.answer"]);
  });

  it("holds Leila's profile, address of her own, calendar, dates, asks and sign-ins", async () => {
    const rows = await rowsOf(leila);
    expect(Object.keys(rows)).toEqual(
      expect.arrayContaining([
        "account",
        "private_address",
        "participant",
        "profile",
        "invitation",
        "sign_in",
        "key_holder",
        "ask",
        "calendar_feed",
        "relationship",
        "proposal",
        "gap",
      ]),
    );
    expect(rows["private_address"]).toEqual([
      { email: "leila@home.example", since: new Date(server.now).toISOString() },
    ]);
    expect(rows["profile"]).toMatchObject([{ wishes: ["a canary of Leila"] }]);
    expect(rows["ask"]).toMatchObject([{ words: "Can somebody help me find a time?", state: "new", answer: "" }]);
    expect(rows["relationship"]).toMatchObject([{ id: relationshipId, state: "live" }]);
  });

  it("holds nothing of anybody else: no name, address, profile or answer of Ingrid's", async () => {
    const text = JSON.stringify(await rowsOf(leila));
    expect(text).not.toMatch(/Ingrid|ingrid|canary of Ingrid|"yes"|"no"/);
    const marta = JSON.stringify(await rowsOf(managed));
    expect(marta).toContain("manager_change");
    expect(marta).not.toMatch(/leila|ingrid/i);
  });

  it("is there for whoever left a programme, with what is kept of their place", async () => {
    await server.call(
      ChangeMyPlace,
      { params: { programmeId: managed.programmeId }, body: { act: "leave" } },
      ingrid.cookie,
    );
    const rows = await rowsOf(ingrid);
    expect(rows["participant"]).toMatchObject([{ name: "Ingrid Weiss", state: "left" }]);
    expect(rows["profile"]).toMatchObject([{ why: "A canary of Ingrid alone." }]);
  });

  it("every declared column is there to be read, on either engine", async () => {
    for (const [table, { columns }] of tell)
      await sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)} limit 1`.execute(
        server.app.db.read,
      );
    expect(tell.length).toBeGreaterThan(25);
  });
});
