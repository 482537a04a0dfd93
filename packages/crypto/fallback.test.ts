import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { hex } from "./values.ts";
import { fail } from "./testing/people.ts";

/**
 * A host whose WebCrypto knows neither Ed25519 nor X25519. The whole package is loaded anew inside it, so that nothing
 * remembers the real host.
 */
const { subtle } = crypto;
const lacking = (name: unknown): boolean => /25519/.test(JSON.stringify(name));
beforeAll(() => {
  vi.resetModules();
  const refuse = (...given: ReadonlyArray<unknown>) =>
    given.some(lacking) ? Promise.reject(new DOMException("Unrecognized name", "NotSupportedError")) : undefined;
  for (const method of ["importKey", "generateKey", "deriveBits", "sign", "verify"] as const) {
    const real = subtle[method].bind(subtle) as (...given: unknown[]) => Promise<unknown>;
    vi.spyOn(subtle, method).mockImplementation((...given: unknown[]) => (refuse(...given) ?? real(...given)) as never);
  }
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

test("a browser without the curves writes, verifies and opens a room all the same", async () => {
  const { aRoom, words } = await import("./testing/people.ts");
  const { isRaw } = await import("./curves.ts");
  const { openItem, openWrap, readItem, textOf } = await import("./index.ts");
  const { ana, ben, announced } = await aRoom();
  expect(isRaw(ana.person.isk)).toBe(true);
  expect(isRaw(ana.own.dsk)).toBe(true);
  const sent = await ana.write("from an old browser");
  const flipped = sent.bytes.with(300, (sent.bytes[300] ?? 0) ^ 1);
  expect(words(await ben.take([flipped]))).toEqual(["rejected bad-signature"]);
  expect(words(await ben.take([sent.bytes]))).toEqual(["accepted"]);
  const wrap = announced.wraps.find(({ user }) => hex(user) === hex(ben.person.user)) ?? fail("no wrap");
  const key = await openWrap(ben.person.identity.ieks, ben.person.user, announced.epoch, wrap.bytes);
  const item = readItem(sent.bytes);
  if (typeof key === "string" || typeof item === "string") throw new Error("nothing to open");
  const opened = await openItem(key, item);
  expect(typeof opened === "object" && textOf(opened.plaintext)).toBe("from an old browser");
});

test("both sides give equal keys, signatures and secrets", async () => {
  const seed = new Uint8Array(32).fill(7);
  const old = await import("./curves.ts");
  const [oldSigning, oldIek] = [await old.importSigning(seed), await old.importIek(1, seed)];
  vi.restoreAllMocks();
  vi.resetModules();
  const host = await import("./curves.ts");
  const [signing, iek] = [await host.importSigning(seed), await host.importIek(1, seed)];
  expect(host.isRaw(signing.isk)).toBe(false);
  expect(hex(signing.iskPublic)).toBe(hex(oldSigning.iskPublic));
  expect(hex(iek.iekPublic)).toBe(hex(oldIek.iekPublic));
  const message = new Uint8Array(50).fill(1);
  expect(hex(await host.sign(signing.isk, message))).toBe(hex(await host.sign(oldSigning.isk, message)));
  expect(await host.agree(iek.iek, oldIek.iekPublic)).toEqual(await host.agree(oldIek.iek, iek.iekPublic));
});
