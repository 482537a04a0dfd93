/** The real program in a process of its own, for tests of starting, stopping and logging. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../main.ts", import.meta.url));

/** A server program under way. */
export interface Program {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly out: string;
  readonly err: string;
  /** Waits for a line of its output that fits, and answers what the pattern caught; throws when it ends before. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits for its end; the answer is the exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

const started = new Set<ChildProcess>();

/** Another program than the server's own. */
export interface Other {
  readonly file?: string;
  readonly args?: ReadonlyArray<string>;
}

/** Starts the server with nothing of the environment but what is given. */
export function startProgram(
  env: Readonly<Record<string, string | undefined>>,
  { file = program, args = [] }: Other = {},
): Program {
  const given = Object.entries({ PATH: process.env["PATH"], ...env }).filter(([, value]) => value !== undefined);
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", file, ...args], {
    env: Object.fromEntries(given),
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  let out = "";
  let err = "";
  const news = new Set<() => void>();
  const tell = () => {
    for (const one of news) one();
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    tell();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
    tell();
  });
  const end = once(child, "close").then(() => {
    started.delete(child);
    tell();
    return child.exitCode ?? child.signalCode;
  });
  return {
    child,
    get out() {
      return out;
    },
    get err() {
      return err;
    },
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(out);
          const gone = child.exitCode !== null || child.signalCode !== null;
          if (!found && !gone) return;
          news.delete(look);
          if (found) resolve(found);
          else reject(new Error(`It ended before it said ${pattern}: ${out}${err}`));
        };
        news.add(look);
        look();
      }),
    ended: () => end,
  };
}

/** Ends whatever a failed test has left behind. */
export async function endPrograms(): Promise<void> {
  await Promise.all(
    [...started].map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, "close");
      child.kill("SIGKILL");
      await closed;
    }),
  );
}
