import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumFlags, chromiumPath } from "../tools/chromium.ts";
import { type ServedModule, serveModule } from "./crypto/serve-module.ts";

const published = new URL("../../shared/vectors/", import.meta.url);
const present = existsSync(published);
if (!present) console.info("skipped: the folder of published vectors is not here");
const executablePath = chromiumPath();
if (executablePath === undefined) console.info("skipped: no Chromium for the vectors");

let served: ServedModule;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (executablePath === undefined) return;
  served = await serveModule(fileURLToPath(new URL("crypto/page.ts", import.meta.url)));
  browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  page = await browser.newPage();
  await page.goto(`${served.origin}/wasm`);
  await page.waitForFunction("globalThis.crypt !== undefined");
});
afterAll(async () => {
  await browser?.close();
  served?.end();
});

/** How many cases of each file are ours, by the host's curves and by our fallback: the same as in Node. */
const expected = [
  ["wycheproof-aes-gcm.json", [66]],
  ["wycheproof-ed25519.json", [151, 151]],
  ["wycheproof-x25519.json", [518, 518]],
  ["wycheproof-hkdf-sha256.json", [86]],
  ["hpke-x25519-hkdf-sha256.json", [7, 7]],
] as const;

test.runIf(present && executablePath).each(expected)(
  "C41 C15 published vectors in Chromium: %s",
  async (name, passed) => {
    const file = readFileSync(new URL(name, published), "utf8");
    const reports = await page.evaluate<Array<{ passed: number; failed: string[] }>>(
      `crypt.publishedRuns[${JSON.stringify(name)}](${file})`,
    );
    expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
    expect(reports.map((report) => report.passed)).toEqual([...passed]);
  },
);

const own = readFileSync(new URL("../packages/crypto/vectors/own-v1.json", import.meta.url), "utf8");

test.runIf(executablePath)("C41 the formats are those of our frozen vectors, in Chromium", async () => {
  expect(await page.evaluate(`crypt.runOwn(${own})`)).toEqual({ passed: 29, failed: [], notOurs: 0 });
});

test.runIf(executablePath)(
  "C05 in Chromium no private key can be exported, and all survive structured cloning",
  async () => {
    expect(await page.evaluate("crypt.keysStay()")).toBe(true);
  },
);

test.runIf(executablePath)("C08 in Chromium, WebAssembly and JavaScript give the same bytes", async () => {
  expect(await page.evaluate("crypt.sameArgon2()")).toBe(true);
});

test.runIf(executablePath)("C08 in Chromium, a policy that forbids WebAssembly does not stop an unlock", async () => {
  const strict = await browser.newPage();
  await strict.goto(served.origin);
  await strict.waitForFunction("globalThis.crypt !== undefined");
  const compiles = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false)";
  expect(await strict.evaluate(compiles)).toBe(false);
  expect(await page.evaluate(compiles)).toBe(true);
  expect(await strict.evaluate(`crypt.runOwn(${own})`)).toEqual({ passed: 29, failed: [], notOurs: 0 });
});
