import { expect, test } from "vitest";
import { ed25519Verify } from "./curves-fallback.ts";
import { agree, importIek, verify } from "./curves.ts";
import { type DskPublic, type IekKey, type Signature, fromHex, join, utf8 } from "./values.ts";

// With A the neutral point, R the neutral point and S = 0, the equation S B = R + k A holds for every message.
const neutral = fromHex("0100000000000000000000000000000000000000000000000000000000000000");
const everything = join(neutral, new Uint8Array(32)) as Signature;

test("C15 the signature that fits every message under a key of small order is refused, by the host and by the fallback", async () => {
  expect(await verify(neutral as DskPublic, everything, utf8("anything"))).toBe(false);
  expect(ed25519Verify(neutral, everything, utf8("anything"))).toBe(false);
});

test("C15 a key that is no point, or too short, verifies nothing and throws nothing", async () => {
  for (const key of [new Uint8Array(32).fill(2), new Uint8Array(31), new Uint8Array(0)]) {
    expect(await verify(key as DskPublic, everything, utf8("anything"))).toBe(false);
    expect(ed25519Verify(key, everything, utf8("anything"))).toBe(false);
  }
});

test("C15 an exchange with a point of low order gives no secret, on either side", async () => {
  const secret = new Uint8Array(32).fill(8);
  const { iek } = await importIek(1, secret);
  const raw = { raw: secret } as unknown as IekKey;
  for (const key of [iek, raw]) {
    expect(await agree(key, new Uint8Array(32))).toBeUndefined();
    expect(await agree(key, neutral)).toBeUndefined();
    expect(await agree(key, new Uint8Array(5))).toBeUndefined();
    expect(await agree(key, fromHex("09".padEnd(64, "0")))).toHaveLength(32);
  }
});
