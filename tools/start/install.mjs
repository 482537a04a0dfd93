import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { runNpm } from "./npm.mjs";
import { recall, remember } from "./record.mjs";
import { explainNpm, Trouble } from "./trouble.mjs";

/** @typedef {{ version?: string, integrity?: string, link?: boolean, resolved?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked */

/**
 * @param {string} file
 * @returns {Record<string, Locked> | undefined} the packages of a lockfile by their folder
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * @param {Locked} entry
 * @returns {string} what must be equal in both lockfiles
 */
function mark({ version, integrity, link, resolved }) {
  return JSON.stringify([version, integrity, link === true && resolved]);
}

/**
 * Whether node_modules already holds what the lockfile asks for, as after `npm install` by hand: then nothing has to be
 * taken away and brought anew under the feet of whoever works in this folder.
 * @param {Record<string, Locked>} wanted packages of package-lock.json
 * @param {Record<string, Locked>} present packages of node_modules/.package-lock.json, which npm writes last
 * @returns {boolean}
 */
export function holdsAll(wanted, present) {
  const modules = Object.entries(wanted).filter(
    ([path]) => path.startsWith("node_modules/") || path.includes("/node_modules/"),
  );
  const missing = modules.some(([path, entry]) => {
    const there = present[path];
    if (there === undefined) return !(entry.optional || entry.devOptional || entry.peer);
    return mark(entry) !== mark(there);
  });
  return !missing && Object.keys(present).every((path) => wanted[path] !== undefined);
}

/**
 * What must be installed, as one hash: lockfile and machine.
 * @param {string} root
 * @returns {string}
 */
function wantedHash(root) {
  return fingerprint(root, ["package-lock.json"], [process.platform, process.arch]);
}

/**
 * Whether everything is installed as the lockfile says. Remembers a yes.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const hash = wantedHash(root);
  if (recall(root, "installed") === hash) return true;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || present === undefined || !holdsAll(wanted, present)) return false;
  remember(root, "installed", hash);
  return true;
}

/**
 * Installs what the lockfile says, running no package's own scripts: every native part comes ready-made.
 * @param {{ root: string, say: (line: string) => void, signal: AbortSignal }} options
 */
export async function install({ root, say, signal }) {
  if (!existsSync(join(root, "package-lock.json")))
    throw new Trouble("package-lock.json is missing: this is no whole copy of Oakroom.", 2);
  const began = Date.now();
  say("Installing what Oakroom needs (about a minute the first time)");
  const beat = setInterval(() => say(`  still installing, ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  try {
    const args = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const { code, output } = await runNpm(args, { cwd: root, signal });
    if (code !== 0) throw new Trouble(explainNpm("install what it needs", output));
  } finally {
    clearInterval(beat);
  }
  remember(root, "installed", wantedHash(root));
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s`);
}
