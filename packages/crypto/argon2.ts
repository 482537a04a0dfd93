/** Argon2id v1.3 (RFC 9106): hash-wasm, and @noble/hashes where there is no WebAssembly (iOS Lockdown Mode). Equal output. */
import { type Bytes, own } from "./values.ts";

/** The costs of one derivation. */
export interface Argon2Params {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** 32 bytes from a password. Takes half a second to seconds and `memoryKiB` of memory: call it in a worker. */
export async function argon2id(password: Bytes, salt: Bytes, params: Argon2Params): Promise<Bytes> {
  if ("WebAssembly" in globalThis) {
    try {
      return await inWasm(password, salt, params);
    } catch {
      // A content security policy without 'wasm-unsafe-eval' has the object but refuses to compile.
    }
  }
  return inJavaScript(password, salt, params);
}

async function inWasm(password: Bytes, salt: Bytes, { memoryKiB, passes, lanes }: Argon2Params): Promise<Bytes> {
  const wasm = await import("./argon2-wasm.ts");
  const costs = { iterations: passes, parallelism: lanes, memorySize: memoryKiB };
  return own(await wasm.argon2id({ password, salt, ...costs, hashLength: 32, outputType: "binary" }));
}

/** The fallback, callable by itself for tests. */
export async function inJavaScript(
  password: Bytes,
  salt: Bytes,
  { memoryKiB, passes, lanes }: Argon2Params,
): Promise<Bytes> {
  const noble = await import("@noble/hashes/argon2.js");
  return own(noble.argon2id(password, salt, { t: passes, m: memoryKiB, p: lanes, dkLen: 32, maxmem: 2 ** 31 }));
}
