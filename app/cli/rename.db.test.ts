import { afterAll, beforeAll, expect, it } from "vitest";
import { ListChanges } from "../features/programme/changes/schema.ts";
import { ReadSite } from "../features/programme/programmes/schema.ts";
import { setUp } from "../features/programme/programmes/testing.ts";
import { type TestServer, testServer } from "../server/testing.ts";
import { ran } from "./testing.ts";

let server: TestServer;
let where: { readonly dataFolder: string; readonly databaseUrl: string | undefined };

beforeAll(async () => {
  server = await testServer(new Date().toISOString());
  where = { dataFolder: server.dataFolder, databaseUrl: server.app.config.databaseUrl };
});
afterAll(() => server.end());

const named = async () => (await server.call(ReadSite, {})).answer.organisation;

it("says what it needs, and that there is nothing to rename", async () => {
  const usage = 'rename needs a name of at most 120 letters, for example: rename "Northwind"';
  for (const words of [[], [" "], ["n".repeat(121)], ["North", "wind"]])
    expect(await ran(where, "rename", ...words)).toMatchObject({ code: 2, err: usage });
  expect((await ran(where, "rename", "Northwind")).err).toBe(
    "There is no organisation yet. Make one first: npm run oakroom -- setup",
  );
});

it("gives another name everywhere; whoever takes part reads that the operator did it, once", async () => {
  const { programmeId, cookie } = await setUp(server, "Marta Nowak");
  const before = await named();
  const changes = async () =>
    (await server.call(ListChanges, { params: { programmeId }, query: {} }, cookie)).answer.changes.filter(
      ({ act }) => act === "settings-changed",
    );
  const there = await changes();
  for (const _ of [1, 2]) expect((await ran(where, "rename", " Südwind  & Töchter ")).code).toBe(0);
  expect([before, await named()]).toEqual(["Northwind", "Südwind & Töchter"]);
  const made = (await changes()).slice(0, -there.length || undefined);
  expect(made).toMatchObject([{ by: "", parts: ["organisation"] }]);
});
