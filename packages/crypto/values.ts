/** The bytes of this package, each kind a type of its own, so that a key and a nonce, or two ids, cannot swap. */

declare const brand: unique symbol;

/** A plain value that only the function which proved it may mint. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Bytes in memory of their own, as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The 16 bytes of an account's uuid (`user16`). */
export type UserId = Branded<Bytes, "UserId">;
/** The 16 bytes of a log's uuid: a room of two, or a log of one's own (`log16`, `room16`). */
export type LogId = Branded<Bytes, "LogId">;
/** The 16 bytes of a device's uuid (`device16`). */
export type DeviceId = Branded<Bytes, "DeviceId">;
/** The 16 bytes of an item's uuid (`itemId16`). */
export type ItemId = Branded<Bytes, "ItemId">;
/** The 16 bytes of an unlock slot's uuid (`slot16`). */
export type SlotId = Branded<Bytes, "SlotId">;
/** The 16 bytes of a card's uuid (`cardId16`). */
export type CardId = Branded<Bytes, "CardId">;
/** The 16 bytes of an agreement's uuid (`agreementId16`). */
export type AgreementId = Branded<Bytes, "AgreementId">;

/** The 16 bytes of a letter's uuid (`letter16`). */
export type LetterId = Branded<Bytes, "LetterId">;

interface Ids {
  readonly user: UserId;
  readonly log: LogId;
  readonly device: DeviceId;
  readonly item: ItemId;
  readonly slot: SlotId;
  readonly card: CardId;
  readonly agreement: AgreementId;
  readonly letter: LetterId;
}

/** 32 bytes that name one item, epoch or readmit: what `prevItemHash`, `prevEpochHash` and `seenHeads` hold. */
export type RecordHash = Branded<Bytes, "RecordHash">;
/** 32 bytes that name one version of a bundle. */
export type BundleHash = Branded<Bytes, "BundleHash">;
/** 32 bytes that name one identity signing key. What people compare, and what a proof is checked against. */
export type IskHash = Branded<Bytes, "IskHash">;
/** The 32-byte hiding commitment of an item (`com`) or of a card. */
export type Commitment = Branded<Bytes, "Commitment">;
/** The 32 random bytes that open a commitment. */
export type Opening = Branded<Bytes, "Opening">;
/** 64 bytes of Ed25519. */
export type Signature = Branded<Bytes, "Signature">;

/** Ed25519 public key of a person (ISK). */
export type IskPublic = Branded<Bytes, "IskPublic">;
/** Ed25519 public key of a device (DSK). */
export type DskPublic = Branded<Bytes, "DskPublic">;
/** X25519 public key of a person (IEK). */
export type IekPublic = Branded<Bytes, "IekPublic">;

/** A private key where WebCrypto lacks the curve: the bytes themselves. It survives structured cloning, as a CryptoKey does. */
export interface RawKey {
  readonly raw: Bytes;
}
/** A key that the host holds; `CryptoKey` under the name that every compiler project knows. */
export type HostKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
/** A private key: held by the host and not exportable, or raw where the host cannot hold it. */
export type PrivateKey = HostKey | RawKey;
/** Signs bundles, cuts and agreements. There only right after an unlock. */
export type IskKey = Branded<PrivateKey, "IskKey">;
/** Signs items, epochs and readmits of one device. */
export type DskKey = Branded<PrivateKey, "DskKey">;
/** Opens what was sealed to a person. */
export type IekKey = Branded<PrivateKey, "IekKey">;

/** The account master key: 32 bytes that exist only inside the callback of `openSlot` or `newAmk`, and are zeroed after it. */
export type Amk = Branded<Bytes, "Amk">;

/** Takes 16 bytes as the id of a kind. Throws where there are not 16. */
export function id<Kind extends keyof Ids>(kind: Kind, bytes: Uint8Array): Ids[Kind] {
  if (bytes.length !== 16) throw new Error(`the id of a ${kind} has 16 bytes`);
  return own(bytes) as Ids[Kind];
}

/** Gives the bytes a buffer that WebCrypto takes; copies only out of shared memory. */
export function own(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

/** True where two byte strings are equal. Not constant in time: for public bytes alone. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compare(a, b) === 0;
}

/** Orders byte strings byte by byte, the shorter first where one begins the other. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Joins byte strings into new memory. */
export function join(...parts: ReadonlyArray<Uint8Array>): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** 32 zero bytes: "none yet" where a record names a predecessor, and the key log's fields until there is a key log. */
export const zeros32: Bytes = new Uint8Array(32);

/** Bytes from the host's CSPRNG. */
export function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Overwrites secrets with zeros. */
export function wipe(...secrets: ReadonlyArray<Uint8Array>): void {
  for (const secret of secrets) secret.fill(0);
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

const toHex: unknown = Reflect.get(Uint8Array.prototype, "toHex");

/** Lower-case hex: a key for maps. Its order is the order of the bytes. */
export function hex(bytes: Uint8Array): string {
  // Every record is named so many times over; where the host can do it, it takes a tenth of the time.
  if (typeof toHex === "function") return toHex.call(bytes) as string;
  let text = "";
  for (const byte of bytes) text += hexPairs[byte];
  return text;
}

/** The bytes of hex, two digits each. */
export function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. Throws on a lone surrogate, which has none. */
export function utf8(text: string): Bytes {
  const bytes = encoder.encode(text);
  if (decoder.decode(bytes) !== text) throw new Error("the text has a lone surrogate");
  return bytes;
}

/** The text of UTF-8 bytes; `undefined` where they are not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(own(bytes));
  } catch {
    return undefined;
  }
}

const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Bytes from base64url without padding (RFC 4648, section 5). The text must be of its 64 signs. */
export function fromBase64url(text: string): Bytes {
  let held = 0;
  let bits = 0;
  const bytes: number[] = [];
  for (const sign64 of text) {
    held = ((held << 6) | base64url.indexOf(sign64)) & 0xfff;
    bits += 6;
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 0xff);
  }
  return Uint8Array.from(bytes);
}
