import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

/** The folder of the repository. */
export const root = join(import.meta.dirname, "../..");

/** How a command ended and what it said. */
export interface Outcome {
  /** 127 when it could not be started, 128 and up when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  /** Both outputs as they came. */
  readonly output: string;
}

/** Where, with what and as whom a command runs. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

const running = new Set<ChildProcess>();

/** Asks every command under way to end, as when the whole run is told to. */
export function endCommands(): void {
  for (const child of running) child.kill("SIGTERM");
}

/** Runs a command to its end. */
export function command(
  program: string,
  args: ReadonlyArray<string>,
  { cwd = root, env, ...user }: Surroundings = {},
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const surroundings = { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, ...user };
  const child = spawn(program, args, { ...surroundings, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let stdout = "";
  let output = "";
  const finish = (code: number) => {
    running.delete(child);
    resolve({ code, stdout, output });
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.on("error", (error) => {
    output += error.message;
    finish(127);
  });
  child.on("close", (code) => finish(code ?? 128));
  return promise;
}

/** Runs a tool that npm installed, with this very Node. */
export function installedTool(
  script: string,
  args: ReadonlyArray<string>,
  surroundings: Surroundings = {},
): Promise<Outcome> {
  return command(process.execPath, [join(root, "node_modules", script), ...args], surroundings);
}
