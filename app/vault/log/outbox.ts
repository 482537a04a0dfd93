/** What waits to be sent: sealed to oneself, sealed as an item once its turn comes, and the same bytes again until the server has them. */
import {
  currentEpoch,
  encodeEvent,
  hex,
  id as idOf,
  nextPlace,
  openFromSelf,
  sealItem,
  sealToSelf,
  splitContent,
  utf8,
} from "@oakroom/crypto";
import { AppendEntry } from "../../features/room/log/schema.ts";
import { parseEvent } from "../../features/room/state/fold.ts";
import type { NewEvent } from "../../features/room/state/schema.ts";
import { ItemId, makeUuid, uuidBytes, uuidText } from "../../values/id.ts";
import type { Change, OutboxRecord } from "../store.ts";
import type { Content } from "./content.ts";
import type { LogCore } from "./core.ts";
import { readWaiting } from "./reading.ts";

interface Waiting {
  readonly at: number;
  record: OutboxRecord;
  /** What it shows until it is an item. */
  readonly content: Content;
}

type SealedItem = NonNullable<OutboxRecord["item"]>;

/** The outbox of one log. */
export class Outbox {
  readonly #log: LogCore;
  #waiting: Waiting[] = [];
  #next = 1;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(log: LogCore) {
    this.#log = log;
  }

  /** Takes what this device kept, and reads it. */
  async load(): Promise<void> {
    const { session, id } = this.#log;
    for (const { at, value } of await session.host.store.list("outbox", id)) {
      // In order: a whole is read after its parts.
      const content = await this.#read(value);
      this.#waiting.push({ at, record: value, content });
      this.#next = at + 1;
    }
  }

  /** How many items wait. */
  get length(): number {
    return this.#waiting.length;
  }

  /** How many events of a feature wait: what a person would count. */
  get written(): number {
    return this.#waiting.filter(({ content }) => content.is === "event").length;
  }

  /** The hashes of what is sealed and not acknowledged. */
  get sealed(): ReadonlySet<string> {
    return new Set(this.#waiting.flatMap(({ record }) => record.item?.hash ?? []));
  }

  /** What has no place in the log yet, in the order of writing. */
  get contents(): ReadonlyArray<Content> {
    return this.#waiting.flatMap(({ record, content }) => (record.item ? [] : content));
  }

  /** Puts an event into the outbox; it is on the disk when this resolves. An id that was written before writes nothing. */
  write(event: NewEvent, kind: OutboxRecord["kind"], itemId?: ItemId): Promise<ItemId> {
    const written = this.#writing.then(() => this.#write(event, kind, itemId ?? this.#newId()));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  #newId(): ItemId {
    const { clock, random } = this.#log.session.host;
    return ItemId.parse(makeUuid(clock(), random(10)));
  }

  async #write(event: NewEvent, kind: OutboxRecord["kind"], itemId: ItemId): Promise<ItemId> {
    const { session, id } = this.#log;
    if (this.#log.contentOf(session.me, itemId) || this.#waiting.some(({ record }) => record.itemId === itemId))
      return itemId;
    const plaintext = encodeEvent({
      type: event.type,
      version: event.version,
      at: session.host.clock(),
      payload: utf8(JSON.stringify(kind === "control" ? event.payload : this.#parse(event))),
    });
    const pieces = splitContent(plaintext, () => idOf("item", uuidBytes(this.#newId())));
    const added: Waiting[] = [];
    for (const [at, piece] of pieces.entries()) {
      // The last item is the one that counts: the event's own id is its id.
      const pieceId = at === pieces.length - 1 ? itemId : ItemId.parse(uuidText(piece.itemId));
      added.push(await this.#wait(pieceId, piece.plaintext, kind, added));
    }
    await session.host.store.commit(
      added.map(({ at, record }): Change => ({ put: "outbox", key: [id, at], value: record })),
    );
    this.#waiting.push(...added);
    this.#log.changed();
    return itemId;
  }

  #parse(event: NewEvent): unknown {
    const parsed = parseEvent(this.#log.reader.parts, event.type, event.version, event.payload);
    if (typeof parsed === "string") throw new Error(`an event that does not fit its declaration: ${event.type}`);
    return parsed.payload;
  }

  async #wait(
    itemId: ItemId,
    plaintext: Uint8Array,
    kind: OutboxRecord["kind"],
    before: ReadonlyArray<Waiting>,
  ): Promise<Waiting> {
    const { session } = this.#log;
    const iek = session.ieks.at(-1);
    if (!iek) throw new Error("an unlocked vault without an encryption key");
    const record: OutboxRecord = { itemId, kind, waiting: await sealToSelf(iek, session.user, plaintext) };
    const at = this.#next;
    this.#next += 1;
    return { at, record, content: await this.#show(itemId, plaintext, before) };
  }

  #show(id: ItemId, plaintext: Uint8Array, before: ReadonlyArray<Waiting>): Promise<Content> {
    const { me, device } = this.#log.session;
    const parts = new Map([...this.#waiting, ...before].map(({ record, content }) => [record.itemId, content]));
    const contentOf = (author: typeof me, part: ItemId) => parts.get(part) ?? this.#log.contentOf(author, part);
    return readWaiting(plaintext, { id, author: me, device }, { ...this.#log.reader, contentOf });
  }

  async #read(record: OutboxRecord): Promise<Content> {
    const plaintext = await this.#open(record);
    return plaintext ? this.#show(record.itemId, plaintext, []) : { is: "damaged" };
  }

  async #open(record: OutboxRecord): Promise<Uint8Array | undefined> {
    const opened = await openFromSelf(this.#log.session.ieks, this.#log.session.user, record.waiting);
    return typeof opened === "string" ? undefined : opened.plaintext;
  }

  /** Sends what is sealed already, oldest first. True where nothing sealed is left. */
  async sendSealed(): Promise<boolean> {
    for (;;) {
      const next = this.#waiting[0];
      if (!next?.record.item) return true;
      if (!this.#log.maySend || this.#log.takes === "none") return false;
      // In order, one after the other: the server numbers them as they come.
      if (!(await this.#post(next, next.record.item))) return false;
    }
  }

  async #post(next: Waiting, item: SealedItem): Promise<boolean> {
    const { session, id } = this.#log;
    const reply = await session.host.server.call(AppendEntry, {
      params: { logId: id },
      // What was written before this device heard that the room rests goes along.
      query: { kind: "item", ...(this.#log.takes === "last-words" ? { ending: "yes" as const } : {}) },
      body: item.bytes,
    });
    if (reply.kind === "done") {
      const { number } = reply.value;
      await this.#log.run(() => this.#acknowledged(next, item, number));
      return this.#log.maySend;
    }
    if (reply.kind === "refused" && reply.refused === "resting" && this.#log.takes === "all") {
      this.#log.takes = "last-words";
      return this.#post(next, item);
    }
    if (reply.kind === "refused" && reply.refused === "paused") this.#log.takes = "none";
    if (reply.kind === "refused" && reply.refused === "seq-taken") await this.#log.stop("forked");
    if (reply.kind === "refused" && reply.refused === "closed") await this.#log.close();
    return false;
  }

  async #acknowledged(next: Waiting, { hash, bytes }: SealedItem, number: number): Promise<void> {
    // The live stream may have shown it before the answer came.
    if (!this.#waiting.includes(next)) return;
    if (number <= this.#log.cursor) {
      await this.#log.stop("shrunk");
      return;
    }
    await this.#log.acknowledge(number, bytes, this.seen([hash]));
  }

  /** The server showed these items: what to remove from the disk. They wait no more. */
  seen(hashes: ReadonlyArray<string>): ReadonlyArray<Change> {
    const done = this.#waiting.filter(({ record }) => record.item && hashes.includes(record.item.hash));
    if (done.length === 0) return [];
    this.#waiting = this.#waiting.filter((one) => !done.includes(one));
    return done.map(({ at }): Change => ({ remove: "outbox", key: [this.#log.id, at] }));
  }

  /** Seals the oldest event that waits, under the newest epoch. False where there is none, or no key. Call it inside `run`. */
  async sealNext(): Promise<boolean> {
    const { session, verifier, id, kind: logKind, reader } = this.#log;
    const next = this.#waiting.find(({ record }) => !record.item);
    const epoch = verifier && currentEpoch(verifier);
    const key = epoch && reader.keyOf(epoch.n);
    if (!next || !verifier || !key || !this.#log.maySend) return false;
    const plaintext = await this.#open(next.record);
    if (!plaintext) throw new Error("an outbox that this device cannot open");
    const place = nextPlace(verifier, session.user, session.deviceBytes);
    const { itemId, kind } = next.record;
    const header = { ...place, logKind, author: session.user, kind, itemId: idOf("item", uuidBytes(itemId)) };
    const item = await sealItem(session.keys.dsk, key, header, plaintext);
    if (session.ending.signal.aborted) return false;
    const line = await this.#log.takeOwn(item.bytes, [
      { add: "place", key: [id, place.seq], value: 1 },
      {
        put: "outbox",
        key: [id, next.at],
        value: { ...next.record, item: { hash: hex(item.hash), bytes: item.bytes } },
      },
    ]);
    next.record = { ...next.record, item: { hash: line?.hash ?? hex(item.hash), bytes: item.bytes } };
    return true;
  }
}
