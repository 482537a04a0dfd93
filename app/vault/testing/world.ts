/** A pair made once, and copied for each story: making keys is slow by design. Imported by tests alone. */
import type { LogId } from "../../values/id.ts";
import { MemoryStore } from "../memory-store.ts";
import { type TableName, tableNames } from "../store.ts";
import { Double } from "./double.ts";
import type { Kept } from "./records.ts";
import { type TestDevice, aPair, note, notesIn, openDevice, passphrase, roomOf } from "./people.ts";

/** Copies what lies on a device: keys and all. */
export async function copyStore(from: MemoryStore): Promise<MemoryStore>;
export async function copyStore<Store extends MemoryStore>(from: MemoryStore, to: Store): Promise<Store>;
export async function copyStore(from: MemoryStore, to = new MemoryStore()): Promise<MemoryStore> {
  for (const table of tableNames) await copyTable(table, from, to);
  return to;
}

async function copyTable(table: TableName, from: MemoryStore, to: MemoryStore): Promise<void> {
  for (const scope of await from.scopes(table)) {
    for (const { at, value } of await from.list(table, scope)) to.set(table, [scope, at], value);
  }
}

/** A world at rest: nothing runs, nothing waits. */
interface Rest {
  readonly double: Double;
  readonly room: LogId;
  readonly people: Record<Name, Pick<TestDevice, "account" | "store">>;
  readonly recoveryCode: string;
}

type Name = "leila" | "ingrid" | "phone";

async function makeWorld(): Promise<Rest> {
  const { double, leila, ingrid, room } = await aPair();
  const phone = await openDevice(double, leila.account);
  await phone.vault.unlock({ passphrase });
  // The phone's keys came after the room was opened: somebody announces an epoch for them. A world without it is not at rest.
  const epochs = () => double.logs.get(room)?.entries.filter(({ kind }) => kind === "epoch").length ?? 0;
  while (epochs() < 2) await new Promise((resolve) => setImmediate(resolve));
  for (const device of [leila, ingrid, phone]) {
    await roomOf(device, room, ({ condition }) => condition.is === "ready");
    await settled(device);
    device.close();
  }
  return { double, room, people: { leila, ingrid, phone }, recoveryCode: leila.recoveryCode };
}

/** Waits until nothing of a device waits to be sent, notes to itself included. */
export async function settled(device: Pick<TestDevice, "store">): Promise<void> {
  for (let quiet = 0; quiet < 5;) {
    const waiting = (await device.store.scopes("outbox")).length + (await device.store.scopes("epochPending")).length;
    quiet = waiting === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

let rest: Promise<Rest> | undefined;

/** A copy of the world: Leila with laptop and phone, Ingrid, and their empty room. */
export class World {
  readonly double: Double;
  readonly room: LogId;
  readonly recoveryCode: string;
  readonly #people: Rest["people"];
  readonly #open: TestDevice[] = [];

  private constructor(double: Double, { room, people, recoveryCode }: Rest) {
    this.double = double;
    this.room = room;
    this.recoveryCode = recoveryCode;
    this.#people = people;
  }

  /** Makes a copy. */
  static async make(): Promise<World> {
    rest ??= makeWorld();
    const made = await rest;
    return new World(made.double.copy(), made);
  }

  /** Somebody's account. */
  accountOf(name: Name): TestDevice["account"] {
    return this.#people[name].account;
  }

  /** Opens somebody's device as it was left; with a store, as it lies there. */
  async open(name: Name, store?: MemoryStore): Promise<TestDevice> {
    const { account, store: left } = this.#people[name];
    const device = await openDevice(this.double, account, store ?? (await copyStore(left)));
    this.#open.push(device);
    return device;
  }

  /** Opens a device of somebody that has never been here. */
  async openNew(name: Name): Promise<TestDevice> {
    return this.open(name, new MemoryStore());
  }

  /** The log of Leila's own. */
  async ownLogOf(device: TestDevice): Promise<string> {
    return (await device.store.get("account", ["", 0]))?.ownLog ?? "";
  }

  /** What the server keeps of the room. */
  get entries(): Kept[] {
    return this.double.logs.get(this.room)?.entries ?? [];
  }

  /** The items among them. */
  get items(): Kept[] {
    return this.entries.filter(({ kind }) => kind === "item");
  }

  /** Puts other items in the place of the room's, numbered anew. */
  replaceItems(change: (kept: Kept[]) => Kept[]): void {
    const log = this.double.logs.get(this.room);
    if (!log) throw new Error("no room");
    const others = log.entries.filter(({ kind }) => kind !== "item");
    log.entries = [...others, ...change(this.items)].map((entry, at) => ({ ...entry, number: at + 1 }));
  }

  /** Ingrid has written three notes; the server has them, and nobody else has seen them. Her device is closed. */
  async threeNotes(): Promise<TestDevice> {
    const ingrid = await this.open("ingrid");
    for (const text of ["one", "two", "three"]) await ingrid.vault.write(this.room, note(text));
    await roomOf(ingrid, this.room, ({ events, waiting }) => events === 3 && waiting === 0);
    await settled(ingrid);
    ingrid.close();
    return ingrid;
  }

  /** What Leila sees once she has taken everything that the server shows. */
  async seenByLeila() {
    const leila = await this.open("leila");
    await leila.refresh();
    await settled(leila);
    const [view] = await leila.vault.rooms();
    return { leila, view, notes: await notesIn(leila, this.room) };
  }

  /** Closes everything. */
  end(): void {
    for (const device of this.#open.splice(0)) device.close();
  }
}
