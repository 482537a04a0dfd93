import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { ListRelationships } from "../relationships/schema.ts";
import { ListLogs } from "../../room/log/schema.ts";
import { ReadMe, SignOut, SignOutEverywhere } from "./schema.ts";

/* S8: once signing out has answered, no request and no stream of that record succeeds. */
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

/** Asks on and on, and keeps what was asked when, and how it was answered. */
function asker(cookie: string) {
  const state = { going: true };
  const answered: Array<{ readonly asked: number; readonly status: number }> = [];
  const run = async () => {
    for (let turn = 0; state.going; turn += 1) {
      const asked = performance.now();
      const operation = ([ReadMe, ListLogs, ListRelationships] as const)[turn % 3] ?? ReadMe;
      const { status } = await server.call(operation, {}, cookie);
      answered.push({ asked, status });
      // Real requests come from outside; without this, twenty askers would never let anything else run.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const done = run();
  return {
    answered,
    /** Waits until it has been answered so many times more. */
    async more(times: number) {
      const until = answered.length + times;
      while (answered.length < until) await new Promise((resolve) => setImmediate(resolve));
    },
    async stop() {
      state.going = false;
      await done;
    },
  };
}

it.each([
  ["here", SignOut],
  ["everywhere", SignOutEverywhere],
] as const)("signing out %s ends everything at once, in the middle of a crowd of requests", async (_, operation) => {
  for (let round = 0; round < 10; round += 1) {
    const { cookie } = await server.signIn("Ana", `ana.${operation.id}.${round}@northwind.example`);
    const stream = await fetch(`http://127.0.0.1:${server.port}/api/live`, { headers: { cookie } });
    expect(stream.status).toBe(200);
    const crowd = Array.from({ length: 20 }, () => asker(cookie));
    await Promise.all(crowd.map((one) => one.more(2)));
    const out = await server.call(operation, {}, cookie);
    const revoked = performance.now();
    expect(out.status).toBe(200);
    await Promise.all(crowd.map((one) => one.more(3)));
    await Promise.all(crowd.map((one) => one.stop()));
    const later = crowd.flatMap(({ answered }) => answered.filter(({ asked }) => asked > revoked));
    expect(later.length).toBeGreaterThan(0);
    expect(later.filter(({ status }) => status !== 401)).toEqual([]);
    expect(crowd.flatMap(({ answered }) => answered).some(({ status }) => status === 200)).toBe(true);
    // The stream has ended, not merely fallen silent.
    await stream.text();
  }
});
