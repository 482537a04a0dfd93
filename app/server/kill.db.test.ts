/**
 * S1: what was acknowledged survives kill -9. The real program runs in a process of its own; people write through HTTP;
 * it is killed at moments that a seed decides, started again, and asked for everything.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { request } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Place } from "../features/room/log/schema.ts";
import { openRoomLog } from "../features/room/log/store.ts";
import { newId, readPage, Writer } from "../features/room/log/testing.ts";
import { AccountId, LogId, SignInId } from "../values/id.ts";
import { dayLength, Instant, later } from "../values/instant.ts";
import { hashToken } from "./chance.ts";
import { openMigrated } from "./database/open.ts";
import { type FreshDatabase, freshDatabase } from "./database/testing.ts";

const kills = 60;
const seed = Number(process.env["OAKROOM_TEST_SEED"] ?? 20_261_001);

/** Somebody with a room, who sends one item after the other. */
interface Person {
  readonly cookie: string;
  readonly logId: LogId;
  readonly writer: Writer;
  /** What the server has acknowledged: running number to hash. */
  readonly acknowledged: Map<number, string>;
  /** Sent, and never answered: sent again, byte for byte. */
  waiting: Uint8Array | undefined;
  /** Everything up to here has been read back. */
  read: number;
}

let at: FreshDatabase;
const people: Person[] = [];
let child: ChildProcess | undefined;

beforeAll(async () => {
  at = await freshDatabase();
  const db = await openMigrated(at);
  for (let number = 0; number < 6; number += 1) {
    const [accountId, otherId] = [AccountId.parse(newId()), AccountId.parse(newId())];
    const logId = LogId.parse(newId());
    const token = newId();
    const now = Instant.parse(Date.now());
    await db.write(async (writer) => {
      for (const id of [accountId, otherId]) {
        await writer
          .insertInto("account")
          .values({ id, email: id, email_key: id, name: "Ana", created_at: now })
          .execute();
      }
      await writer
        .insertInto("sign_in")
        .values({
          id: SignInId.parse(newId()),
          account_id: accountId,
          token_hash: hashToken("sign-in", token),
          created_at: now,
          expires_at: later(now, dayLength),
          revoked_at: null,
        })
        .execute();
      await openRoomLog(writer, logId, [accountId, otherId], now);
    });
    const writer = new Writer(accountId);
    people.push({ cookie: `oakroom=${token}`, logId, writer, acknowledged: new Map(), waiting: undefined, read: 0 });
  }
  await db.close();
});

afterAll(async () => {
  child?.kill("SIGKILL");
  await at.end();
});

/** Starts the program; the answer is the port, once it says that it is ready. */
async function start(): Promise<number> {
  const { OAKROOM_SMTP_URL: _, ...around } = process.env;
  const env = {
    ...around,
    OAKROOM_PORT: "0",
    OAKROOM_DATA: at.dataFolder,
    // Starting is most of what this test does; a clean end keeps the compiled program for the next start.
    NODE_COMPILE_CACHE: join(at.dataFolder, "compiled"),
    ...(at.databaseUrl ? { DATABASE_URL: at.databaseUrl } : { DATABASE_URL: "" }),
  };
  const started = spawn(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url))], { env });
  child = started;
  let said = "";
  return new Promise((resolve, reject) => {
    started.on("exit", (code, signal) => reject(new Error(`the program ended with ${code ?? signal}: ${said}`)));
    started.stderr.on("data", (piece: Buffer) => (said += piece.toString()));
    started.stdout.on("data", (piece: Buffer) => {
      said += piece.toString();
      const port = /ready at http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
  });
}

/** Ends the program; the answer is its exit code. */
async function end(signal: "SIGKILL" | "SIGTERM"): Promise<unknown> {
  const ended = new Promise((resolve) => child?.on("exit", resolve));
  child?.kill(signal);
  return ended;
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** One request; fails where the connection does. */
function ask(port: number, person: Person, path: string, body?: Uint8Array): Promise<Answer> {
  const headers = { cookie: person.cookie, origin: `http://localhost:${port}`, "content-type": "application/cbor" };
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: "127.0.0.1",
        path: `/api/logs/${person.logId}/entries${path}`,
        method: body ? "POST" : "GET",
        headers,
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces) }));
        answer.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Writes until the server is gone. */
async function writeOn(port: number, person: Person): Promise<void> {
  for (;;) {
    person.waiting ??= person.writer.item(person.logId, { bucket: 256 });
    let answer: Answer;
    try {
      answer = await ask(port, person, "?kind=item", person.waiting);
    } catch {
      return;
    }
    expect(answer.status).toBe(200);
    const { number } = Place.parse(JSON.parse(answer.body.toString()));
    expect(person.acknowledged.has(number)).toBe(false);
    person.acknowledged.set(number, hashOf(person.waiting));
    person.waiting = undefined;
  }
}

/** Reads what is there after `person.read`, and answers how many acknowledged entries are missing or altered. */
async function readBack(port: number, person: Person): Promise<number> {
  const found = new Map<number, string>();
  let after = person.read;
  for (;;) {
    const { status, body } = await ask(port, person, `?after=${after}`);
    expect(status).toBe(200);
    const { entries, lastNumber } = readPage(body);
    for (const [number, , bytes] of entries) found.set(number, hashOf(bytes));
    after = entries.at(-1)?.[0] ?? lastNumber;
    if (after >= lastNumber) break;
  }
  const expected = [...person.acknowledged].filter(([number]) => number > person.read);
  person.read = after;
  return expected.filter(([number, hash]) => found.get(number) !== hash).length;
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function dice(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it(`loses nothing that it acknowledged in ${kills} kills`, { timeout: 600_000 }, async () => {
  const roll = dice(seed);
  const starts: number[] = [];
  let lost = 0;
  await start();
  expect(await end("SIGTERM")).toBe(0);
  for (let round = 0; round < kills; round += 1) {
    const begun = performance.now();
    const port = await start();
    starts.push(performance.now() - begun);
    for (const person of people) lost += await readBack(port, person);
    const writing = Promise.allSettled(people.map((person) => writeOn(port, person)));
    await new Promise((resolve) => setTimeout(resolve, 10 + roll() * 190));
    await end("SIGKILL");
    for (const wrote of await writing) expect(wrote).toMatchObject({ status: "fulfilled" });
  }
  const port = await start();
  for (const person of people) {
    person.read = 0;
    lost += await readBack(port, person);
  }
  await end("SIGKILL");
  const acknowledged = people.reduce((sum, person) => sum + person.acknowledged.size, 0);
  const sorted = starts.toSorted((a, b) => a - b).map((ms) => Math.round(ms));
  process.stdout.write(
    `seed ${seed}: ${kills} kills, ${acknowledged} acknowledged, ${lost} lost; start ${sorted[Math.floor(sorted.length / 2)]} ms (median), ${sorted.at(-1)} ms (longest)\n`,
  );
  expect(lost).toBe(0);
  expect(acknowledged).toBeGreaterThan(kills * people.length);
});
