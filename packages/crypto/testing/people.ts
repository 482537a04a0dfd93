/** Ana (mentor) and Ben (mentee), their keys and their room, for the stories of the tests. */
import {
  type AnnouncedEpoch,
  type Bundle,
  type Bytes,
  type DeviceId,
  type DskKey,
  type Epoch,
  type EpochKey,
  type Identity,
  type IskKey,
  type ItemId,
  type ItemKind,
  type Log,
  type LogId,
  type RecordHash,
  type SealedItem,
  type UserId,
  type Verdict,
  announceEpoch,
  epochPlan,
  id,
  importIdentity,
  makeDeviceKeys,
  makeFirstBundle,
  makeNextBundle,
  newSecrets,
  nextPlace,
  sealItem,
  startLog,
  takeBundle,
  takeRecords,
  utf8,
} from "../index.ts";

/** An id of 16 equal bytes. */
export const idOf = <Kind extends Parameters<typeof id>[0]>(kind: Kind, byte: number) =>
  id(kind, new Uint8Array(16).fill(byte));

let counter = 0;
/** A fresh id, in order. */
export const newItemId = (): ItemId => {
  counter += 1;
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, counter);
  return id("item", bytes);
};

/** One device of a person. */
export interface TestDevice {
  readonly device: DeviceId;
  readonly dsk: DskKey;
}

/** A person with keys, a bundle and devices. */
export interface TestPerson {
  readonly user: UserId;
  identity: Identity;
  isk: IskKey;
  bundle: Bundle;
  readonly devices: TestDevice[];
}

/** Makes a person with one device. */
export async function aPerson(byte: number, deviceByte = byte + 16): Promise<TestPerson> {
  const user = idOf("user", byte);
  const identity = await newSecrets(importIdentity);
  const { dsk, dskPublic } = await makeDeviceKeys();
  const device = idOf("device", deviceByte);
  const [iek] = identity.ieks;
  if (iek === undefined) throw new Error("no iek");
  const bundle = await makeFirstBundle(identity.isk, {
    user,
    isk: identity.iskPublic,
    iekVersion: 1,
    iek: iek.iekPublic,
    devices: [{ device, dsk: dskPublic, addedAt: 1_760_000_000_000, retired: false }],
  });
  return { user, identity, isk: identity.isk, bundle, devices: [{ device, dsk }] };
}

/** Adds a device to a person; the new bundle is theirs from now on. */
export async function addDevice(person: TestPerson, byte: number): Promise<TestDevice> {
  const { dsk, dskPublic } = await makeDeviceKeys();
  const device = idOf("device", byte);
  const add = [{ device, dsk: dskPublic, addedAt: 1_760_000_100_000 }];
  person.bundle = await makeNextBundle(person.isk, person.bundle, { add });
  const made = { device, dsk };
  person.devices.push(made);
  return made;
}

/** Writes records to a log as one device, and keeps everything that was sent. */
export class Writer {
  readonly log: Log;
  readonly person: TestPerson;
  readonly own: TestDevice;
  readonly keys: Map<number, EpochKey>;
  constructor(log: Log, person: TestPerson, keys: Map<number, EpochKey>, own = person.devices[0]) {
    if (own === undefined) throw new Error("no device");
    this.log = log;
    this.person = person;
    this.keys = keys;
    this.own = own;
  }

  /** Announces the next epoch and takes it. */
  async announce(): Promise<AnnouncedEpoch> {
    const place = nextPlace(this.log, this.person.user, this.own.device);
    const announced = await announceEpoch(this.own.dsk, this.person.user, place, epochPlan(this.log));
    this.keys.set(announced.epoch.n, announced.key);
    await this.take([announced.epoch.bytes]);
    return announced;
  }

  /** Seals a text under the newest epoch (or a given one) and takes it. */
  async write(text: string, epoch?: number, kind: ItemKind = "content"): Promise<Sent> {
    return this.seal(utf8(text), newItemId(), epoch, kind);
  }

  /** Seals a plaintext as an item of one's own. */
  async seal(plaintext: Bytes, itemId: ItemId, epoch?: number, kind: ItemKind = "content"): Promise<Sent> {
    const n = epoch ?? Math.max(...this.keys.keys());
    const key = this.keys.get(n);
    if (key === undefined) throw new Error("no epoch key");
    const place = nextPlace(this.log, this.person.user, this.own.device);
    const header = { ...place, logKind: this.log.logKind, author: this.person.user, kind, itemId };
    const sealed = await sealItem(this.own.dsk, key, header, plaintext);
    await this.take([sealed.bytes]);
    return sealed;
  }

  /** Takes what a server hands out. */
  take(records: ReadonlyArray<Uint8Array>): Promise<ReadonlyArray<Verdict>> {
    return takeRecords(this.log, records);
  }

  /** Takes a bundle, as from a server. */
  learn(bundle: Bundle) {
    return takeBundle(this.log, bundle.bytes);
  }
}

/** What was sent. */
export interface Sent {
  readonly bytes: SealedItem;
  readonly hash: RecordHash;
}

/** Ana and Ben in a room: two writers with memories of their own, epoch 1 announced by Ana and taken by both. */
export async function aRoom(logByte = 0xa0): Promise<{
  ana: Writer;
  ben: Writer;
  epoch: Epoch;
  announced: AnnouncedEpoch;
  room: LogId;
}> {
  const [anaPerson, benPerson] = await Promise.all([aPerson(1), aPerson(2)]);
  const room = idOf("log", logByte);
  const pinned = [anaPerson.bundle, benPerson.bundle];
  const keys = new Map<number, EpochKey>();
  const ana = new Writer(startLog(room, "room", pinned), anaPerson, keys);
  const ben = new Writer(startLog(room, "room", pinned), benPerson, keys);
  const announced = await ana.announce();
  await ben.take([announced.epoch.bytes]);
  return { ana, ben, epoch: announced.epoch, announced, room };
}

/** The short form of verdicts: "accepted", "known", "aside gap", "rejected fork". */
export function words(verdicts: ReadonlyArray<Verdict>): ReadonlyArray<string> {
  return verdicts.map((verdict) => ("because" in verdict ? `${verdict.result} ${verdict.because}` : verdict.result));
}

/** Ends a test with a reason; for values that have to be there. */
export function fail(what = "not there"): never {
  throw new Error(what);
}
