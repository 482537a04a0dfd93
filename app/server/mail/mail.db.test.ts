import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AccountId } from "../../values/id.ts";
import { Instant, later, minute, second } from "../../values/instant.ts";
import { systemChance } from "../chance.ts";
import type { Database } from "../database/database.ts";
import { openMigrated } from "../database/open.ts";
import { type FreshDatabase, freshDatabase } from "../database/testing.ts";
import { features } from "../features.ts";
import { makeLog } from "../http/log.ts";
import { type JobKind, makeRunner } from "../jobs/queue.ts";
import { addJob } from "../jobs/table.ts";
import { startServer } from "../run.ts";
import { type Mail, type Mailer, makeMailer, sendToEach } from "./mailer.ts";
import { MailDouble } from "./testing.ts";

let at: FreshDatabase;
let db: Database;
let smtp: MailDouble;
let mailer: Mailer;
let port: number;
let now: Instant;

beforeEach(async () => {
  now = Instant.parse(Date.parse("2026-10-01T08:00:00Z"));
  at = await freshDatabase();
  db = await openMigrated(at);
  smtp = new MailDouble();
  port = await smtp.listen();
  mailer = patientMailer(10_000);
});

function patientMailer(timeoutMs: number): Mailer {
  const settings = { mailFrom: "Oakroom <oakroom@localhost>", origin: "http://localhost:8480" };
  return makeMailer({ ...settings, dataFolder: at.dataFolder, smtpUrl: `smtp://127.0.0.1:${port}` }, timeoutMs);
}

afterEach(async () => {
  mailer.close();
  await smtp.close();
  await db.close();
  await at.end();
});

const count = 20;
const keys = Array.from({ length: count }, (_, number) => `invitation ${number}`);
const idOf = (key: string) => `<${key.replace(" ", "-")}@localhost>`;

async function queueAll(): Promise<void> {
  const chance = systemChance(() => now);
  const add = (effectKey: string) =>
    db.write((writer) => addJob(writer, chance, now, { kind: "mail", effectKey, payload: {}, runAt: now }));
  await Promise.all(keys.map(add));
}

function run(): Promise<number> {
  const kind: JobKind = {
    kind: "mail",
    run: ({ effect_key }) =>
      mailer.send({ to: "ana@example.org", subject: "Hello", text: "Hello", effectKey: effect_key }),
  };
  return makeRunner(db, () => now, makeLog("silent"), {
    pollMs: 5 * second,
    deadlineMs: 90 * second,
    leaseMs: 2 * minute,
    stopMs: 1,
  }).runDue([kind]);
}

/** Time passes, and jobs run whenever they are due, until none is left; at most a day. */
async function runUntilDone(): Promise<void> {
  for (let step = 0; step < 24 * 60; step += 1) {
    await run();
    const left = await db.read.selectFrom("job").select("id").where("state", "=", "ready").execute();
    if (left.length === 0) return;
    now = later(now, minute);
  }
}

async function states(): Promise<ReadonlyArray<string>> {
  const rows = await db.read.selectFrom("job").select("state").distinct().execute();
  return rows.map((row) => row.state);
}

describe("S13: the mail server", () => {
  it("takes every mail once", async () => {
    await queueAll();
    await run();
    expect(smtp.received.toSorted()).toEqual(keys.map(idOf).toSorted());
    expect(await states()).toEqual(["done"]);
  });

  it("was down and comes back: nothing is lost, nothing comes twice", async () => {
    await smtp.close();
    await queueAll();
    await run();
    now = later(now, 11 * second);
    await run();
    expect(await states()).toEqual(["ready"]);
    smtp = new MailDouble();
    await smtp.listen(port);
    await runUntilDone();
    expect(smtp.received.toSorted()).toEqual(keys.map(idOf).toSorted());
    expect(await states()).toEqual(["done"]);
  });

  it("says 451 for a while: nothing is lost, nothing comes twice", async () => {
    smtp.mode = "refuses";
    await queueAll();
    await run();
    expect(smtp.received).toEqual([]);
    smtp.mode = "takes";
    await runUntilDone();
    expect(smtp.received.toSorted()).toEqual(keys.map(idOf).toSorted());
  });

  it("takes mails and never answers: what comes twice has the Message-ID of the first", async () => {
    smtp.mode = "hangs";
    mailer.close();
    mailer = patientMailer(300);
    await queueAll();
    await run();
    expect(smtp.received.length).toBeGreaterThan(0);
    smtp.mode = "takes";
    await runUntilDone();
    expect(new Set(smtp.received)).toEqual(new Set(keys.map(idOf)));
    expect(await states()).toEqual(["done"]);
  });

  it("refuses one address of somebody: the other gets the mail; where both refuse, it is sent again later", async () => {
    const took: Array<string> = [];
    const closed = new Set(["ana@work.example"]);
    const one = {
      async send({ to, effectKey }: Mail) {
        if (closed.has(to)) throw new Error("no such mailbox");
        took.push(`${effectKey} ${to}`);
      },
    };
    const mail = { subject: "Hello", text: "Hello", effectKey: "mail" };
    const both = ["ana@work.example", "ana@home.example"];
    await sendToEach(one, both, mail);
    expect(took).toEqual(["mail:1 ana@home.example"]);
    closed.add("ana@home.example");
    await expect(sendToEach(one, both, mail)).rejects.toThrow("no such mailbox");
  });

  it("is down for good: mails are parked, where an operator sees them", async () => {
    await smtp.close();
    await queueAll();
    await runUntilDone();
    expect(await states()).toEqual(["parked"]);
  });

  it("hangs, and no request waits for it", async () => {
    smtp.mode = "hangs";
    const config = {
      port: 0,
      host: "127.0.0.1",
      dataFolder: at.dataFolder,
      databaseUrl: at.databaseUrl,
      origin: "http://localhost:8480",
      originIsSecure: true,
      mailFrom: "Oakroom <oakroom@localhost>",
      smtpUrl: `smtp://127.0.0.1:${port}`,
    };
    const server = await startServer(config, features, { clock: () => now, logLevel: "silent", version: "test" });
    const person = {
      id: AccountId.parse(server.app.chance.id()),
      email: "ana@example.org",
      email_key: "ana@example.org",
    };
    await db.write((writer) =>
      writer
        .insertInto("account")
        .values({ ...person, name: "Ana", created_at: now })
        .execute(),
    );
    const asked = await server.built.fastify.inject({
      method: "POST",
      url: "/api/sign-in",
      headers: { origin: config.origin },
      payload: { email: person.email },
    });
    expect(asked.statusCode).toBe(200);
    // The mail waits for a part of a second.
    now = later(now, 1000);
    await expect.poll(() => smtp.received.length).toBe(1);
    expect(await states()).toEqual(["ready"]);
    await smtp.close();
    await server.stop();
  });
});
