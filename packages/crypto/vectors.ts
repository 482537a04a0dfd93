/**
 * Published test vectors, run against the very functions that the records use. Pure: parsed files in, a report out, so that the
 * same runs happen in Node and in a browser. Files: C2SP/wycheproof (testvectors_v1) and cloudflare/circl (HPKE).
 */
import { aesOpen, hkdf, importAes, importHkdf } from "./aead.ts";
import { ed25519Verify } from "./curves-fallback.ts";
import { agree, importIek, verify } from "./curves.ts";
import { hpkeReceiver } from "./hpke.ts";
import { type DskPublic, type IekKey, type Signature, equal, fromHex, join } from "./values.ts";

/** How a run ended. `failed` names the cases. */
export interface VectorReport {
  readonly passed: number;
  readonly failed: ReadonlyArray<string>;
  /** Cases of sizes or suites that the records never use. */
  readonly notOurs: number;
}

/** Which implementation of the curves is run. */
export type CurveSide = "host" | "fallback";

/** A file of Wycheproof: groups of cases, each case with its number. */
interface Wycheproof<Group, Case> {
  readonly testGroups: ReadonlyArray<Group & { readonly tests: ReadonlyArray<Case & { readonly tcId: number }> }>;
}

type Outcome = boolean | "not-ours";

async function run<Group, Case>(
  { testGroups }: Wycheproof<Group, Case>,
  check: (test: Case, group: Group) => Promise<Outcome>,
): Promise<VectorReport> {
  const cases = testGroups.flatMap((group) => group.tests.map((test) => ({ group, test })));
  const outcomes = await Promise.all(cases.map(({ group, test }) => check(test, group)));
  const failed = cases.filter((_, at) => outcomes[at] === false).map(({ test }) => `tcId ${test.tcId}`);
  const notOurs = outcomes.filter((outcome) => outcome === "not-ours").length;
  return { passed: outcomes.length - failed.length - notOurs, failed, notOurs };
}

interface AesCase {
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
  readonly result: string;
}

/** AES-256-GCM with 96-bit IVs; every other size is forbidden here. */
export function runAesGcm(file: unknown): Promise<VectorReport> {
  return run(file as Wycheproof<{ ivSize: number; keySize: number }, AesCase>, async (test, { ivSize, keySize }) => {
    if (ivSize !== 96 || keySize !== 256) return "not-ours";
    const sealed = join(fromHex(test.iv), fromHex(test.ct), fromHex(test.tag));
    const opened = await aesOpen(await importAes(fromHex(test.key)), sealed, fromHex(test.aad));
    return test.result === "valid" ? opened !== undefined && equal(opened, fromHex(test.msg)) : opened === undefined;
  });
}

interface SignatureCase {
  readonly msg: string;
  readonly sig: string;
  readonly result: string;
}

/** Ed25519, strict. */
export function runEd25519(file: unknown, side: CurveSide): Promise<VectorReport> {
  return run(file as Wycheproof<{ publicKey: { pk: string } }, SignatureCase>, async (test, { publicKey }) => {
    const key = fromHex(publicKey.pk) as DskPublic;
    const signature = fromHex(test.sig) as Signature;
    const message = fromHex(test.msg);
    const holds = side === "host" ? await verify(key, signature, message) : ed25519Verify(key, signature, message);
    return holds === (test.result === "valid");
  });
}

interface AgreementCase {
  readonly public: string;
  readonly private: string;
  readonly shared: string;
  readonly flags: ReadonlyArray<string>;
  readonly result: string;
}

/** X25519: a public key of low order gives no secret; one in a second form may be refused or give the right one. */
export function runX25519(file: unknown, side: CurveSide): Promise<VectorReport> {
  return run(file as Wycheproof<object, AgreementCase>, async (test) => {
    const secret = fromHex(test.private);
    const key = side === "host" ? (await importIek(1, secret)).iek : ({ raw: secret } as unknown as IekKey);
    const shared = await agree(key, fromHex(test.public));
    if (test.flags.includes("ZeroSharedSecret")) return shared === undefined;
    if (shared === undefined) return test.flags.includes("NonCanonicalPublic");
    return equal(shared, fromHex(test.shared));
  });
}

interface HkdfCase {
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly size: number;
  readonly okm: string;
  readonly result: string;
}

/** HKDF-SHA256. */
export function runHkdf(file: unknown): Promise<VectorReport> {
  return run(file as Wycheproof<object, HkdfCase>, async (test) => {
    const base = await importHkdf(fromHex(test.ikm));
    const bytes = await hkdf(base, fromHex(test.info), fromHex(test.salt), test.size).catch(() => undefined);
    return test.result === "valid" ? bytes !== undefined && equal(bytes, fromHex(test.okm)) : bytes === undefined;
  });
}

interface HpkeCase {
  readonly mode: number;
  readonly kem_id: number;
  readonly kdf_id: number;
  readonly aead_id: number;
  readonly info: string;
  readonly skRm: string;
  readonly pkRm: string;
  readonly enc: string;
  readonly encryptions: ReadonlyArray<{
    readonly aad: string;
    readonly ciphertext: string;
    readonly plaintext: string;
  }>;
  readonly exports: ReadonlyArray<{
    readonly exporter_context: string;
    readonly L: number;
    readonly exported_value: string;
  }>;
}

/** HPKE in the one suite and mode of the records: base, X25519, HKDF-SHA256, AES-256-GCM. */
export async function runHpke(file: unknown, side: CurveSide): Promise<VectorReport> {
  const cases = file as ReadonlyArray<HpkeCase>;
  const ours = cases.filter(({ mode, kem_id, kdf_id, aead_id }) => {
    return mode === 0 && kem_id === 32 && kdf_id === 1 && aead_id === 2;
  });
  const results = (await Promise.all(ours.map((test) => openCase(test, side)))).flat();
  const failed = results.flatMap((right, at) => (right ? [] : [`step ${at}`]));
  return { passed: results.length - failed.length, failed, notOurs: cases.length - ours.length };
}

async function openCase(test: HpkeCase, side: CurveSide): Promise<ReadonlyArray<boolean>> {
  const secret = fromHex(test.skRm);
  const host = await importIek(1, secret);
  const iek = side === "host" ? host : { ...host, iek: { raw: secret } as unknown as IekKey };
  const context = await hpkeReceiver(iek, fromHex(test.info), fromHex(test.enc));
  // The context counts its messages and takes one after the other, in the order of these calls.
  const opened = test.encryptions.map(async ({ aad, ciphertext, plaintext }) => {
    return equal(new Uint8Array(await context.open(fromHex(ciphertext), fromHex(aad))), fromHex(plaintext));
  });
  const exported = test.exports.map(async ({ exporter_context, L, exported_value }) => {
    return equal(new Uint8Array(await context.export(fromHex(exporter_context), L)), fromHex(exported_value));
  });
  return [equal(iek.iekPublic, fromHex(test.pkRm)), ...(await Promise.all([...opened, ...exported]))];
}

/** The files by name, as they lie in the folder of vectors. */
export const publishedRuns: Readonly<Record<string, (file: unknown) => Promise<ReadonlyArray<VectorReport>>>> = {
  "wycheproof-aes-gcm.json": async (file) => [await runAesGcm(file)],
  "wycheproof-ed25519.json": async (file) => [await runEd25519(file, "host"), await runEd25519(file, "fallback")],
  "wycheproof-x25519.json": async (file) => [await runX25519(file, "host"), await runX25519(file, "fallback")],
  "wycheproof-hkdf-sha256.json": async (file) => [await runHkdf(file)],
  "hpke-x25519-hkdf-sha256.json": async (file) => [await runHpke(file, "host"), await runHpke(file, "fallback")],
};
