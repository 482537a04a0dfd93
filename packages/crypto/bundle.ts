/**
 * A bundle says which keys are a person's: their identity, their encryption key and their devices.
 *
 *   body   = [suite, user16, version, prevBundleHash32, ISK32, iekVersion, IEK32, [[device16, DSK32, addedAt, retired 0|1]...]]
 *   bundle = [body, sig64]          sig = Ed25519(ISK, "oakroom/bundle/v1" 0 body)
 *   bundleHash = SHA-256("oakroom/bundle-hash/v1" 0 body)      iskHash = SHA-256("oakroom/isk-hash/v1" 0 ISK32)
 *
 * Version 1 names 32 zero bytes as its predecessor. Devices keep their order and never leave the list.
 */
import { type Unreadable } from "./cbor.ts";
import { digest } from "./domain.ts";
import type {
  Branded,
  BundleHash,
  Bytes,
  DeviceId,
  DskPublic,
  IekPublic,
  IskHash,
  IskKey,
  IskPublic,
  UserId,
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
export type BundleRefusal = Unreadable | "bad-signature";

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

/** Signs the first bundle of a new identity. */
export async function makeFirstBundle(
  isk: IskKey,
  fields: Pick<BundleFields, "user" | "isk" | "iekVersion" | "iek" | "devices">,
): Promise<Bundle> {
  throw new Error(`unbuilt ${typeof isk} ${fields.iekVersion}`);
}

/** What may change from one version to the next. */
export interface BundleChange {
  readonly add?: ReadonlyArray<Pick<Device, "device" | "dsk" | "addedAt">>;
  readonly retire?: ReadonlyArray<DeviceId>;
  readonly iek?: Pick<BundleFields, "iekVersion" | "iek">;
}

/** Signs the next version of a bundle. */
export async function makeNextBundle(isk: IskKey, previous: Bundle, change: BundleChange): Promise<Bundle> {
  throw new Error(`unbuilt ${typeof isk} ${previous.version} ${typeof change}`);
}

/** Reads a bundle and verifies its signature. */
export async function verifyBundle(bytes: Uint8Array): Promise<Bundle | BundleRefusal> {
  throw new Error(`unbuilt ${bytes.length}`);
}

/** Why `next` may not follow `known`; `undefined` where it is its direct successor. */
export function refuseSuccessor(known: Bundle, next: Bundle): SuccessionRefusal | undefined {
  throw new Error(`unbuilt ${known.version} ${next.version}`);
}
