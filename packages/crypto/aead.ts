/** AES-256-GCM (NIST SP 800-38D, 96-bit IVs alone, 128-bit tags) and HKDF-SHA256 (RFC 5869), both by WebCrypto. */
import { type Bytes, type HostKey, join, random } from "./values.ts";

const ivBytes = 12;
/** What AES-GCM adds to a plaintext: iv12 in front, tag16 behind. */
export const sealOverhead = ivBytes + 16;

/** Takes 32 bytes as an AES-256-GCM key that cannot be exported. */
export function importAes(key: Bytes): Promise<HostKey> {
  return crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt", "encrypt"]);
}

/** Takes secret bytes as input of HKDF, not exportable. */
export function importHkdf(secret: Bytes): Promise<HostKey> {
  return crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);
}

const none: Bytes = new Uint8Array(0);

/** Bytes derived by HKDF-SHA256 from `base`. Rejects above 255 hashes (RFC 5869, 2.3). */
export async function hkdf(base: HostKey, info: Bytes, salt: Bytes, length: number): Promise<Bytes> {
  const algorithm = { name: "HKDF", hash: "SHA-256", salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, base, length * 8));
}

/** An AES-256-GCM key derived by HKDF-SHA256 from `base`, without its bytes ever being seen here. */
export function deriveAes(base: HostKey, info: Bytes, salt: Bytes = none): Promise<HostKey> {
  const algorithm = { name: "HKDF", hash: "SHA-256", salt, info };
  return crypto.subtle.deriveKey(algorithm, base, { name: "AES-GCM", length: 256 }, false, ["decrypt", "encrypt"]);
}

/** iv12 || ciphertext || tag16, under a fresh random IV. */
export async function aesSeal(key: HostKey, plaintext: Bytes, additionalData: Bytes): Promise<Bytes> {
  const iv = random(ivBytes);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, plaintext);
  return join(iv, new Uint8Array(sealed));
}

/** The plaintext of iv12 || ciphertext || tag16; `undefined` where key, bytes or additional data are not those of sealing. */
export async function aesOpen(key: HostKey, sealed: Bytes, additionalData: Bytes): Promise<Bytes | undefined> {
  if (sealed.length < sealOverhead) return undefined;
  const iv = sealed.subarray(0, ivBytes);
  try {
    const plaintext = crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, sealed.subarray(ivBytes));
    return new Uint8Array(await plaintext);
  } catch {
    return undefined;
  }
}
