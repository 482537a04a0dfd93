/**
 * What the server sees of key records, and what it decides about them. It can open none of them. It verifies who changes
 * them, so that whoever merely holds a sign-in cannot lock a person out; clients verify everything again.
 */
import {
  decode,
  readKeysChange,
  readRenewal,
  readSlot,
  readSlotRemoval,
  refuseSuccessor,
  verifyBundle,
} from "@oakroom/crypto";
import { equalBytes } from "../../../../values/bytes.ts";
import { uuidText } from "../../../../values/id.ts";
import { byteStrings, type EpochEntry, everyRead, listOf, readEpochEntry, readWrapFacts, type Wrap } from "../rules.ts";

/** A signed bundle as the server sees it. */
export interface Bundle {
  readonly bytes: Uint8Array;
  readonly user: string;
  readonly version: number;
  readonly iekVersion: number;
  /** How many devices it lists; none ever leaves the list. */
  readonly devices: number;
  /** How many of them are retired; none ever counts again. */
  readonly retired: number;
}

/** Reads a bundle: `[body, sig64]`, body `[1, user16, version, prev32, ISK32, iekVersion, IEK32, devices]`. */
export function readBundleFacts(bytes: Uint8Array): Bundle | "unreadable" {
  const signed = listOf(decode(bytes));
  const [body, signature] = signed ?? [];
  if (signed?.length !== 2 || !isBytes(body) || !isBytes(signature, 64)) return "unreadable";
  const fields = listOf(decode(body));
  const [suite, user, version, previous, isk, iekVersion, iek, devices] = fields ?? [];
  const formed = fields?.length === 8 && suite === 1 && isBytes(previous, 32) && isBytes(isk, 32) && isBytes(iek, 32);
  const listed = listOf(devices);
  if (!formed || !isBytes(user, 16) || !isVersion(version) || !isVersion(iekVersion) || !listed) return "unreadable";
  const retired = listed.filter((device) => listOf(device)?.[3] === 1).length;
  return { bytes, user: uuidText(user), version, iekVersion, devices: listed.length, retired };
}

/** What a new bundle does to the devices of its owner, who hears of it by mail. */
export function deviceNews(newest: Uint8Array, { devices, retired }: Bundle): ReadonlyArray<"device" | "device-out"> {
  const before = readBundleFacts(newest);
  if (before === "unreadable") return [];
  return [
    ...(devices > before.devices ? (["device"] as const) : []),
    ...(retired > before.retired ? (["device-out"] as const) : []),
  ];
}

/** Why a bundle does not follow the newest one; "not-signed" where another identity, or nobody, has signed it. */
export async function refuseNextBundle(
  newest: Uint8Array,
  bytes: Uint8Array,
): Promise<"not-next" | "not-signed" | undefined> {
  const [before, next] = await Promise.all([verifyBundle(newest), verifyBundle(bytes)]);
  if (typeof before === "string" || typeof next === "string") return "not-signed";
  const refused = refuseSuccessor(before, next);
  if (refused === undefined || refused === "known") return undefined;
  return refused === "isk-changed" || refused === "other-user" ? "not-signed" : "not-next";
}

/** The record of a change that the identity of the newest bundle has signed. */
export async function readChange(
  newest: Uint8Array,
  change: Uint8Array,
): Promise<Uint8Array | "unreadable" | "not-signed"> {
  const bundle = await verifyBundle(newest);
  if (typeof bundle === "string") return "not-signed";
  const record = await readKeysChange(change, bundle.isk);
  if (typeof record !== "string") return record;
  return record === "bad-signature" ? "not-signed" : "unreadable";
}

/** Reads a removal: `[1, user16, slot16]`. */
export function readRemovalFacts(bytes: Uint8Array): { readonly user: string; readonly slotId: string } | "unreadable" {
  const removal = readSlotRemoval(bytes);
  if (typeof removal === "string") return "unreadable";
  return { user: uuidText(removal.user), slotId: uuidText(removal.slot) };
}

/** A ring as the server sees it. */
export interface Ring {
  readonly bytes: Uint8Array;
  readonly user: string;
  readonly version: number;
  readonly ownLogId: string;
}

/** Reads a ring: `[1, user16, version, bundleHash32, ownLog16, epoch1Hash32, [head32…], iv12, sealed]`. */
export function readRingFacts(bytes: Uint8Array): Ring | "unreadable" {
  const fields = listOf(decode(bytes));
  const [suite, user, version, bundleHash, ownLog, epoch1Hash, heads, iv, sealed] = fields ?? [];
  const formed = fields?.length === 9 && suite === 1 && isBytes(bundleHash, 32) && isBytes(epoch1Hash, 32);
  const closed = byteStrings(heads, 64) && isBytes(iv, 12) && isBytes(sealed);
  if (!formed || !closed || !isBytes(user, 16) || !isBytes(ownLog, 16) || !isVersion(version)) return "unreadable";
  return { bytes, user: uuidText(user), version, ownLogId: uuidText(ownLog) };
}

function isBytes(value: unknown, length?: number): value is Uint8Array {
  return value instanceof Uint8Array && (length === undefined || value.length === length);
}

function isVersion(value: unknown): value is number {
  return typeof value === "number" && value >= 1;
}

/** An unlock slot as the server sees it. */
export interface UnlockSlot {
  readonly bytes: Uint8Array;
  readonly user: string;
  readonly slotId: string;
  readonly kind: "passphrase" | "recovery" | "passkey";
}

/** Reads an unlock slot. One below the floor of its key derivation is unreadable. */
export function readSlotFacts(bytes: Uint8Array): UnlockSlot | "unreadable" {
  const slot = readSlot(bytes);
  if (typeof slot === "string") return "unreadable";
  return { bytes, user: uuidText(slot.user), slotId: uuidText(slot.slot), kind: slot.type };
}

/** The most unlock slots that a person may have. */
export const mostSlots = 20;

/** True where these ways of unlocking are enough: at least two, one of them the recovery code. */
export function enoughSlots(kinds: ReadonlyArray<UnlockSlot["kind"]>): boolean {
  return kinds.length >= 2 && kinds.includes("recovery");
}

/** The next ring, with all slots there are from then on. */
export interface Renewal {
  readonly user: string;
  readonly ring: Ring;
  readonly slots: ReadonlyArray<UnlockSlot>;
}

/** Reads a renewal: `[1, user16, ring, [slot, …]]`, all of one person. */
export function readRenewalFacts(bytes: Uint8Array): Renewal | "unreadable" {
  const renewal = readRenewal(bytes);
  if (typeof renewal === "string" || renewal.slots.length > mostSlots) return "unreadable";
  const ring = readRingFacts(renewal.ring);
  const slots = everyRead(renewal.slots, readSlotFacts);
  if (ring === "unreadable" || !slots) return "unreadable";
  const user = uuidText(renewal.user);
  const isOneself = [ring, ...slots].every((one) => one.user === user);
  const isEachOnce = new Set(slots.map(({ slotId }) => slotId)).size === slots.length;
  return isOneself && isEachOnce ? { user, ring, slots } : "unreadable";
}

/** Everything that makes a person able to read and write. */
export interface Enrolment {
  readonly bundle: Bundle;
  readonly slots: ReadonlyArray<UnlockSlot>;
  readonly ring: Ring;
  readonly epoch: EpochEntry;
  readonly wrap: Wrap;
}

/** Reads CBOR `[bundle, [slot, …], ring, epoch 1 of the own log, [wrap]]`, each record a byte string. */
export function readEnrolment(body: Uint8Array): Enrolment | "unreadable" {
  const parts = listOf(decode(body));
  const [bundleBytes, slotList, ringBytes, epochBytes, wrapList] = parts ?? [];
  if (parts?.length !== 5 || !isBytes(bundleBytes) || !isBytes(ringBytes) || !isBytes(epochBytes)) return "unreadable";
  const bundle = readBundleFacts(bundleBytes);
  const ring = readRingFacts(ringBytes);
  const epoch = readEpochEntry(epochBytes);
  const slots = everyRead(byteStrings(slotList, mostSlots) ?? [], readSlotFacts);
  const wraps = everyRead(byteStrings(wrapList, 1) ?? [], readWrapFacts);
  const [wrap] = wraps ?? [];
  if (bundle === "unreadable" || ring === "unreadable" || epoch === "unreadable" || !slots || !wrap)
    return "unreadable";
  return { bundle, slots, ring, epoch, wrap };
}

/** Why an enrolment is not this person's first; `undefined` means that all of it fits together. */
export function refuseEnrolment(
  { bundle, slots, ring, epoch, wrap }: Enrolment,
  accountId: string,
): "unreadable" | "slots-missing" | undefined {
  const own = [bundle.user, ring.user, epoch.author, wrap.user, ...slots.map((slot) => slot.user)];
  const [member] = epoch.members;
  const fits =
    own.every((user) => user === accountId) &&
    bundle.version === 1 &&
    epoch.n === 1 &&
    epoch.members.length === 1 &&
    member?.user === accountId &&
    member.bundleVersion === 1 &&
    member.iekVersion === bundle.iekVersion &&
    epoch.logId === ring.ownLogId &&
    wrap.logId === ring.ownLogId &&
    wrap.n === 1 &&
    equalBytes(wrap.epochHash, epoch.hash) &&
    wrap.iekVersion === bundle.iekVersion &&
    new Set(slots.map((slot) => slot.slotId)).size === slots.length;
  if (!fits) return "unreadable";
  return enoughSlots(slots.map((slot) => slot.kind)) ? undefined : "slots-missing";
}
