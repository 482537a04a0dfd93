/**
 * Ed25519 (RFC 8032) and X25519 (RFC 7748): WebCrypto with keys that cannot be exported; where the host lacks a curve,
 * @noble/curves (`zip215: false`) with raw keys. Public keys are always 32 bytes.
 */
import type { RawKey } from "./values.ts";
import {
  type Bytes,
  type DskKey,
  type DskPublic,
  type IekKey,
  type IekPublic,
  type IskKey,
  type IskPublic,
  type PrivateKey,
  type Signature,
} from "./values.ts";

/** A device's signing key, made where it stays. */
export interface DeviceKeys {
  readonly dsk: DskKey;
  readonly dskPublic: DskPublic;
}

/** One version of a person's encryption key. A plain object: it survives structured cloning into IndexedDB. */
export interface Iek {
  readonly version: number;
  readonly iek: IekKey;
  readonly iekPublic: IekPublic;
}

/** Makes the key of a device. It can never be exported. */
export async function makeDeviceKeys(): Promise<DeviceKeys> {
  throw new Error("unbuilt");
}

/** Takes a 32-byte seed into a signing key that cannot be exported. The caller wipes the seed. */
export async function importSigning(seed: Bytes): Promise<{ readonly isk: IskKey; readonly iskPublic: IskPublic }> {
  throw new Error(`unbuilt ${seed.length}`);
}

/** Takes 32 bytes into a decryption key that cannot be exported. The caller wipes the bytes. */
export async function importIek(version: number, secret: Bytes): Promise<Iek> {
  throw new Error(`unbuilt ${version} ${secret.length}`);
}

/** Signs already tagged bytes. */
export async function sign(key: IskKey | DskKey, message: Bytes): Promise<Signature> {
  throw new Error(`unbuilt ${typeof key} ${message.length}`);
}

/** True where the signature is this key's over these tagged bytes. Never throws on bad keys or signatures. */
export async function verify(key: IskPublic | DskPublic, signature: Signature, message: Bytes): Promise<boolean> {
  throw new Error(`unbuilt ${key.length} ${signature.length} ${message.length}`);
}

/** True where a private key lies in memory as bytes, since the host lacks its curve. */
export function isRaw(key: PrivateKey): key is PrivateKey & RawKey {
  return "raw" in key;
}
