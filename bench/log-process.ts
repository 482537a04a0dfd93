/** The two servers under comparison run in processes of their own; this is what passes between them and the benchmark. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";

/** Somebody who may append to a log. */
export const Caller = z.object({ accountId: z.string(), cookie: z.string(), logId: z.string() });
/** Somebody who may append to a log. */
export type Caller = z.infer<typeof Caller>;

/** What a server says once it listens. */
export const Ready = z.object({ port: z.number(), callers: z.array(Caller) });
/** What a server says once it listens. */
export type Ready = z.infer<typeof Ready>;

/** Where a server keeps its data. */
export interface Place {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
}

/** A server in a process of its own. */
export interface ServerProcess extends Ready {
  /** The processor time that it has used so far, in ms. */
  cpu(): Promise<number>;
  /** The memory that it holds, in bytes, after tidying up. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `file` (beside this one) and waits until it listens. */
export async function startProcess(file: string, at: Place, args: ReadonlyArray<string> = []): Promise<ServerProcess> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, [JSON.stringify(at), ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: ["--expose-gc"],
  });
  const ready = Ready.parse(await answer(child));
  const ask = async (word: string) => {
    child.send(word);
    return z.number().parse(await answer(child));
  };
  return {
    ...ready,
    cpu: () => ask("cpu"),
    memory: () => ask("memory"),
    async stop() {
      const ended = new Promise((resolve) => child.on("exit", resolve));
      child.send("stop");
      await ended;
    },
  };
}

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server process ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}

/** The other side: tells that it listens, answers about its processor time and memory, stops when asked. */
export function serveProcess(ready: Ready, stop: () => Promise<void>): void {
  process.send?.(ready);
  process.on("message", (word) => {
    if (word === "cpu") {
      const { user, system } = process.cpuUsage();
      process.send?.((user + system) / 1000);
    } else if (word === "memory") {
      globalThis.gc?.();
      process.send?.(process.memoryUsage.rss());
    } else void stop().then(() => process.exit(0));
  });
}

const PlaceGiven = z.object({ dataFolder: z.string(), databaseUrl: z.optional(z.string()) });

/** Where the benchmark said that the data is. */
export function placeFromArguments(): Place {
  const { dataFolder, databaseUrl } = PlaceGiven.parse(JSON.parse(process.argv[2] ?? "{}"));
  return { dataFolder, databaseUrl };
}
