/**
 * Ed25519 (RFC 8032) and X25519 (RFC 7748): WebCrypto with keys that cannot be exported; where the host lacks a curve,
 * @noble/curves with raw keys (curves-fallback.ts). Public keys are always 32 bytes.
 */
import {
  type Bytes,
  type DskKey,
  type DskPublic,
  type HostKey,
  type IekKey,
  type IekPublic,
  type IskKey,
  type IskPublic,
  type PrivateKey,
  type RawKey,
  type Signature,
  fromBase64url,
  fromHex,
  hex,
  join,
  random,
  zeros32,
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

/** The base point of X25519. */
export const basePoint: Bytes = Uint8Array.of(9, ...zeros32.subarray(1));

const lacking: { Ed25519?: Promise<boolean>; X25519?: Promise<boolean> } = {};

// Valid public keys: the base point, and a key of RFC 8032, 7.1.
const known = {
  Ed25519: fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
  X25519: basePoint,
};

/** True where the host's WebCrypto does not know the curve. Asked once. */
export function lacks(curve: "Ed25519" | "X25519"): Promise<boolean> {
  return (lacking[curve] ??= crypto.subtle
    .importKey("raw", known[curve], curve, true, curve === "X25519" ? [] : ["verify"])
    .then(() => false)
    .catch(() => true));
}

const fallback = () => import("./curves-fallback.ts");

/** Makes the key of a device. It can never be exported. */
export async function makeDeviceKeys(): Promise<DeviceKeys> {
  if (await lacks("Ed25519")) {
    const raw = random(32);
    return { dsk: { raw } as DskKey, dskPublic: (await fallback()).ed25519Public(raw) as DskPublic };
  }
  const made = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const pair = made as { readonly privateKey: HostKey; readonly publicKey: HostKey };
  const dskPublic = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)) as DskPublic;
  return { dsk: pair.privateKey as DskKey, dskPublic };
}

/** Takes a 32-byte seed into a signing key that cannot be exported. The caller wipes the seed. */
export async function importSigning(seed: Bytes): Promise<{ readonly isk: IskKey; readonly iskPublic: IskPublic }> {
  if (await lacks("Ed25519")) {
    return { isk: { raw: seed.slice() } as IskKey, iskPublic: (await fallback()).ed25519Public(seed) as IskPublic };
  }
  const readable = await importPrivate("Ed25519", seed, true);
  const { x } = await crypto.subtle.exportKey("jwk", readable);
  if (x === undefined) throw new Error("the host exports no public part of an Ed25519 key");
  return { isk: (await importPrivate("Ed25519", seed, false)) as IskKey, iskPublic: fromBase64url(x) as IskPublic };
}

/** Takes 32 bytes into a decryption key that cannot be exported. The caller wipes the bytes. */
export async function importIek(version: number, secret: Bytes): Promise<Iek> {
  const raw = await lacks("X25519");
  const iek = (raw ? { raw: secret.slice() } : await importPrivate("X25519", secret, false)) as IekKey;
  return { version, iek, iekPublic: (await agree(iek, basePoint)) as IekPublic };
}

/** The X25519 shared secret, or `undefined` where the public key is of low order. The base point gives one's own public key. */
export async function agree(key: IekKey, peer: Bytes): Promise<Bytes | undefined> {
  if (isRaw(key)) return (await fallback()).x25519Shared(key.raw, peer);
  try {
    const imported = await crypto.subtle.importKey("raw", peer, "X25519", true, []);
    const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: imported }, key, 256));
    return shared.some((byte) => byte !== 0) ? shared : undefined;
  } catch {
    return undefined;
  }
}

/** Signs already tagged bytes. */
export async function sign(key: IskKey | DskKey, message: Bytes): Promise<Signature> {
  if (isRaw(key)) return (await fallback()).ed25519Sign(key.raw, message) as Signature;
  return new Uint8Array(await crypto.subtle.sign("Ed25519", key, message)) as Signature;
}

// Keyed by the bytes object itself: a device's key is one object for as long as its bundle is held.
const imported = new WeakMap<Bytes, Promise<HostKey | undefined>>();

/** Says whether a signature is this key's over these tagged bytes. Never throws on bad keys or signatures. */
export type SignatureCheck = (key: IskPublic | DskPublic, signature: Signature, message: Bytes) => Promise<boolean>;

/** True where the signature is this key's over these tagged bytes. Never throws on bad keys or signatures. */
export async function verify(key: IskPublic | DskPublic, signature: Signature, message: Bytes): Promise<boolean> {
  if (await lacks("Ed25519"))
    return !isWeak("Ed25519", key) && (await fallback()).ed25519Verify(key, signature, message);
  const importing = imported.get(key) ?? importPublic(key);
  imported.set(key, importing);
  const host = await importing;
  return host !== undefined && crypto.subtle.verify("Ed25519", host, signature, message);
}

function importPublic(key: Bytes): Promise<HostKey | undefined> {
  if (isWeak("Ed25519", key)) return Promise.resolve(undefined);
  return crypto.subtle.importKey("raw", key, "Ed25519", true, ["verify"]).catch(() => undefined);
}

/** True where a private key lies in memory as bytes, since the host lacks its curve. */
export function isRaw(key: PrivateKey): key is PrivateKey & RawKey {
  return "raw" in key;
}

// Points of small order: y on edwards25519 and u on curve25519, little-endian, without the sign bit (RFC 7748, 6.1; RFC 8032).
const small = {
  Ed25519: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ],
  X25519: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ],
};
const smallPoints = { Ed25519: new Set(small.Ed25519), X25519: new Set(small.X25519) };

/**
 * True for public keys that hosts treat differently, and that no honest key is: of small order, or not in the one form of the
 * point (a coordinate of p or above; a sign bit on X25519).
 */
export function isWeak(curve: "Ed25519" | "X25519", key: Bytes): boolean {
  const point = key.slice();
  const top = point[31] ?? 0;
  point[31] = top & 0x7f;
  const aboveP = (point[0] ?? 0) >= 0xed && point[31] === 0x7f && point.subarray(1, 31).every((byte) => byte === 0xff);
  const signed = curve === "X25519" && top > 0x7f;
  return key.length !== 32 || aboveP || signed || smallPoints[curve].has(hex(point));
}

// PrivateKeyInfo (RFC 8410, 7) up to the 32 bytes: the object identifiers 1.3.101.112 and 1.3.101.110.
const pkcs8 = {
  Ed25519: fromHex("302e020100300506032b657004220420"),
  X25519: fromHex("302e020100300506032b656e04220420"),
};

async function importPrivate(curve: "Ed25519" | "X25519", secret: Bytes, extractable: boolean): Promise<HostKey> {
  const wrapped = join(pkcs8[curve], secret);
  const usage = curve === "Ed25519" ? "sign" : "deriveBits";
  try {
    return await crypto.subtle.importKey("pkcs8", wrapped, curve, extractable, [usage]);
  } finally {
    wrapped.fill(0);
  }
}
