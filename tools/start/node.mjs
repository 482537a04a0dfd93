import { runStep } from "./child.mjs";
import { runNpm } from "./npm.mjs";
import { recall } from "./record.mjs";
import { explainNpm, Trouble } from "./trouble.mjs";
import { suits } from "./versions.mjs";

const brought = "node@24";

/**
 * @param {string} node
 * @param {string} cwd
 * @returns {Promise<string | undefined>} its version, or undefined when it does not run
 */
async function versionOf(node, cwd) {
  const { code, stdout } = await runStep(node, ["-p", "process.version"], { cwd });
  return code === 0 ? stdout.trim() : undefined;
}

/**
 * Finds a Node that can run Oakroom: the one at hand, the one an earlier start found, or Node 24 through npm.
 * @param {{ root: string, range: string, say: (line: string) => void, signal: AbortSignal }} options `range` is `engines.node`
 * @returns {Promise<string>} the path of its program
 */
export async function findNode({ root, range, say, signal }) {
  if (suits(process.version, range)) return process.execPath;
  const known = recall(root, "node");
  if (known !== undefined) {
    const version = await versionOf(known, root);
    if (version !== undefined && suits(version, range)) return known;
  }
  say(`Node ${process.version.slice(1)} is too old for Oakroom: bringing Node 24 (about half a minute, once)`);
  const args = ["exec", "--yes", "--prefer-offline", `--package=${brought}`, "--", "node", "-p", "process.execPath"];
  const { code, stdout, output } = await runNpm(args, { cwd: root, signal });
  const node = stdout.trim().split("\n").at(-1) ?? "";
  if (code !== 0) throw new Trouble(`${explainNpm("bring Node 24", output)} Or install Node 24 from nodejs.org.`);
  const version = await versionOf(node, root);
  if (version !== undefined && suits(version, range)) return node;
  throw new Trouble(
    `npm brought Node ${version ?? "that does not run"}; Oakroom needs ${range}. Install Node 24 from nodejs.org.`,
    2,
  );
}
