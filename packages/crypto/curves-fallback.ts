/** The curves in JavaScript, for hosts whose WebCrypto lacks them. Loaded only there. Strict as RFC 8032: `zip215: false`. */
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { type Bytes, own } from "./values.ts";

/** The public key of a seed. */
export function ed25519Public(seed: Bytes): Bytes {
  return own(ed25519.getPublicKey(seed));
}

/** A signature over already tagged bytes. */
export function ed25519Sign(seed: Bytes, message: Bytes): Bytes {
  return own(ed25519.sign(message, seed));
}

/** True where the signature holds. Bad keys and signatures are false, never an exception. */
export function ed25519Verify(key: Bytes, signature: Bytes, message: Bytes): boolean {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

/** The shared secret; `undefined` where the public key is of low order. */
export function x25519Shared(secret: Bytes, peer: Bytes): Bytes | undefined {
  try {
    return own(x25519.getSharedSecret(secret, peer));
  } catch {
    return undefined;
  }
}
