/** Keeps all logs of an unlocked vault in step with the server: one's own first, then the rooms. */
import { type Bundle, hex } from "@oakroom/crypto";
import { ListLogs, type LogSummary } from "../features/room/log/schema.ts";
import type { States } from "../features/room/state/rules.ts";
import { type AccountId, LogId } from "../values/id.ts";
import { othersKeys } from "./account/lost/load.ts";
import { type ReachedLog, entered, erased, pinned, reached } from "./account/pins.ts";
import { holdsItsKeys } from "./account/resuming.ts";
import { isFull, isGone } from "./gone.ts";
import type { LiveItem } from "./host.ts";
import { type Progress, catchUp } from "./log/catch-up.ts";
import { type LogOwner, takesOf } from "./log/core.ts";
import { givingBack } from "./log/giving-back-load.ts";
import type { Sender } from "./log/sending.ts";
import type { SyncedLog } from "./log/synced-log.ts";
import { OwnLog } from "./own-log.ts";
import { Room } from "./room.ts";
import type { Session } from "./session.ts";
import { Fresh, Later } from "./turns.ts";
import type { Stop } from "./vault.ts";
import { entryKind } from "./wire.ts";

/** A log with more to read than this tells how far it has come. */
const longCatchUp = 100;

type AnyLog = SyncedLog<States>;
type Asked = "done" | "offline";

/** Whom the keeper tells. */
export interface KeeperListener {
  readonly onOwn: () => void;
  readonly onRoom: (room: LogId) => void;
}

/** The logs of one unlocked account. */
export class Keeper {
  readonly session: Session;
  readonly own: OwnLog;
  readonly rooms = new Map<LogId, Room>();
  readonly #listener: KeeperListener;
  readonly #catching = new Map<LogId, Fresh<Asked>>();
  readonly #refreshing = new Fresh<Asked>();
  readonly #later: Later;
  /** The generation for which everything was taken. */
  generation: number;
  /** What the server says now. */
  #serverGeneration: number;

  constructor(session: Session, ownLog: LogId, generation: number, listener: KeeperListener) {
    this.session = session;
    this.generation = generation;
    this.#serverGeneration = generation;
    this.#listener = listener;
    this.#later = new Later(session.host, session.ending.signal);
    const owner = { ...this.#ownerOf(ownLog, listener.onOwn), maySend: () => holdsItsKeys(session) };
    this.own = new OwnLog(session, ownLog, owner);
  }

  get #isRestored(): boolean {
    return this.#serverGeneration > this.generation;
  }

  /** How many events that somebody wrote wait to be sent. */
  get waiting(): number {
    const logs = [this.own.log, ...[...this.rooms.values()].map(({ log }) => log)];
    return logs.reduce((sum, { outbox }) => sum + outbox.written, 0);
  }

  #ownerOf(id: LogId, onChange: () => void): LogOwner {
    return {
      onChange,
      // Without the newest key it is about to close: its epoch would take the number of one that is on its way back.
      maySend: () => this.own.log.stopped === undefined && holdsItsKeys(this.session),
      refreshBundles: (account) => this.#refreshBundles(account),
      catchUp: () => this.#lookAgain(id),
    };
  }

  /** Takes everything that is new about one log: the keys of its members, then its entries. */
  async #lookAgain(id: LogId): Promise<Asked> {
    const room = this.rooms.get(id);
    if ((await this.#renewOwnKeys()) === "offline") return "offline";
    if (room && (await this.#meet(room)) === "offline") return "offline";
    const log = room?.log ?? this.own.log;
    await log.run(() => log.takeBundles());
    return this.catchUp(log, this.#serverGeneration);
  }

  #find(id: string): { readonly log: AnyLog; readonly sender: Sender } | undefined {
    if (id === this.own.log.id) return this.own;
    const parsed = LogId.safeParse(id);
    return parsed.success ? this.rooms.get(parsed.data) : undefined;
  }

  async #refreshBundles(account: AccountId): Promise<Stop | "offline" | undefined> {
    const isMe = account === this.session.me;
    const pin = isMe ? undefined : this.own.notes.people.get(account);
    const ask = () => this.session.bundles.refresh(account, pin, this.#isRestored);
    const first = await ask();
    const isGiven = first === "restored" && (await (await givingBack()).giveBundlesBack(this, account));
    const refreshed = isGiven ? await ask() : first;
    if (refreshed === "keys-changed") {
      return isMe ? "own-keys-exchanged" : (await othersKeys()).lookAtOtherKeys(this, account);
    }
    return refreshed === "same" || refreshed === "newer" || refreshed === "none" ? undefined : refreshed;
  }

  /** Takes the rooms that this device kept. */
  async loadRooms(): Promise<void> {
    const scopes = await this.session.host.store.scopes("log");
    await Promise.all(
      scopes.map(async (scope) => {
        const record = await this.session.host.store.get("log", [scope, 0]);
        const other = record?.members.find((member) => member !== this.session.me);
        if (record?.kind === "room" && other) await this.#open(LogId.parse(scope), other, 0);
      }),
    );
  }

  /** `unread` is how much the server has of a room that is new to this device. */
  async #open(id: LogId, other: AccountId, unread: number): Promise<Room> {
    const room = new Room(
      this.session,
      id,
      other,
      this.#ownerOf(id, () => this.#onRoom(id)),
    );
    // Before anybody can ask for it: an empty room is not what it is.
    if (unread > 0) room.reading = { done: 0, all: unread };
    this.rooms.set(id, room);
    await room.log.load();
    return room;
  }

  #onRoom(id: LogId): void {
    const room = this.rooms.get(id);
    const begun = room && isFull(room) && [this.own.note(erased(id)), this.#open(id, room.other, 0)];
    if (begun) void Promise.all(begun).then(() => this.#listener.onRoom(id));
    this.#listener.onRoom(id);
  }

  /** Takes what the server has beyond a log's cursor by now. */
  catchUp(log: AnyLog, generation: number, onProgress: Progress = () => undefined): Promise<Asked> {
    const catching = this.#catching.get(log.id) ?? new Fresh<Asked>();
    this.#catching.set(log.id, catching);
    return catching.ask(() => catchUp(log, generation, onProgress));
  }

  /** Takes everything the server has by now. */
  refresh(): Promise<Asked> {
    return this.#refreshing.ask(async () => {
      const asked = await this.#refreshAll();
      this.#askLater(asked);
      return asked;
    });
  }

  /** The stream may stand while a question stays without an answer: then nothing else would ask it again. */
  #askLater(asked: Asked): void {
    const logs = [this.own.log, ...[...this.rooms.values()].map(({ log }) => log)];
    if (asked === "offline" || logs.some(({ isUnanswered }) => isUnanswered))
      void this.#later.again(() => this.refresh());
    else this.#later.reset();
  }

  async #refreshAll(): Promise<Asked> {
    const reply = await this.session.host.server.call(ListLogs, {});
    // Signing in begins anew by itself.
    if (reply.kind === "signed-out" || this.session.ending.signal.aborted) return "done";
    if (reply.kind !== "done") return "offline";
    const { generation, logs } = reply.value;
    this.#serverGeneration = generation;
    // The log of one's own is no room, whatever the list says.
    const rooms = logs.filter(({ kind, logId }) => kind === "room" && logId !== this.own.log.id);
    const own = logs.some(({ logId }) => logId === this.own.log.id);
    if ((await this.#refreshOwn(own)) === "offline") return "offline";
    if (this.own.log.stopped) return "done";
    const done = await Promise.all(rooms.map((summary) => this.#refreshRoom(summary)));
    await this.#missRooms(rooms);
    if (done.includes("offline")) return "offline";
    this.generation = generation;
    return "done";
  }

  async #renewOwnKeys(): Promise<Asked> {
    const refused = await this.#refreshBundles(this.session.me);
    if (refused === "offline") return refused;
    if (refused) await this.own.log.stop(refused);
    else await follow(this.own.log);
    return "done";
  }

  async #refreshOwn(isListed: boolean): Promise<Asked> {
    const { log, sender } = this.own;
    if ((await this.#renewOwnKeys()) === "offline") return "offline";
    if (!isListed) await log.stop(this.#isRestored ? "restored" : "own-log-short");
    if ((await this.catchUp(log, this.#serverGeneration)) === "offline") return "offline";
    void sender.send();
    void log.compact();
    return "done";
  }

  /** A room that was here and is not listed any more is not forgotten. */
  async #missRooms(listed: ReadonlyArray<LogSummary>): Promise<void> {
    const missing = [...this.rooms.values()].filter(({ log }) => !listed.some(({ logId }) => logId === log.id));
    await Promise.all(missing.map(({ log }) => log.stop(this.#isRestored ? "restored" : "shrunk")));
  }

  async #refreshRoom({ logId, members, open, lastNumber, gone, ...summary }: LogSummary): Promise<Asked> {
    const listed = members.length === 2 ? members.find((member) => member !== this.session.me) : undefined;
    // Who is in a room was settled when it first opened; the server's list counts that one time.
    const noted = this.own.notes.rooms.get(logId);
    const other = noted ?? listed;
    if (!other) return "done";
    if (!noted) await this.own.note(entered(logId, other));
    const room = this.rooms.get(logId) ?? (await this.#open(logId, other, lastNumber));
    const { log } = room;
    log.takes = takesOf(summary);
    const isOpen = open && log.erasing.gone !== "erased";
    if (log.isOpen !== isOpen) {
      log.isOpen = isOpen;
      await log.keep();
    }
    if (await isGone(this.own, room, gone)) return "done";
    const wasRestored = this.#isRestored || log.stopped === "restored";
    // What another device notes from now on may be about entries that this run does not see.
    const note = this.own.notes.reached.get(logId);
    const caught = await this.#read(room, lastNumber).finally(() => room.tellReading(undefined));
    if (caught === "offline") return "offline";
    if (await isGone(this.own, room, gone)) return "done";
    await this.#compareReached(room, note, wasRestored);
    void room.send();
    void log.compact();
    return "done";
  }

  /** Takes what the server has of a room, and tells how far that has come where it takes a while. */
  async #read(room: Room, lastNumber: number): Promise<Asked> {
    const { log } = room;
    if ((await this.#meet(room)) === "offline") return "offline";
    const isLong = lastNumber - log.cursor > longCatchUp;
    if (isLong) room.tellReading({ done: log.cursor, all: lastNumber });
    return this.catchUp(log, this.#serverGeneration, (done, all) => {
      if (isLong) room.tellReading({ done, all });
    });
  }

  /** Takes the other person's newest keys, and pins whom nobody knew. Someone known is never pinned anew. */
  async #meet({ other, log }: Room): Promise<Asked> {
    const { own } = this;
    const refused = await this.#refreshBundles(other);
    if (refused === "offline") return "offline";
    const { people, disputed } = own.notes;
    if (refused) await log.stop(refused);
    else if (log.stopped === "keys-changed" && (await (await othersKeys()).isSettled(this, other))) await log.goOn();
    else await follow(log);
    if (disputed.has(other)) await log.stop("keys-changed");
    const newest = this.session.bundles.of(other).at(-1);
    const known = people.get(other);
    const identity = newest && hex(newest.iskHash);
    if (newest && known && known.identity !== identity) await log.stop("keys-changed");
    const isNews = newest && !log.stopped && (known?.version ?? 0) < newest.version;
    if (isNews) await this.#pin(other, newest, known?.isCompared ?? false);
    log.returning.hear(own.notes.isBegunAnew, newest !== undefined && !log.verifier);
    if (log.begin()) await log.run(() => log.takeBundles());
    return "done";
  }

  async #pin(account: AccountId, { iskHash, version, hash }: Bundle, isCompared: boolean): Promise<void> {
    await this.own.note(pinned({ account, identity: hex(iskHash), version, bundle: hex(hash), isCompared }));
  }

  /** What another device of the same person has seen has to be here too. */
  async #compareReached(room: Room, note: ReachedLog | undefined, wasRestored: boolean): Promise<void> {
    if (!room.hasReached(note) && !room.log.hasGaps) await room.log.stop(wasRestored ? "restored" : "shrunk");
    const next = room.noteReached(this.own.notes.reached.get(room.log.id), this.session.host.clock());
    if (next) await this.own.note(reached(next));
  }

  /** Takes one entry of the live stream. */
  async onItem({ log: id, number, kind: word, entry }: LiveItem): Promise<void> {
    const found = this.#find(id);
    const kind = entryKind(word);
    if (!found) return void (await this.refresh());
    const { log, sender } = found;
    if (!kind || number <= log.cursor) return;
    let asked: Asked = "done";
    if (log.verifier && number === log.cursor + 1) await log.take([{ number, kind, bytes: entry }], number, true);
    // Before it stands something that is not here: entries, or, where the log has not begun, the keys of whoever wrote it.
    else asked = await this.#lookAgain(log.id);
    if (asked === "offline" || log.isUnanswered) this.#askLater(asked);
    void sender.send();
  }
}

/** The newest bundles follow from what is known: an answer that was older, or keys that were taken back, stop nothing any more. */
async function follow(log: AnyLog): Promise<void> {
  if (log.stopped === "bundle-older" || log.stopped === "own-keys-exchanged") await log.goOn();
}
