/** How long a second start takes: from the command to the ready line. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Figure, median } from "./figure.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = 5;

/** Starts `npm start` on one folder several times; the first start is not counted. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const folder = mkdtempSync(join(tmpdir(), "oakroom-bench-"));
  try {
    await startOnce(folder);
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      took.push(await startOnce(folder));
    }
    return [
      {
        figure: "second start, command to ready line",
        target: "under 3 s on a quiet machine",
        measured: `${(median(took) / 1000).toFixed(2)} s`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the command to the ready line; ends the server again. */
function startOnce(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ["start.mjs", "start"], {
    cwd: root,
    env: { ...process.env, OAKROOM_DATA: folder, OAKROOM_PORT: "0" },
  });
  return new Promise((resolve, reject) => {
    let ready = 0;
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (ready > 0 || !said.includes("Oakroom is ready")) return;
      ready = performance.now() - began;
      child.kill("SIGTERM");
    });
    child.on("exit", () =>
      ready > 0 ? resolve(ready) : reject(new Error(`the server did not start: ${said.slice(-200)}`)),
    );
  });
}
