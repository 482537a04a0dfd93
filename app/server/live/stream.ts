/** One live connection: server-sent events (HTML standard, section 9.2) to one person, no faster than they are taken. */
import type { ServerResponse } from "node:http";
import { toBase64url } from "../../values/bytes.ts";
import type { AccountId, LogId, SignInId } from "../../values/id.ts";
import type { Clock } from "../../values/instant.ts";
import { type Cursor, writeCursor } from "./cursor.ts";
import type { Fact, Listener } from "./hub.ts";
import type { LivePerson, LiveSource, LogPosition } from "./source.ts";

/** How many entries are read at once; what has been read waits in memory for the connection. */
const pageLimit = 20;
/** So many facts wait at most. Whoever takes none for so long comes back and fetches everything. */
const factLimit = 200;

/** What all streams of a process share. */
export interface StreamHost {
  readonly source: LiveSource;
  readonly clock: Clock;
  /** A defect while reading; the stream ends, and its client comes back. */
  defect(error: unknown): void;
}

/** One live connection. */
export class LiveStream implements Listener {
  readonly accountId: AccountId;
  readonly signInId: SignInId;
  readonly #host: StreamHost;
  readonly #out: ServerResponse;
  #generation = 0;
  #numbers = new Map<LogId, number>();
  /** Made when needed: most streams are silent most of the time. */
  #changed: Set<LogId> | undefined;
  #facts: Fact[] | undefined;
  /** Until the stream stands somewhere, nothing goes out, and what is announced waits. */
  #pumping = true;
  #waiting: (() => void) | undefined;
  #held = false;

  constructor(host: StreamHost, person: LivePerson, out: ServerResponse) {
    this.accountId = person.accountId;
    this.signInId = person.signInId;
    this.#host = host;
    this.#out = out;
  }

  /** Begins at a place, and says which: an id without an event. `logs` is what the database held a moment ago. */
  begin({ generation, numbers }: Cursor, logs: ReadonlyArray<LogPosition>): void {
    this.#generation = generation;
    this.#numbers = new Map(numbers);
    this.#out.write(`id: ${this.#cursor()}\n\n`);
    this.#pumping = false;
    this.compare(logs);
    this.#wake();
  }

  logChanged(logId: LogId): void {
    this.#changed ??= new Set();
    this.#changed.add(logId);
    this.#wake();
  }

  factChanged(fact: Fact): void {
    this.#facts ??= [];
    if (this.#facts.some((one) => one.about === fact.about && one.id === fact.id)) return;
    if (this.#facts.length === factLimit) return this.end();
    this.#facts.push(fact);
    this.#wake();
  }

  /** What the database says now: a stream looks again wherever it is behind. */
  compare(logs: ReadonlyArray<LogPosition>): void {
    for (const { logId, lastNumber } of logs) {
      if (lastNumber > (this.#numbers.get(logId) ?? 0)) this.logChanged(logId);
    }
  }

  /** Keeps the connection open with a comment line. A client that took nothing since the last one is given up. */
  beat(): void {
    const stuck = this.#out.writableNeedDrain;
    if (stuck && this.#held) return void this.#out.destroy();
    this.#held = stuck;
    if (!stuck) this.#out.write(":\n\n");
  }

  end(): void {
    // Whoever does not take what was sent before would not take the end either.
    if (this.#out.writableNeedDrain) this.#out.destroy();
    else this.#out.end();
    this.#waiting?.();
  }

  #wake(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    this.#pump().catch((error: unknown) => {
      this.#host.defect(error);
      this.end();
    });
  }

  async #pump(): Promise<void> {
    for (;;) {
      const next = this.#facts?.shift() ?? this.#changed?.values().next().value;
      if (next === undefined || this.#out.writableEnded || this.#out.destroyed) break;
      // oxlint-disable-next-line no-await-in-loop -- no faster than the client takes it
      if (typeof next === "string") await this.#sendEntries(next);
      // oxlint-disable-next-line no-await-in-loop -- no faster than the client takes it
      else await this.#send(`event: fact\ndata: ${JSON.stringify(next)}\n\n`);
    }
    this.#facts = undefined;
    this.#changed = undefined;
    this.#pumping = false;
  }

  async #sendEntries(logId: LogId): Promise<void> {
    // Taken off before reading: what is appended meanwhile puts it back.
    this.#changed?.delete(logId);
    const after = this.#numbers.get(logId) ?? 0;
    const { source, clock } = this.#host;
    const entries = await source.entries(this, logId, after, pageLimit, clock());
    if (entries.length === pageLimit) this.#changed?.add(logId);
    for (const { number, kind, bytes } of entries) {
      this.#numbers.set(logId, number);
      const data = JSON.stringify({ log: logId, number, kind, entry: toBase64url(bytes) });
      // oxlint-disable-next-line no-await-in-loop -- no faster than the client takes it
      await this.#send(`id: ${this.#cursor()}\nevent: item\ndata: ${data}\n\n`);
      if (this.#out.writableEnded || this.#out.destroyed) return;
    }
  }

  #cursor(): string {
    return writeCursor({ generation: this.#generation, numbers: this.#numbers });
  }

  async #send(text: string): Promise<void> {
    if (this.#out.writableEnded || this.#out.destroyed || this.#out.write(text)) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        this.#out.off("drain", go);
        this.#out.off("close", go);
        this.#waiting = undefined;
        resolve();
      };
      this.#waiting = go;
      this.#out.on("drain", go);
      this.#out.on("close", go);
    });
  }
}
