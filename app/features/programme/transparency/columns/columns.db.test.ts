import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { engineUnderTest, type TestServer, testServer } from "../../../../server/testing.ts";
import { profileFields } from "../../profile/rules.ts";
import { keptFacts, openFacts } from "../rules.ts";
import { tables } from "./rules.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

/** Every table with its columns, as the live database has them. */
async function liveColumns(): Promise<ReadonlyArray<string>> {
  const query =
    engineUnderTest === "sqlite"
      ? sql<{
          at: string;
        }>`select t.name || '.' || c.name as at from pragma_table_list t, pragma_table_info(t.name) c where t.schema = 'main' and t.name not like 'sqlite_%'`
      : sql<{
          at: string;
        }>`select table_name || '.' || column_name as at from information_schema.columns where table_schema = current_schema()`;
  return (await query.execute(server.app.db.read)).rows.map(({ at }) => at).toSorted();
}

const declared = () =>
  Object.entries(tables).flatMap(([table, groups]) =>
    groups.flatMap(({ columns }) => columns.map((column) => `${table}.${column}`)),
  );

it("every column of the database stands for something that is declared, and nothing is declared that is not there", async () => {
  const live = await liveColumns();
  expect(live.length).toBeGreaterThan(100);
  expect(declared().toSorted(), "see app/features/programme/transparency/columns/rules.ts").toEqual(live);
});

it("a column that is added turns the check red", async () => {
  await server.app.db.write((writer) => sql`alter table account add column birthday text`.execute(writer));
  expect(await liveColumns()).not.toEqual(declared().toSorted());
  await server.app.db.write((writer) => sql`alter table account drop column birthday`.execute(writer));
  expect(await liveColumns()).toEqual(declared().toSorted());
});

it("every declared fact that can be kept today has its columns", () => {
  const means = Object.values(tables).flatMap((groups) => groups.map((one) => one.means));
  const covered = (kind: "open" | "kept" | "profile") =>
    new Set(means.flatMap((one) => Object.entries(one).flatMap(([key, name]) => (key === kind ? [name] : []))));
  // Worked out from dates whenever somebody looks, and kept nowhere.
  const workedOut = ["firstMeeting", "mayLikeAWord"];
  expect([...covered("open"), ...workedOut].toSorted()).toEqual(Object.keys(openFacts).toSorted());
  expect([...covered("kept")].toSorted()).toEqual(Object.keys(keptFacts).toSorted());
  expect(Object.keys(profileFields).filter((field) => !covered("profile").has(field))).toEqual([]);
});
