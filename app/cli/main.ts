/** `npm run oakroom -- COMMAND`. */
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { commands } from "./commands.ts";
import { runCommand } from "./run.ts";

const interactive = process.stdin.isTTY && process.stderr.isTTY;

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(`${question} `);
  } finally {
    lines.close();
  }
}

// Whoever reads the output may have seen enough: `… | head`.
process.stdout.on("error", () => process.exit(0));

process.exitCode = await runCommand(process.argv.slice(2), commands, {
  env: process.env,
  // npm runs programs in the folder of the package; this is the one in which the command was typed.
  folder: process.env["INIT_CWD"] ?? process.cwd(),
  root: fileURLToPath(new URL("../..", import.meta.url)),
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  ...(interactive ? { ask } : {}),
  interactive,
});
