/** Runs commands in tests, on a database that the test gives. Imported by tests alone. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommandIo } from "./command.ts";
import { commands } from "./commands.ts";
import { runCommand } from "./run.ts";

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Where a command runs: the database of a test server, and what somebody would answer. */
export interface Where {
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly answers?: ReadonlyArray<string>;
}

/** Runs one command line. */
export async function ran(where: Where, ...typed: ReadonlyArray<string>): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const answers = [...(where.answers ?? [])];
  const io: CommandIo = {
    env: { OAKROOM_DATA: where.dataFolder, DATABASE_URL: where.databaseUrl, ...where.env },
    folder: where.folder ?? where.dataFolder,
    root: mkdtempSync(join(tmpdir(), "oakroom-root-")),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    ...(where.answers ? { ask: async () => answers.shift() ?? "" } : {}),
    interactive: false,
  };
  const code = await runCommand(typed, commands, io);
  return { code, out: out.join("\n"), err: err.join("\n") };
}
