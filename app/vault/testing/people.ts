/** People with vaults on a scripted server, for tests. Imported by tests alone. */
import { NoteWritten } from "../../features/room/notes/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { AccountId, LogId, makeUuid } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import type { VaultHost, VaultServer } from "../host.ts";
import { MemoryStore } from "../memory-store.ts";
import { Account } from "../account/account.ts";
import { vaultOf } from "../open-vault.ts";
import type { VaultStore } from "../store.ts";
import type { RoomView, Vault, VaultStatus } from "../vault.ts";
import { Double } from "./double.ts";

let count = 0;

/** A uuid that no other call gives. */
export function freshUuid(): string {
  count += 1;
  return makeUuid(1_764_000_000_000 + count, crypto.getRandomValues(new Uint8Array(10)));
}

/** The passphrase of everybody in tests. */
export const passphrase = "copper lantern under seven quiet pines";

/** One device of somebody. */
export interface TestDevice<Store extends VaultStore = MemoryStore> {
  readonly account: AccountId;
  readonly vault: Vault;
  readonly store: Store;
  /** Takes everything that the server shows now. */
  refresh(): Promise<void>;
  /** Moves its clock and lets everything that waits for time go on. */
  pass(lengthMs: number): void;
  /** Ends it, as a closed browser; the store stays. */
  close(): void;
}

class Timer {
  now = Date.parse("2026-10-01T08:00:00Z");
  readonly #waiting = new Set<{ readonly at: number; readonly go: () => void }>();

  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const one = { at: this.now + ms, go: () => resolve() };
      this.#waiting.add(one);
      signal.addEventListener("abort", one.go);
    });
  }

  pass(ms: number): void {
    this.now += ms;
    for (const one of this.#waiting) {
      if (one.at > this.now) continue;
      this.#waiting.delete(one);
      one.go();
    }
  }
}

/** Opens a device of an account. With a store of before, it is the same device again. */
export function openDevice(double: Double, account: AccountId): Promise<TestDevice>;
export function openDevice<Store extends VaultStore>(
  double: Double,
  account: AccountId,
  store: Store,
): Promise<TestDevice<Store>>;
export async function openDevice(
  double: Double,
  account: AccountId,
  store: VaultStore = new MemoryStore(),
): Promise<TestDevice<VaultStore>> {
  return openDeviceOn(double.as(account), account, store);
}

/** Opens a device that reaches its server in a way of its own, with what else its host has. */
export async function openDeviceOn<Store extends VaultStore>(
  server: VaultServer,
  account: AccountId,
  store: Store,
  more: Pick<VaultHost, "checkBeside"> = {},
): Promise<TestDevice<Store>> {
  const ending = new AbortController();
  const timer = new Timer();
  const host: VaultHost = {
    store,
    server,
    clock: () => Instant.parse(timer.now),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    wait: (ms, signal) => timer.wait(ms, signal),
    ...more,
  };
  const opened = new Account(host, account);
  await opened.start(ending.signal);
  return {
    account,
    vault: vaultOf(opened),
    store,
    refresh: () => opened.refresh(),
    pass: (ms) => timer.pass(ms),
    close: () => ending.abort(),
  };
}

/** Somebody with keys, on a first device. */
export async function enrolled(double: Double): Promise<TestDevice & { readonly recoveryCode: string }> {
  const device = await openDevice(double, AccountId.parse(freshUuid()));
  const code = await device.vault.enrol(passphrase);
  if (typeof code === "string") throw new Error(`not enrolled: ${code}`);
  return { ...device, recoveryCode: code.groups.join("-") };
}

/** Waits until what is watched fits; the listener's first call counts. */
export async function until<Value>(
  watch: (listener: (value: Value) => void) => Promise<unknown>,
  fits: (value: Value) => boolean,
): Promise<Value> {
  const { promise, resolve } = Promise.withResolvers<Value>();
  const stop = await watch((now) => {
    if (fits(now)) resolve(now);
  });
  if (typeof stop === "string") throw new Error(stop);
  const value = await promise;
  if (typeof stop === "function") stop();
  return value;
}

/** Waits until the status of a vault is this. */
export async function statusOf<const Is extends VaultStatus["is"]>(
  device: Pick<TestDevice, "vault">,
  is: Is,
): Promise<VaultStatus & { readonly is: Is }> {
  const isIt = (status: VaultStatus): status is VaultStatus & { readonly is: Is } => status.is === is;
  const status = await until<VaultStatus>((listener) => device.vault.watchStatus(listener), isIt);
  if (isIt(status)) return status;
  throw new Error("another status");
}

/** Waits until a room of a device fits. */
export async function roomOf(
  device: Pick<TestDevice, "vault">,
  room: LogId,
  fits: (view: RoomView) => boolean,
): Promise<RoomView> {
  await until<VaultStatus>(
    (listener) => device.vault.watchStatus(listener),
    () => true,
  );
  for (;;) {
    const isThere = (await device.vault.rooms()).some((view) => view.room === room);
    if (isThere) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return until<RoomView>((listener) => device.vault.watchRoom(room, listener), fits);
}

/** Two people with a room that both have opened. */
export async function aPair(double = new Double()) {
  const leila = await enrolled(double);
  const ingrid = await enrolled(double);
  const room = LogId.parse(freshUuid());
  double.openRoom(room, [leila.account, ingrid.account]);
  await roomOf(leila, room, ({ condition }) => condition.is === "ready");
  await roomOf(ingrid, room, ({ condition }) => condition.is === "ready");
  return { double, leila, ingrid, room };
}

/** A note to write. */
export function note(text: string) {
  return eventOf(NoteWritten, { text });
}

/** The texts of the notes in a room's timeline, oldest first. */
export async function notesIn(device: Pick<TestDevice, "vault">, room: LogId): Promise<string[]> {
  const page = await device.vault.timeline(room, { limit: 200, types: ["notes.written"] });
  if (page === "no-such-room") throw new Error(page);
  return page.entries.flatMap((entry) =>
    entry.is === "event" && entry.event.type === "notes.written" ? entry.event.payload.text : [],
  );
}
