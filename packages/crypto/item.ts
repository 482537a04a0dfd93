/**
 * A sealed item.
 *
 *   hdr  = [suite, log16, logKind, epoch, author16, device16, seq, prevItemHash32, kind, itemId16, seenHeads]
 *   com  = SHA-256("oakroom/com/v1" 0 opening32 plaintext)
 *   itemKey = HKDF-SHA256(EK, salt: none, info: "oakroom/item-key/v1" 0 hdr), 32 bytes, used once
 *   ct   = iv12 || AES-256-GCM(itemKey, iv12, pad(opening32 plaintext), AAD = hdr com32)      pad: see padding.ts
 *   sig  = Ed25519(DSK, "oakroom/item/v1" 0 [hdr, com, SHA-256(ct)])
 *   item = [hdr, com32, ct, sig64]            hdr as the byte string of its encoding
 *   itemHash = SHA-256("oakroom/item-hash/v1" 0 [hdr, com, SHA-256(ct)])
 *
 * logKind 1 room, 2 own · kind 1 content, 2 document, 3 control. The real type of a content is inside the plaintext.
 */
import { aesOpen, aesSeal, deriveAes, sealOverhead } from "./aead.ts";
import { type Unreadable, bytes, decode, decodeRecord, encode, positive, tuple, uint } from "./cbor.ts";
import { type SignatureCheck, sign, verify } from "./curves.ts";
import { digest, digestMany, plainDigest, plainDigestMany, suite, tagged } from "./domain.ts";
import type { EpochKey } from "./epoch.ts";
import { buckets, pad, unpad } from "./padding.ts";
import { type Place, isPlace, maxSeenHeads, sortedHashes } from "./place.ts";
import {
  type Branded,
  type Bytes,
  type Commitment,
  type DeviceId,
  type DskKey,
  type DskPublic,
  type ItemId,
  type LogId,
  type Opening,
  type RecordHash,
  type Signature,
  type UserId,
  equal,
  join,
  own,
  random,
} from "./values.ts";

/** A room of two, or a log of one's own. */
export type LogKind = "room" | "own";
/** The coarse kind that the server sees. */
export type ItemKind = "content" | "document" | "control";

/** What an item says in the open. */
export interface ItemHeader extends Place {
  readonly log: LogId;
  readonly logKind: LogKind;
  /** The number of the epoch whose key seals it. */
  readonly epoch: number;
  readonly author: UserId;
  readonly kind: ItemKind;
  readonly itemId: ItemId;
}

/** An item as read: its form is right, nothing is verified yet. */
export interface Item {
  readonly type: "item";
  readonly header: ItemHeader;
  readonly hash: RecordHash;
  readonly headerBytes: Bytes;
  readonly com: Commitment;
  /** iv12, then the ciphertext with its tag. */
  readonly ct: Bytes;
  /** SHA-256(ct). */
  readonly ctHash: Bytes;
  /** `[hdr, com, SHA-256(ct)]`: what is signed and hashed. */
  readonly core: Bytes;
  readonly signature: Signature;
  readonly bytes: Bytes;
}

/** The bytes of an item, as they travel and are stored. */
export type SealedItem = Branded<Bytes, "SealedItem">;

/** An item opened: authentic content of its author, once the log's verifier has accepted the item. */
export interface Opened {
  readonly plaintext: Bytes;
  readonly opening: Opening;
}

/** Why bytes are no item. */
export type ItemRefusal = Unreadable | "unknown-log-kind" | "unknown-kind";

/** Why an item does not open. `other-key`: this epoch key is of another log or number. */
export type OpenRefusal = "other-key" | "unopenable" | "bad-padding" | "bad-commitment";

const logKinds: ReadonlyArray<LogKind | undefined> = [undefined, "room", "own"];
const kinds: ReadonlyArray<ItemKind | undefined> = [undefined, "content", "document", "control"];
const openingBytes = 32;

/** The longest plaintext of one item, in bytes. What is longer goes in parts. */
export const maxPlaintextBytes = 16_384 - openingBytes - 1;

/**
 * Seals and signs one item under `key`, whose log and number go into the header.
 * Throws where the plaintext is longer than `maxPlaintextBytes`.
 */
export async function sealItem(
  dsk: DskKey,
  key: EpochKey,
  header: Omit<ItemHeader, "log" | "epoch">,
  plaintext: Uint8Array,
): Promise<{ readonly bytes: SealedItem; readonly hash: RecordHash }> {
  const headerBytes = encodeHeader({ ...header, log: key.log, epoch: key.n });
  const opening = random(openingBytes) as Opening;
  const com = commit(opening, plaintext);
  const itemKey = await deriveAes(key.base, tagged("itemKey", headerBytes));
  const ct = await aesSeal(itemKey, pad(opening, plaintext), join(headerBytes, com));
  const core = itemCore(headerBytes, com, plainDigest(ct));
  const signature = await sign(dsk, tagged("item", core));
  return { bytes: encode([headerBytes, com, ct, signature]) as SealedItem, hash: digest("itemHash", core) };
}

function encodeHeader(header: ItemHeader): Bytes {
  const { log, logKind, epoch, author, device, seq, previous, kind, itemId, seenHeads } = header;
  const place = [author, device, seq, previous];
  return encode([suite, log, logKinds.indexOf(logKind), epoch, ...place, kinds.indexOf(kind), itemId, seenHeads]);
}

/** The commitment of an item to its plaintext. */
export function commit(opening: Opening, plaintext: Uint8Array): Commitment {
  return digest("com", opening, plaintext);
}

/** `[hdr, com, SHA-256(ct)]`: what is signed and hashed. */
export function itemCore(headerBytes: Bytes, com: Commitment, ctHash: Bytes): Bytes {
  return encode([headerBytes, com, ctHash]);
}

const headerShape = tuple<
  [number, LogId, number, number, UserId, DeviceId, number, RecordHash, number, ItemId, ReadonlyArray<RecordHash>]
>(
  uint,
  bytes(16),
  uint,
  positive,
  bytes(16),
  bytes(16),
  positive,
  bytes(32),
  uint,
  bytes(16),
  sortedHashes(maxSeenHeads),
);

/** Reads a header's form. */
export function readHeader(headerBytes: Bytes): ItemHeader | ItemRefusal {
  const fields = decodeRecord(headerBytes, headerShape);
  if (typeof fields === "string") return fields;
  const [, log, logKindNumber, epoch, author, device, seq, previous, kindNumber, itemId, seenHeads] = fields;
  const logKind = logKinds[logKindNumber];
  const kind = kinds[kindNumber];
  if (logKind === undefined) return "unknown-log-kind";
  if (kind === undefined) return "unknown-kind";
  const header = { log, logKind, epoch, author, device, seq, previous, kind, itemId, seenHeads };
  return isPlace(header) ? header : "malformed";
}

const shape = tuple<[Bytes, Commitment, Bytes, Signature]>(bytes(), bytes(32), bytes(), bytes(64));
const ctLengths = new Set(buckets.map((bucket) => bucket + sealOverhead));

/** What an item says before anything is hashed. */
type Unhashed = Pick<Item, "header" | "headerBytes" | "com" | "ct" | "signature" | "bytes">;

function parseItem(record: Uint8Array): Unhashed | ItemRefusal {
  const fields = shape(decode(record));
  if (fields === undefined) return "malformed";
  const [headerBytes, com, ct, signature] = fields;
  const header = readHeader(headerBytes);
  if (typeof header === "string") return header;
  return ctLengths.has(ct.length) ? { header, headerBytes, com, ct, signature, bytes: own(record) } : "malformed";
}

/** Reads an item's form for one who only keeps it, and needs no hash of it. */
export function readItemHeader(record: Uint8Array): ItemHeader | ItemRefusal {
  const parsed = parseItem(record);
  return typeof parsed === "string" ? parsed : parsed.header;
}

/** Reads an item's form. */
export function readItem(record: Uint8Array): Item | ItemRefusal {
  const parsed = parseItem(record);
  if (typeof parsed === "string") return parsed;
  const ctHash = plainDigest(parsed.ct);
  const core = itemCore(parsed.headerBytes, parsed.com, ctHash);
  return { type: "item", ...parsed, ctHash, core, hash: digest("itemHash", core) };
}

/** `readItem` for when many are under way at once. */
export async function readItemOfMany(record: Uint8Array): Promise<Item | ItemRefusal> {
  const parsed = parseItem(record);
  if (typeof parsed === "string") return parsed;
  const ctHash = await plainDigestMany(parsed.ct);
  const core = itemCore(parsed.headerBytes, parsed.com, ctHash);
  return { type: "item", ...parsed, ctHash, core, hash: await digestMany("itemHash", core) };
}

/** True where the item's signature is this device's. Chain, membership and epoch are the log's verifier's to say. */
export function verifyItem(item: Item, dsk: DskPublic, check: SignatureCheck = verify): Promise<boolean> {
  return check(dsk, item.signature, tagged("item", item.core));
}

/** Opens an item. For what the log's verifier has accepted, or set aside as authentic. */
export async function openItem(key: EpochKey, item: Item): Promise<Opened | OpenRefusal> {
  if (!equal(key.log, item.header.log) || key.n !== item.header.epoch) return "other-key";
  const itemKey = await deriveAes(key.base, tagged("itemKey", item.headerBytes));
  const padded = await aesOpen(itemKey, item.ct, join(item.headerBytes, item.com));
  if (padded === undefined) return "unopenable";
  const content = unpad(padded);
  if (content === undefined || content.length < openingBytes) return "bad-padding";
  const opening = content.subarray(0, openingBytes) as Opening;
  const plaintext = content.subarray(openingBytes);
  return equal(await digestMany("com", opening, plaintext), item.com) ? { plaintext, opening } : "bad-commitment";
}
