import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { features } from "../features.ts";
import { type TestServer, testServer } from "../testing.ts";
import { authz } from "./authz.ts";
import { fields } from "./fields.ts";
import { expected, outside, type Row, whos } from "./row.ts";
import { type Bench, operationIds, relationsOf, rowOf, runRow, send } from "./testing/cells.ts";
import { makeFixture } from "./testing/fixture.ts";
import { forged, makeRemoval } from "./testing/forged.ts";
import { writeFields, writeOperations } from "./testing/generate.ts";
import type { Parts } from "./testing/asking.ts";
import { requests } from "./testing/requests.ts";
import { isChanged, takeSnapshot, writesSoFar } from "./testing/rows.ts";
import { targetOf } from "./testing/targets.ts";

const removal = makeRemoval();
let server: TestServer;
let bench: Bench;

beforeAll(async () => {
  server = await testServer(undefined, features, { guardOf: removal.guardOf });
  const fixture = await makeFixture(server);
  const operations = new Map(server.built.served.map(({ operation }) => [operation.id, operation]));
  bench = { fixture, operations, snapshot: await takeSnapshot(server.app.db) };
}, 120_000);

afterAll(() => server.end());

const guardOf = (id: string) => server.built.served.find(({ operation }) => operation.id === id)?.guard ?? "";
const faultsIn = async (id: (typeof operationIds)[number]) =>
  (await runRow(bench, id))
    .filter((cell) => cell.faults.length > 0)
    .map(({ who, relation, faults }) => `${who}, ${relation}: ${faults.join("; ")}`);

describe("the list of operations", () => {
  it("is the one that is served, and so are their fields; node app/server/matrix/testing/generate.ts writes both", () => {
    const operations = [...bench.operations.values()];
    const held = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
    expect(held("operations.ts")).toBe(writeOperations(operations));
    expect(held("fields.ts")).toBe(writeFields(operations));
  });

  it("has a row, a request and fields for each", () => {
    const served = [...bench.operations.keys()].toSorted();
    for (const table of [authz, requests, fields]) expect(Object.keys(table).toSorted()).toEqual(served);
  });

  it("lets everyone in only where a guard lets everyone in", () => {
    for (const id of operationIds) expect([id, "everyone" in rowOf(id).may]).toEqual([id, guardOf(id) === "anyone"]);
  });
});

describe("S3: every operation, as everyone, on everything", () => {
  it.each(operationIds)("%s", { timeout: 120_000 }, async (id) => {
    expect(await faultsIn(id)).toEqual([]);
  });

  it("makes up enough cells", () => {
    const cells = operationIds.reduce((many, id) => many + relationsOf(rowOf(id).about).length * whos.length, 0);
    process.stdout.write(`matrix: ${operationIds.length} operations\ntried: authorisation matrix: ${cells}\n`);
    expect(cells).toBeGreaterThan(2500);
  });
});

describe("fields that do not belong", () => {
  const extras = [
    "role",
    "roles2",
    "programmeId",
    "accountId",
    "participantId",
    "managerId",
    "isManager",
    "verified",
    "state",
    "id",
    "createdAt",
    "created_at",
  ];
  const withBodies = operationIds.filter((id) => id in requests);

  it.each(withBodies)("are refused, or change nothing: %s", async (id) => {
    const { fixture, snapshot } = bench;
    const row: Row = rowOf(id);
    const who = whos.find((one) => expected(row, one, "own") === 200);
    if (who === undefined) return;
    const parts: Parts = requests[id]({ fixture, target: targetOf(fixture, row.about, "own"), who });
    const { body } = parts;
    if (body === undefined || body instanceof Uint8Array) return;
    for (const extra of extras.filter((name) => !Object.hasOwn(body, name))) {
      const mark = await writesSoFar(server.app.db);
      const more = { ...parts, body: { ...body, [extra]: fixture.two.programmeId } };
      expect([extra, (await send(bench, id, more, fixture.cookies[who][0])).status]).toEqual([extra, 400]);
      expect(await isChanged(server.app.db, snapshot, mark)).toBe(false);
    }
  });
});

describe("S3: a guard that is taken away", () => {
  const guarded = () => operationIds.filter((id) => guardOf(id) !== "anyone");

  it("is one of those that the matrix can take away", () => {
    expect(Object.keys(forged).toSorted()).toEqual([...new Set(guarded().map(guardOf))].toSorted());
  });

  it("turns the matrix red, each of them", { timeout: 300_000 }, async () => {
    const unnoticed: string[] = [];
    for (const id of guarded()) {
      removal.remove(id, bench.fixture);
      const red = (await runRow(bench, id, "until-red")).some((cell) => cell.faults.length > 0);
      removal.remove(undefined, bench.fixture);
      if (!red) unnoticed.push(id);
    }
    const all = guarded().length;
    process.stdout.write(`tried: guard removal: ${all}\n`);
    expect(unnoticed).toEqual([]);
    expect(guarded().length).toBeGreaterThan(40);
  });
});

describe("the matrix itself", () => {
  it("asks as everyone who has no sign-in record, and expects a 401 of each guard", () => {
    for (const who of outside)
      for (const id of operationIds) {
        const row = rowOf(id);
        expect("everyone" in row.may || "holder" in row.may ? 401 : expected(row, who, "own")).toBe(401);
      }
  });

  it("lets somebody through on every operation", () => {
    for (const id of operationIds) {
      const row = rowOf(id);
      const through = relationsOf(row.about).some((relation) =>
        whos.some((who) => [200, 409].includes(expected(row, who, relation))),
      );
      expect([id, through]).toEqual([id, true]);
    }
  });

  it("C40: gives no manager any right in a pair, a room or anybody's keys", () => {
    for (const id of operationIds) {
      const { about } = rowOf(id);
      if (!["pair", "log", "suggestion", "account", "disclosure"].includes(about)) continue;
      for (const relation of relationsOf(about)) {
        for (const who of ["manager", "otherManager", "takingPart"] as const)
          expect([id, who, expected(rowOf(id), who, relation)]).toEqual([id, who, 404]);
      }
    }
  });
});
