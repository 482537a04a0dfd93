/** What is measured of the sealed room's package, in Node and in the browser alike: milliseconds of one round. */
import { argon2id } from "../packages/crypto/argon2.ts";
import {
  type Epoch,
  type EpochKey,
  type Item,
  announceEpoch,
  epochPlan,
  foldOrder,
  id,
  importIdentity,
  makeDeviceKeys,
  makeFirstBundle,
  newSecrets,
  nextPlace,
  openItem,
  openWrap,
  readItem,
  restoreLog,
  saveLog,
  saveVerified,
  sealItem,
  startLog,
  takeRecords,
  utf8,
  verifyItem,
} from "../packages/crypto/index.ts";

/** One round: a name and its milliseconds. */
export type Round = Readonly<Record<string, number>>;

const sixteen = (byte: number) => new Uint8Array(16).fill(byte);

async function aPerson(byte: number) {
  const identity = await newSecrets(importIdentity);
  const { dsk, dskPublic } = await makeDeviceKeys();
  const user = id("user", sixteen(byte));
  const device = id("device", sixteen(byte + 16));
  const [iek] = identity.ieks;
  if (iek === undefined) throw new Error("no iek");
  const devices = [{ device, dsk: dskPublic, addedAt: 1, retired: false }];
  const keys = { user, isk: identity.iskPublic, iekVersion: 1, iek: iek.iekPublic, devices };
  return { user, device, dsk, identity, bundle: await makeFirstBundle(identity.isk, keys) };
}

async function timed<T>(name: string, into: Record<string, number>, run: () => Promise<T> | T): Promise<T> {
  const from = performance.now();
  const value = await run();
  into[name] = performance.now() - from;
  return value;
}

async function inBatches<T, R>(all: ReadonlyArray<T>, each: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += 256) results.push(...(await Promise.all(all.slice(at, at + 256).map(each))));
  return results;
}

/** Two people write `count` items of 400 bytes in turn; then everything is verified, opened, ordered and restored. */
export async function cryptoRound(count: number): Promise<Round> {
  const result: Record<string, number> = {};
  const [ana, ben] = [await aPerson(1), await aPerson(2)];
  const room = id("log", sixteen(9));
  const pinned = [ana.bundle, ben.bundle];
  const log = startLog(room, "room", pinned);
  const announced = await timed("announce an epoch, two wraps", result, () =>
    announceEpoch(ana.dsk, ana.user, nextPlace(log, ana.user, ana.device), epochPlan(log)),
  );
  const { epoch, key } = announced;
  await takeRecords(log, [epoch.bytes]);
  const wrap = announced.wraps[1]?.bytes ?? new Uint8Array(0);
  await timed("open a wrap", result, () => openWrap(ben.identity.ieks, ben.user, epoch, wrap));
  const records = await timed("seal and take, one by one", result, () => writeAll([ana, ben], log, key, epoch, count));
  await readAll(records, pinned, key, result);
  await timed("Argon2id at the floor", result, () =>
    argon2id(utf8("six plain words are a good start"), new Uint8Array(16), { memoryKiB: 65_536, passes: 3, lanes: 1 }),
  );
  return result;
}

type Person = Awaited<ReturnType<typeof aPerson>>;

async function writeAll(
  people: ReadonlyArray<Person>,
  log: ReturnType<typeof startLog>,
  key: EpochKey,
  epoch: Epoch,
  count: number,
): Promise<ReadonlyArray<Uint8Array>> {
  const records: Uint8Array[] = [epoch.bytes];
  const text = new Uint8Array(400).fill(97);
  for (let at = 0; at < count; at += 1) {
    const person = people[at % 7 < 4 ? 0 : 1];
    if (person === undefined) throw new Error("nobody");
    const itemId = new Uint8Array(16);
    new DataView(itemId.buffer).setUint32(0, at);
    const place = nextPlace(log, person.user, person.device);
    const header = { ...place, logKind: "room" as const, author: person.user, kind: "content" as const };
    const sealed = await sealItem(person.dsk, key, { ...header, itemId: id("item", itemId) }, text);
    await takeRecords(log, [sealed.bytes]);
    records.push(sealed.bytes);
  }
  return records;
}

async function readAll(
  records: ReadonlyArray<Uint8Array>,
  pinned: ReadonlyArray<Person["bundle"]>,
  key: EpochKey,
  result: Record<string, number>,
): Promise<void> {
  const items = await timed("read the form", result, () =>
    records.map(readItem).filter((item): item is Item => typeof item === "object"),
  );
  const dsks = new Map(pinned.flatMap(({ devices }) => devices.map(({ device, dsk }) => [device.join(), dsk])));
  await timed("signatures alone, in batches", result, () =>
    inBatches(items, async (item) => {
      const dsk = dsks.get(item.header.device.join());
      return dsk !== undefined && verifyItem(item, dsk);
    }),
  );
  const [first] = items;
  if (first === undefined) return;
  const log = startLog(first.header.log, "room", pinned);
  const verdicts = await timed("verify all, cold", result, () => takeRecords(log, records));
  const opened = await timed("open all, in batches", result, () => inBatches(items, (item) => openItem(key, item)));
  if (opened.some((one) => typeof one === "string")) throw new Error("an item did not open");
  const order = await timed("order of the fold", result, () => foldOrder(log));
  if (order.length !== records.length) throw new Error("an item was not accepted");
  const verified = verdicts.flatMap((verdict) => (verdict.result === "accepted" ? verdict.verified : []));
  const saved = await timed("save the memory", result, () => ({ log: saveLog(log), pack: saveVerified(verified) }));
  const restored = await timed("restore the memory", result, () => restoreLog(saved.log, [saved.pack]));
  if (restored === undefined) throw new Error("not restored");
  result["size of the memory, bytes"] = saved.pack.length + saved.log.length;
}

Object.assign(globalThis, { cryptoRound });
