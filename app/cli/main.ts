/** `npm run oakroom -- COMMAND`. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Asking } from "./command.ts";
import { commands } from "./commands.ts";
import { runCommand } from "./run.ts";

const interactive = process.stdin.isTTY && process.stderr.isTTY;

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

async function ask(question: string, { isSecret }: Asking = { isSecret: false }): Promise<string> {
  // A terminal echoes what is typed through the output of whoever reads it.
  const lines = createInterface({
    input: process.stdin,
    output: isSecret ? nowhere : process.stderr,
    terminal: process.stderr.isTTY,
  });
  try {
    if (!isSecret) return await lines.question(`${question} `);
    process.stderr.write(`${question} `);
    return await lines.question("");
  } finally {
    lines.close();
    if (isSecret) process.stderr.write("\n");
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
