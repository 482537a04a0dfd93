/** A server in memory that a test scripts: honest by itself, and as evil as its hooks. Imported by tests alone. */
import { decode, encode, readEpoch, readItem, readSlot, readWrap, verifyBundle } from "@oakroom/crypto";
import type { AccountId, LogId } from "../../values/id.ts";
import { uuidText } from "../../values/id.ts";
import type { InputOf, Operation } from "../../values/operation.ts";
import type { LiveListener, Reply, VaultServer } from "../host.ts";

/** One entry as the double keeps it. */
export interface Kept {
  readonly number: number;
  readonly kind: "item" | "epoch" | "readmit" | "cut";
  readonly bytes: Uint8Array;
}

/** A log as the double keeps it. */
export interface KeptLog {
  readonly kind: "room" | "own";
  readonly members: AccountId[];
  open: boolean;
  entries: Kept[];
  /** By epoch and member. */
  wraps: Map<string, Uint8Array>;
}

interface Keys {
  bundles: Uint8Array[];
  ring: Uint8Array;
  slots: Map<string, Uint8Array>;
}

/** What a call came to, before its types are known. */
export type Outcome =
  | { kind: "done"; value: unknown }
  | { kind: "refused"; refused: string }
  | { kind: "offline" | "signed-out" | "not-found" };

/** One call, as a hook sees it. */
export interface Asked {
  readonly operation: string;
  readonly by: AccountId;
  readonly input: {
    readonly params?: Record<string, string>;
    readonly query?: Record<string, string>;
    readonly body?: Uint8Array;
  };
}

/** Changes what the double answers; `honest` does what an honest server would. */
export type Hook = (asked: Asked, honest: () => Promise<Outcome>) => Promise<Outcome>;

const done = (value?: unknown): Outcome => ({ kind: "done", value });
const refused = (word: string): Outcome => ({ kind: "refused", refused: word });

const kindNumbers = { item: 0, epoch: 1, readmit: 2, cut: 3 } as const;

function isList(value: unknown): value is ReadonlyArray<unknown> {
  return Array.isArray(value);
}

function bytesIn(value: unknown): Uint8Array[] {
  return isList(value) ? value.filter((one) => one instanceof Uint8Array) : [];
}

/** The bytes as a key for maps. */
export function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** A server in memory. */
export class Double {
  readonly logs = new Map<string, KeptLog>();
  readonly keys = new Map<string, Keys>();
  generation = 1;
  /** Whether answers and streams go through. */
  isUp = true;
  /** What is asked, in order: for tests that look at the traffic. */
  readonly asked: Asked[] = [];
  hook: Hook = (_, honest) => honest();
  readonly #listeners = new Map<LiveListener, AccountId>();

  /** Opens a room of two. */
  openRoom(room: LogId, members: readonly [AccountId, AccountId]): void {
    this.logs.set(room, { kind: "room", members: [...members], open: true, entries: [], wraps: new Map() });
    this.tellFact("relationship", room);
  }

  /** Tells everyone who listens. */
  tellFact(about: "relationship" | "keys", id: string): void {
    for (const listener of this.#listeners.keys()) listener.onFact({ about, id });
  }

  /** The server of one person. */
  as(account: AccountId): VaultServer {
    return new Connection(this, account);
  }

  /** Ends all streams, as a server that stops. */
  goDown(): void {
    this.isUp = false;
    for (const listener of this.#listeners.keys()) listener.onBroken();
  }

  /** Comes back: streams stand again. */
  comeUp(): void {
    this.isUp = true;
    for (const listener of this.#listeners.keys()) listener.onOpen();
  }

  /** Adds a stream. */
  listen(account: AccountId, listener: LiveListener, signal: AbortSignal): void {
    this.#listeners.set(listener, account);
    signal.addEventListener("abort", () => this.#listeners.delete(listener));
    if (this.isUp) queueMicrotask(() => listener.onOpen());
  }

  /** Appends as the live stream shows it. */
  append(id: string, kind: Kept["kind"], bytes: Uint8Array): Outcome {
    const log = this.logs.get(id);
    if (!log) return { kind: "not-found" };
    const known = log.entries.find((entry) => keyOf(entry.bytes) === keyOf(bytes));
    if (known) return done({ number: known.number, generation: this.generation });
    const number = (log.entries.at(-1)?.number ?? 0) + 1;
    log.entries.push({ number, kind, bytes });
    this.show(id, { number, kind, bytes });
    return done({ number, generation: this.generation });
  }

  /** Shows an entry to all members who listen. */
  show(id: string, { number, kind, bytes }: Kept): void {
    const members = this.logs.get(id)?.members ?? [];
    for (const [listener, account] of this.#listeners) {
      if (members.includes(account) && this.isUp) void listener.onItem({ log: id, number, kind, entry: bytes });
    }
  }

  /** What an honest server answers. */
  async honest({ operation, by, input }: Asked): Promise<Outcome> {
    const id = input.params?.["logId"] ?? "";
    const log = this.logs.get(id);
    if (id !== "" && !log?.members.includes(by)) return { kind: "not-found" };
    switch (operation) {
      case "listLogs":
        return done({ generation: this.generation, logs: this.#list(by) });
      case "readEntries":
        return done(this.#page(id, Number(input.query?.["after"]), Number(input.query?.["limit"] ?? 500)));
      case "readWraps":
        return done(encode([...(log?.wraps ?? [])].filter(([key]) => key.endsWith(by)).map(([, bytes]) => bytes)));
      case "appendEntry":
        return this.#appendItem(id, input.query?.["kind"] ?? "item", input.body ?? new Uint8Array());
      case "announceEpoch":
        return this.#announce(id, input.body ?? new Uint8Array());
      default:
        return this.#keysOf(operation, by, input);
    }
  }

  #list(by: AccountId): unknown {
    return [...this.logs]
      .filter(([, log]) => log.members.includes(by))
      .map(([logId, { kind, members, open, entries }]) => {
        const lastEpoch = entries.filter((entry) => entry.kind === "epoch").length;
        return { logId, kind, members, open, lastNumber: entries.at(-1)?.number ?? 0, lastEpoch };
      });
  }

  #page(id: string, after: number, limit: number): Uint8Array {
    const entries = this.logs.get(id)?.entries ?? [];
    const rows = entries.filter(({ number }) => number > after).slice(0, limit);
    return encode([
      this.generation,
      entries.at(-1)?.number ?? 0,
      rows.map(({ number, kind, bytes }) => [number, kindNumbers[kind], bytes]),
    ]);
  }

  #appendItem(id: string, kind: string, bytes: Uint8Array): Outcome {
    const log = this.logs.get(id);
    if (log?.entries.some((entry) => keyOf(entry.bytes) === keyOf(bytes))) return this.append(id, "item", bytes);
    if (!log?.open) return refused("closed");
    const item = readItem(bytes);
    if (kind !== "item" || typeof item === "string") return refused("unreadable");
    const isTaken = log.entries.some((entry) => {
      const other = readItem(entry.bytes);
      return (
        typeof other === "object" &&
        keyOf(other.header.device) === keyOf(item.header.device) &&
        other.header.seq === item.header.seq
      );
    });
    return isTaken ? refused("seq-taken") : this.append(id, "item", bytes);
  }

  #announce(id: string, body: Uint8Array): Outcome {
    const [epochBytes, wraps] = partsOf(body);
    const epoch = epochBytes instanceof Uint8Array ? readEpoch(epochBytes) : "malformed";
    const log = this.logs.get(id);
    if (!log || typeof epoch === "string") return refused("unreadable");
    if (log.entries.some((entry) => keyOf(entry.bytes) === keyOf(epoch.bytes)))
      return this.append(id, "epoch", epoch.bytes);
    if (epoch.n !== log.entries.filter(({ kind }) => kind === "epoch").length + 1) return refused("not-next");
    const isOld = epoch.members.some(
      ({ user, bundleVersion }) => (this.keys.get(uuidText(user))?.bundles.length ?? 0) > bundleVersion,
    );
    if (isOld) return refused("older-bundle");
    for (const bytes of bytesIn(wraps)) this.#keepWrap(log, bytes);
    return this.append(id, "epoch", epoch.bytes);
  }

  #keepWrap(log: KeptLog, bytes: Uint8Array): void {
    const wrap = readWrap(bytes);
    if (typeof wrap === "object") log.wraps.set(`${wrap.n} ${uuidText(wrap.user)}`, bytes);
  }

  async #keysOf(
    operation: string,
    by: AccountId,
    { params, body = new Uint8Array() }: Asked["input"],
  ): Promise<Outcome> {
    const keys = this.keys.get(by);
    if (operation === "readMyKeys")
      return done(
        keys ? encode([keys.bundles.at(-1) ?? new Uint8Array(), keys.ring, [...keys.slots.values()]]) : encode([]),
      );
    if (operation === "readBundles") return done(encode(this.keys.get(params?.["accountId"] ?? "")?.bundles ?? []));
    if (operation === "enrolKeys") return keys ? refused("already-enrolled") : this.#enrol(by, body);
    if (!keys) return { kind: "not-found" };
    if (operation === "putSlot") keepSlot(keys, body);
    if (operation === "putRing") keys.ring = body;
    if (operation === "putBundle") {
      const bundle = await verifyBundle(body);
      if (typeof bundle === "string" || bundle.version !== keys.bundles.length + 1) return refused("not-next");
      keys.bundles.push(body);
      this.tellFact("keys", by);
    }
    return done();
  }

  #enrol(by: AccountId, body: Uint8Array): Outcome {
    const [bundle, slots, ring, epochBytes, wraps] = partsOf(body);
    if (!(bundle instanceof Uint8Array) || !(ring instanceof Uint8Array) || !(epochBytes instanceof Uint8Array))
      return refused("unreadable");
    const epoch = readEpoch(epochBytes);
    if (typeof epoch === "string") return refused("unreadable");
    const keys: Keys = { bundles: [bundle], ring, slots: new Map() };
    for (const slot of bytesIn(slots)) keepSlot(keys, slot);
    this.keys.set(by, keys);
    const log: KeptLog = { kind: "own", members: [by], open: true, entries: [], wraps: new Map() };
    this.logs.set(uuidText(epoch.log), log);
    for (const wrap of bytesIn(wraps)) this.#keepWrap(log, wrap);
    this.append(uuidText(epoch.log), "epoch", epochBytes);
    this.tellFact("keys", by);
    return done({ enrolled: true });
  }
}

function keepSlot(keys: Keys, bytes: Uint8Array): void {
  const slot = readSlot(bytes);
  if (typeof slot === "object") keys.slots.set(uuidText(slot.slot), bytes);
}

function partsOf(body: Uint8Array): ReadonlyArray<unknown> {
  const value: unknown = decode(body, 2 ** 24);
  return isList(value) ? value : [];
}

class Connection implements VaultServer {
  readonly #double: Double;
  readonly #account: AccountId;

  constructor(double: Double, account: AccountId) {
    this.#double = double;
    this.#account = account;
  }

  call<const O extends Operation>(operation: O, input: InputOf<O>): Promise<Reply<O>>;
  async call({ id }: Operation, input: Asked["input"]): Promise<Outcome> {
    const double = this.#double;
    if (!double.isUp) return { kind: "offline" };
    const asked: Asked = { operation: id, by: this.#account, input: structuredClone(input) };
    double.asked.push(asked);
    const outcome = await double.hook(asked, () => double.honest(asked));
    return double.isUp ? structuredClone(outcome) : { kind: "offline" };
  }

  listen(listener: LiveListener, signal: AbortSignal): void {
    this.#double.listen(this.#account, listener, signal);
  }
}
