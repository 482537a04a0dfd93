/**
 * A proof shows one item to somebody outside the log, and nothing else: no key, no other plaintext.
 *
 *   proof = [suite, hdr, com32, SHA-256(ct), sig64, opening32, plaintext, bundle]
 *
 * The verifier works offline. Whose identity it is, it cannot know: the expected ISK hash comes from the contact's own
 * directory entry, or is read aloud by the author.
 */
import type { Bundle } from "./bundle.ts";
import type { Unreadable } from "./cbor.ts";
import type { Item, ItemHeader, Opened } from "./item.ts";
import type { Bytes, IskHash, LogId } from "./values.ts";

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
  | "altered-text";

/** Writes the proof of one opened item. `bundle` is a bundle of its author that lists the device. */
export function makeProof(item: Item, opened: Opened, bundle: Bundle): Bytes {
  throw new Error(`unbuilt ${item.header.seq} ${opened.plaintext.length} ${bundle.version}`);
}

/** Verifies a proof without any network. */
export async function verifyProof(bytes: Uint8Array, expected: ProofExpectation): Promise<Proven | ProofRefusal> {
  throw new Error(`unbuilt ${bytes.length} ${typeof expected}`);
}
