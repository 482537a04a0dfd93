/** Finds the command that was typed, runs it, and turns whatever goes wrong into one line. */
import { SettingError } from "../server/config.ts";
import { explain } from "../server/explain.ts";
import { describe } from "../server/http/log.ts";
import type { Command, CommandIo } from "./command.ts";
import { Failure } from "./failure.ts";
import { unknownCommand } from "./help.ts";
import { settingsOf } from "./place.ts";

/** Runs a command line; the answer is the exit code. Never throws. */
export async function runCommand(
  [name = "help", ...args]: ReadonlyArray<string>,
  commands: ReadonlyArray<Command>,
  io: CommandIo,
): Promise<number> {
  try {
    const asked = name === "--help" || name === "-h" ? "help" : name;
    const command = commands.find((one) => one.name === asked);
    if (!command) throw unknownCommand(name, commands);
    if (args.includes("--help") && asked !== "help") return await runCommand(["help", asked], commands, io);
    return await command.run(args, io);
  } catch (error) {
    const { line, exitCode } = tell(error, io);
    io.err(line);
    return exitCode;
  }
}

function tell(error: unknown, io: CommandIo): { readonly line: string; readonly exitCode: number } {
  if (error instanceof Failure) return { line: error.message, exitCode: error.exitCode };
  const explained = explain(error, known(io));
  if (explained) return explained;
  const { kind, code, at } = describe(error);
  return {
    line: `Something failed that should not: ${[kind, code, at[0]].filter(Boolean).join(", ")}. Please report this line.`,
    exitCode: 1,
  };
}

function known(io: CommandIo) {
  try {
    return settingsOf(io);
  } catch (error) {
    if (error instanceof SettingError) return {};
    throw error;
  }
}
