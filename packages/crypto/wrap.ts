/**
 * A wrap carries one epoch's key to one member. Wraps are replaced and erased one by one; an epoch is not.
 *
 *   wrap = [suite, log16, n, epochHash32, user16, iekVersion, enc32, sealed48]
 *   enc, sealed = HPKE base mode (RFC 9180; KEM 0x0020, KDF 0x0001, AEAD 0x0002) to IEK_iekVersion of the user
 *                 info = ["oakroom/wrap/v1", log16, n, epochHash32, user16], aad empty, plaintext = EK32
 *
 * The opened key counts only where it matches the keyCommitment of the epoch.
 */
import type { Unreadable } from "./cbor.ts";
import type { Iek } from "./curves.ts";
import type { Epoch, EpochKey } from "./epoch.ts";
import type { Bytes, IekPublic, UserId } from "./values.ts";

/** What a wrap says in the open. */
export interface WrapFacts {
  readonly log: Bytes;
  readonly n: number;
  readonly epochHash: Bytes;
  readonly user: Bytes;
  readonly iekVersion: number;
}

/** Why a wrap stays shut. `no-such-iek`: it is for a version of the key that is not at hand. */
export type WrapRefusal = Unreadable | "other-epoch" | "other-user" | "no-such-iek" | "unopenable" | "wrong-key";

/** Reads what a wrap says in the open. */
export function readWrap(bytes: Uint8Array): WrapFacts | Unreadable {
  throw new Error(`unbuilt ${bytes.length}`);
}

/** Opens a wrap of this user for an epoch that the log's verifier has accepted. */
export async function openWrap(
  ieks: ReadonlyArray<Iek>,
  user: UserId,
  epoch: Epoch,
  bytes: Uint8Array,
): Promise<EpochKey | WrapRefusal> {
  throw new Error(`unbuilt ${ieks.length} ${user.length} ${epoch.n} ${bytes.length}`);
}

/** To whom an epoch key is sealed. */
export interface WrapTarget {
  readonly user: UserId;
  readonly iekVersion: number;
  readonly iek: IekPublic;
}

/** Opens one's own wrap and seals the same key anew: after a change of IEK, or to a partner who was readmitted with history. */
export async function rewrap(
  ieks: ReadonlyArray<Iek>,
  user: UserId,
  epoch: Epoch,
  bytes: Uint8Array,
  target: WrapTarget,
): Promise<Bytes | WrapRefusal> {
  throw new Error(`unbuilt ${ieks.length} ${user.length} ${epoch.n} ${bytes.length} ${target.iekVersion}`);
}
