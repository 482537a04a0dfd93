import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";

const leash = new URL("leash.mjs", import.meta.url).href;

/** A program that has threads begin and end, as drafts of a matching do, and opens files in between; then it waits to be ended. */
const program = `
  import { once } from "node:events";
  import { openSync } from "node:fs";
  import { Worker } from "node:worker_threads";
  const thread = "import { parentPort } from 'node:worker_threads'; parentPort.postMessage('here'); setInterval(() => {}, 1000)";
  for (let time = 0; time < 3; time += 1) {
    const worker = new Worker(thread, { eval: true });
    await once(worker, "message");
    await worker.terminate();
    openSync(process.execPath);
  }
  process.stdout.write("three threads");
  setInterval(() => {}, 1000);
`;

function startOnLeash(): ChildProcess {
  const args = ["--disable-warning=ExperimentalWarning", "--import", leash, "--input-type=module", "--eval", program];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe", "pipe"] });
}

it("holds the program alone: its threads begin and end, and it still ends with whoever started it", async () => {
  const child = startOnLeash();
  const ended = once(child, "exit");
  const first = child.stdout && once(child.stdout, "data").then(([said]) => String(said));
  const trouble = child.stderr && text(child.stderr);
  expect(await Promise.race([first, ended.then(() => trouble)])).toBe("three threads");
  const held = child.stdio[3];
  if (held && "destroy" in held) held.destroy();
  expect(await ended).toEqual([null, "SIGTERM"]);
});
