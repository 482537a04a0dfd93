/** Who signs for somebody in tests, as their devices would. Imported by tests, benchmarks and the kill test alone. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { encode } from "@oakroom/crypto";
import { uuidBytes } from "../../../../values/id.ts";

/** A device as a bundle lists it. */
export type DeviceFields = readonly [id: Uint8Array, key: Uint8Array, addedAt: number, isRetired: number];

/** Who signs for somebody, and what they have signed. */
interface Signer {
  readonly key: KeyObject;
  readonly isk: Uint8Array;
  readonly ieks: Map<number, Uint8Array>;
  /** The keys of the devices that its bundles list, by their ids as hex. */
  readonly deviceKeys: Map<string, KeyObject>;
  /** By version: the hash and the devices of the first bundle that was made with it. */
  readonly made: Map<number, { readonly hash: Uint8Array; readonly devices: ReadonlyArray<DeviceFields> }>;
}

const signers = new Map<string, Signer>();

/** Whoever signs for somebody now. */
export function signerOf(user: string): Signer {
  const known = signers.get(user);
  if (known) return known;
  const signer = { ...signingKeys(), ieks: new Map(), deviceKeys: new Map(), made: new Map() };
  signers.set(user, signer);
  return signer;
}

/** Real ones: a public key of chance is no point of the curve, every other time. */
export function signingKeys() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { key: privateKey, isk: new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-32)) };
}

function signedBy({ key }: Signer, domain: string, body: Uint8Array): Uint8Array {
  const signature = sign(null, Buffer.concat([Buffer.from(`oakroom/${domain}/v1\0`), body]), key);
  return encode([body, new Uint8Array(signature)]);
}

/** A record that somebody's identity has signed. */
export function signedFor(user: string, domain: string, body: Uint8Array): Uint8Array {
  return signedBy(signerOf(user), domain, body);
}

/** A new device of somebody's, as their next bundle lists it. */
export function listedDevice(user: string, id: string): DeviceFields {
  const { key, isk } = signingKeys();
  const device = uuidBytes(id);
  signerOf(user).deviceKeys.set(Buffer.from(device).toString("hex"), key);
  return [device, isk, 1_760_000_000_000, 0];
}

/** The first device that somebody's bundles list. */
export function firstDeviceOf(user: string): Uint8Array {
  const [device] = signerOf(user).made.get(1)?.devices ?? [];
  if (!device) throw new Error("somebody without a bundle");
  return device[0];
}

/** What the first device of somebody's bundles signs. */
export function signatureOf(user: string, domain: string, body: Uint8Array): Uint8Array {
  const key = signerOf(user).deviceKeys.get(Buffer.from(firstDeviceOf(user)).toString("hex"));
  if (!key) throw new Error("a device that nobody has");
  return new Uint8Array(sign(null, Buffer.concat([Buffer.from(`oakroom/${domain}/v1\0`), body]), key));
}

/** A record that the first device of somebody's bundles has signed. */
export function signedByDevice(user: string, domain: string, body: Uint8Array): Uint8Array {
  return encode([body, signatureOf(user, domain, body)]);
}

/** From now on somebody signs with another identity; the answer signs changes with the one of before. */
export function takeIdentity(user: string): (record: Uint8Array) => Uint8Array {
  const before = signerOf(user);
  signers.delete(user);
  return (record) => signedBy(before, "keys-change", record);
}

/** The hash of the identity with which somebody signs now. */
export function iskHashOf(user: string): Uint8Array {
  return createHash("sha256").update("oakroom/isk-hash/v1\0").update(signerOf(user).isk).digest();
}

/** The record that disowns the identity with which somebody signs now. */
export function shapedDisowning(user: string): Uint8Array {
  return encode([1, uuidBytes(user), iskHashOf(user)]);
}
