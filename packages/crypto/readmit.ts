/**
 * A readmit lets a person who lost every key come back under a new identity. The other member signs it, after comparing words anew.
 *
 *   body    = [suite, log16, user16, oldIskHash32, newIskHash32, oldBundleHash32, lastEpochHash32,
 *              [[oldDevice16, lastSeq, lastItemHash32]...], history 0|1, device16, seq, prevItemHash32, seenHeads]
 *   readmit = [body, sig64]         sig = Ed25519(DSK of the other member, "oakroom/readmit/v1" 0 body)
 *   readmitHash = SHA-256("oakroom/readmit-hash/v1" 0 body)          old devices sorted by device16
 */
import type { Unreadable } from "./cbor.ts";
import type { ChainEnd } from "./cut.ts";
import type { Place } from "./place.ts";
import type {
  BundleHash,
  Bytes,
  DskKey,
  DskPublic,
  IskHash,
  LogId,
  RecordHash,
  Signature,
  UserId,
} from "./values.ts";

/** What a readmit says; `readmitPlan` of the log's verifier makes it. */
export interface ReadmitFields {
  readonly log: LogId;
  /** Who comes back; never the signer. */
  readonly user: UserId;
  readonly oldIskHash: IskHash;
  readonly newIskHash: IskHash;
  readonly oldBundleHash: BundleHash;
  readonly lastEpoch: RecordHash;
  /** Where the old identity's chains end. A device that is not named ends before its first record. */
  readonly ends: ReadonlyArray<ChainEnd>;
  /** Whether the signer wraps the epochs they hold for the one who comes back. */
  readonly history: boolean;
}

/** A readmit as read: its form is right, nothing is verified yet. */
export interface Readmit extends ReadmitFields, Place {
  readonly type: "readmit";
  readonly hash: RecordHash;
  readonly signature: Signature;
  readonly body: Bytes;
  readonly bytes: Bytes;
}

/** Signs a readmit. */
export async function makeReadmit(dsk: DskKey, place: Place, fields: ReadmitFields): Promise<Readmit> {
  throw new Error(`unbuilt ${typeof dsk} ${place.seq} ${fields.ends.length}`);
}

/** Reads a readmit's form. */
export function readReadmit(bytes: Uint8Array): Readmit | Unreadable {
  throw new Error(`unbuilt ${bytes.length}`);
}

/**
 * True where the readmit's signature is this device's. The one who comes back checks it so before anything else,
 * and takes their old bundle (by `oldBundleHash`) as the first of their identities from there alone.
 */
export async function verifyReadmit(readmit: Readmit, dsk: DskPublic): Promise<boolean> {
  throw new Error(`unbuilt ${readmit.seq} ${dsk.length}`);
}
