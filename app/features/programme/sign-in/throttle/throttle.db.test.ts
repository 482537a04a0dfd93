import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { Instant, later, minute } from "../../../../values/instant.ts";
import type { Limit } from "./rules.ts";
import { forgetFull, giveBack, take } from "./store.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

let names = 0;
const aLimit = (tries: number, everyMs: number): Limit => ({ name: `limit ${(names += 1)}`, tries, everyMs });
const tryAt = (limit: Limit, now: Instant, of = "Ana") =>
  server.app.db.write((writer) => take(writer, now, [{ limit, of }]));

describe("a bucket", () => {
  it("holds its tries, then fills one by one", async () => {
    const limit = aLimit(3, 10 * minute);
    const start = server.now;
    const answers = [];
    for (const minutes of [0, 0, 0, 0, 9, 10, 10, 30, 30, 30])
      answers.push(await tryAt(limit, later(start, minutes * minute)));
    expect(answers).toEqual([true, true, true, false, false, true, false, true, true, false]);
  });

  it("gives its last try to one of many at once", async () => {
    const limit = aLimit(5, minute);
    const answers = await Promise.all(Array.from({ length: 60 }, () => tryAt(limit, server.now)));
    expect(answers.filter(Boolean)).toHaveLength(5);
  });

  it("is each person's own, and stands in the table without their name", async () => {
    const limit = aLimit(1, minute);
    expect(await tryAt(limit, server.now, "ana@northwind.example")).toBe(true);
    expect(await tryAt(limit, server.now, "ben@northwind.example")).toBe(true);
    expect(JSON.stringify(await server.app.db.read.selectFrom("throttle").selectAll().execute())).not.toMatch(
      /northwind/,
    );
  });

  it("takes back what was right", async () => {
    const limit = aLimit(1, minute);
    for (let at = 0; at < 5; at += 1) {
      expect(await tryAt(limit, server.now)).toBe(true);
      await server.app.db.write((writer) => giveBack(writer, [{ limit, of: "Ana" }]));
    }
  });

  it("is forgotten once it is full, not before", async () => {
    const limit = aLimit(1, minute);
    await tryAt(limit, server.now);
    await server.app.db.write((writer) => forgetFull(writer, server.now));
    expect(await tryAt(limit, server.now)).toBe(false);
    await server.app.db.write((writer) => forgetFull(writer, later(server.now, minute)));
    expect(await tryAt(limit, server.now)).toBe(true);
  });

  it("never lets through more than it holds and fills, in whatever rhythm it is tried", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 25 }),
        async (tries, everyMs, waits) => {
          const limit = aLimit(tries, everyMs);
          let passed = 0;
          let taken = 0;
          for (const wait of waits) {
            passed += wait;
            if (await tryAt(limit, later(server.now, passed))) taken += 1;
            expect(taken).toBeLessThanOrEqual(tries + Math.floor(passed / everyMs));
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
