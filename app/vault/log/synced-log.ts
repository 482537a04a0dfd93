/** One log, kept in step with the server: taken, verified, opened, folded, and written to in order. */
import { type Log, type Verdict, bundleOf, foldOrder, hex, saveLog, takeCut, takeRecords } from "@oakroom/crypto";
import type { States } from "../../features/room/state/rules.ts";
import { type AccountId, type ItemId, type LogId } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import type { Session } from "../session.ts";
import type { Change, LogRecord } from "../store.ts";
import type { Stop } from "../vault.ts";
import type { Entry } from "../wire.ts";
import type { Content, Line } from "./content.ts";
import type { Folding, LogCore, LogFacts, LogKind, LogOwner } from "./core.ts";
import { EpochKeys } from "./epochs.ts";
import { loadLog, sealedItems, sealedOf } from "./loading.ts";
import { LogMemory } from "./memory.ts";
import { Outbox } from "./outbox.ts";
import { startVerifier, takeNewBundles } from "./membership.ts";
import { type Reader, readAgain, readLines } from "./reading.ts";
import { LogSaver } from "./saver.ts";
import { verifyTexts } from "./signed.ts";
import { type Handed, type Taken, itemsOf, lacksBundle, sortVerdicts } from "./taking.ts";

/** A log of the unlocked vault. */
export class SyncedLog<S extends States> implements LogCore {
  readonly id: LogId;
  readonly kind: LogKind;
  readonly members: ReadonlyArray<AccountId>;
  readonly session: Session;
  readonly memory: LogMemory<S>;
  readonly epochs: EpochKeys;
  readonly outbox: Outbox;
  readonly reader: Reader;
  readonly #owner: LogOwner;
  readonly #saver: LogSaver;
  verifier: Log | undefined;
  isOpen = true;
  stopped: Stop | undefined;
  cursor = 0;
  generation = 0;
  /** What stands behind a gap, opened where that is possible. */
  behindGaps: ReadonlyArray<Line> = [];
  damaged: LogRecord["damaged"] = [];
  #aside: ReadonlyArray<Handed> = [];
  #isOrdered = true;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(session: Session, { id, kind, members }: LogFacts, folding: Folding<S>, owner: LogOwner) {
    this.id = id;
    this.kind = kind;
    this.members = members;
    this.session = session;
    this.#owner = owner;
    this.#saver = new LogSaver(session, id);
    this.memory = new LogMemory(folding.empty, folding.parts);
    this.epochs = new EpochKeys(this);
    this.outbox = new Outbox(this);
    this.reader = {
      parts: folding.parts,
      self: folding.self,
      keyOf: (epoch) => this.epochs.keyOf(epoch),
      contentOf: (author, item) => this.contentOf(author, item),
      verify: (author, texts) => verifyTexts(id, this.#currentBundles(), author, texts),
    };
  }

  get maySend(): boolean {
    const isLive = !this.session.ending.signal.aborted && this.verifier !== undefined;
    return isLive && this.isOpen && this.stopped === undefined && this.#owner.maySend();
  }

  run<T>(task: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(task);
    this.#tail = next.catch(() => undefined);
    return next;
  }

  contentOf(author: AccountId, item: ItemId): Content | undefined {
    const line = this.memory.lineOf(item);
    return line?.author === author ? line.content : undefined;
  }

  changed(): void {
    if (!this.session.ending.signal.aborted) this.#owner.onChange();
  }

  catchUp(): Promise<"done" | "offline"> {
    return this.#owner.catchUp();
  }

  #currentBundles() {
    return this.members.flatMap((member) => (this.verifier && bundleOf(this.verifier, userOf(member))) ?? []);
  }

  /** Takes what this device kept. */
  load(): Promise<void> {
    return this.run(async () => {
      await this.epochs.load();
      const loaded = await loadLog(this.session, this.id);
      if (loaded) {
        const { isOpen, stopped, cursor, generation, damaged, aside } = loaded.record;
        Object.assign(this, { isOpen, stopped, cursor, generation, damaged });
        this.#aside = aside;
        this.#saver.begin(loaded.nextChunk, loaded.chunks);
        for (const line of loaded.lines) this.memory.put(line);
        this.verifier = loaded.verifier;
        this.#reorder([]);
        if (loaded.record.saved && !loaded.verifier) await this.#verifyAnew();
        await this.readShut();
        await this.#readNewer();
      }
      await this.outbox.load();
    });
  }

  /** The verifier's memory did not fit together: everything that lies here is verified once more. */
  async #verifyAnew(): Promise<void> {
    const sealed = await sealedOf(this.session, this.id);
    if (!this.begin()) return;
    await this.takeBundles();
    await this.#saver.clear();
    await this.#takeRecords([...sealed.map(({ bytes }) => ({ number: 0, bytes })), ...this.#aside], {
      isLast: true,
      isOwn: false,
    });
  }

  /** Starts the verifier once every member has keys. False while one has none. */
  begin(): boolean {
    this.verifier ??= startVerifier(this);
    return this.verifier !== undefined;
  }

  /** Hands the verifier what bundles came since. */
  async takeBundles(): Promise<void> {
    if (this.verifier) await takeNewBundles(this.verifier, this);
  }

  /**
   * Takes entries of the server, up to the number `cursor`. Before the last batch of a catch-up nothing is folded.
   * The answer holds the hashes of those that the log has.
   */
  take(entries: ReadonlyArray<Entry>, cursor: number, isLast: boolean): Promise<ReadonlyArray<string>> {
    return this.run(async () => {
      if (this.stopped || this.session.ending.signal.aborted || !this.begin()) return [];
      await this.takeBundles();
      for (const { kind, bytes } of entries) {
        // Cuts are rare, and each counts for what follows.
        if (kind === "cut") await this.#takeCut(bytes);
      }
      this.cursor = Math.max(this.cursor, cursor);
      const handed = [...this.#aside, ...entries.filter(({ kind }) => kind !== "cut")];
      const held = await this.#takeRecords(handed, { isLast, isOwn: false });
      if (!this.stopped) await this.epochs.fetch();
      this.changed();
      return held;
    });
  }

  async #takeCut(bytes: Uint8Array): Promise<void> {
    const undone = this.verifier && (await takeCut(this.verifier, bytes));
    if (undone === "cut-fork") await this.stop("forked");
    if (typeof undone !== "object" || undone.voided.length === 0) return;
    this.#isOrdered = false;
    await this.#saver.save(this.#record(), [], { placed: undone.voided, accepted: [] }, []);
  }

  async takeOwn(bytes: Uint8Array, changes: ReadonlyArray<Change>): Promise<Line | undefined> {
    const [hash = ""] = await this.#takeRecords([{ number: 0, bytes }], { isLast: true, isOwn: true }, changes);
    return this.memory.line(hash);
  }

  async acknowledge(number: number, changes: ReadonlyArray<Change>): Promise<void> {
    if (number === this.cursor + 1) this.cursor = number;
    await this.#saver.save(this.#record(), [], { placed: [], accepted: [] }, changes);
    this.changed();
  }

  async #takeRecords(
    handed: ReadonlyArray<Handed>,
    { isLast, isOwn }: { readonly isLast: boolean; readonly isOwn: boolean },
    changes: ReadonlyArray<Change> = [],
  ): Promise<ReadonlyArray<string>> {
    const { verifier } = this;
    if (!verifier) return [];
    const taken = sortVerdicts(handed, await this.#judge(verifier, handed));
    this.#keepDamaged(taken);
    if (!isOwn) this.#aside = taken.aside.map(({ number, bytes }) => ({ number, bytes }));
    const lines = await readLines(itemsOf(taken.accepted), this.reader);
    for (const line of lines) this.memory.put(line);
    this.#order(taken, isLast);
    if (isLast && !isOwn)
      this.behindGaps = await readLines(itemsOf(taken.aside.map(({ record }) => record)), this.reader);
    const seen = isOwn ? [] : this.outbox.seen(taken.held);
    await this.#saver.save(this.#record(), lines, taken, [...changes, ...seen]);
    if (taken.stop) await this.stop(taken.stop);
    return taken.held;
  }

  async #judge(verifier: Log, handed: ReadonlyArray<Handed>): Promise<ReadonlyArray<Verdict>> {
    const records = handed.map(({ bytes }) => bytes);
    const verdicts = await takeRecords(verifier, records);
    if (!lacksBundle(verdicts)) return verdicts;
    const refused = await Promise.all(this.members.map((member) => this.#owner.refreshBundles(member)));
    const stop = refused.find((word): word is Stop => word !== undefined && word !== "offline");
    if (stop) {
      await this.stop(stop);
      return verdicts;
    }
    await this.takeBundles();
    const again = await takeRecords(verifier, records);
    return verdicts.map((verdict, at) => (verdict.result === "aside" ? (again[at] ?? verdict) : verdict));
  }

  #keepDamaged({ damaged }: Taken): void {
    const known = new Set(this.damaged.map(({ number }) => number));
    const after = this.memory.order.at(-1) ?? "";
    const fresh = damaged.filter((number) => !known.has(number)).map((number) => ({ number, after }));
    if (fresh.length > 0) this.damaged = [...this.damaged, ...fresh];
  }

  #order(taken: Taken, isLast: boolean): void {
    const [first] = taken.placed;
    if (first?.type === "item" && !first.void && taken.isNewest && this.#isOrdered)
      this.memory.append([hex(first.hash)]);
    else if (first) this.#isOrdered = false;
    if (isLast && !this.#isOrdered) this.#reorder([]);
  }

  #reorder(changed: ReadonlyArray<string>): void {
    const order = this.verifier ? foldOrder(this.verifier).filter(({ type }) => type === "item") : [];
    this.memory.reorder(
      order.map(({ hash }) => hex(hash)),
      changed,
    );
    this.#isOrdered = true;
  }

  /** Reads what lies here sealed and could not be read yet. */
  async readShut(): Promise<void> {
    const isUnread = (hash: string) => (this.memory.line(hash)?.content.is ?? "shut") === "shut";
    if (!this.memory.order.some(isUnread)) return;
    const items = await sealedItems(this.session, this.id, isUnread);
    await this.#replace((await readLines(items, this.reader)).filter(({ content }) => content.is !== "shut"));
  }

  /** A newer program may know what an older one kept aside. */
  async #readNewer(): Promise<void> {
    const newer = this.memory.order
      .flatMap((hash) => this.memory.line(hash) ?? [])
      .filter(({ content }) => content.is === "newer");
    const again = await Promise.all(newer.map((line) => readAgain(line, this.reader)));
    await this.#replace(again.filter((line, at) => line !== newer[at]));
  }

  async #replace(lines: ReadonlyArray<Line>): Promise<void> {
    if (lines.length === 0) return;
    for (const line of lines) this.memory.put(line);
    this.#reorder(lines.map(({ hash }) => hash));
    await this.#saver.save(this.#record(), lines, { placed: [], accepted: [] }, []);
    this.changed();
  }

  async stop(because: Stop): Promise<void> {
    if (this.stopped) return;
    this.stopped = because;
    await this.keep();
  }

  async close(): Promise<void> {
    this.isOpen = false;
    await this.keep();
  }

  /** Writes the log's record. */
  async keep(): Promise<void> {
    await this.#saver.save(this.#record(), [], { placed: [], accepted: [] }, []);
    this.changed();
  }

  /** Joins many small batches on the disk, where there are many. */
  compact(): Promise<void> {
    return this.run(() => this.#saver.compact(this.memory.order.flatMap((hash) => this.memory.line(hash) ?? [])));
  }

  #record(): LogRecord {
    const { kind, members, isOpen, cursor, generation, damaged, stopped, verifier } = this;
    return {
      kind,
      members,
      isOpen,
      cursor,
      generation,
      damaged,
      stopped,
      saved: verifier && saveLog(verifier),
      aside: this.#aside,
    };
  }
}
