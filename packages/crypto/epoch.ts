/**
 * An epoch announces the next key of a log, for exactly the members it names.
 *
 *   body  = [suite, log16, n, prevEpochHash32, keyCommitment32, [[user16, iskHash32, bundleVersion, iekVersion]...],
 *            logCheckpointHash32, author16, device16, seq, prevItemHash32, seenHeads]           members sorted by user16
 *   epoch = [body, sig64]           sig = Ed25519(DSK, "oakroom/epoch/v1" 0 body)
 *   epochHash     = SHA-256("oakroom/epoch-hash/v1" 0 body)
 *   keyCommitment = SHA-256("oakroom/epoch-key/v1" 0 EK32)
 *
 * n from 1; epoch 1 names 32 zero bytes as its predecessor. logCheckpointHash holds 32 zero bytes until there is a key log.
 */
import type { Unreadable } from "./cbor.ts";
import type { Place } from "./place.ts";
import type { Branded, Bytes, DskPublic, IskHash, LogId, RecordHash, Signature, UserId } from "./values.ts";

/** One member as an epoch names them. */
export interface EpochMember {
  readonly user: UserId;
  readonly iskHash: IskHash;
  readonly bundleVersion: number;
  readonly iekVersion: number;
}

/** An epoch as read: its form is right, nothing is verified yet. */
export interface Epoch extends Place {
  readonly type: "epoch";
  readonly log: LogId;
  readonly n: number;
  readonly previousEpoch: RecordHash;
  readonly keyCommitment: Bytes;
  readonly members: ReadonlyArray<EpochMember>;
  readonly checkpoint: Bytes;
  readonly author: UserId;
  readonly hash: RecordHash;
  readonly signature: Signature;
  readonly body: Bytes;
  readonly bytes: Bytes;
}

/** The key of one epoch: a non-extractable HKDF key. A plain object: it survives structured cloning into IndexedDB. */
export type EpochKey = Branded<
  { readonly log: LogId; readonly n: number; readonly epochHash: RecordHash; readonly base: CryptoKey },
  "EpochKey"
>;

/** Reads an epoch's form. */
export function readEpoch(bytes: Uint8Array): Epoch | Unreadable {
  throw new Error(`unbuilt ${bytes.length}`);
}

/** True where the epoch's signature is this device's. Chain, membership and number are the log's verifier's to say. */
export async function verifyEpoch(epoch: Epoch, dsk: DskPublic): Promise<boolean> {
  throw new Error(`unbuilt ${epoch.n} ${dsk.length}`);
}
