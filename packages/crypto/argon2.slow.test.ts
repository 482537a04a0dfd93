import { afterEach, expect, test } from "vitest";
import { argon2id, inJavaScript } from "./argon2.ts";
import { type SlotSecret, kdfFloor, newAmk, openSlot } from "./slot.ts";
import { makeSlot } from "./testing/slots.ts";
import { idOf } from "./testing/people.ts";
import { equal, hex, utf8 } from "./values.ts";

const { WebAssembly: kept } = globalThis;
const { compile, instantiate } = kept;
afterEach(() => {
  Object.assign(kept, { compile, instantiate });
  globalThis.WebAssembly = kept;
});

test("C08 at the floor, JavaScript and WebAssembly give the same bytes", async () => {
  const password = utf8("six plain words are a good start");
  const salt = new Uint8Array(16).fill(9);
  const fast = await argon2id(password, salt, kdfFloor);
  expect(equal(fast, await inJavaScript(password, salt, kdfFloor))).toBe(true);
});

test("C08 where WebAssembly may not compile, a slot made with it still opens", async () => {
  const user = idOf("user", 1);
  const secret: SlotSecret = { type: "passphrase", passphrase: "six plain words are a good start" };
  const { amk, slot } = await newAmk(async (made) => {
    return { amk: hex(made), slot: await makeSlot(made, user, idOf("slot", 1), secret) };
  });
  let refused = 0;
  const refuse = () => {
    refused += 1;
    return Promise.reject(new Error("blocked by the content security policy"));
  };
  Object.assign(kept, { compile: refuse, instantiate: refuse });
  expect(await openSlot(slot, user, secret, async (opened) => hex(opened))).toEqual({ value: amk });
  expect(refused).toBeGreaterThan(0);
});

test("C08 where there is no WebAssembly at all, the bytes are the same", async () => {
  const small = { memoryKiB: 1024, passes: 3, lanes: 1 };
  const salt = new Uint8Array(16).fill(3);
  const fast = await argon2id(utf8("a passphrase"), salt, small);
  Reflect.deleteProperty(globalThis, "WebAssembly");
  expect("WebAssembly" in globalThis).toBe(false);
  expect(equal(await argon2id(utf8("a passphrase"), salt, small), fast)).toBe(true);
});
