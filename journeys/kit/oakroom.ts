/** The real server as a process of its own, on a fresh data folder or database: started, killed, started again. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "../../app/server/database/testing.ts";
import type { Door } from "../../demo/visitor.ts";
import { Outbox } from "../../demo/outbox.ts";
import { Balancer } from "./balancer.ts";
import { Wire } from "./wire.ts";
import { buildGate } from "../../tools/gates/build.ts";
import { root } from "../../tools/gates/command.ts";

/** Which database stands behind a journey. */
export type Engine = "sqlite" | "postgres";

/** How a server of a journey may differ. */
export interface OakroomOptions {
  readonly engine?: Engine;
  /** Further settings, as the operator would make them. */
  readonly env?: Readonly<Record<string, string>>;
  /** How far its clock is ahead of the real one, in ms; such a server's clock can be moved. */
  readonly aheadMs?: number;
}

// The system gives ports from 32768 up to outgoing connections; ours lie below.
const firstPort = 12_000;
const howManyPorts = 8000;
const patienceMs = 60_000;

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.once("error", () => resolve(false));
  probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  return promise;
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = firstPort + Math.floor(Math.random() * howManyPorts);
    if (await isFree(port)) return port;
  }
}

/** Where people knock, and where the server listens. */
export interface Ports {
  readonly door: number;
  readonly server: number;
}

/** A server in a journey's hands. */
export class Oakroom {
  readonly door: Door;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly outbox: Outbox;
  /** Everything between people and the server goes over it. */
  readonly wire: Wire;
  readonly ports: Ports;
  readonly #env: NodeJS.ProcessEnv;
  readonly #end: () => Promise<void>;
  #aheadMs: number | undefined;
  #process: ChildProcess | undefined;
  #said = "";

  constructor(
    ports: Ports,
    place: { readonly dataFolder: string; readonly databaseUrl: string | undefined; readonly end: () => Promise<void> },
    { env = {}, aheadMs }: OakroomOptions,
  ) {
    const origin = `http://localhost:${ports.door}`;
    this.door = { address: `http://127.0.0.1:${ports.door}`, origin };
    this.ports = ports;
    this.wire = new Wire(ports.server);
    this.dataFolder = place.dataFolder;
    this.databaseUrl = place.databaseUrl;
    this.outbox = new Outbox(place.dataFolder);
    this.#end = place.end;
    this.#aheadMs = aheadMs;
    this.#env = {
      ...process.env,
      OAKROOM_PORT: String(ports.server),
      OAKROOM_DATA: place.dataFolder,
      OAKROOM_ORIGIN: origin,
      OAKROOM_LOG: "debug",
      ...(place.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
      ...env,
    };
  }

  /** Everything that the process has written, on both outputs, over all its starts. */
  get said(): string {
    return this.#said;
  }

  /** The one-time link of the set-up, as printed. */
  get setUpLink(): string {
    const link = /once: (\S+)/.exec(this.#said)?.[1];
    if (link === undefined) throw new Error(`no set-up link was printed:\n${this.#said}`);
    return link;
  }

  /** Starts it, and waits until it is ready. */
  async start(): Promise<void> {
    const before = this.#said.length;
    const program =
      this.#aheadMs === undefined
        ? [join(root, "app/server/main.ts")]
        : [join(root, "journeys/kit/story-server.ts"), String(this.#aheadMs)];
    const started = spawn(process.execPath, program, {
      cwd: root,
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#process = started;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const hear = (text: string) => {
      this.#said += text;
      // The last line that a start prints while no SMTP is set.
      if (this.#said.indexOf("Mail is not set up", before) > 0) resolve();
    };
    started.stdout?.setEncoding("utf8").on("data", hear);
    started.stderr?.setEncoding("utf8").on("data", hear);
    started.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${this.#said.slice(before)}`)));
    const timer = setTimeout(() => reject(new Error(`the server is not ready:\n${this.#said}`)), patienceMs);
    await promise.finally(() => clearTimeout(timer));
  }

  /** Moves the clock of a server that was started with one of its own; whatever falls due on the way is done when this returns. */
  async moveClock(aheadMs: number): Promise<void> {
    this.#aheadMs = aheadMs;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#process?.once("message", () => resolve());
    this.#process?.send({ aheadMs });
    await promise;
  }

  async #stop(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    running.once("exit", () => resolve());
    running.kill(signal);
    await promise;
  }

  /** Runs one of the operator's commands beside the server; throws where it fails. */
  command(...args: ReadonlyArray<string>): string {
    const program = join(root, "app/cli/main.ts");
    return execFileSync(process.execPath, [program, ...args], { cwd: root, env: this.#env, encoding: "utf8" });
  }

  /** Ends it as a power cut would: without a word. */
  kill(): Promise<void> {
    return this.#stop("SIGKILL");
  }

  /** Ends it as an operator would. */
  stop(): Promise<void> {
    return this.#stop("SIGTERM");
  }

  /** Ends it and removes everything it kept. */
  async end(): Promise<void> {
    await this.kill();
    await this.wire.end();
    await this.#end();
  }
}

async function placeFor(engine: Engine) {
  if (engine === "postgres") return freshDatabase("postgres");
  const dataFolder = mkdtempSync(join(tmpdir(), "oakroom-journey-"));
  const end = async () => rmSync(dataFolder, { recursive: true, force: true });
  return { dataFolder, databaseUrl: undefined, end };
}

/** Two processes of one database behind the same door. */
export interface TwoServers {
  readonly balancer: Balancer;
  /** The second; the first is the one that stood there alone. */
  readonly second: Oakroom;
  readonly end: () => Promise<void>;
}

/** Starts a second process on the database of the first, which must be PostgreSQL, and shares out those who are connected. */
export async function startSecond(first: Oakroom): Promise<TwoServers> {
  const place = await placeFor("sqlite");
  const ports = { door: first.ports.door, server: await freePort() };
  const second = new Oakroom(ports, { ...place, databaseUrl: first.databaseUrl }, {});
  await second.start();
  const balancer = new Balancer([first.ports.server, second.ports.server]);
  const port = await freePort();
  await balancer.listen(port);
  first.wire.leadTo(port);
  return { balancer, second, end: () => balancer.end().then(() => second.end()) };
}

/** Starts a server that nobody has set up, with the web app as it stands in the folder. */
export async function startOakroom(options: OakroomOptions = {}): Promise<Oakroom> {
  const built = await buildGate().run();
  if (built.failed > 0) throw new Error(built.detail);
  const ports = { door: await freePort(), server: await freePort() };
  const oakroom = new Oakroom(ports, await placeFor(options.engine ?? "sqlite"), options);
  await oakroom.wire.listen(ports.door);
  await oakroom.start();
  return oakroom;
}
