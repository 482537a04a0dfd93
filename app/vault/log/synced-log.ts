/** One log, kept in step with the server: taken, verified, opened, folded, and written to in order. */
import { type Log, hex } from "@oakroom/crypto";
import type { States } from "../../features/room/state/rules.ts";
import { type AccountId, type ItemId, type LogId } from "../../values/id.ts";
import type { Session } from "../session.ts";
import type { Change, LogRecord } from "../store.ts";
import type { Stop } from "../vault.ts";
import type { Entry } from "../wire.ts";
import type { Content, Line } from "./content.ts";
import { placesIn, readLate, takeCuts } from "./cuts.ts";
import { type Folding, type LogCore, type LogFacts, type LogKind, type LogOwner, type Takes, mayPass } from "./core.ts";
import { Erasing, takeErasures } from "./erasing.ts";
import { EpochKeys } from "./epochs.ts";
import { loadLog, recordOf, sealedOf } from "./loading.ts";
import { LogMemory } from "./memory.ts";
import { Outbox } from "./outbox.ts";
import { startVerifier, takeNewBundles } from "./membership.ts";
import { readerOf } from "./reader.ts";
import type { Reader } from "./reading.ts";
import { Returning, hasPlace } from "./returning.ts";
import { LogSaver } from "./saver.ts";
import { Shelf } from "./unread.ts";
import { digestOf } from "./tip.ts";
import { Waiting } from "./waiting.ts";
import { type Handed, type Taken, itemsOf, judge, withDamaged } from "./taking.ts";

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
  readonly saver: LogSaver;
  readonly #shelf: Shelf;
  verifier: Log | undefined;
  isOpen = true;
  takes: Takes = "all";
  stopped: Stop | undefined;
  cursor = 0;
  generation = 0;
  /** True once everything that the server had was taken: before, this device may not know its own newest record. */
  isCaughtUp = false;
  /** While a long log is read for the first time, all that is shown of it: its newest lines, signed and not yet in their place. */
  preview: ReadonlyArray<Line> | undefined;
  damaged: LogRecord["damaged"] = [];
  /** True once this run has read everything anew for a gap: where it stays, it is no lie of before. */
  hasReadAnew = false;
  tip: LogRecord["tip"];
  readonly waiting = new Waiting();
  readonly erasing = new Erasing();
  readonly returning = new Returning();
  #isOrdered = true;
  #lacksBundles = false;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(session: Session, { id, kind, members }: LogFacts, folding: Folding<S>, owner: LogOwner) {
    this.id = id;
    this.kind = kind;
    this.members = members;
    this.session = session;
    this.#owner = owner;
    this.saver = new LogSaver(session, id);
    this.memory = new LogMemory(folding.empty, folding.parts);
    this.#shelf = new Shelf(this, this.memory);
    this.epochs = new EpochKeys(this);
    this.outbox = new Outbox(this);
    this.reader = readerOf(this, folding);
  }

  get maySend(): boolean {
    if (this.session.ending.signal.aborted || !this.verifier || !this.isCaughtUp) return false;
    return this.isOpen && !this.erasing.gone && this.stopped === undefined && this.#owner.maySend();
  }

  /** True while something waits for what is not here. */
  get hasGaps(): boolean {
    return this.waiting.records.length > 0;
  }

  /** True where the server did not answer what had to be asked for what came last: somebody's keys, or those of an epoch. */
  get isUnanswered(): boolean {
    return this.#lacksBundles || this.epochs.isUnanswered;
  }

  run<T>(task: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(task);
    this.#tail = next.catch(() => undefined);
    return next;
  }

  contentOf(author: AccountId, item: ItemId): Content | undefined {
    return this.memory.lineOf(author, item)?.content ?? this.memory.partOf(author, item);
  }

  changed(): void {
    if (!this.session.ending.signal.aborted) this.#owner.onChange();
  }

  catchUp(): Promise<"done" | "offline"> {
    return this.#owner.catchUp();
  }

  load(): Promise<void> {
    return this.run(async () => {
      await this.epochs.load();
      const loaded = await loadLog(this.session, this.id);
      if (loaded) {
        const { isOpen, stopped, cursor, generation, damaged, tip, takenBack = [] } = loaded.record;
        Object.assign(this, { isOpen, stopped, cursor, generation, damaged, tip });
        this.erasing.load(loaded.record);
        this.returning.load(loaded.record);
        this.waiting.load(loaded.waiting);
        this.memory.takeBack(takenBack);
        this.saver.begin(loaded.nextChunk, loaded.chunks);
        this.#shelf.put(loaded.lines);
        this.verifier = loaded.verifier;
        this.#reorder([]);
        this.#shelf.compare();
        if (loaded.record.saved && !loaded.verifier) await this.#verifyAnew();
        await this.epochs.openKept();
        await this.readShut();
        await this.#replace(await this.#shelf.readNewer());
      }
      await this.outbox.load();
    });
  }

  /** The verifier's memory did not fit together: everything that lies here is verified once more. */
  async #verifyAnew(): Promise<void> {
    const sealed = await sealedOf(this.session, this.id);
    if (!this.begin()) return;
    await this.takeBundles();
    await this.saver.clear();
    // Something may be lacking here: the server is read from the beginning, and has to have all that is here.
    this.generation = 0;
    await this.#takeRecords([...sealed.map(({ bytes }) => ({ number: 0, bytes })), ...this.waiting.records], {
      isLast: true,
      isOwn: false,
    });
  }

  /** Starts the verifier once every member has keys. False while one has none. */
  begin(): boolean {
    return (this.verifier ??= startVerifier(this)) !== undefined;
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
      if (await takeErasures(this, entries)) return [];
      await this.#takeCuts(entries.flatMap(({ kind, bytes }) => (kind === "cut" ? [bytes] : [])));
      await this.returning.look(entries);
      const tip = await digestOf(entries.at(-1)?.bytes);
      if (cursor > this.cursor) [this.cursor, this.tip] = [cursor, tip];
      const handed = [...this.waiting.records, ...entries.filter(hasPlace)];
      const held = await this.#takeRecords(handed, { isLast, isOwn: false });
      if (!this.stopped && (await this.epochs.fetch())) await this.readShut();
      if (isLast) await this.waiting.look(this.reader);
      this.changed();
      return held;
    });
  }

  async #takeCuts(came: ReadonlyArray<Uint8Array>): Promise<void> {
    const cuts = [...this.waiting.cuts, ...came];
    if (!this.verifier || cuts.length === 0) return;
    const { voided, isFork, left, taken } = await takeCuts(this.verifier, cuts, () => this.#fetchBundles());
    this.waiting.putCuts(left, taken);
    if (isFork) await this.stop("forked");
    if (voided.length === 0) return;
    this.memory.takeBack(voided.map(({ hash }) => hex(hash)));
    this.#isOrdered = false;
    await this.saver.save(recordOf(this), [], { placed: voided, accepted: [] }, []);
  }

  async takeOwn(bytes: Uint8Array, changes: ReadonlyArray<Change>): Promise<Line | undefined> {
    const [hash = ""] = await this.#takeRecords([{ number: 0, bytes }], { isLast: true, isOwn: true }, changes);
    return this.memory.line(hash);
  }

  async acknowledge(number: number, bytes: Uint8Array, changes: ReadonlyArray<Change>): Promise<void> {
    if (number === this.cursor + 1) [this.cursor, this.tip] = [number, await digestOf(bytes)];
    await this.keep([], changes);
  }

  async #takeRecords(
    handed: ReadonlyArray<Handed>,
    { isLast, isOwn }: { readonly isLast: boolean; readonly isOwn: boolean },
    changes: ReadonlyArray<Change> = [],
  ): Promise<ReadonlyArray<string>> {
    if (!this.verifier) return [];
    this.#lacksBundles = false;
    let reading: Promise<ReadonlyArray<Line>> = Promise.resolve([]);
    let isRekeyed = false;
    const taken = await judge(this.verifier, handed, {
      checkBeside: this.session.host.checkBeside,
      fetchBundles: () => this.#fetchBundles(),
      onAccepted: (records) => {
        reading = reading.then(async (before) => {
          // Keys first: what follows a new epoch is sealed under it.
          if (!isOwn && records.some(({ type }) => type === "epoch"))
            isRekeyed = (await this.epochs.fetch()) || isRekeyed;
          return [...before, ...(await this.#shelf.read(itemsOf(records)))];
        });
      },
    });
    this.damaged = withDamaged(this.damaged, taken.damaged, this.memory.order.at(-1) ?? "");
    if (!isOwn) this.waiting.put(taken.aside);
    const read = await reading;
    const late = await readLate(taken.late, this.reader);
    this.#shelf.put(late.lines);
    this.memory.takeBack([...late.lines.map(({ hash }) => hash), ...taken.undone.map(({ hash }) => hex(hash))]);
    this.#order(taken, isLast);
    const lines = [...read, ...late.lines];
    const more = [...changes, ...(isOwn ? [] : this.outbox.seen(taken.held)), ...this.waiting.changes(this.id)];
    const kept = { placed: [...taken.placed, ...taken.undone], accepted: [...taken.accepted, ...late.items] };
    // Long pages may be asked for again; the rest, and above all what this device made, is on the disk before it is shown.
    const isLong = !isOwn && this.saver.mayLag(handed.length);
    const saved = this.saver.save(recordOf(this), lines, kept, more);
    if (!isLong) await saved;
    if (isRekeyed) await this.readShut();
    if (taken.stop) await this.stop(taken.stop);
    return taken.held;
  }

  /** Fetches the newest bundles of everybody; false where what the server says stops the log. */
  async #fetchBundles(): Promise<boolean> {
    const refused = await Promise.all(this.members.map((member) => this.#owner.refreshBundles(member)));
    this.stopped ??= refused.find((word): word is Stop => word !== undefined && word !== "offline");
    this.#lacksBundles = refused.includes("offline");
    if (this.stopped === undefined) await this.takeBundles();
    return this.stopped === undefined;
  }

  #order(taken: Taken, isLast: boolean): void {
    const [first] = taken.placed;
    if (first?.type === "item" && !first.void && taken.isNewest && this.#isOrdered)
      this.memory.append([hex(first.hash)]);
    else if (first) this.#isOrdered = false;
    if (isLast && !this.#isOrdered) this.#reorder([]);
  }

  #reorder(changed: ReadonlyArray<string>): void {
    this.memory.reorder(placesIn(this.verifier, this.memory), changed);
    this.#isOrdered = true;
  }

  async readShut(): Promise<void> {
    await this.#replace(await this.#shelf.readShut(this.saver));
  }

  async #replace(lines: ReadonlyArray<Line>): Promise<void> {
    if (lines.length === 0) return;
    this.#reorder(lines.map(({ hash }) => hash));
    await this.keep(lines);
  }

  async stop(because: Stop): Promise<void> {
    if (this.stopped && (!mayPass(this.stopped) || mayPass(because))) return;
    this.stopped = because;
    await this.keep();
  }

  /** What stopped it is settled. */
  async goOn(): Promise<void> {
    this.stopped = undefined;
    await this.keep();
  }

  async close(): Promise<void> {
    this.isOpen = false;
    await this.keep();
  }

  /** Writes the log's record, with lines that can be read now. */
  async keep(lines: ReadonlyArray<Line> = [], changes: ReadonlyArray<Change> = []): Promise<void> {
    await this.saver.save(recordOf(this), lines, { placed: [], accepted: [] }, changes);
    this.changed();
  }

  /** Joins many small batches on the disk, where there are many. */
  compact(): Promise<void> {
    return this.run(() => this.saver.compact(this.memory.order.flatMap((hash) => this.memory.line(hash) ?? [])));
  }
}
