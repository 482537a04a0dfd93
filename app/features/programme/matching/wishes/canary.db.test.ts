import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, operationIds, rowOf, send } from "../../../../server/matrix/testing/cells.ts";
import { makeFixture } from "../../../../server/matrix/testing/fixture.ts";
import { requests } from "../../../../server/matrix/testing/requests.ts";
import { takeSnapshot } from "../../../../server/matrix/testing/rows.ts";
import { targetOf } from "../../../../server/matrix/testing/targets.ts";
import { type Who, whos } from "../../../../server/matrix/row.ts";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { tables } from "../../transparency/columns/rules.ts";
import { SaveMyWishes } from "./schema.ts";

const canary = "canary-wish";
let server: TestServer;
let bench: Bench;

beforeAll(async () => {
  server = await testServer();
  const fixture = await makeFixture(server);
  const operations = new Map(server.built.served.map(({ operation }) => [operation.id, operation]));
  const body = { wished: [`${canary}.1@northwind.example`], avoided: [`${canary}.2@northwind.example`] };
  const params = { programmeId: fixture.one.programmeId };
  await server.call(SaveMyWishes, { params, body }, fixture.cookies.mentee[0]);
  bench = { fixture, operations, snapshot: await takeSnapshot(server.app.db) };
}, 120_000);

afterAll(() => server.end());

/** The operations that only read, and whose answer holds what the mentee of pair one wrote, when this person asks. */
async function toldTo(who: Who): Promise<ReadonlyArray<string>> {
  const { fixture, operations } = bench;
  const told: string[] = [];
  for (const id of operationIds.filter((each) => operations.get(each)?.method === "GET")) {
    const target = targetOf(fixture, rowOf(id).about, "own");
    // One after the other: streams are read and left.
    const { bytes } = await send(bench, id, requests[id]({ fixture, target, who }), fixture.cookies[who][0]);
    if (bytes.toString("latin1").includes(canary)) told.push(id);
  }
  return told;
}

describe("P106: a wish is read by its writer and the engine alone", () => {
  it("no operation tells anybody else of it, managers and the one named included", { timeout: 120_000 }, async () => {
    for (const who of whos.filter((each) => each !== "mentee")) expect([who, await toldTo(who)]).toEqual([who, []]);
  });

  it("its writer finds it on their page, and in the file that they take along", async () => {
    expect(await toldTo("mentee")).toEqual(expect.arrayContaining(["readMyWishes"]));
    expect((await toldTo("mentee")).filter((id) => id !== "readMyWishes")).toEqual(["readRows"]);
  });

  it("no mail and no other table of the database holds it", async () => {
    expect((await server.mails()).join("\n")).not.toContain(canary);
    const holding: string[] = [];
    for (const table of Object.keys(tables)) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(server.app.db.read);
      if (JSON.stringify(rows).includes(canary)) holding.push(table);
    }
    expect(holding).toEqual(["wish"]);
  });
});
