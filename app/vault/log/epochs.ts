/** The epoch keys of a log: opening wraps, and announcing the next epoch where one is due. */
import {
  type EpochKey,
  announceEpoch,
  epochDue,
  epochOf,
  epochPlan,
  equal,
  nextPlace,
  openWrap,
  readEpoch,
  readWrap,
} from "@oakroom/crypto";
import { AnnounceEpoch, ReadWraps } from "../../features/room/log/schema.ts";
import type { Change, PendingEpoch } from "../store.ts";
import { readRecords, writeAnnouncement } from "../wire.ts";
import type { LogCore } from "./core.ts";

/** Whether there is an epoch to seal under. "again": something changed, look anew. */
export type Settled = "ready" | "waiting" | "offline" | "again";

/** How often the next epoch is tried before the vault waits for something new from the server. */
const tries = 4;

function isFor(wrap: Uint8Array, user: Uint8Array): boolean {
  const facts = readWrap(wrap);
  return typeof facts === "object" && equal(facts.user, user);
}

/** The keys of one log's epochs. */
export class EpochKeys {
  readonly #log: LogCore;
  readonly #keys = new Map<number, EpochKey>();
  #pending: PendingEpoch | undefined;
  /** The newest epoch when the server last answered with wraps: without a key for it, this device was shut out. */
  #askedFor = 0;
  /** True where the server did not answer when it was last asked for wraps. */
  isUnanswered = false;

  constructor(log: LogCore) {
    this.#log = log;
  }

  /** Takes what this device kept. */
  async load(): Promise<void> {
    const { session, id } = this.#log;
    for (const { at, value } of await session.host.store.list("epochKey", id)) this.#keys.set(at, value);
    this.#pending = await session.host.store.get("epochPending", [id, 0]);
  }

  /** The key of an epoch, where it is here. */
  keyOf(n: number): EpochKey | undefined {
    return this.#keys.get(n);
  }

  /** The number of the newest epoch; 0 before the first. */
  get newest(): number {
    const { verifier } = this.#log;
    return verifier ? epochPlan(verifier).n - 1 : 0;
  }

  /** True where the key of every epoch is here. */
  get isComplete(): boolean {
    return Array.from({ length: this.newest }, (_, at) => at + 1).every((n) => this.#keys.has(n));
  }

  /** Opens the wraps that this device kept, for keys that a lock has removed. Call it inside the log's `run`. */
  async openKept(): Promise<boolean> {
    if (this.isComplete) return false;
    const { session, id } = this.#log;
    return this.#openAll((await session.host.store.list("wrap", id)).map(({ value }) => value));
  }

  /** Asks for the wraps of epochs whose key is not here, and opens them. True where a key has come. Call it inside the log's `run`. */
  async fetch(): Promise<boolean> {
    this.isUnanswered = false;
    // A wrap of an older epoch that was worthless when it was asked for is not asked for with every item.
    const isAnswered = this.#keys.has(this.newest) && this.#askedFor === this.newest;
    if (this.isComplete || isAnswered) return false;
    const { session, id } = this.#log;
    const reply = await session.host.server.call(ReadWraps, { params: { logId: id } });
    this.isUnanswered = reply.kind !== "done";
    if (reply.kind !== "done") return false;
    this.#askedFor = this.newest;
    return this.#openAll(readRecords(reply.value) ?? []);
  }

  async #openAll(wraps: ReadonlyArray<Uint8Array>): Promise<boolean> {
    const { session, id } = this.#log;
    const changes: Change[] = [];
    for (const bytes of wraps) {
      // A log has few epochs.
      const key = await this.#open(bytes);
      if (!key) continue;
      this.#keys.set(key.n, key);
      changes.push({ put: "epochKey", key: [id, key.n], value: key }, { put: "wrap", key: [id, key.n], value: bytes });
    }
    if (changes.length === 0 || session.ending.signal.aborted) return false;
    await session.host.store.commit(changes);
    return true;
  }

  async #open(bytes: Uint8Array): Promise<EpochKey | undefined> {
    const { session, verifier } = this.#log;
    const facts = readWrap(bytes);
    if (!verifier || typeof facts === "string" || this.#keys.has(facts.n)) return undefined;
    const epoch = epochOf(verifier, facts.n);
    if (!epoch) return undefined;
    const key = await openWrap(session.ieks, session.user, epoch, bytes);
    return typeof key === "string" ? undefined : key;
  }

  /** Sees to it that there is an epoch to seal under: sends one that waits, or announces the next. Call it outside of `run`. */
  async settle(): Promise<Settled> {
    for (let tried = 0; tried < tries; tried += 1) {
      // Each try depends on what the one before it brought.
      const settled = await this.#settleOnce();
      if (settled !== "again") return settled;
    }
    return "waiting";
  }

  async #settleOnce(): Promise<Settled> {
    if (!this.#log.verifier || !this.#log.maySend) return "waiting";
    // In turn with what the log takes: an epoch that has just come has its key a moment later.
    if (!this.#pending) {
      // A readmit may have been signed while this waited for its turn, and holds the place.
      const isDue = await this.#log.run(async () => (this.#log.maySend ? this.#prepare() : undefined));
      if (isDue !== true) return isDue === undefined ? "waiting" : "ready";
    }
    return this.#pending ? this.#send(this.#pending) : "again";
  }

  /** Makes the next epoch where one is due; false where none is. */
  async #prepare(): Promise<boolean> {
    const { session, verifier, id } = this.#log;
    if (!verifier || session.ending.signal.aborted) return false;
    const isShutOut = !this.#keys.has(this.newest) && this.#askedFor === this.newest;
    if (epochDue(verifier) === undefined && !isShutOut) return false;
    const place = nextPlace(verifier, session.user, session.deviceBytes);
    const { epoch, wraps } = await announceEpoch(session.keys.dsk, session.user, place, epochPlan(verifier));
    const pending: PendingEpoch = { epoch: epoch.bytes, wraps: wraps.map(({ bytes }) => bytes) };
    const kept = await session.host.store.commit([
      { put: "epochPending", key: [id, 0], value: pending },
      { add: "place", key: [id, place.seq], value: 1 },
    ]);
    if (kept === "taken") throw new Error("another writer of this device was here");
    this.#pending = pending;
    return true;
  }

  async #send(pending: PendingEpoch): Promise<Settled> {
    const { session, id } = this.#log;
    const body = writeAnnouncement(pending.epoch, pending.wraps);
    const reply = await session.host.server.call(AnnounceEpoch, { params: { logId: id }, body });
    if (reply.kind === "done") {
      await this.#log.run(() => this.#keep(pending));
      return "again";
    }
    if (reply.kind !== "refused") return "offline";
    if (reply.refused === "seq-taken") {
      await this.#log.stop("forked");
      return "waiting";
    }
    // Somebody was first, or has newer keys: this one's key is forgotten, and the next try starts from what they announced.
    await this.#log.run(() => this.#forget(pending));
    if (reply.refused === "closed") await this.#log.close();
    return (await this.#log.catchUp()) === "done" ? "again" : "offline";
  }

  async #keep(pending: PendingEpoch): Promise<void> {
    await this.#log.takeOwn(pending.epoch, [{ remove: "epochPending", key: [this.#log.id, 0] }]);
    this.#pending = undefined;
    const isRekeyed = await this.#openAll(pending.wraps.filter((wrap) => isFor(wrap, this.#log.session.user)));
    if (isRekeyed) await this.#log.readShut();
    this.#log.changed();
  }

  async #forget(pending: PendingEpoch): Promise<void> {
    const { session, verifier, id } = this.#log;
    const epoch = readEpoch(pending.epoch);
    const isUnused =
      verifier && typeof epoch === "object" && nextPlace(verifier, session.user, session.deviceBytes).seq === epoch.seq;
    const changes: Change[] = [{ remove: "epochPending", key: [id, 0] }];
    if (isUnused) changes.push({ remove: "place", key: [id, epoch.seq] });
    await session.host.store.commit(changes);
    this.#pending = undefined;
  }
}
