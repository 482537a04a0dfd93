/**
 * Carries hints between the processes of one PostgreSQL database by LISTEN/NOTIFY, on one connection of its own.
 * A hint may be lost (the connection breaks, or a process is killed before it speaks): `StreamKeeper` looks behind them.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import * as z from "zod/mini";
import { AccountId, LogId } from "../../values/id.ts";
import { serverLock } from "../database/postgres.ts";
import type { Log } from "../http/log.ts";
import { LockedError } from "../lock.ts";
import type { Live } from "./hub.ts";

const channel = "oakroom_live";

const People = z.array(AccountId);
const Hint = z.union([
  z.strictObject({ log: LogId, people: People }),
  z.strictObject({
    about: z.enum(["relationship", "match", "keys", "programme", "me", "disclosure"]),
    id: z.string(),
    people: People,
  }),
  z.strictObject({ end: AccountId }),
]);
type Hint = z.infer<typeof Hint>;
const Message = z.strictObject({ from: z.string(), hints: z.array(Hint) });

/** PostgreSQL takes 8,000 bytes a notification; a hint for a hundred people has about 4,000. */
const hintsBytes = 3500;
const peopleAtOnce = 100;
/** What is told while the connection is broken waits for the next, up to here. */
const mostQueued = 5000;
const waitsMs = { first: 200, most: 5000 };

/** A hub that hears and tells other processes. */
export interface Bridge {
  readonly live: Live;
  readonly close: () => Promise<void>;
}

/**
 * Connects the hub of this process with the others. `onBack` is called after a break, when hints arrive again.
 * While the connection stands it holds the lock by which `restore` sees that a server runs.
 * Throws `LockedError` where a restore is under way.
 */
export async function bridgeHub(hub: Live, url: string, log: Log, onBack: () => Promise<void>): Promise<Bridge> {
  const wire = new Wire(hub, url, log, onBack);
  await wire.connect();
  const live: Live = {
    logChanged(logId, members) {
      hub.logChanged(logId, members);
      wire.tell({ log: logId, people: [...members] });
    },
    factChanged({ about, id }, people) {
      hub.factChanged({ about, id }, people);
      for (let at = 0; at < people.length; at += peopleAtOnce) {
        wire.tell({ about, id, people: people.slice(at, at + peopleAtOnce) });
      }
    },
    endAll(person) {
      hub.endAll(person);
      wire.tell({ end: person });
    },
    endEverything: () => hub.endEverything(),
    listen: (listener) => hub.listen(listener),
    get listening() {
      return hub.listening;
    },
    get deaf() {
      return wire.deaf;
    },
    timing: hub.timing,
  };
  return { live, close: () => wire.close() };
}

class Wire {
  readonly #hub: Live;
  readonly #url: string;
  readonly #log: Log;
  readonly #onBack: () => Promise<void>;
  readonly #me: string = randomUUID();
  #client: pg.Client | undefined;
  #queue: Hint[] = [];
  #telling = false;
  #closed = false;
  #tries = 0;
  #again: NodeJS.Timeout | undefined;

  constructor(hub: Live, url: string, log: Log, onBack: () => Promise<void>) {
    this.#hub = hub;
    this.#url = url;
    this.#log = log;
    this.#onBack = onBack;
  }

  get deaf(): boolean {
    return this.#client === undefined;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: "oakroom live", keepAlive: true });
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client));
    client.on("notification", ({ payload }) => this.#hear(payload ?? ""));
    await client.connect();
    try {
      const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock_shared($1) as free", [
        serverLock,
      ]);
      if (!rows[0]?.free)
        throw new LockedError("A backup is being restored into this database. Wait until it is done.");
      await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    this.#tries = 0;
    this.#client = client;
    void this.#flush();
  }

  tell(hint: Hint): void {
    if (this.#queue.length === mostQueued) return;
    if (this.#queue.length === 0) setImmediate(() => void this.#flush());
    this.#queue.push(hint);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#client?.end();
  }

  /** Says what has gathered, once there is a connection; what gathers meanwhile goes with the next message. */
  async #flush(): Promise<void> {
    const client = this.#client;
    if (this.#telling || !client) return;
    this.#telling = true;
    try {
      while (this.#queue.length > 0) {
        const hints = portion(this.#queue);
        const payload = JSON.stringify({ from: this.#me, hints });
        // oxlint-disable-next-line no-await-in-loop -- one connection says one thing after the other
        await client.query("select pg_notify($1, $2)", [channel, payload]);
        this.#queue.splice(0, hints.length);
      }
    } catch (error) {
      this.#lost(client, error);
    } finally {
      this.#telling = false;
    }
  }

  #hear(payload: string): void {
    const message = Message.safeParse(parseJson(payload)).data;
    if (!message || message.from === this.#me) return;
    for (const hint of message.hints) {
      if ("log" in hint) this.#hub.logChanged(hint.log, hint.people);
      else if ("end" in hint) this.#hub.endAll(hint.end);
      else this.#hub.factChanged({ about: hint.about, id: hint.id }, hint.people);
    }
  }

  #lost(client: pg.Client, error?: unknown): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (this.#closed) return;
    if (error) this.#log.defect("live bridge", error);
    void client.end().catch(() => undefined);
    this.#reconnect();
  }

  #reconnect(): void {
    const whole = Math.min(waitsMs.first * 2 ** this.#tries, waitsMs.most);
    this.#tries = Math.min(this.#tries + 1, 10);
    const wait = whole / 2 + (Math.random() * whole) / 2;
    this.#again = setTimeout(() => void this.#tryAgain(), wait).unref();
  }

  async #tryAgain(): Promise<void> {
    try {
      await this.connect();
    } catch {
      if (!this.#closed) this.#reconnect();
      return;
    }
    if (this.#closed) return this.close();
    await this.#onBack().catch((error: unknown) => this.#log.defect("live bridge", error));
  }
}

/** The first hints, as many as one message takes. */
function portion(hints: ReadonlyArray<Hint>): ReadonlyArray<Hint> {
  let bytes = 0;
  const enough = hints.findIndex((hint) => (bytes += JSON.stringify(hint).length) > hintsBytes);
  return enough === -1 ? hints.slice() : hints.slice(0, enough + 1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
