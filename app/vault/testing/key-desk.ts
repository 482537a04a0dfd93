/** The part of the scripted server that keeps keys. Imported by tests alone. */
import { encode, readEpoch, readKeysChange, readRenewal, readSlotRemoval, verifyBundle } from "@oakroom/crypto";
import type { AccountId } from "../../values/id.ts";
import { uuidText } from "../../values/id.ts";
import { type KeyDesk, answerAnew } from "./anew-desk.ts";
import {
  type Asked,
  type KeptLog,
  type Keys,
  type Outcome,
  bytesIn,
  done,
  keepSlot,
  keepWrap,
  partsOf,
  refused,
} from "./records.ts";

/** Answers what is asked about keys. */
export async function answerKeys(desk: KeyDesk, { operation, by, input }: Asked): Promise<Outcome> {
  const { params, body = new Uint8Array() } = input;
  const keys = desk.keys.get(by);
  if (operation === "readMyKeys")
    return done(
      keys ? encode([keys.bundles.at(-1) ?? new Uint8Array(), keys.ring, [...keys.slots.values()]]) : encode([]),
    );
  if (operation === "readBundles") return done(encode(desk.keys.get(params?.["accountId"] ?? "")?.bundles ?? []));
  const anew = await answerAnew(desk, { operation, by, input }, () => enrol(desk, by, body));
  if (anew) return anew;
  if (operation === "enrolKeys") return keys ? refused("already-enrolled") : enrol(desk, by, body);
  if (!keys) return { kind: "not-found" };
  if (changes.has(operation)) {
    const record = await changeOf(keys, body);
    if (!record) return refused("not-signed");
    if (operation === "putSlot") keepSlot(keys, record);
    if (operation === "removeSlot") keys.slots.delete(removedBy(record));
    if (operation === "putRing") keys.ring = record;
    if (operation === "renewKeys") renew(keys, record);
  }
  if (operation === "putBundle") {
    const bundle = await verifyBundle(body);
    if (typeof bundle === "string" || bundle.version !== keys.bundles.length + 1) return refused("not-next");
    keys.bundles.push(body);
    desk.tellFact("keys", by);
  }
  return done();
}

/** A bundle of a restored server's past, whoever brings it: it follows the newest that is there, or it is passed over. */
export async function takeBundleBack(desk: KeyDesk, giver: AccountId, body: Uint8Array): Promise<Outcome> {
  const bundle = await verifyBundle(body);
  if (typeof bundle === "string") return refused("not-signed");
  const keys = desk.keys.get(uuidText(bundle.user));
  if (!keys || bundle.version !== keys.bundles.length + 1) return refused("not-next");
  keys.bundles.push(body);
  for (const log of desk.logs.values()) {
    const isShared = [giver, uuidText(bundle.user)].every((one) => log.members.some((member) => member === one));
    if (isShared) (log.behind ??= new Set()).add(giver);
  }
  desk.tellFact("keys", uuidText(bundle.user));
  return done();
}

const changes = new Set(["putSlot", "removeSlot", "putRing", "renewKeys"]);

function renew(keys: Keys, record: Uint8Array): void {
  const renewal = readRenewal(record);
  if (typeof renewal === "string") return;
  keys.ring = renewal.ring;
  keys.slots = new Map();
  for (const slot of renewal.slots) keepSlot(keys, slot);
}

async function changeOf(keys: Keys, body: Uint8Array): Promise<Uint8Array | undefined> {
  const bundle = await verifyBundle(keys.bundles.at(-1) ?? new Uint8Array());
  const record = typeof bundle === "string" ? bundle : await readKeysChange(body, bundle.isk);
  return typeof record === "string" ? undefined : record;
}

function removedBy(record: Uint8Array): string {
  const removal = readSlotRemoval(record);
  return typeof removal === "string" ? "" : uuidText(removal.slot);
}

function enrol(desk: KeyDesk, by: AccountId, body: Uint8Array): Outcome {
  const [bundle, slots, ring, epochBytes, wraps] = partsOf(body);
  if (!(bundle instanceof Uint8Array) || !(ring instanceof Uint8Array) || !(epochBytes instanceof Uint8Array))
    return refused("unreadable");
  const epoch = readEpoch(epochBytes);
  if (typeof epoch === "string") return refused("unreadable");
  const keys: Keys = { bundles: [bundle], ring, slots: new Map() };
  for (const slot of bytesIn(slots)) keepSlot(keys, slot);
  desk.keys.set(by, keys);
  const log: KeptLog = { kind: "own", members: [by], open: true, entries: [], wraps: new Map() };
  desk.logs.set(uuidText(epoch.log), log);
  for (const wrap of bytesIn(wraps)) keepWrap(log, wrap);
  desk.append(uuidText(epoch.log), "epoch", epochBytes);
  desk.tellFact("keys", by);
  return done({ enrolled: true });
}
