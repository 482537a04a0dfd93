import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dayLength, Instant, later, minute, second } from "../../values/instant.ts";
import { systemChance } from "../chance.ts";
import type { Database } from "../database/database.ts";
import { openMigrated } from "../database/open.ts";
import { engineUnderTest, type FreshDatabase, freshDatabase } from "../database/testing.ts";
import { makeLog } from "../http/log.ts";
import { backoffMs, type JobKind, type JobRunner, makeRunner, triesBeforeParking } from "./queue.ts";
import { addJob, forgetDone, type JobRow } from "./table.ts";

let at: FreshDatabase;
let db: Database;
let now = Instant.parse(0);
const chance = systemChance(() => now);
const runners: JobRunner[] = [];

beforeAll(async () => {
  at = await freshDatabase();
  db = await openMigrated(at);
});

beforeEach(async () => {
  now = Instant.parse(Date.parse("2026-10-01T08:00:00Z"));
  await db.write((writer) => writer.deleteFrom("job").execute());
});

afterEach(() => Promise.all(runners.splice(0).map((runner) => runner.stop())));

afterAll(async () => {
  await db.close();
  await at.end();
});

function aRunner(timing: { readonly deadlineMs?: number; readonly pollMs?: number } = {}): JobRunner {
  const lengths = { pollMs: 5 * second, deadlineMs: 90 * second, leaseMs: 2 * minute, stopMs: 20, ...timing };
  const runner = makeRunner(db, () => now, makeLog("silent"), lengths);
  runners.push(runner);
  return runner;
}

function add(kind: string, effectKey: string, runAt = now, payload: Record<string, unknown> = { to: "Ana" }) {
  return db.write((writer) => addJob(writer, chance, now, { kind, effectKey, payload, runAt }));
}

const jobs = () => db.read.selectFrom("job").selectAll().orderBy("effect_key").execute();

/** A kind that notes whom it has served. */
function noting(
  kind: string,
  run: (job: JobRow) => Promise<void> = async () => {},
): JobKind & { readonly served: string[] } {
  const served: string[] = [];
  return {
    kind,
    served,
    async run(job) {
      await run(job);
      served.push(job.effect_key);
    },
  };
}

const fail = async () => {
  throw Object.assign(new TypeError("Ana's address is ana@example.org"), { code: "EENVELOPE" });
};

describe("a job", () => {
  it("is done once, and what it held is erased", async () => {
    const mail = noting("mail");
    await add("mail", "mail to Ana", now, { token: "secret" });
    expect(await aRunner().runDue([mail])).toBe(1);
    expect(await aRunner().runDue([mail])).toBe(0);
    expect(mail.served).toEqual(["mail to Ana"]);
    expect(await jobs()).toMatchObject([{ state: "done", payload: "{}", attempts: 1 }]);
  });

  it("with the key of another is the same job, also after it was done", async () => {
    const mail = noting("mail");
    await Promise.all([add("mail", "one"), add("mail", "one"), add("mail", "one")]);
    await aRunner().runDue([mail]);
    await add("mail", "one");
    await aRunner().runDue([mail]);
    expect(mail.served).toEqual(["one"]);
  });

  it("is forgotten with its key a day after it was done, and not before", async () => {
    await add("mail", "done");
    await add("other", "waits");
    await aRunner().runDue([noting("mail")]);
    const forget = () => db.write((writer) => forgetDone(writer, now));
    now = later(now, dayLength - 1);
    await forget();
    expect(await jobs()).toMatchObject([{ effect_key: "done" }, { effect_key: "waits" }]);
    now = later(now, 1);
    await forget();
    expect(await jobs()).toMatchObject([{ effect_key: "waits", state: "ready" }]);
  });

  it("is stored with its cause, or not at all", async () => {
    const cause = db.write(async (writer) => {
      await addJob(writer, chance, now, { kind: "mail", effectKey: "one", payload: {}, runAt: now });
      throw new Error("the cause failed");
    });
    await expect(cause).rejects.toThrow("the cause failed");
    expect(await jobs()).toEqual([]);
  });

  it("waits for its time", async () => {
    const mail = noting("mail");
    await add("mail", "later", later(now, minute));
    await add("mail", "now");
    await aRunner().runDue([mail]);
    expect(mail.served).toEqual(["now"]);
    now = later(now, minute);
    await aRunner().runDue([mail]);
    expect(mail.served).toEqual(["now", "later"]);
  });

  it("runs soon after somebody wakes the runner", async () => {
    const mail = noting("mail");
    const runner = aRunner();
    runner.start([mail]);
    await runner.runDue([mail]);
    await add("mail", "one");
    runner.wake();
    await expect.poll(() => mail.served).toEqual(["one"]);
  });

  it("runs also when nobody does", async () => {
    const mail = noting("mail");
    aRunner({ pollMs: 10 }).start([mail]);
    await add("mail", "one");
    await expect.poll(() => mail.served).toEqual(["one"]);
  });
});

describe("a job that fails", () => {
  it("is tried again, later each time, and parked after eight tries; nothing of its content is kept as an error", async () => {
    const mail = noting("mail", fail);
    await add("mail", "one");
    for (let tries = 1; tries <= triesBeforeParking; tries += 1) {
      expect(await aRunner().runDue([mail])).toBe(1);
      const [job] = await jobs();
      expect(job).toMatchObject({ attempts: tries, last_error: "EENVELOPE", state: tries < 8 ? "ready" : "parked" });
      now = later(now, backoffMs(tries) - 1);
      expect(await aRunner().runDue([mail])).toBe(0);
      now = later(now, 1);
    }
    now = later(now, 24 * 60 * minute);
    expect(await aRunner().runDue([mail])).toBe(0);
    expect([1, 2, 3, 8].map(backoffMs)).toEqual([10_000, 40_000, 160_000, 21_600_000]);
  });

  it("holds up nobody: one among a hundred, first in line", async () => {
    const mail = noting("mail", async (job) => (job.effect_key === "poison" ? fail() : undefined));
    await add("mail", "poison");
    now = later(now, 1);
    await Promise.all(Array.from({ length: 99 }, (_, number) => add("mail", `mail ${number}`)));
    await aRunner().runDue([mail]);
    expect(new Set(mail.served).size).toBe(99);
    for (let tries = 1; tries < triesBeforeParking; tries += 1) {
      now = later(now, backoffMs(tries));
      await aRunner().runDue([mail]);
    }
    const states = Object.groupBy(await jobs(), (job) => job.state);
    expect([states.done?.length, states.parked?.length, states.ready?.length]).toEqual([99, 1, undefined]);
    expect(mail.served).toHaveLength(99);
  });

  it("holds up nobody when it never ends either", async () => {
    const mail = noting("mail", async (job) =>
      job.effect_key === "poison" ? new Promise(() => undefined) : undefined,
    );
    await add("mail", "poison");
    await Promise.all(Array.from({ length: 99 }, (_, number) => add("mail", `mail ${number}`, later(now, 1))));
    now = later(now, 1);
    const runner = aRunner({ deadlineMs: 300 });
    const ran = runner.runDue([mail]);
    await expect.poll(() => mail.served.length).toBe(99);
    expect(await ran).toBe(100);
    expect((await jobs()).find((job) => job.effect_key === "poison")).toMatchObject({
      state: "ready",
      last_error: "DeadlineError",
    });
  });

  it("because its kind is unknown here is left to a process that knows it", async () => {
    await add("other", "one");
    expect(await aRunner().runDue([noting("mail")])).toBe(0);
    expect(await jobs()).toMatchObject([{ state: "ready", attempts: 0 }]);
  });
});

describe("several processes", () => {
  it("share the work, and each job is done by one of them", async () => {
    await Promise.all(Array.from({ length: 120 }, (_, number) => add("mail", `mail ${number}`)));
    const others = await Promise.all([openMigrated(at), openMigrated(at)]);
    const served: string[] = [];
    const kind: JobKind = { kind: "mail", run: async (job) => void served.push(job.effect_key) };
    const runs = [db, ...others].map((one) => makeRunner(one, () => now, makeLog("silent")).runDue([kind]));
    const counts = await Promise.all(runs);
    expect(counts.reduce((sum, count) => sum + count)).toBe(120);
    expect([served.length, new Set(served).size]).toEqual([120, 120]);
    await Promise.all(others.map((one) => one.close()));
  });

  it("one of which is killed with kill -9 in the middle of a job: it is done by the next", async () => {
    await add("slow", "one");
    const child = fork(fileURLToPath(new URL("testing/hangs.ts", import.meta.url)), [
      at.dataFolder,
      at.databaseUrl ?? "",
    ]);
    await new Promise((resolve) => child.once("message", resolve));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    const slow = noting("slow");
    expect(await jobs()).toMatchObject([{ state: "ready", attempts: 1 }]);
    const runner = aRunner();
    if (engineUnderTest === "postgres") now = later(now, 2 * minute);
    runner.start([slow]);
    await expect.poll(() => slow.served).toEqual(["one"]);
    await expect.poll(jobs).toMatchObject([{ state: "done", attempts: 2 }]);
  });

  it("that a job kills again and again give it up", async () => {
    await add("slow", "one");
    await db.write((writer) => writer.updateTable("job").set({ attempts: triesBeforeParking }).execute());
    const slow = noting("slow");
    await aRunner().runDue([slow]);
    expect(slow.served).toEqual([]);
    expect(await jobs()).toMatchObject([{ state: "parked", last_error: "ended-with-the-process" }]);
  });
});
