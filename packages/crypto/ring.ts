/**
 * The ring keeps a person's private identity keys under the AMK, beside the newest heads of their own log.
 *
 *   ring = [suite, user16, version, bundleHash32, ownLog16, ownLogEpoch1Hash32, [head32...], iv12, sealed]
 *   sealed = AES-256-GCM(AMK, iv12, [ISKseed32, [[iekVersion, IEKsecret32]...], logSalt32], AAD)
 *   AAD = [suite, user16, version, bundleHash32, ownLog16, ownLogEpoch1Hash32, [head32...]]      heads sorted
 *
 * Rewritten at each unlock with the next version, so that a server cannot hand out a shortened own log unnoticed.
 */
import type { Unreadable } from "./cbor.ts";
import type { Iek } from "./curves.ts";
import type { Amk, BundleHash, Bytes, IskKey, IskPublic, LogId, RecordHash, UserId } from "./values.ts";

/** What a ring says in the open, authenticated by the AMK. */
export interface RingFacts {
  readonly user: UserId;
  /** From 1, rising with each rewriting. */
  readonly version: number;
  readonly bundleHash: BundleHash;
  readonly ownLog: LogId;
  readonly ownLogEpoch1Hash: RecordHash;
  /** The newest verified heads of one's own log, at most 64. */
  readonly ownLogHeads: ReadonlyArray<RecordHash>;
}

/** A person's private keys as bytes: they exist only inside the callbacks of `newSecrets` and `openRing`, and are zeroed after them. */
export interface IdentitySecrets {
  readonly iskSeed: Bytes;
  readonly ieks: ReadonlyArray<{ readonly version: number; readonly secret: Bytes }>;
  readonly logSalt: Bytes;
}

/** The same keys, held by the host and not exportable. */
export interface Identity {
  readonly isk: IskKey;
  readonly iskPublic: IskPublic;
  /** Oldest first; the last is the current one. */
  readonly ieks: ReadonlyArray<Iek>;
}

/** Why a ring stays shut. */
export type RingRefusal = Unreadable | "other-user" | "wrong-key";

/** Makes the keys of a new identity, lends them as bytes, and zeroes them when `use` has ended. */
export async function newSecrets<T>(use: (secrets: IdentitySecrets) => Promise<T>): Promise<T> {
  throw new Error(`unbuilt ${typeof use}`);
}

/** The secrets with one more encryption key, lent and zeroed likewise; for a yearly or forced change of IEK. */
export async function withNewIek<T>(
  secrets: IdentitySecrets,
  use: (secrets: IdentitySecrets) => Promise<T>,
): Promise<T> {
  throw new Error(`unbuilt ${secrets.ieks.length} ${typeof use}`);
}

/** Takes the secrets into keys that cannot be exported. */
export async function importIdentity(secrets: IdentitySecrets): Promise<Identity> {
  throw new Error(`unbuilt ${secrets.ieks.length}`);
}

/** Writes a ring. */
export async function makeRing(amk: Amk, facts: RingFacts, secrets: IdentitySecrets): Promise<Bytes> {
  throw new Error(`unbuilt ${amk.length} ${facts.version} ${secrets.ieks.length}`);
}

/** Opens the ring of this user, lends the secrets, and zeroes them when `use` has ended. */
export async function openRing<T>(
  amk: Amk,
  bytes: Uint8Array,
  user: UserId,
  use: (facts: RingFacts, secrets: IdentitySecrets) => Promise<T>,
): Promise<{ readonly value: T } | RingRefusal> {
  throw new Error(`unbuilt ${amk.length} ${bytes.length} ${user.length} ${typeof use}`);
}
