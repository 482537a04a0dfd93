/**
 * `node bench/crypto.ts [items]`: what the package of the sealed room costs an item, in Node and in Chromium, medians of rounds.
 * Trust the ratios: "times an Ed25519 signature check" is the column that carries over to other machines.
 */
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serveModule } from "../journeys/crypto/serve-module.ts";
import { chromiumFlags, chromiumPath } from "../tools/chromium.ts";
import { type Round, cryptoRound } from "./crypto-rounds.ts";

const count = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 3);
const once = new Set([
  "announce an epoch, two wraps",
  "open a wrap",
  "Argon2id at the floor",
  "size of the memory, bytes",
]);

async function inChromium(): Promise<Round[]> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) return [];
  const served = await serveModule(fileURLToPath(new URL("crypto-rounds.ts", import.meta.url)));
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const page = await browser.newPage();
  await page.goto(`${served.origin}/wasm`);
  await page.waitForFunction("globalThis.cryptoRound !== undefined");
  const results: Round[] = [];
  for (let at = 0; at < rounds; at += 1) results.push(await page.evaluate<Round>(`cryptoRound(${count})`));
  await browser.close();
  served.end();
  return results;
}

function median(numbers: ReadonlyArray<number>): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function print(host: string, results: ReadonlyArray<Round>): void {
  const names = Object.keys(results[0] ?? {});
  const check = median(results.map((round) => round["signatures alone, in batches"] ?? 0)) / count;
  console.info(`\n${host}, ${count} items of 400 bytes, median of ${results.length} rounds`);
  for (const name of names) {
    const value = median(results.map((round) => round[name] ?? 0));
    const each = once.has(name)
      ? ""
      : `${(value / count).toFixed(4)} ms an item, ${(value / count / check).toFixed(2)} checks`;
    console.info(
      `  ${name.padEnd(34)} ${value.toFixed(1).padStart(10)}${name.includes("bytes") ? "   " : " ms"}  ${each}`,
    );
  }
}

const inNode: Round[] = [];
for (let at = 0; at < rounds; at += 1) inNode.push(await cryptoRound(count));
print(`Node ${process.version}`, inNode);
print("Chromium", await inChromium());
