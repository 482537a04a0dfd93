import { join } from "node:path";
import { build, isBuilt } from "../start/build.mjs";
import { withLock } from "../start/lock.mjs";
import { root } from "./command.ts";
import { broken, yesOrNo, type Gate, type Verdict } from "./gate.ts";

let isFresh = false;

async function run(): Promise<Verdict> {
  const said: string[] = [];
  const { signal } = new AbortController();
  const say = (line: string) => said.push(line);
  try {
    await withLock(join(root, ".oakroom", "starting"), { onWait: () => {}, signal }, async () => {
      if (!isBuilt(root)) await build({ root, node: process.execPath, say, signal });
    });
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
  isFresh = true;
  return { ...yesOrNo(1, "web app", ""), seen: said.length === 0 ? "as built before" : "built anew" };
}

/** Builds the web app when its sources changed since it was built. */
export function buildGate(): Gate {
  return { name: "build of the web app", run };
}

/** Refuses to run a gate that looks at the built web app when this run could not build it. */
export function onceBuilt(gate: Gate): Gate {
  const refused = broken("The web app is not built from what stands here; see the build above.");
  return { name: gate.name, run: async () => (isFresh ? gate.run() : refused) };
}
