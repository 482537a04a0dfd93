/**
 * A bundle says which keys are a person's: their identity, their encryption key and their devices.
 *
 *   body   = [suite, user16, version, prevBundleHash32, ISK32, iekVersion, IEK32, [[device16, DSK32, addedAt, retired 0|1]...]]
 *   bundle = [body, sig64]          sig = Ed25519(ISK, "oakroom/bundle/v1" 0 body)
 *   bundleHash = SHA-256("oakroom/bundle-hash/v1" 0 body)      iskHash = SHA-256("oakroom/isk-hash/v1" 0 ISK32)
 *
 * Version 1 names 32 zero bytes as its predecessor. Devices keep their order and never leave the list.
 */
import {
  type Unreadable,
  bytes,
  decodeRecord,
  decodeSigned,
  encode,
  list,
  oneOf,
  positive,
  tuple,
  uint,
} from "./cbor.ts";
import { isWeak, sign, verify } from "./curves.ts";
import { digest, suite, tagged } from "./domain.ts";
import {
  type Branded,
  type BundleHash,
  type Bytes,
  type DeviceId,
  type DskPublic,
  type IekPublic,
  type IskHash,
  type IskKey,
  type IskPublic,
  type Signature,
  type UserId,
  equal,
  fromHex,
  hex,
  own,
  zeros32,
} from "./values.ts";

/** One device in a bundle. A retired one stays, so that what it wrote can be verified. */
export interface Device {
  readonly device: DeviceId;
  readonly dsk: DskPublic;
  /** Milliseconds since 1970, by the clock of the device that signed it in. */
  readonly addedAt: number;
  readonly retired: boolean;
}

/** What a bundle says. */
export interface BundleFields {
  readonly user: UserId;
  /** From 1, rising by one. */
  readonly version: number;
  readonly previous: BundleHash;
  readonly isk: IskPublic;
  /** From 1. Rises with each new encryption key. */
  readonly iekVersion: number;
  readonly iek: IekPublic;
  readonly devices: ReadonlyArray<Device>;
}

/** A bundle whose signature by its own ISK holds. Only `verifyBundle` and `makeBundle` mint it. It says nothing about whose ISK it is: pin it. */
export type Bundle = Branded<
  BundleFields & { readonly hash: BundleHash; readonly iskHash: IskHash; readonly bytes: Bytes },
  "Bundle"
>;

/** Why bytes are no bundle. */
export type BundleRefusal = Unreadable | "weak-key" | "bad-signature";

/** Why a bundle does not follow the one that is known. All but `known` and `version-gap` stop the client. */
export type SuccessionRefusal =
  | "known"
  | "version-gap"
  | "lower-version"
  | "isk-changed"
  | "other-user"
  | "bundle-fork"
  | "broken-succession";

/** The hash by which an identity is pinned and compared. */
export function iskHashOf(isk: IskPublic): IskHash {
  return digest("iskHash", isk);
}

/** Reads the hash of an identity as people pass it on: 64 signs of lower-case hex; `undefined` for anything else. */
export function readIskHash(text: string): IskHash | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? (fromHex(text) as IskHash) : undefined;
}

/** Signs the first bundle of a new identity. */
export function makeFirstBundle(
  isk: IskKey,
  fields: Pick<BundleFields, "user" | "isk" | "iekVersion" | "iek" | "devices">,
): Promise<Bundle> {
  return signBundle(isk, { ...fields, version: 1, previous: zeros32 as BundleHash });
}

/** What may change from one version to the next. */
export interface BundleChange {
  readonly add?: ReadonlyArray<Pick<Device, "device" | "dsk" | "addedAt">>;
  readonly retire?: ReadonlyArray<DeviceId>;
  readonly iek?: Pick<BundleFields, "iekVersion" | "iek">;
}

/** Signs the next version of a bundle. */
export function makeNextBundle(isk: IskKey, previous: Bundle, change: BundleChange): Promise<Bundle> {
  const { user, isk: iskPublic, iekVersion, iek } = previous;
  const retire = new Set(change.retire?.map(hex));
  const kept = previous.devices.map((device) => ({
    ...device,
    retired: device.retired || retire.has(hex(device.device)),
  }));
  const added = (change.add ?? []).map((device) => ({ ...device, retired: false }));
  const next = { version: previous.version + 1, previous: previous.hash, devices: [...kept, ...added] };
  return signBundle(isk, { user, isk: iskPublic, iekVersion, iek, ...change.iek, ...next });
}

async function signBundle(isk: IskKey, fields: BundleFields): Promise<Bundle> {
  const { user, version, previous, iekVersion, iek } = fields;
  const devices = fields.devices.map(({ device, dsk, addedAt, retired }) => [device, dsk, addedAt, retired ? 1 : 0]);
  const body = encode([suite, user, version, previous, fields.isk, iekVersion, iek, devices]);
  const bundle = await verifyBundle(encode([body, await sign(isk, tagged("bundle", body))]));
  if (typeof bundle === "string") throw new Error(`a bundle that would be refused: ${bundle}`);
  return bundle;
}

const device = tuple<[DeviceId, DskPublic, number, "no" | "yes"]>(bytes(16), bytes(32), uint, oneOf("no", "yes"));
const shape = tuple<
  [
    number,
    UserId,
    number,
    BundleHash,
    IskPublic,
    number,
    IekPublic,
    ReadonlyArray<[DeviceId, DskPublic, number, string]>,
  ]
>(uint, bytes(16), positive, bytes(32), bytes(32), positive, bytes(32), list(device));

/** Reads a bundle and verifies its signature. */
export async function verifyBundle(record: Uint8Array): Promise<Bundle | BundleRefusal> {
  const signed = decodeSigned(record);
  if (typeof signed === "string") return signed;
  const [body, signature] = signed;
  const fields = decodeRecord(body, shape);
  if (typeof fields === "string") return fields;
  const [, user, version, previous, isk, iekVersion, iek, list32] = fields;
  const devices = list32.map(([id16, dsk, addedAt, retired]) => ({
    device: id16,
    dsk,
    addedAt,
    retired: retired === "yes",
  }));
  const names = new Set(devices.flatMap((entry) => [hex(entry.device), hex(entry.dsk)]));
  if (names.size < devices.length * 2 || equal(previous, zeros32) !== (version === 1)) return "malformed";
  const weak = isWeak("X25519", iek) || [isk, ...devices.map(({ dsk }) => dsk)].some((key) => isWeak("Ed25519", key));
  if (weak) return "weak-key";
  if (!(await verify(isk, signature as Signature, tagged("bundle", body)))) return "bad-signature";
  const hash = digest("bundleHash", body);
  const said = { user, version, previous, isk, iekVersion, iek, devices, hash, iskHash: iskHashOf(isk) };
  return { ...said, bytes: own(record) } as BundleFields as Bundle;
}

/** Why `next` may not follow `known`; `undefined` where it is its direct successor. */
export function refuseSuccessor(known: Bundle, next: Bundle): SuccessionRefusal | undefined {
  if (!equal(known.user, next.user)) return "other-user";
  if (!equal(known.isk, next.isk)) return "isk-changed";
  if (next.version < known.version) return "lower-version";
  if (next.version === known.version) return equal(known.hash, next.hash) ? "known" : "bundle-fork";
  if (next.version > known.version + 1) return "version-gap";
  if (!equal(next.previous, known.hash)) return "bundle-fork";
  return keepsDevices(known, next) && keepsIek(known, next) ? undefined : "broken-succession";
}

function keepsDevices(known: Bundle, next: Bundle): boolean {
  return known.devices.every((before, at) => {
    const after = next.devices[at];
    if (after === undefined || !equal(before.device, after.device) || !equal(before.dsk, after.dsk)) return false;
    return before.addedAt === after.addedAt && (after.retired || !before.retired);
  });
}

function keepsIek(known: Bundle, next: Bundle): boolean {
  const same = equal(known.iek, next.iek);
  return next.iekVersion === known.iekVersion + (same ? 0 : 1);
}
