/**
 * A cut says where the chain of a retired device ends in one log. Of two cuts for one device the lower counts.
 *
 *   body = [suite, log16, user16, device16, lastSeq, lastItemHash32]       lastSeq 0 with 32 zero bytes: nothing counts
 *   cut  = [body, sig64]            sig = Ed25519(ISK, "oakroom/cut/v1" 0 body)
 */
import { type Unreadable, bytes, decodeRecord, decodeSigned, encode, tuple, uint } from "./cbor.ts";
import { sign, verify } from "./curves.ts";
import { suite, tagged } from "./domain.ts";
import {
  type Bytes,
  type DeviceId,
  type IskKey,
  type IskPublic,
  type LogId,
  type RecordHash,
  type Signature,
  type UserId,
  equal,
  own,
  zeros32,
} from "./values.ts";

/** The end of one chain. */
export interface ChainEnd {
  readonly device: DeviceId;
  readonly lastSeq: number;
  readonly lastHash: RecordHash;
}

/** What a cut says. */
export interface CutFields extends ChainEnd {
  readonly log: LogId;
  readonly user: UserId;
}

/** A cut as read: its form is right, nothing is verified yet. */
export interface Cut extends CutFields {
  readonly signature: Signature;
  readonly body: Bytes;
  readonly bytes: Bytes;
}

/** True where an end can be one: only an empty chain ends at no record. */
export function isEnd({ lastSeq, lastHash }: ChainEnd): boolean {
  return equal(lastHash, zeros32) === (lastSeq === 0);
}

/** Signs a cut. */
export async function makeCut(isk: IskKey, { log, user, device, lastSeq, lastHash }: CutFields): Promise<Cut> {
  const body = encode([suite, log, user, device, lastSeq, lastHash]);
  const cut = readCut(encode([body, await sign(isk, tagged("cut", body))]));
  if (typeof cut === "string") throw new Error("a cut that would be refused");
  return cut;
}

const shape = tuple<[number, LogId, UserId, DeviceId, number, RecordHash]>(
  uint,
  bytes(16),
  bytes(16),
  bytes(16),
  uint,
  bytes(32),
);

/** Reads a cut's form. */
export function readCut(record: Uint8Array): Cut | Unreadable {
  const signed = decodeSigned(record);
  if (typeof signed === "string") return signed;
  const [body, signature] = signed;
  const fields = decodeRecord(body, shape);
  if (typeof fields === "string") return fields;
  const [, log, user, device, lastSeq, lastHash] = fields;
  const said = { log, user, device, lastSeq, lastHash };
  return isEnd(said) ? { ...said, signature: signature as Signature, body, bytes: own(record) } : "malformed";
}

/** True where the cut is signed by this identity. */
export function verifyCut(cut: Cut, isk: IskPublic): Promise<boolean> {
  return verify(isk, cut.signature, tagged("cut", cut.body));
}
