import { delimiter, dirname } from "node:path";
import { runStep } from "./child.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * How npm is called: as npm itself called us, else by the name in the path.
 * @returns {{ command: string, args: string[] }}
 */
function npm() {
  const script = process.env["npm_execpath"];
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

// Without a network npm would try for more than a minute before it says so.
const patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000"];

/**
 * Runs npm to its end.
 * @param {readonly string[]} args
 * @param {{ cwd: string, signal: AbortSignal }} options
 * @returns {Promise<{ code: number, stdout: string, output: string }>}
 */
export async function runNpm(args, { cwd, signal }) {
  const { command, args: first } = npm();
  const result = await runStep(command, [...first, ...patience, ...args], { cwd, signal });
  signal.throwIfAborted();
  if (result.code === 127)
    throw new Trouble("Oakroom needs npm, which comes with Node. Install Node 24 from nodejs.org.", 2);
  return result;
}

/**
 * The environment in which `node` means the Node that was found, also for scripts started further down.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}` };
}
