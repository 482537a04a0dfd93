/** Somebody with a room who sends one sealed item after the other, and knows what was acknowledged. */
import { createHash } from "node:crypto";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { Place } from "../../app/features/room/log/schema.ts";
import { openRoomLog } from "../../app/features/room/log/store.ts";
import { newId, readPage, Writer } from "../../app/features/room/log/testing.ts";
import { hashToken } from "../../app/server/chance.ts";
import type { Database } from "../../app/server/database/database.ts";
import { openMigrated } from "../../app/server/database/open.ts";
import type { FreshDatabase } from "../../app/server/database/testing.ts";
import { AccountId, LogId, SignInId } from "../../app/values/id.ts";
import { dayLength, Instant, later } from "../../app/values/instant.ts";
import { between, type Dice } from "./dice.ts";

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: Buffer;
}

/** What became of one item: acknowledged, refused for now, or nobody knows since the connection broke. */
export type Sent = "saved" | "refused" | "unknown";

/** Whoever gets no answer for so long is left hanging, which is never right. */
const patienceMs = 30_000;
const itemBytes = 256;

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** One person, one device, one room. */
export class Sender {
  readonly cookie: string;
  readonly logId: LogId;
  /** How people reach the server, where that is not the port that is asked. */
  origin: string | undefined;
  /** Called each time that something was acknowledged. */
  onSaved: () => void = () => undefined;
  /** Broken promises, in words. */
  readonly violations: string[] = [];
  /** Running number to hash, of what was acknowledged and has not been read back. */
  readonly #acknowledged = new Map<number, string>();
  readonly #stored = new Map<string, number>();
  readonly #writer: Writer;
  readonly #itemBytes: number;
  /** Sent and not acknowledged: sent again, byte for byte. */
  #waiting: Uint8Array | undefined;
  #read = 0;
  #saved = 0;
  #refused = 0;

  constructor(writer: Writer, logId: LogId, cookie: string, bytes: number) {
    this.#writer = writer;
    this.#itemBytes = bytes;
    this.logId = logId;
    this.cookie = cookie;
  }

  /** How many items were acknowledged. */
  get saved(): number {
    return this.#saved;
  }

  /** How often the server said that it is busy. */
  get refused(): number {
    return this.#refused;
  }

  /** Sends the item that is waiting, or a new one. */
  async send(port: number): Promise<Sent> {
    const item = (this.#waiting ??= this.#writer.item(this.logId, { bucket: this.#itemBytes }));
    const answer = await this.ask(port, "?kind=item", item).catch((error: unknown) => {
      if (error instanceof Unanswered) this.violations.push(`no answer within ${patienceMs} ms`);
      return undefined;
    });
    if (!answer) return "unknown";
    if (answer.status === 200) {
      this.#keep(Place.parse(JSON.parse(answer.body.toString())).number, hashOf(item));
      return "saved";
    }
    this.#refused += 1;
    if (answer.status !== 503 || !answer.retryAfter)
      this.violations.push(`answered ${answer.status} ${answer.retryAfter ? "" : "without Retry-After"}`);
    return "refused";
  }

  /** Begins to send the item that is waiting, and stops after the first bytes of the request; the answer goes on with it. */
  beginToSend(port: number, bytes: number): { readonly socket: Socket; readonly rest: () => void } {
    const item = (this.#waiting ??= this.#writer.item(this.logId, { bucket: this.#itemBytes }));
    const { path, headers } = this.#requestOf(port, "?kind=item");
    const lines = Object.entries({ host: `localhost:${port}`, "content-length": String(item.length), ...headers });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const whole = Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n`), item]);
    const socket = connect(port, "127.0.0.1");
    socket.write(whole.subarray(0, bytes));
    return { socket, rest: () => void socket.write(whole.subarray(bytes)) };
  }

  /** Sends until the server is gone, or says no, or `isOver`. */
  async sendOn(port: number, isOver: () => boolean = () => false): Promise<void> {
    while (!isOver()) if ((await this.send(port)) !== "saved") return;
  }

  /** Reads what is new and compares it with what was acknowledged. */
  async readBack(port: number): Promise<void> {
    const found = new Map<number, string>();
    for (;;) {
      const { status, body } = await this.ask(port, `?after=${this.#read}`);
      if (status !== 200) return void this.violations.push(`reading answered ${status}`);
      const { entries, lastNumber } = readPage(body);
      for (const [number, , bytes] of entries) this.#find(number, hashOf(bytes), found);
      if (this.#read >= lastNumber) break;
      if (entries.length === 0) return void this.violations.push(`the log says ${lastNumber} and ends before`);
    }
    for (const [number, hash] of this.#acknowledged)
      if (found.get(number) !== hash) this.violations.push(`entry ${number} was acknowledged and is not there`);
    this.#acknowledged.clear();
  }

  /** Takes the whole log for unread, so that the next reading compares all of it. */
  forget(): void {
    for (const [hash, number] of this.#stored) this.#acknowledged.set(number, hash);
    this.#stored.clear();
    this.#read = 0;
  }

  /** One request to the log; fails where the connection does. */
  ask(port: number, path: string, body?: Uint8Array): Promise<Answer> {
    const method = body ? "POST" : "GET";
    const all = { port, host: "127.0.0.1", method, ...this.#requestOf(port, path) };
    return new Promise((resolve, reject) => {
      const asked = request({ ...all, agent: false, timeout: patienceMs }, (answer) => {
        const pieces: Buffer[] = [];
        const retryAfter = answer.headers["retry-after"];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, retryAfter, body: Buffer.concat(pieces) }));
        answer.on("error", reject);
      });
      asked.on("timeout", () => asked.destroy(new Unanswered("no answer")));
      asked.on("error", reject);
      asked.end(body);
    });
  }

  #requestOf(port: number, query: string) {
    const headers = {
      cookie: this.cookie,
      origin: this.origin ?? `http://localhost:${port}`,
      "content-type": "application/cbor",
    };
    return { path: `/api/logs/${this.logId}/entries${query}`, headers };
  }

  #keep(number: number, hash: string): void {
    this.#saved += 1;
    this.#waiting = undefined;
    // Sent again after a broken connection: it may have been stored, and read back, before it was acknowledged.
    const stored = this.#stored.get(hash);
    if (stored === undefined ? this.#acknowledged.has(number) : stored !== number)
      this.violations.push(`number ${number} was given twice`);
    if (stored === undefined) this.#acknowledged.set(number, hash);
    this.onSaved();
  }

  #find(number: number, hash: string, found: Map<number, string>): void {
    if (number !== this.#read + 1) this.violations.push(`entry ${number} follows ${this.#read}`);
    if (this.#stored.has(hash)) this.violations.push(`entry ${number} is stored twice`);
    this.#read = number;
    this.#stored.set(hash, number);
    found.set(number, hash);
  }
}

class Unanswered extends Error {}

/** Makes people with rooms of their own in a database that no server uses yet. */
export async function sendersAt(
  at: Pick<FreshDatabase, "dataFolder" | "databaseUrl">,
  many: number,
  bytes: number = itemBytes,
): Promise<ReadonlyArray<Sender>> {
  const db = await openMigrated(at);
  try {
    return await Promise.all(Array.from({ length: many }, () => aSender(db, bytes)));
  } finally {
    await db.close();
  }
}

async function aSender(db: Database, bytes: number): Promise<Sender> {
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
    const [id, token_hash] = [SignInId.parse(newId()), hashToken("sign-in", token)];
    const signIn = { id, account_id: accountId, token_hash, created_at: now, expires_at: later(now, dayLength) };
    await writer
      .insertInto("sign_in")
      .values({ ...signIn, revoked_at: null })
      .execute();
    await openRoomLog(writer, logId, [accountId, otherId], now);
  });
  return new Sender(new Writer(accountId), logId, `oakroom=${token}`, bytes);
}

/** All broken promises of several, once everything has been read back from the beginning. */
export async function audit(port: number, senders: ReadonlyArray<Sender>): Promise<ReadonlyArray<string>> {
  for (const sender of senders) sender.forget();
  await Promise.all(senders.map((sender) => sender.readBack(port)));
  return senders.flatMap(({ violations }) => violations);
}

const longestMs = 60_000;

/** Sends until somebody's item is saved; the answer is how long that took, in ms. */
export async function untilSaved(port: number, sender: Sender): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const sent = await sender.send(port);
    const tookMs = performance.now() - begun;
    if (sent === "saved") return tookMs;
    if (tookMs > longestMs) sender.violations.push(`nothing was saved for ${longestMs} ms`);
    if (tookMs > longestMs) return tookMs;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Waits until people who write have had some items acknowledged, at most so many, and some milliseconds more; how many says the seed,
 * whatever else the machine does. Ends where all of them have stopped.
 */
export async function untilInMidst(
  senders: ReadonlyArray<Sender>,
  writing: ReadonlyArray<Promise<void>>,
  roll: Dice,
  most: number,
): Promise<void> {
  let left = between(roll, 1, most);
  const moreMs = between(roll, 0, 10);
  const enough = new Promise<void>((resolve) => {
    for (const sender of senders)
      sender.onSaved = () => {
        left -= 1;
        if (left === 0) resolve();
      };
  });
  await Promise.race([enough, Promise.all(writing)]);
  await new Promise((resolve) => setTimeout(resolve, moreMs));
}

/** How many items several have had acknowledged, and how often they were refused. */
export function countOf(senders: ReadonlyArray<Sender>): string {
  const sum = (of: (sender: Sender) => number) => senders.reduce((all, sender) => all + of(sender), 0);
  return `${sum(({ saved }) => saved)} acknowledged, ${sum(({ refused }) => refused)} told to come back`;
}
