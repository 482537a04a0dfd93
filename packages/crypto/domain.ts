/** Every hash, signature and key derivation begins with a domain of its own and a zero byte, so that none can stand for another. */
import { sha256 } from "@noble/hashes/sha2.js";
import {
  type BundleHash,
  type Bytes,
  type Commitment,
  type IskHash,
  type RecordHash,
  join,
  own,
  utf8,
} from "./values.ts";

/** The number in front of every record: HPKE(X25519, HKDF-SHA256, AES-256-GCM), Ed25519, SHA-256, Argon2id. */
export const suite = 1;

/** All domains of the protocol. Those of signatures come first. */
export const domains = {
  bundle: "oakroom/bundle/v1",
  cut: "oakroom/cut/v1",
  epoch: "oakroom/epoch/v1",
  item: "oakroom/item/v1",
  readmit: "oakroom/readmit/v1",
  agree: "oakroom/agree/v1",
  keysChange: "oakroom/keys-change/v1",
  erasure: "oakroom/erasure/v1",
  founding: "oakroom/founding/v1",
  letter: "oakroom/letter/v1",
  bundleHash: "oakroom/bundle-hash/v1",
  iskHash: "oakroom/isk-hash/v1",
  epochHash: "oakroom/epoch-hash/v1",
  epochKey: "oakroom/epoch-key/v1",
  itemHash: "oakroom/item-hash/v1",
  itemKey: "oakroom/item-key/v1",
  com: "oakroom/com/v1",
  readmitHash: "oakroom/readmit-hash/v1",
  agreeText: "oakroom/agree-text/v1",
  card: "oakroom/card/v1",
  words: "oakroom/words/v1",
  parts: "oakroom/parts/v1",
  slotKey: "oakroom/slot-key/v1",
  slotKem: "oakroom/slot-kem/v1",
  slotPsk: "oakroom/slot-psk/v1",
  slotSeal: "oakroom/slot-seal/v1",
  file: "oakroom/file/v1",
  fileKey: "oakroom/file-key/v1",
  wrap: "oakroom/wrap/v1",
  outbox: "oakroom/outbox/v1",
  ground: "oakroom/ground/v1",
  letterKey: "oakroom/letter-key/v1",
  pairing: "oakroom/pairing/v1",
  pairingMailbox: "oakroom/pairing-mailbox/v1",
  pairingRequest: "oakroom/pairing-request/v1",
  pairingPsk: "oakroom/pairing-psk/v1",
  pairingCheck: "oakroom/pairing-check/v1",
} as const;

/** The name of a domain. */
export type Domain = keyof typeof domains;

const prefixes = Object.fromEntries(
  Object.entries(domains).map(([name, text]) => [name, join(utf8(text), new Uint8Array(1))]),
) as unknown as Readonly<Record<Domain, Bytes>>;

/** The domain, a zero byte, then the parts: what is hashed, signed or given to HKDF. */
export function tagged(domain: Domain, ...parts: ReadonlyArray<Uint8Array>): Bytes {
  return join(prefixes[domain], ...parts);
}

/** What is hashed, and what kind of bytes the hash is. */
interface Hashes {
  readonly bundleHash: BundleHash;
  readonly iskHash: IskHash;
  readonly epochHash: RecordHash;
  readonly itemHash: RecordHash;
  readonly readmitHash: RecordHash;
  readonly com: Commitment;
  readonly card: Commitment;
  readonly epochKey: Bytes;
  readonly agreeText: Bytes;
  readonly words: Bytes;
  readonly parts: Bytes;
  readonly pairingCheck: Bytes;
}

/**
 * SHA-256 of the tagged parts (FIPS 180-4).
 * Synchronous JavaScript: for one record it is faster than a round trip to WebCrypto, and it reads no table by a secret.
 */
export function digest<Of extends keyof Hashes>(domain: Of, ...parts: ReadonlyArray<Uint8Array>): Hashes[Of] {
  return plainDigest(tagged(domain, ...parts)) as Hashes[Of];
}

/** The same by WebCrypto: five times faster where many are under way at once, slower for a single one. */
export async function digestMany<Of extends keyof Hashes>(
  domain: Of,
  ...parts: ReadonlyArray<Uint8Array>
): Promise<Hashes[Of]> {
  return (await plainDigestMany(tagged(domain, ...parts))) as Hashes[Of];
}

/** `plainDigest` by WebCrypto. */
export async function plainDigestMany(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** SHA-256 without a domain: only for `SHA-256(ct)` inside `itemHash` and `sig`, which have one. */
export function plainDigest(bytes: Uint8Array): Bytes {
  return own(sha256(bytes));
}
