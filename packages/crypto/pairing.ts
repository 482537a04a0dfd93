/**
 * Pairing: a device that can open the keys passes them to a new one of the same person. What passes between the two besides is
 * sixteen bytes, as a pattern to scan or as twelve words; a server carries the rest and learns nothing.
 *
 *   secret    = 16 random bytes; twelve words of 11 bits (BIP-39, English): the 128 bits, then the first 4 of their SHA-256
 *   place     = [suite, user16, mailbox16]
 *   mailbox   = HKDF-SHA256(secret, salt: user16, info: "oakroom/pairing-mailbox/v1" 0), 16 bytes: where the server keeps both
 *   request   = iv12 || AES-256-GCM(key, iv12, [device16, KEM32, name], AAD = place)
 *               key = HKDF-SHA256(secret, salt: user16, info: "oakroom/pairing-request/v1" 0 place), 32 bytes
 *   answer    = [suite, from16, enc32, sealed]          from16 is the device that answers
 *   sealed    = HPKE in PSK mode, one message, to KEM: psk = HKDF-SHA256(secret, salt: user16, info: "oakroom/pairing-psk/v1" 0 place),
 *               32 bytes, psk_id = mailbox, plaintext [AMK32, ringVersion],
 *               info = ["oakroom/pairing/v1", user16, mailbox16, device16, from16, SHA-256("oakroom/pairing-check/v1" 0 request)]
 *   check     = the first 22 bits of that SHA-256 as two words, which both screens show
 *
 * KEM is made for one request and forgotten with it, so that the words, should somebody find them later, open nothing.
 */
import { aesOpen, aesSeal, deriveAes, hkdf, importHkdf } from "./aead.ts";
import { type Unreadable, bytes, decode, decodeRecord, encode, positive, tuple, uint } from "./cbor.ts";
import { type Iek, importIek, isWeak } from "./curves.ts";
import { digest, domains, plainDigest, suite, tagged } from "./domain.ts";
import { hpkeOpen, hpkeSeal } from "./hpke.ts";
import {
  type Amk,
  type Branded,
  type Bytes,
  type DeviceId,
  type HostKey,
  type IekPublic,
  type UserId,
  own,
  random,
  textOf,
  utf8,
  wipe,
} from "./values.ts";
import { wordList } from "./words.ts";

/** The 16 bytes that one device shows and the other reads. The holder wipes them. */
export type PairingSecret = Branded<Bytes, "PairingSecret">;

/** Why words are no pairing secret. "mistyped": their own check says so. */
export type PairingWordsRefusal = "wrong-length" | "unknown-word" | "mistyped";

const wordsInAll = 12;

/** Makes a secret, for one pairing. */
export function makePairingSecret(): PairingSecret {
  return random(16) as PairingSecret;
}

const bitsOf = (part: Uint8Array) => Array.from(part, (byte) => byte.toString(2).padStart(8, "0")).join("");

async function wordsOf(bits: string): Promise<ReadonlyArray<string>> {
  const words = await wordList();
  return (bits.match(/.{11}/g) ?? []).map((number) => words[Number.parseInt(number, 2)] ?? "");
}

const withCheck = (secret: Uint8Array) => bitsOf(secret) + bitsOf(plainDigest(secret)).slice(0, 4);

/** The secret as twelve words. */
export function pairingWords(secret: PairingSecret): Promise<ReadonlyArray<string>> {
  return wordsOf(withCheck(secret));
}

/** Reads typed or scanned words: case, spaces and hyphens do not matter. */
export async function readPairingWords(text: string): Promise<PairingSecret | PairingWordsRefusal> {
  const words = await wordList();
  const typed = text.toLowerCase().match(/[^\s,-]+/g) ?? [];
  const numbers = typed.map((word) => words.indexOf(word));
  if (numbers.includes(-1)) return "unknown-word";
  if (numbers.length !== wordsInAll) return "wrong-length";
  const bits = numbers.map((number) => number.toString(2).padStart(11, "0")).join("");
  const secret = Uint8Array.from(bits.slice(0, 128).match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return withCheck(secret) === bits ? (secret as PairingSecret) : "mistyped";
}

/** What both devices make of the secret. */
export interface Pairing {
  readonly user: UserId;
  /** Where the server keeps what the two send. It says nothing about the secret. */
  readonly mailbox: Bytes;
  readonly requestKey: HostKey;
  /** Zeroed by whoever ends the pairing. */
  readonly psk: Bytes;
}

function placeOf({ user, mailbox }: Pick<Pairing, "user" | "mailbox">): Bytes {
  return encode([suite, user, mailbox]);
}

/** Derives a pairing of this user. */
export async function derivePairing(secret: PairingSecret, user: UserId): Promise<Pairing> {
  const base = await importHkdf(secret);
  const mailbox = await hkdf(base, tagged("pairingMailbox"), user, 16);
  const place = placeOf({ user, mailbox });
  const requestKey = await deriveAes(base, tagged("pairingRequest", place), user);
  return { user, mailbox, requestKey, psk: await hkdf(base, tagged("pairingPsk", place), user, 32) };
}

/** What the new device says of itself. */
export interface PairingRequest {
  readonly device: DeviceId;
  readonly kem: IekPublic;
  /** What its owner would call it; shown to them on the other device, and believed by nobody. */
  readonly name: string;
}

/** A request with the key that opens its answer. */
export interface PairingAsked {
  readonly request: Bytes;
  readonly device: DeviceId;
  readonly key: Iek;
}

const longestName = 120;

/** Seals a request of the new device. */
export async function askToPair(pairing: Pairing, device: DeviceId, name: string): Promise<PairingAsked> {
  const secret = random(32);
  const key = await importIek(1, secret);
  wipe(secret);
  const said = encode([device, key.iekPublic, utf8(Array.from(name).slice(0, longestName).join(""))]);
  return { request: await aesSeal(pairing.requestKey, said, placeOf(pairing)), device, key };
}

const requestShape = tuple<[DeviceId, IekPublic, Bytes]>(bytes(16), bytes(32), bytes());

/** Opens a request; `undefined` where nobody who knows the secret has made it. */
export async function readPairingRequest(pairing: Pairing, request: Uint8Array): Promise<PairingRequest | undefined> {
  const said = await aesOpen(pairing.requestKey, own(request), placeOf(pairing));
  const fields = said && requestShape(decode(said));
  if (!fields) return undefined;
  const [device, kem, name] = fields;
  const text = textOf(name);
  if (isWeak("X25519", kem) || text === undefined || text.length > longestName * 2) return undefined;
  return { device, kem, name: text };
}

/** The two words that both screens show while they wait for a yes. */
export function pairingCheck(request: Uint8Array): Promise<ReadonlyArray<string>> {
  return wordsOf(bitsOf(digest("pairingCheck", request)).slice(0, 22));
}

const pairingInfo = utf8(domains.pairing);

function infoOf({ user, mailbox }: Pairing, device: DeviceId, from: DeviceId, request: Uint8Array): Bytes {
  return encode([pairingInfo, user, mailbox, device, from, digest("pairingCheck", request)]);
}

/** A copy of the AMK for as long as its owner needs to say yes. The holder wipes it. */
export function copyAmk(amk: Amk): Amk {
  return amk.slice() as Amk;
}

/** What the old device passes on. */
export interface PairingGift {
  readonly amk: Amk;
  /** The newest ring that it knows: the new device takes no older one. */
  readonly ringVersion: number;
}

/** Seals the answer to a request. */
export async function answerPairing(
  pairing: Pairing,
  request: Uint8Array,
  { device, kem }: PairingRequest,
  from: DeviceId,
  { amk, ringVersion }: PairingGift,
): Promise<Bytes> {
  const plaintext = encode([amk, ringVersion]);
  const psk = { id: pairing.mailbox, key: pairing.psk };
  const { enc, sealed } = await hpkeSeal(kem, infoOf(pairing, device, from, request), plaintext, psk);
  wipe(plaintext);
  return encode([suite, from, enc, sealed]);
}

const answerShape = tuple<[number, DeviceId, Bytes, Bytes]>(uint, bytes(16), bytes(32), bytes());
const giftShape = tuple<[Bytes, number]>(bytes(32), positive);

/** Why an answer stays shut. `wrong-answer`: it was not made for this request by somebody who knows the secret. */
export type PairingRefusal = Unreadable | "wrong-answer";

/** Opens the answer to a request, lends what is inside, and zeroes it when `use` has ended. */
export async function openPairingAnswer<T>(
  pairing: Pairing,
  { request, device, key }: PairingAsked,
  answer: Uint8Array,
  use: (gift: PairingGift) => Promise<T>,
): Promise<{ readonly value: T } | PairingRefusal> {
  const fields = decodeRecord(answer, answerShape);
  if (typeof fields === "string") return fields;
  const [, from, enc, sealed] = fields;
  const psk = { id: pairing.mailbox, key: pairing.psk };
  const plaintext = await hpkeOpen(key, infoOf(pairing, device, from, request), { enc, sealed }, psk);
  const gift = plaintext && giftShape(decode(plaintext));
  if (plaintext) wipe(plaintext);
  if (!gift) return "wrong-answer";
  const [amk, ringVersion] = gift;
  try {
    return { value: await use({ amk: amk as Amk, ringVersion }) };
  } finally {
    wipe(amk);
  }
}
