/** Starts the real program, or the one with something broken, and waits until it listens. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FreshDatabase } from "../../app/server/database/testing.ts";
import { type Program, startProgram } from "../../app/server/testing/process.ts";
import type { Broken } from "./broken.ts";

/** A server under way. */
export interface Started {
  readonly program: Program;
  readonly port: number;
  /** How long it took until it listened, in ms. */
  readonly tookMs: number;
}

/** Where its data is, with further settings. */
export interface At extends Pick<FreshDatabase, "dataFolder" | "databaseUrl"> {
  readonly env?: Readonly<Record<string, string>>;
}

/** The settings of a server. */
export function settingsOf({ dataFolder, databaseUrl, env = {} }: At) {
  return {
    OAKROOM_PORT: "0",
    OAKROOM_DATA: dataFolder,
    DATABASE_URL: databaseUrl,
    OAKROOM_LOG: "silent",
    // Starting is most of what many runs do; a clean end keeps the compiled program for the next start.
    NODE_COMPILE_CACHE: fileURLToPath(new URL("../../node_modules/.cache/faults", import.meta.url)),
    ...env,
  };
}

/** Starts it on the port that it had before, or on any. */
export async function startFaulty(at: At, broken: Broken = {}, portBefore = 0): Promise<Started> {
  const begun = performance.now();
  const isWhole = Object.keys(broken).length === 0;
  const settings = { ...settingsOf(at), OAKROOM_PORT: String(portBefore) };
  const how = isWhole
    ? {}
    : { file: fileURLToPath(new URL("server.ts", import.meta.url)), args: [JSON.stringify(broken)] };
  const program = startProgram(settings, how);
  const [, port] = await program.line(/ready at http:\/\/localhost:(\d+)/);
  return { program, port: Number(port), tookMs: performance.now() - begun };
}

/** Ends it as a power cut would, or as an operator does. */
export async function stopFaulty({ program }: Started, signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
  program.child.kill(signal);
  await program.ended();
}

/** Whether every thread stands still. */
function isStopped(pid: number): boolean {
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).every((task) => / [Tt] /.test(readFileSync(join(tasks, task, "stat"), "utf8").slice(-400)));
}

/** Stops it where it is, as a power cut does; what it had asked the machine to write stays asked. */
export async function holdStill({ program: { child } }: Started): Promise<void> {
  child.kill("SIGSTOP");
  while (child.pid !== undefined && !isStopped(child.pid)) await new Promise((resolve) => setImmediate(resolve));
}
