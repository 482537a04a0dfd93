/** Writes a log's batches to the device: everything of one batch in one commit, or nothing of it. */
import { saveVerified, hex } from "@oakroom/crypto";
import type { LogId } from "../../values/id.ts";
import type { Session } from "../session.ts";
import type { Change, Key, LogRecord } from "../store.ts";
import type { Line } from "./content.ts";
import { sealLines } from "./keeping.ts";
import type { Taken } from "./taking.ts";

/** Many small batches are joined into one above this number. */
const mostChunks = 64;

const longPage = 100;

/** One log's place on the device. */
export class LogSaver {
  readonly #session: Session;
  readonly #log: LogId;
  #next = 1;
  #chunks = 0;
  #writing: Promise<void> = Promise.resolve();
  #under = 0;

  constructor(session: Session, log: LogId) {
    this.#session = session;
    this.#log = log;
  }

  /** Says what lies there already. */
  begin(next: number, chunks: number): void {
    this.#next = next;
    this.#chunks = chunks;
  }

  /**
   * Saves a batch with the log's record, as both are now; on the disk when it resolves, and never before what was saved
   * earlier. Who does not wait loses nothing that the server lacks. After a failure nothing more is written.
   */
  save(
    record: LogRecord,
    lines: ReadonlyArray<Line>,
    taken: Pick<Taken, "placed" | "accepted">,
    more: ReadonlyArray<Change>,
  ): Promise<void> {
    const key = [this.#log, this.#next] as const;
    const changes: Change[] = [...more, { put: "log", key: [this.#log, 0], value: record }];
    if (taken.placed.length > 0) changes.push({ put: "verified", key, value: [saveVerified(taken.placed)] });
    if (taken.accepted.length > 0) {
      const entries = taken.accepted.map(({ hash, bytes }) => ({ hash: hex(hash), bytes }));
      changes.push({ put: "sealed", key, value: { entries } });
    }
    const readable = lines.filter(({ content }) => content.is !== "shut");
    if (taken.placed.length > 0 || readable.length > 0) {
      this.#next += 1;
      this.#chunks += 1;
    }
    return this.#after(() => this.#commit(changes, key, readable));
  }

  async #commit(changes: Change[], key: Key, readable: ReadonlyArray<Line>): Promise<void> {
    const { host, ending, readableKey } = this.#session;
    if (readable.length > 0) changes.push({ put: "readable", key, value: await sealLines(readableKey, readable) });
    // Locked meanwhile: nothing that can be read is left behind.
    if (ending.signal.aborted) return;
    if ((await host.store.commit(changes)) === "taken") throw new Error("another writer of this device was here");
  }

  /** One write after the other. */
  #after(write: () => Promise<void>): Promise<void> {
    this.#under += 1;
    const written = this.#writing.then(write).finally(() => {
      this.#under -= 1;
    });
    this.#writing = written;
    // Whoever waits for a later write hears of it.
    written.catch(() => undefined);
    return written;
  }

  /** True where so many entries of the server need not wait for the disk: they are many, or come behind many. */
  mayLag(count: number): boolean {
    return count > longPage || this.#under > 0;
  }

  /** Resolves once everything saved so far is on the disk. */
  written(): Promise<void> {
    return this.#writing;
  }

  /** Joins small batches, so that the log opens fast. `lines` are all that can be read. */
  async compact(lines: ReadonlyArray<Line>): Promise<void> {
    if (this.#chunks <= mostChunks) return;
    const key = [this.#log, this.#next] as const;
    this.#next += 1;
    this.#chunks = 1;
    await this.#after(() => this.#join(key, lines));
  }

  async #join(key: Key, lines: ReadonlyArray<Line>): Promise<void> {
    const { host, ending, readableKey } = this.#session;
    const scope = this.#log;
    const [verified, sealed] = await Promise.all([
      host.store.list("verified", scope),
      host.store.list("sealed", scope),
    ]);
    const readable = await sealLines(
      readableKey,
      lines.filter(({ content }) => content.is !== "shut"),
    );
    if (ending.signal.aborted) return;
    await host.store.commit([
      { clear: "verified", scope },
      { clear: "sealed", scope },
      { clear: "readable", scope },
      { put: "verified", key, value: verified.flatMap(({ value }) => value) },
      { put: "sealed", key, value: { entries: sealed.flatMap(({ value }) => value.entries) } },
      { put: "readable", key, value: readable },
    ]);
  }

  /** Removes all batches: they will be written anew. */
  async clear(): Promise<void> {
    const scope = this.#log;
    await this.#session.host.store.commit([
      { clear: "verified", scope },
      { clear: "sealed", scope },
      { clear: "readable", scope },
    ]);
    this.begin(1, 0);
  }
}
