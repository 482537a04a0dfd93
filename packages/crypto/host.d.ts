/*
 * The one part of the host that this package uses: WebCrypto (W3C Web Cryptography Level 2) and the Encoding Standard.
 * The compiler project has no DOM and no Node, so whatever is not declared here cannot be called.
 * Every declaration is a subset of what lib.dom and @types/node say, so that the same sources compile with those.
 */

/** A key that the host holds. Three members make it nominal enough: a number, a string or bytes are no key. */
interface CryptoKey {
  readonly algorithm: { readonly name: string };
  readonly extractable: boolean;
  readonly type: "private" | "public" | "secret";
  readonly usages: string[];
}

interface CryptoKeyPair {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

interface JsonWebKey {
  x?: string;
}

type HostUsage = "decrypt" | "deriveBits" | "deriveKey" | "encrypt" | "sign" | "verify";

interface HostAlgorithm {
  readonly name: string;
  readonly additionalData?: Uint8Array<ArrayBuffer>;
  readonly hash?: string;
  readonly info?: Uint8Array<ArrayBuffer>;
  readonly iv?: Uint8Array<ArrayBuffer>;
  readonly public?: CryptoKey;
  readonly salt?: Uint8Array<ArrayBuffer>;
}

interface SubtleCrypto {
  decrypt(algorithm: HostAlgorithm, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  deriveBits(algorithm: HostAlgorithm, key: CryptoKey, length: number): Promise<ArrayBuffer>;
  deriveKey(
    algorithm: HostAlgorithm,
    key: CryptoKey,
    derived: { readonly name: string; readonly length: number },
    extractable: boolean,
    usages: HostUsage[],
  ): Promise<CryptoKey>;
  digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  encrypt(algorithm: HostAlgorithm, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  exportKey(format: "jwk", key: CryptoKey): Promise<JsonWebKey>;
  exportKey(format: "raw", key: CryptoKey): Promise<ArrayBuffer>;
  generateKey(algorithm: "Ed25519", extractable: boolean, usages: ["sign", "verify"]): Promise<CryptoKeyPair>;
  importKey(
    format: "pkcs8" | "raw",
    data: Uint8Array<ArrayBuffer>,
    algorithm: string,
    extractable: boolean,
    usages: HostUsage[],
  ): Promise<CryptoKey>;
  sign(algorithm: string, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  verify(
    algorithm: string,
    key: CryptoKey,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

interface Crypto {
  readonly subtle: SubtleCrypto;
  getRandomValues<T extends Uint8Array<ArrayBuffer>>(array: T): T;
}

declare var crypto: Crypto;

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: { new (): TextEncoder };

interface TextDecoder {
  decode(bytes?: Uint8Array<ArrayBuffer>): string;
}
declare var TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };
