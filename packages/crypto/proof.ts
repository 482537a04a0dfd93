/**
 * A proof shows one item to somebody outside the log, and nothing else: no key, no other plaintext.
 *
 *   proof = [suite, hdr, com32, SHA-256(ct), sig64, opening32, plaintext, bundle]
 *   long  = [suite, proof, [proof...]]     of a content in parts: its last item, and the parts in their order
 *
 * The verifier works offline. Whose identity it is, it cannot know: the expected ISK hash comes from the contact's own
 * directory entry, or is read aloud by the author.
 */
import { type Bundle, verifyBundle } from "./bundle.ts";
import { type Unreadable, bytes, decode, decodeRecord, encode, list, tuple, uint } from "./cbor.ts";
import { verify } from "./curves.ts";
import { digest, suite, tagged } from "./domain.ts";
import { decodeContent } from "./event.ts";
import { type Item, type ItemHeader, type Opened, commit, itemCore, readHeader } from "./item.ts";
import { joinParts } from "./parts.ts";
import {
  type Bytes,
  type Commitment,
  type IskHash,
  type LogId,
  type Opening,
  type RecordHash,
  type Signature,
  equal,
} from "./values.ts";

/** What the verifier holds a proof against. */
export interface ProofExpectation {
  /** The author's identity, known from elsewhere; `undefined` where nobody knows it. */
  readonly iskHash: IskHash | undefined;
  /** The room it is said to come from; `undefined` where that is not claimed. */
  readonly log: LogId | undefined;
}

/** What a valid proof shows. `unknown-key`: the signature holds, but nobody knows whose it is; never show that as authentic. */
export interface Proven {
  readonly result: "authentic" | "unknown-key";
  readonly header: ItemHeader;
  readonly iskHash: IskHash;
  /** Names the item, as answers to it do. */
  readonly hash: RecordHash;
  readonly plaintext: Bytes;
}

/** Why a proof proves nothing. */
export type ProofRefusal =
  | Unreadable
  | "bad-bundle"
  | "other-author"
  | "other-identity"
  | "other-room"
  | "unknown-device"
  | "bad-signature"
  | "altered-text"
  | "missing-part";

/** The longest proof. */
export const maxProofBytes = 300_000;

/** Writes the proof of one opened item. `bundle` is a bundle of its author that lists the device. */
export function makeProof(item: Item, opened: Opened, bundle: Bundle): Bytes {
  const signed = [item.headerBytes, item.com, item.ctHash, item.signature];
  return encode([suite, ...signed, opened.opening, opened.plaintext, bundle.bytes]);
}

/** Writes the proof of a content in parts; `undefined` where it would be too long. */
export function makeLongProof(last: Bytes, parts: ReadonlyArray<Bytes>): Bytes | undefined {
  const proof = encode([suite, last, [...parts]]);
  return proof.length > maxProofBytes ? undefined : proof;
}

const longShape = tuple<[number, Bytes, ReadonlyArray<Bytes>]>(uint, bytes(), list(bytes()));
const shape = tuple<[number, Bytes, Commitment, Bytes, Signature, Opening, Bytes, Bytes]>(
  uint,
  bytes(),
  bytes(32),
  bytes(32),
  bytes(64),
  bytes(32),
  bytes(),
  bytes(),
);

/** Verifies a proof without any network. That of a content in parts shows the whole of it, under its last item. */
export async function verifyProof(record: Uint8Array, expected: ProofExpectation): Promise<Proven | ProofRefusal> {
  const long = longShape(decode(record, maxProofBytes));
  if (!long) return verifyOne(record, expected);
  const [version, last, parts] = long;
  if (version !== suite) return "unknown-suite";
  const proven = await verifyOne(last, expected);
  if (typeof proven === "string") return proven;
  const whole = decodeContent(proven.plaintext);
  if (whole?.type !== "whole" || whole.parts.length !== parts.length) return "missing-part";
  // Each by the hand and from the room of the last one.
  const { iskHash, header } = proven;
  const shown = await Promise.all(parts.map((part) => verifyOne(part, { iskHash, log: header.log })));
  const refused = shown.find((part) => typeof part === "string");
  if (refused !== undefined) return refused;
  const plaintext = joinParts(whole, (itemId) => {
    const part = shown.find((one) => typeof one === "object" && equal(one.header.itemId, itemId));
    const content = typeof part === "object" ? decodeContent(part.plaintext) : undefined;
    return content?.type === "part" ? content.chunk : undefined;
  });
  return typeof plaintext === "string" ? "missing-part" : { ...proven, plaintext };
}

async function verifyOne(record: Uint8Array, expected: ProofExpectation): Promise<Proven | ProofRefusal> {
  const fields = decodeRecord(record, shape);
  if (typeof fields === "string") return fields;
  const [, headerBytes, com, ctHash, signature, opening, plaintext, bundleBytes] = fields;
  const header = readHeader(headerBytes);
  if (typeof header === "string") return "malformed";
  const bundle = await verifyBundle(bundleBytes);
  if (typeof bundle === "string") return "bad-bundle";
  const { iskHash } = bundle;
  if (!equal(bundle.user, header.author)) return "other-author";
  if (expected.iskHash !== undefined && !equal(expected.iskHash, iskHash)) return "other-identity";
  if (expected.log !== undefined && !equal(expected.log, header.log)) return "other-room";
  const device = bundle.devices.find((each) => equal(each.device, header.device));
  if (device === undefined) return "unknown-device";
  const core = itemCore(headerBytes, com, ctHash);
  if (!(await verify(device.dsk, signature, tagged("item", core)))) return "bad-signature";
  if (!equal(commit(opening, plaintext), com)) return "altered-text";
  const result = expected.iskHash === undefined ? "unknown-key" : "authentic";
  return { result, header, iskHash, hash: digest("itemHash", core), plaintext };
}
