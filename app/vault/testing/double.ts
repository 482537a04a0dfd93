/** A server in memory that a test scripts: honest by itself, and as evil as its hooks. Imported by tests alone. */
import { encode, readCut, readEpoch, readErasure, readItem, readReadmit } from "@oakroom/crypto";
import type { AccountId, LogId } from "../../values/id.ts";
import { uuidText } from "../../values/id.ts";
import type { InputOf, Operation } from "../../values/operation.ts";
import type { LiveListener, Reply, VaultServer } from "../host.ts";
import { putFoundings } from "./founding-desk.ts";
import { answerKeys, takeBundleBack } from "./key-desk.ts";
import { answerPairing, type Place } from "./pairing-desk.ts";
import {
  type Asked,
  type Hook,
  type Kept,
  type KeptLog,
  type Keys,
  type Outcome,
  bytesIn,
  done,
  encodePage,
  isList,
  keepWrap,
  keyOf,
  kindNumbers,
  partsOf,
  refused,
  replaceWrap,
} from "./records.ts";

/** A server in memory. */
export class Double {
  readonly logs = new Map<string, KeptLog>();
  readonly keys = new Map<string, Keys>();
  readonly places = new Map<string, Place>();
  generation = 1;
  /** Whether answers and streams go through. */
  isUp = true;
  /** What is asked, in order: for tests that look at the traffic. */
  readonly asked: Asked[] = [];
  hook: Hook = (_, honest) => honest();
  readonly #listeners = new Map<LiveListener, AccountId>();
  /** Each stream tells one thing after the other, as over a wire. */
  readonly #telling = new Map<LiveListener, Promise<void>>();

  /** The same records in another server. */
  copy(): Double {
    const copy = new Double();
    for (const [id, log] of structuredClone(this.logs)) copy.logs.set(id, log);
    for (const [id, keys] of structuredClone(this.keys)) copy.keys.set(id, keys);
    copy.generation = this.generation;
    return copy;
  }

  /** Takes a backup's place: what came after it is gone, and everybody is asked for what they hold. */
  restore(backup: Double): void {
    this.goDown();
    this.logs.clear();
    this.keys.clear();
    const { logs, keys } = backup.copy();
    for (const [id, log] of logs) this.logs.set(id, { ...log, behind: new Set(log.members) });
    for (const [id, one] of keys) this.keys.set(id, one);
    this.generation += 1;
    this.comeUp();
  }

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
      if (!members.includes(account) || !this.isUp) continue;
      const told = (this.#telling.get(listener) ?? Promise.resolve()).then(() =>
        listener.onItem({ log: id, number, kind, entry: bytes }),
      );
      this.#telling.set(
        listener,
        told.catch(() => undefined),
      );
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
      case "replaceWrap":
        if (log) replaceWrap(log, by, input.body ?? new Uint8Array());
        return done();
      case "appendEntry":
        return this.#appendItem(id, input.query?.["kind"] ?? "item", input.body ?? new Uint8Array());
      case "announceEpoch":
        return this.#announce(id, input.body ?? new Uint8Array());
      case "putErasure":
        return this.#erase(id, input.body ?? new Uint8Array());
      case "putFounding":
        return log
          ? putFoundings(this, id, log, bytesIn(partsOf(input.body ?? new Uint8Array())))
          : { kind: "not-found" };
      case "giveBack":
        return this.#takeBack(id, by, input.query?.["kind"] ?? "", input.body ?? new Uint8Array());
      case "tellWhole":
        if (this.logs.get(id)?.behind?.delete(by)) this.tellFact("relationship", id);
        return done();
      case "seeDevice":
      case "endDevice":
        return done();
      case "listDevices":
        return done({ devices: [] });
      default:
        return answerPairing(this, { operation, by, input }) ?? answerKeys(this, { operation, by, input });
    }
  }

  #list(by: AccountId): unknown {
    return [...this.logs]
      .filter(([, log]) => log.members.includes(by))
      .map(([logId, { kind, members, open, entries, gone }]) => {
        const lastEpoch = entries.filter((entry) => entry.kind === "epoch").length;
        return {
          logId,
          kind,
          members,
          open,
          lastNumber: entries.at(-1)?.number ?? 0,
          lastEpoch,
          ...(gone && { gone }),
        };
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

  /** From now on this person's pages lack this entry, as if it had never been. */
  hideFrom(account: AccountId, hidden: Uint8Array): void {
    const { hook } = this;
    this.hook = async (asked, honest) => {
      const answer = await hook(asked, honest);
      if (asked.operation !== "readEntries" || asked.by !== account || answer.kind !== "done") return answer;
      const [generation, last, rows] = partsOf(answer.value instanceof Uint8Array ? answer.value : new Uint8Array());
      const shown = isList(rows)
        ? rows.filter((row) => !(isList(row) && row[2] instanceof Uint8Array && keyOf(row[2]) === keyOf(hidden)))
        : [];
      return done(encodePage(generation, last, shown));
    };
  }

  #appendItem(id: string, kind: string, bytes: Uint8Array): Outcome {
    const log = this.logs.get(id);
    if (log?.entries.some((entry) => keyOf(entry.bytes) === keyOf(bytes))) return this.append(id, "item", bytes);
    if (!log?.open) return refused("closed");
    if (kind === "cut" && typeof readCut(bytes) === "object") return this.append(id, "cut", bytes);
    if (kind === "readmit" && typeof readReadmit(bytes) === "object") return this.append(id, "readmit", bytes);
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

  /** As the server does, but believing every signature. */
  #erase(id: string, body: Uint8Array): Outcome {
    const log = this.logs.get(id);
    if (!log) return { kind: "not-found" };
    const words = bytesIn(partsOf(body));
    if (log.open && words.length < 2) return refused("open");
    for (const bytes of words) this.append(id, "erasure", bytes);
    const yes = new Map<string, boolean>();
    for (const { kind, bytes } of log.entries) {
      const word = kind === "erasure" ? readErasure(bytes) : "malformed";
      if (typeof word === "object") yes.set(uuidText(word.user), word.yes);
    }
    const erased = yes.size === 2 && [...yes.values()].every(Boolean);
    if (erased) {
      log.entries = log.entries.filter(({ kind }) => kind === "erasure");
      log.wraps.clear();
      Object.assign(log, { open: false, gone: "erased" });
    }
    return done({ erased });
  }

  /** What a server of before still held comes back, whoever brings it. */
  #takeBack(id: string, by: AccountId, kind: string, body: Uint8Array): Outcome | Promise<Outcome> {
    if (this.generation === 1) return refused("not-restored");
    if (kind === "epoch") return this.#announce(id, body, true);
    if (kind === "bundle") return takeBundleBack(this, by, body);
    return this.#appendItem(id, kind, body);
  }

  #announce(id: string, body: Uint8Array, isAgain = false): Outcome {
    const [epochBytes, wraps] = partsOf(body);
    const epoch = epochBytes instanceof Uint8Array ? readEpoch(epochBytes) : "malformed";
    const log = this.logs.get(id);
    if (!log || typeof epoch === "string") return refused("unreadable");
    if (log.entries.some((entry) => keyOf(entry.bytes) === keyOf(epoch.bytes)))
      return this.append(id, "epoch", epoch.bytes);
    if (!isAgain && (log.behind?.size ?? 0) > 0) return refused("behind");
    if (epoch.n !== log.entries.filter(({ kind }) => kind === "epoch").length + 1) return refused("not-next");
    const isOld = epoch.members.some(
      ({ user, bundleVersion }) => (this.keys.get(uuidText(user))?.bundles.length ?? 0) > bundleVersion,
    );
    if (isOld && !isAgain) return refused("older-bundle");
    for (const bytes of bytesIn(wraps)) keepWrap(log, bytes);
    return this.append(id, "epoch", epoch.bytes);
  }
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
