/** One account on one device: from no keys to unlocked and back, and the stream that brings what is new. */
import { ListLogs, type LiveFact } from "../../features/room/log/schema.ts";
import { type AccountId, type DeviceId, LogId } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { Keeper } from "../keeper.ts";
import { type AccountRecord, only } from "../store.ts";
import type {
  AnewRefusal,
  CancelRefusal,
  EnrolRefusal,
  RecoveryCode,
  RetireRefusal,
  Secret,
  UnlockRefusal,
  UnlockingPasskey,
} from "../secrets.ts";
import type { OwnView, RoomView, Stop, VaultStatus } from "../vault.ts";
import { Watchers } from "../watchers.ts";
import { BundleBook } from "./bundles.ts";
import { Enrolment, askForKeys } from "./enrolment.ts";
import type { Guest, OpensRecords } from "./entering.ts";
import { introduce } from "./introducing.ts";
import { type Heard, observe } from "./observed.ts";
import { lostKeys } from "./lost/load.ts";
import { begunAnew, recoveryMade } from "./pins.ts";
import { makeRecoveryCheck } from "./recovery-check.ts";
import { holdsItsKeys, inGeneration, sessionOf } from "./resuming.ts";

// A daily visit unlocks nothing: this comes when somebody does.
const keyRecords = () => import("./key-records.ts");

/** An account on this device. */
export class Account {
  readonly host: VaultHost;
  readonly me: AccountId;
  readonly status = new Watchers<VaultStatus>(() => this.#status());
  readonly facts = new Set<(fact: LiveFact) => void>();
  readonly rooms = new Map<LogId, Watchers<RoomView | undefined>>();
  readonly own = new Watchers<OwnView | undefined>(() => this.keeper?.own.view);
  /** The logs; there only while unlocked. */
  keeper: Keeper | undefined;
  readonly #enrolment: Enrolment;
  #kept: AccountRecord | undefined;
  #has: "unasked" | "unknown" | "no-keys" | "keys" = "unasked";
  #stop: Stop | undefined;
  #heard: Heard = "online";
  #tail: Promise<unknown> = Promise.resolve();
  #introduced: Keeper["session"] | undefined;

  constructor(host: VaultHost, me: AccountId) {
    this.me = me;
    this.host = { ...host, server: observe(host.server, (heard) => this.#hear(heard)) };
    this.#enrolment = new Enrolment(this.host, me);
  }

  #hear(heard: Heard): void {
    if (heard === this.#heard) return;
    this.#heard = heard;
    this.status.changed();
  }

  #status(): VaultStatus {
    const { keeper } = this;
    const stop = this.#stop ?? keeper?.own.log.stopped;
    if (stop) return { is: "stopped", because: stop };
    if (keeper) {
      const { waiting } = keeper;
      const sync = { online: this.#heard !== "offline", signedOut: this.#heard === "signed-out", waiting };
      return { is: "unlocked", sync, isRecoveryConfirmed: keeper.own.notes.isRecoveryConfirmed };
    }
    if (this.#kept?.isListed) return { is: "locked", isKnownDevice: true };
    if (this.#has === "unasked") return { is: "starting" };
    return this.#has === "keys" ? { is: "locked", isKnownDevice: false } : { is: this.#has };
  }

  /** One unlock, enrolment or lock after the other. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(task).finally(() => this.status.changed());
    this.#tail = next.catch(() => undefined);
    return next;
  }

  /** Takes what this device kept, and follows the server until the signal ends it. */
  async start(signal: AbortSignal): Promise<void> {
    await this.#inTurn(() => this.#resume());
    this.host.server.listen(
      {
        onItem: async (item) => this.keeper?.onItem(item),
        onFact: (fact) => this.#tell(fact),
        onOpen: () => {
          this.#hear("online");
          void this.refresh();
        },
        onBroken: () => this.#hear("offline"),
      },
      signal,
    );
    signal.addEventListener("abort", () => this.keeper?.session.ending.abort());
    void this.refresh();
  }

  #tell(fact: LiveFact): void {
    if (fact.about === "keys" || fact.about === "relationship" || fact.about === "match") void this.refresh();
    for (const listener of this.facts) listener(fact);
  }

  async #resume(): Promise<void> {
    const { store } = this.host;
    // Keys of an enrolment that may not have reached the server are nothing yet; `#probe` finds out.
    if (await store.get("enrolment", only)) return;
    this.#kept = await store.get("account", only);
    const unlocked = await store.get("unlocked", only);
    if (this.#kept && unlocked) {
      const session = sessionOf(this.host, this.me, this.#kept, unlocked, await this.#loadBundles());
      const keeper = this.#makeKeeper(session, LogId.parse(this.#kept.ownLog), this.#kept.generation);
      await keeper.own.log.load();
      await keeper.loadRooms();
      this.keeper = keeper;
    }
  }

  async #loadBundles(): Promise<BundleBook> {
    const bundles = new BundleBook(this.host);
    await bundles.load();
    return bundles;
  }

  #makeKeeper(session: Keeper["session"], ownLog: LogId, generation: number): Keeper {
    return new Keeper(session, ownLog, generation, {
      onOwn: () => {
        for (const watchers of [this.own, this.status, ...this.rooms.values()]) watchers.changed();
      },
      onRoom: (room) => {
        for (const watchers of [this.rooms.get(room), this.status]) watchers?.changed();
      },
    });
  }

  /** Takes what is new on the server; where nothing is unlocked, finds out whether the person has keys. */
  async refresh(): Promise<void> {
    const { keeper } = this;
    if (!keeper) return this.#inTurn(() => this.#probe());
    await keeper.refresh();
    if (keeper === this.keeper && !holdsItsKeys(keeper.session)) return void this.lock();
    await this.#introduce(keeper);
    const kept = await this.host.store.get("account", only);
    const { generation } = keeper;
    if (kept && this.keeper === keeper && kept.generation !== generation)
      await this.host.store.commit([{ put: "account", key: only, value: inGeneration(kept, generation) }]);
  }

  /** Says once a visit which device this is. */
  async #introduce(keeper: Keeper): Promise<void> {
    if (this.#introduced === keeper.session) return;
    this.#introduced = keeper.session;
    await introduce(this.host, keeper);
  }

  async #probe(): Promise<void> {
    if (this.#kept || this.keeper) return;
    const keys = await askForKeys(this.host);
    this.#has = keys === "offline" ? "unknown" : keys === "none" ? "no-keys" : "keys";
    if (keys === "offline" || (await this.#enrolment.settle(keys)) === "not-mine") return;
    await this.#resume();
    void this.refresh();
  }

  /** Makes the person's keys. */
  enrol(first: string | UnlockingPasskey): Promise<RecoveryCode | EnrolRefusal> {
    return this.#inTurn(async () => {
      if (this.#kept || this.keeper) return "already-enrolled";
      const enrolled = await this.#enrolment.enrol(first);
      if (enrolled === "already-enrolled") this.#has = "keys";
      if (typeof enrolled === "string") return enrolled;
      await this.#resume();
      return this.#withCode(enrolled.recoveryGroups);
    });
  }

  async #withCode(groups: ReadonlyArray<string>): Promise<RecoveryCode> {
    await this.noteRecovery(groups);
    void this.refresh();
    return { groups };
  }

  /** Makes new keys in the place of those that are lost. */
  beginAnew(first: string | UnlockingPasskey): Promise<RecoveryCode | AnewRefusal> {
    return this.#inTurn(async () => {
      const { beginAnew } = await lostKeys();
      const groups = await beginAnew(this.host, this.me, first);
      if (typeof groups === "string") return groups;
      this.#close();
      await this.#resume();
      await this.keeper?.own.note(begunAnew());
      return this.#withCode(groups);
    });
  }

  /** Takes the keys of before back. A device that is none of theirs forgets everything, and asks for what opens them. */
  cancelAnew(secret: Secret): Promise<CancelRefusal | undefined> {
    return this.#inTurn(async () => {
      const { cancelAnew, forgetAll } = await lostKeys();
      const cancelled = await cancelAnew(this, secret);
      if (typeof cancelled === "string") return cancelled;
      if (this.#kept && this.#kept.ownLog !== cancelled.ownLog) {
        this.#close();
        await this.host.store.commit(forgetAll);
      }
      this.#stop = undefined;
      void this.refresh();
      return undefined;
    });
  }

  /** What was open here is nothing any more. */
  #close(): void {
    this.keeper?.session.ending.abort();
    this.keeper = undefined;
    this.rooms.clear();
    this.#kept = undefined;
    this.#stop = undefined;
    this.#has = "unasked";
  }

  /** Keeps what it takes to ask three groups of a new recovery code back. */
  async noteRecovery(groups: ReadonlyArray<string>): Promise<void> {
    await this.keeper?.own.note(recoveryMade(await makeRecoveryCheck(groups, this.host.random)));
  }

  /** Unlocks, and adds this device where it is new. */
  unlock(secret: Secret): Promise<UnlockRefusal | undefined> {
    return this.unlockBy(async (records, use) => (await keyRecords()).withSecret(this.me, records, secret, use));
  }

  /** Unlocks with whatever opens the records. `guest`: this device, as the one that lets it in knows it. */
  unlockBy(opens: OpensRecords, guest?: Guest): Promise<UnlockRefusal | undefined> {
    return this.#inTurn(async () => (this.keeper ? undefined : this.#unlock(opens, guest)));
  }

  async #unlock(opens: OpensRecords, guest: Guest | undefined): Promise<UnlockRefusal | undefined> {
    const { host, me } = this;
    const kept = this.#kept ?? (await host.store.get("account", only));
    const reply = await host.server.call(ListLogs, {});
    const generation = reply.kind === "done" ? reply.value.generation : (kept?.generation ?? 0);
    const [{ enter }, { fetchKeyRecords }] = await Promise.all([import("./entering.ts"), keyRecords()]);
    const records = await fetchKeyRecords(host, kept, generation);
    if (records === "no-keys" && kept?.isListed) return this.#stopped("own-keys-exchanged");
    if (typeof records === "string") return records;
    const bundles = await this.#loadBundles();
    const openKeeper = this.#makeKeeper.bind(this);
    const entrance = { host, me, bundles, kept, records, opens, generation, guest, openKeeper };
    const opened = await opens(records, async (open) => enter(entrance, open));
    if (opened === "wrong-secret" && records.isFromServer && (await this.#opensFormer(opens))) return "begun-anew";
    if (typeof opened === "string") return opened;
    if (opened.value === "offline") return "offline";
    if (typeof opened.value === "string") return this.#stopped(opened.value);
    const { keeper, account } = opened.value;
    this.#kept = account;
    this.#stop = undefined;
    await keeper.loadRooms();
    if (kept?.isListed !== true) await (await import("./key-news.ts")).beginNews(keeper);
    this.keeper = keeper;
    void this.refresh();
    return undefined;
  }

  async #opensFormer(opens: OpensRecords): Promise<boolean> {
    return (await lostKeys()).opensFormer(this.host, (records) => opens(records, async () => "offline"));
  }

  /** Forgets everything that lies on this device, so that it asks for what opens the keys that count now. */
  forgetHere(): Promise<void> {
    return this.#inTurn(async () => {
      this.#close();
      await this.host.store.commit((await lostKeys()).forgetAll);
      void this.refresh();
    });
  }

  /** Takes a device of one's own out. */
  retire(secret: Secret, device: DeviceId): Promise<RetireRefusal | undefined> {
    return this.#inTurn(async () => (await import("./retiring.ts")).retireDevice(this, secret, device));
  }

  #stopped(because: Stop): "stopped" {
    this.#stop = because;
    return "stopped";
  }

  /** Closes everything that can be read. What waits to be sent stays, sealed. */
  lock(): Promise<void> {
    return this.#inTurn(async () => {
      this.keeper?.session.ending.abort();
      this.keeper = undefined;
      this.rooms.clear();
      await this.host.store.commit([{ clear: "unlocked" }, { clear: "epochKey" }, { clear: "readable" }]);
      this.#kept = await this.host.store.get("account", only);
    });
  }
}
