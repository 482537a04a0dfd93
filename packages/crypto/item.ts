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
import type { Unreadable } from "./cbor.ts";
import type { EpochKey } from "./epoch.ts";
import type { Place } from "./place.ts";
import type {
  Branded,
  Bytes,
  Commitment,
  DskKey,
  DskPublic,
  ItemId,
  LogId,
  Opening,
  RecordHash,
  Signature,
  UserId,
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

/** The longest plaintext of one item, in bytes. What is longer goes in parts. */
export const maxPlaintextBytes = 16_384 - 32 - 1;

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
  throw new Error(`unbuilt ${typeof dsk} ${key.n} ${header.seq} ${plaintext.length}`);
}

/** Reads an item's form. */
export function readItem(bytes: Uint8Array): Item | ItemRefusal {
  throw new Error(`unbuilt ${bytes.length}`);
}

/** True where the item's signature is this device's. Chain, membership and epoch are the log's verifier's to say. */
export async function verifyItem(item: Item, dsk: DskPublic): Promise<boolean> {
  throw new Error(`unbuilt ${item.header.seq} ${dsk.length}`);
}

/** Opens an item. For what the log's verifier has accepted, or set aside as authentic. */
export async function openItem(key: EpochKey, item: Item): Promise<Opened | OpenRefusal> {
  throw new Error(`unbuilt ${key.n} ${item.header.seq}`);
}
