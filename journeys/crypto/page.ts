/** What the browser runs: our own functions over the vectors that the test hands in. */
import { argon2id, inJavaScript } from "../../packages/crypto/argon2.ts";
import { importIdentity, makeDeviceKeys, newSecrets } from "../../packages/crypto/index.ts";
import { runOwn } from "../../packages/crypto/own-vectors.ts";
import { equal, utf8 } from "../../packages/crypto/values.ts";
import { publishedRuns } from "../../packages/crypto/vectors.ts";

/** True where a passphrase gives the same bytes by either way, at the costs of a slot. */
async function sameArgon2(): Promise<boolean> {
  const costs = { memoryKiB: 65_536, passes: 3, lanes: 1 };
  const [password, salt] = [utf8("six plain words are a good start"), new Uint8Array(16).fill(9)];
  return equal(await argon2id(password, salt, costs), await inJavaScript(password, salt, costs));
}

/** True where every private key refuses to be exported, and survives a place in IndexedDB. */
async function keysStay(): Promise<boolean> {
  const identity = await newSecrets(importIdentity);
  const { dsk } = await makeDeviceKeys();
  const all = [identity.isk, dsk, ...identity.ieks.map(({ iek }) => iek)];
  const keys = all.filter((key) => key instanceof CryptoKey);
  const exported = await Promise.allSettled(keys.map((key) => crypto.subtle.exportKey("pkcs8", key)));
  const kept = structuredClone(keys).every((key) => !key.extractable);
  return kept && keys.length === 3 && exported.every(({ status }) => status === "rejected");
}

Object.assign(globalThis, { crypt: { publishedRuns, runOwn, sameArgon2, keysStay } });
