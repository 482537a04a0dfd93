/**
 * A cut says where the chain of a retired device ends in one log. Of two cuts for one device the lower counts.
 *
 *   body = [suite, log16, user16, device16, lastSeq, lastItemHash32]       lastSeq 0 with 32 zero bytes: nothing counts
 *   cut  = [body, sig64]            sig = Ed25519(ISK, "oakroom/cut/v1" 0 body)
 */
import type { Unreadable } from "./cbor.ts";
import type { Bytes, DeviceId, IskKey, IskPublic, LogId, RecordHash, Signature, UserId } from "./values.ts";

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

/** Signs a cut. */
export async function makeCut(isk: IskKey, fields: CutFields): Promise<Cut> {
  throw new Error(`unbuilt ${typeof isk} ${fields.lastSeq}`);
}

/** Reads a cut's form. */
export function readCut(bytes: Uint8Array): Cut | Unreadable {
  throw new Error(`unbuilt ${bytes.length}`);
}

/** True where the cut is signed by this identity. */
export async function verifyCut(cut: Cut, isk: IskPublic): Promise<boolean> {
  throw new Error(`unbuilt ${cut.lastSeq} ${isk.length}`);
}
