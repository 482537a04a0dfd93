import { existsSync } from "node:fs";
import { join } from "node:path";
import { runStep } from "./child.mjs";
import { filesBelow, fingerprint } from "./fingerprint.mjs";
import { environmentFor } from "./npm.mjs";
import { recall, remember } from "./record.mjs";
import { Trouble } from "./trouble.mjs";

const folders = ["app/web", "app/features", "app/values", "app/vault", "packages", "content"];
const single = ["package-lock.json", "package.json", "app/package.json"];

/** @param {string} file */
const isInput = (file) => !/\.test\.tsx?$|\/testing\/|\/(?:routes|store|jobs)\.ts$|\.sql$/.test(file);

/**
 * What the web app is built from, as one hash.
 * @param {string} root
 * @returns {string}
 */
function inputsHash(root) {
  return fingerprint(root, [...filesBelow(root, folders, isInput), ...single]);
}

/**
 * Whether the built web app is there and made from what stands in the folder now.
 * @param {string} root
 * @returns {boolean}
 */
export function isBuilt(root) {
  return existsSync(join(root, "app/web/dist/index.html")) && recall(root, "built") === inputsHash(root);
}

/**
 * Builds the web app into app/web/dist.
 * @param {{ root: string, node: string, say: (line: string) => void, signal: AbortSignal }} options
 */
export async function build({ root, node, say, signal }) {
  if (!existsSync(join(root, "app/web/vite.config.ts")))
    throw new Trouble("app/web/vite.config.ts is missing: there is no web app to build.", 2);
  const began = Date.now();
  const hash = inputsHash(root);
  say("Building the web app");
  const { code, output } = await runStep(
    node,
    [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel=warn"],
    {
      cwd: join(root, "app/web"),
      env: process.stderr.isTTY ? environmentFor(node) : { ...environmentFor(node), NO_COLOR: "1" },
      signal,
    },
  );
  signal.throwIfAborted();
  if (code !== 0) {
    process.stderr.write(output);
    throw new Trouble("The web app could not be built; the lines above say why.");
  }
  remember(root, "built", hash);
  say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
