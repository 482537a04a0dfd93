/*
 * A PostgreSQL of one's own, on an empty folder and a free port, gone afterwards.
 *
 *   node tools/postgres.ts run [--durable] -- COMMAND…    runs a command with OAKROOM_TEST_POSTGRES set to its address
 *
 * It does not sync unless --durable asks for it: tests need no power cut survived, benchmarks do.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { command } from "./gates/command.ts";

/** A running server. */
export interface Postgres {
  /** Its address, with the rights to make databases. */
  readonly url: string;
  /** Ends it as a crash would. Its data stays, and the answer starts it again at the same address. */
  crash(): Promise<() => Promise<void>>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

// Ports that the system gives to outgoing connections begin at 32768; ours lie below.
const firstPort = 20_000;
const ports = 12_000;
const attempts = 5;

/** The folder with PostgreSQL's programs: the newest of Debian's, else what is in the path. */
export function postgresPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Whom PostgreSQL runs as: it refuses root, so root runs it as the user that its package made. */
function runner(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const fields = lines.map((line) => line.split(":")).find(([name]) => name === "postgres") ?? [];
  if (fields.length < 4) throw new Error("PostgreSQL refuses root, and there is no user postgres to run it as");
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.once("error", () => resolve(false));
  probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  return promise;
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = firstPort + Math.floor(Math.random() * ports);
    if (await isFree(port)) return port;
  }
}

/** Resolves when the server takes connections, rejects with what it said when it ends before. */
function ready(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    if (said.length < 10_000) said += text;
    if (text.includes("ready to accept connections")) resolve();
  });
  server.on("error", reject);
  server.on("exit", () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  return promise;
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.once("exit", () => resolve());
  return promise;
}

/** How the program is run. */
interface Running {
  readonly programs: string;
  readonly data: string;
  readonly user: User | undefined;
  readonly settings: ReadonlyArray<string>;
}

async function listenOn(port: number, { programs, data, user, settings }: Running): Promise<ChildProcess> {
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn(join(programs, "postgres"), args, { ...user, stdio: ["ignore", "ignore", "pipe"] });
  await ready(server);
  return server;
}

async function listen(running: Running) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { server: await listenOn(port, running), port };
    } catch (error) {
      // Somebody may have taken the port in between.
      if (attempt === attempts) throw error;
    }
  }
}

/** Starts one. `durable` makes it sync every commit, as it would in real use; its folder is made in the one named `below`. */
export async function startPostgres({
  durable = false,
  below = tmpdir(),
}: { readonly durable?: boolean; readonly below?: string } = {}): Promise<Postgres> {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error("There is no PostgreSQL here");
  const user = runner();
  const folder = mkdtempSync(join(below, "oakroom-postgres-"));
  try {
    if (user !== undefined) chownSync(folder, user.uid, user.gid);
    const data = join(folder, "data");
    const init = ["-D", data, "-U", "oakroom", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
    const made = await command(join(programs, "initdb"), init, { cwd: folder, ...user });
    if (made.code !== 0) throw new Error(`initdb failed:\n${made.output}`);
    const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "max_connections=200",
      ...(durable ? [] : careless),
    ];
    const running = { programs, data, user, settings };
    const { port, server: first } = await listen(running);
    let server = first;
    const end = async (signal: NodeJS.Signals) => {
      server.kill(signal);
      await ended(server);
    };
    const crash = async () => {
      await end("SIGQUIT");
      return async () => {
        server = await listenOn(port, running);
      };
    };
    const stop = async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    };
    return { url: `postgres://oakroom@127.0.0.1:${port}/postgres`, crash, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function main(): Promise<void> {
  const [verb, ...rest] = process.argv.slice(2);
  const split = rest.indexOf("--");
  const [program, ...args] = rest.slice(split + 1);
  if (verb !== "run" || split === -1 || program === undefined) {
    process.stderr.write("Usage: node tools/postgres.ts run [--durable] -- COMMAND…\n");
    process.exitCode = 2;
    return;
  }
  const postgres = await startPostgres({ durable: rest.slice(0, split).includes("--durable") });
  const child = spawn(program, args, {
    stdio: "inherit",
    env: { ...process.env, OAKROOM_TEST_POSTGRES: postgres.url },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => process.stderr.write(`${error.message}\n`));
  await ended(child);
  await postgres.stop();
  process.exitCode = child.exitCode ?? 1;
}

if (import.meta.main) await main();
