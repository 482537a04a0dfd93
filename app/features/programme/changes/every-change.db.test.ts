import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, operationIds, rowOf, send } from "../../../server/matrix/testing/cells.ts";
import { makeFixture } from "../../../server/matrix/testing/fixture.ts";
import { requests } from "../../../server/matrix/testing/requests.ts";
import { isChanged, restoreSnapshot, takeSnapshot, writesSoFar } from "../../../server/matrix/testing/rows.ts";
import { targetOf } from "../../../server/matrix/testing/targets.ts";
import { type TestServer, testServer } from "../../../server/testing.ts";

let server: TestServer;
let bench: Bench;

beforeAll(async () => {
  server = await testServer();
  const fixture = await makeFixture(server);
  const operations = new Map(server.built.served.map(({ operation }) => [operation.id, operation]));
  bench = { fixture, operations, snapshot: await takeSnapshot(server.app.db) };
}, 120_000);

afterAll(() => server.end());

/** Guards that let managers through, and nobody but them. */
const isManagersGuard = (guard: string) => guard.startsWith("managerOf");

/** No change: that a profile was looked at is kept by itself, and read by whom it is of. */
const looks = new Set(["openProfile"]);

const ofManagers = () =>
  operationIds.filter(
    (id) =>
      !looks.has(id) &&
      server.built.served.some(
        ({ operation, guard }) => operation.id === id && isManagersGuard(guard) && operation.method !== "GET",
      ),
  );

async function noted(): Promise<number> {
  const { many } = await server.app.db.read
    .selectFrom("manager_change")
    .select((row) => row.fn.countAll<number>().as("many"))
    .executeTakeFirstOrThrow();
  return many;
}

/** What the manager of programme one does there, and whether it changed something, and was noted. The database is put back. */
async function does(id: (typeof operationIds)[number]) {
  const { fixture, snapshot } = bench;
  const before = await noted();
  const mark = await writesSoFar(server.app.db);
  const target = targetOf(fixture, rowOf(id).about, "own");
  const { status } = await send(
    bench,
    id,
    requests[id]({ fixture, target, who: "manager" }),
    fixture.cookies.manager[0],
  );
  const changed = await isChanged(server.app.db, snapshot, mark);
  const isNoted = (await noted()) > before;
  if (changed) await restoreSnapshot(server.app.db, snapshot);
  return { status, changed, isNoted };
}

async function unnoted(): Promise<ReadonlyArray<string>> {
  const found: string[] = [];
  for (const id of ofManagers()) {
    const { changed, isNoted } = await does(id);
    if (changed && !isNoted) found.push(id);
  }
  return found;
}

describe("every change by a manager", () => {
  it("is noted, whatever they change", { timeout: 120_000 }, async () => {
    expect(await unnoted()).toEqual([]);
    expect(ofManagers().length).toBeGreaterThan(8);
  });

  it("is not noted where nothing changed", async () => {
    expect(await does("previewImport")).toEqual({ status: 200, changed: false, isNoted: false });
    expect(await does("removePerson")).toEqual({ status: 409, changed: false, isNoted: false });
  });

  it("is missed where it is not noted", { timeout: 120_000 }, async () => {
    const [swallow, giveBack] = server.app.db.engine === "sqlite" ? onSqlite : onPostgres;
    await run(swallow);
    expect(await unnoted()).toEqual(["changeProgramme"]);
    await run(giveBack);
    expect((await does("changeProgramme")).isNoted).toBe(true);
  });
});

const run = (statements: ReadonlyArray<RawBuilder<unknown>>) =>
  server.app.db.write(async (writer) => {
    for (const each of statements) await each.execute(writer);
  });

/** A log that swallows what is noted of settings, and one that does not any more. */
const onSqlite = [
  [
    sql`create trigger swallow after insert on manager_change when new.act = 'settings-changed'
      begin delete from manager_change where id = new.id; end`,
  ],
  [sql`drop trigger swallow`],
] as const;
const onPostgres = [
  [
    sql`create function swallow() returns trigger language plpgsql as 'begin return null; end'`,
    sql`create trigger swallow before insert on manager_change
      for each row when (new.act = 'settings-changed') execute function swallow()`,
  ],
  [sql`drop trigger swallow on manager_change`, sql`drop function swallow()`],
] as const;
