import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, isBuilt } from "./build.mjs";
import { codeOfSignal, runProgram, stoppable } from "./child.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { findNode } from "./node.mjs";
import { environmentFor } from "./npm.mjs";
import { recall, remember } from "./record.mjs";
import { Trouble } from "./trouble.mjs";
import { majorOf } from "./versions.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Each verb's program, and whether it needs the built web app before it starts. `test` builds it itself, so that a
 * build that fails is one failure among its counts.
 * @type {Record<string, { program: string, web: boolean }>}
 */
const verbs = {
  start: { program: "app/server/main.ts", web: true },
  demo: { program: "demo/main.ts", web: true },
  bench: { program: "bench/main.ts", web: true },
  faults: { program: "bench/faults/main.ts", web: false },
  oakroom: { program: "app/cli/main.ts", web: false },
  check: { program: "tools/check.ts", web: false },
  test: { program: "tools/test.ts", web: false },
};

// Progress goes to the error output: what a command prints stays clean for whoever reads it by program.
/** @param {string} line */
const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * @param {boolean} web
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the Node to run with, when everything is in its place
 */
async function prepare(web, signal) {
  const range = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.node;
  const node = await findNode({ root, range, say, signal });
  const isReady = () => isInstalled(root) && (!web || isBuilt(root));
  if (!isReady()) {
    const onWait = () => say("Another start is installing or building here; waiting for it");
    await withLock(join(root, ".oakroom", "starting"), { onWait, signal }, async () => {
      if (!isInstalled(root)) await install({ root, say, signal });
      if (web && !isBuilt(root)) await build({ root, node, say, signal });
    });
  }
  if (node !== process.execPath && recall(root, "node") !== node) remember(root, "node", node);
  return node;
}

/**
 * Prepares what a verb needs and runs its program.
 * @param {readonly string[]} args verb first, then the program's own
 * @returns {Promise<number>} the exit code
 */
export async function start([verb = "start", ...args]) {
  try {
    if (majorOf(process.version) < 18)
      throw new Trouble(`Oakroom needs Node 18 or newer to start; this is ${process.version}.`, 2);
    const known = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (known === undefined) throw new Trouble(`There is no "${verb}". Known: ${Object.keys(verbs).join(", ")}.`, 2);
    const node = await stoppable(
      (signal) => prepare(known.web, signal),
      (name) => new Trouble("Stopped.", codeOfSignal(name)),
    );
    const leash = pathToFileURL(join(root, "tools/start/leash.mjs")).href;
    const flags = ["--disable-warning=ExperimentalWarning", "--import", leash];
    return await runProgram(node, [...flags, join(root, known.program), ...args], {
      cwd: root,
      env: environmentFor(node),
    });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say(error.message);
    return error.exitCode;
  }
}
