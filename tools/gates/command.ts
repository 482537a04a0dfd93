import { spawn } from "node:child_process";
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

/** Where and with what a command runs. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command to its end. */
export function command(
  program: string,
  args: ReadonlyArray<string>,
  { cwd = root, env }: Surroundings = {},
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.on("error", (error) => resolve({ code: 127, stdout, output: output + error.message }));
  child.on("close", (code) => resolve({ code: code ?? 128, stdout, output }));
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
