import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { type Going, going } from "./rules.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());

/** Every table with its columns, as the engine knows them. */
async function schema(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { db } = server.app;
  const query =
    db.engine === "sqlite"
      ? sql<{ t: string; c: string }>`select m.name as t, c.name as c from sqlite_master m, pragma_table_info(m.name) c
          where m.type = 'table' and m.name not like 'sqlite_%'`
      : sql<{ t: string; c: string }>`select table_name as t, column_name as c from information_schema.columns
          where table_schema = current_schema()`;
  const { rows } = await query.execute(db.read);
  return new Map(
    [...Map.groupBy(rows, ({ t }) => t)].map(([table, columns]) => [table, new Set(columns.map(({ c }) => c))]),
  );
}

describe("S15: how a person's rows go", () => {
  it("is said of every table, and of no other", async () => {
    expect([...(await schema()).keys()].toSorted()).toEqual(Object.keys(going).toSorted());
  });

  it("names columns that are there", async () => {
    const tables = await schema();
    const named = Object.entries(going).flatMap(([table, how]) =>
      columnsOf(how).map((column) => [table, column] as const),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(([table, column]) => !tables.get(table)?.has(column))).toEqual([]);
  });

  it("a table that somebody adds and says nothing of is noticed", async () => {
    await server.app.db.write((writer) => sql`create table a_new_one (account_id text)`.execute(writer));
    expect(Object.keys(going).toSorted()).not.toEqual([...(await schema()).keys()].toSorted());
    await server.app.db.write((writer) => sql`drop table a_new_one`.execute(writer));
  });

  it("a table that is nobody's holds no id of an account or participant, and no address", async () => {
    const holds = /account_id$|^(?:participant|mentee|mentor|sender|contact|author)_id$|^made_by$|^email/;
    const found = [...(await schema())].flatMap(([table, columns]) => {
      const how = going[table];
      return how && "nobody" in how ? [...columns].filter((column) => holds.test(column)) : [];
    });
    expect(found).toEqual([]);
  });
});

/** The columns that an entry names. */
function columnsOf(how: Going): ReadonlyArray<string> {
  if ("rows" in how) return [...how.rows.map(([column]) => column), ...(how.nameless ?? [])];
  if ("nameless" in how) return how.nameless;
  return "address" in how ? [how.address] : [];
}
