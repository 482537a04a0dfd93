/**
 * The place of a record in its device's chain. Items, epochs and readmits share one chain a device and log.
 *
 *   seq from 1 · prevItemHash32 = hash of the record at seq-1 of the same device, 32 zero bytes at seq 1
 *   seenHeads = sorted hashes of the newest verified records of other chains of this log that are not already behind
 *               prevItemHash or behind each other; at most 16
 */
import { type Read, bytes, list } from "./cbor.ts";
import { type DeviceId, type RecordHash, compare, equal, zeros32 } from "./values.ts";

/** Where a record stands. `nextPlace` of the log gives the place for the next one. */
export interface Place {
  readonly device: DeviceId;
  readonly seq: number;
  readonly previous: RecordHash;
  readonly seenHeads: ReadonlyArray<RecordHash>;
}

/** The most heads that one record may name. */
export const maxSeenHeads = 16;

const hashes = list(bytes<RecordHash>(32));

/** True where a place can be one: only the first of a chain follows nothing. */
export function isPlace({ seq, previous }: Place): boolean {
  return equal(previous, zeros32) === (seq === 1);
}

/** Reads hashes in strictly rising order. */
export const sortedHashes =
  (max: number): Read<ReadonlyArray<RecordHash>> =>
  (value) => {
    const found = hashes(value);
    if (found === undefined || found.length > max) return undefined;
    return found.every((hash, at) => at === 0 || compare(found[at - 1] ?? hash, hash) < 0) ? found : undefined;
  };
