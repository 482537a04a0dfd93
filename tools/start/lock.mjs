import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmdirSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const beatMs = 2_000;
const staleMs = 15_000;
const lookMs = 200;

/**
 * @param {string} folder
 * @returns {boolean} whether the folder is now ours; throws when it cannot be made at all
 */
function take(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * @param {() => void} attempt
 * @returns {boolean} whether it worked
 */
function worked(attempt) {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

/**
 * Breaks a lock whose holder no longer shows life. Its one owner file can be removed by one breaker alone, and a
 * folder with an owner in it cannot be removed, so a lock taken anew meanwhile is never broken.
 * @param {string} folder
 */
function breakIfStale(folder) {
  try {
    const owner = readdirSync(folder)[0];
    const silentMs = Date.now() - statSync(owner === undefined ? folder : join(folder, owner)).mtimeMs;
    if (silentMs < staleMs) return;
    if (owner !== undefined) unlinkSync(join(folder, owner));
    rmdirSync(folder);
  } catch {
    // Someone else was quicker; the next look tells.
  }
}

/**
 * Does a piece of work while no other process does work under the same lock folder. Waits as long as the holder
 * shows life by touching its file.
 * @template T
 * @param {string} folder the lock: it exists while somebody works
 * @param {{ onWait: () => void, signal?: AbortSignal }} options `onWait` is called once when there is a wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, { onWait, signal }, work) {
  mkdirSync(dirname(folder), { recursive: true });
  for (let waited = false; !take(folder); waited = true) {
    if (!waited) onWait();
    breakIfStale(folder);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    signal?.throwIfAborted();
  }
  const owner = join(folder, randomBytes(8).toString("hex"));
  writeFileSync(owner, String(process.pid));
  const beat = setInterval(() => worked(() => utimesSync(owner, new Date(), new Date())), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (worked(() => unlinkSync(owner))) worked(() => rmdirSync(folder));
  }
}
