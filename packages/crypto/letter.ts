/**
 * A letter goes from one person to another outside any log: what somebody shows to a contact for concerns, and the answer.
 *
 *   letter    = [suite, letter16, from16, to16, iekVersion, enc32, sealed]
 *   enc, sealed = HPKE base mode (RFC 9180) to IEK_iekVersion of `to`
 *               info = ["oakroom/letter-key/v1", letter16, from16, to16, SHA-256(ISK of to)], aad empty
 *   plaintext = [content, device16, sig64, bundle] || 0x80 || 0x00...     up to 4,096 bytes, or a multiple of 16,384
 *   sig       = Ed25519(DSK, "oakroom/letter/v1" 0 [letter16, from16, to16, SHA-256(ISK of to), content])
 *
 * Base mode says nothing about who sealed it: the signature does, and names the one it is for, so that nobody who was
 * given a letter can hand it on as if it had been written to somebody else.
 */
import { type Bundle, verifyBundle } from "./bundle.ts";
import { type Unreadable, bytes, decode, encode, positive, tuple, uint } from "./cbor.ts";
import { type DeviceKeys, type Iek, sign, verify } from "./curves.ts";
import { domains, suite, tagged } from "./domain.ts";
import { hpkeOpen, hpkeSeal } from "./hpke.ts";
import {
  type Bytes,
  type DeviceId,
  type IskHash,
  type LetterId,
  type Signature,
  type UserId,
  equal,
  own,
  utf8,
} from "./values.ts";

/** The longest letter. */
export const maxLetterBytes = 360_000;

/** What a letter says in the open. */
export interface LetterFacts {
  readonly letter: LetterId;
  readonly from: UserId;
  readonly to: UserId;
}

/** A letter that opened. "unknown-key": its signature holds, and nobody knows whose it is. */
export interface OpenedLetter {
  readonly result: "authentic" | "unknown-key";
  readonly iskHash: IskHash;
  readonly content: Bytes;
}

/** Why a letter stays shut, or counts for nothing. */
export type LetterRefusal =
  | Unreadable
  | "other-letter"
  | "no-such-iek"
  | "unopenable"
  | "bad-bundle"
  | "other-author"
  | "unknown-device"
  | "bad-signature";

/** Who writes: a bundle of theirs that lists the device. */
export interface LetterWriter {
  readonly bundle: Bundle;
  readonly device: DeviceId;
  readonly keys: DeviceKeys;
}

const place = ({ letter, from, to }: LetterFacts, toHash: IskHash) => [letter, from, to, toHash];
const infoOf = (facts: LetterFacts, toHash: IskHash) => encode([utf8(domains.letterKey), ...place(facts, toHash)]);
const signedOf = (facts: LetterFacts, toHash: IskHash, content: Bytes) =>
  tagged("letter", encode([...place(facts, toHash), content]));

/** The length that a server sees. */
function paddedLength(length: number): number {
  return length < 4096 ? 4096 : Math.ceil((length + 1) / 16_384) * 16_384;
}

/** Seals a letter to the newest key of a bundle. Throws where it is too long. */
export async function sealLetter(
  letter: LetterId,
  { bundle, device, keys }: LetterWriter,
  to: Bundle,
  content: Bytes,
): Promise<Bytes> {
  const facts: LetterFacts = { letter, from: bundle.user, to: to.user };
  const signature = await sign(keys.dsk, signedOf(facts, to.iskHash, content));
  const inner = encode([content, device, signature, bundle.bytes]);
  const padded = new Uint8Array(paddedLength(inner.length));
  padded.set(inner);
  padded[inner.length] = 0x80;
  const { enc, sealed } = await hpkeSeal(to.iek, infoOf(facts, to.iskHash), padded);
  const record = encode([suite, letter, facts.from, facts.to, to.iekVersion, enc, sealed]);
  if (record.length > maxLetterBytes) throw new Error("too long for a letter");
  return record;
}

const shape = tuple<[number, LetterId, UserId, UserId, number, Bytes, Bytes]>(
  uint,
  bytes(16),
  bytes(16),
  bytes(16),
  positive,
  bytes(32),
  bytes(),
);

function fieldsOf(record: Uint8Array) {
  const value = decode(record, maxLetterBytes);
  if (!Array.isArray(value)) return "malformed";
  if (typeof value[0] === "number" && value[0] !== suite) return "unknown-suite";
  return shape(value) ?? "malformed";
}

/** Reads what a letter says in the open. */
export function readLetter(record: Uint8Array): LetterFacts | Unreadable {
  const fields = fieldsOf(record);
  if (typeof fields === "string") return fields;
  const [, letter, from, to] = fields;
  return { letter, from, to };
}

const innerShape = tuple<[Bytes, DeviceId, Signature, Bytes]>(bytes(), bytes(16), bytes(64), bytes());

function innerOf(padded: Bytes) {
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 0x80 || paddedLength(end) !== padded.length) return undefined;
  return innerShape(decode(padded.subarray(0, end), maxLetterBytes));
}

/** What the reader holds a letter against. */
export interface LetterExpectation extends LetterFacts {
  /** The reader's own identity. */
  readonly toHash: IskHash;
  /** The writer's, as known from elsewhere; `undefined` where nobody knows it. */
  readonly fromHash: IskHash | undefined;
}

/** Opens a letter to oneself. */
export async function openLetter(
  ieks: ReadonlyArray<Iek>,
  expected: LetterExpectation,
  record: Uint8Array,
): Promise<OpenedLetter | LetterRefusal> {
  const fields = fieldsOf(record);
  if (typeof fields === "string") return fields;
  const [, letter, from, to, iekVersion, enc, sealed] = fields;
  const facts = { letter, from, to };
  const { toHash, fromHash } = expected;
  if (!equal(letter, expected.letter) || !equal(from, expected.from) || !equal(to, expected.to)) return "other-letter";
  const iek = ieks.find(({ version }) => version === iekVersion);
  if (iek === undefined) return "no-such-iek";
  const opened = await hpkeOpen(iek, infoOf(facts, toHash), { enc, sealed });
  if (opened === undefined) return "unopenable";
  const inner = innerOf(opened);
  if (inner === undefined) return "malformed";
  const [content, device, signature, bundleBytes] = inner;
  const bundle = await verifyBundle(bundleBytes);
  if (typeof bundle === "string") return "bad-bundle";
  if (!equal(bundle.user, from)) return "other-author";
  const writer = bundle.devices.find((each) => equal(each.device, device));
  if (writer === undefined) return "unknown-device";
  if (!(await verify(writer.dsk, signature, signedOf(facts, toHash, content)))) return "bad-signature";
  const isKnown = fromHash !== undefined && equal(fromHash, bundle.iskHash);
  return { result: isKnown ? "authentic" : "unknown-key", iskHash: bundle.iskHash, content: own(content) };
}
