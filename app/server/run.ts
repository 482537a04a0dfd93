/** Starts and stops one server: the parts in order, and the way back. */
import { Instant } from "../values/instant.ts";
import type { App } from "./app.ts";
import { systemChance } from "./chance.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/database.ts";
import { generationChanged } from "./database/generation.ts";
import { openMigrated } from "./database/open.ts";
import { healthRoutes } from "./health.ts";
import { type Log, makeLog } from "./http/log.ts";
import type { Routes } from "./http/router.ts";
import { buildServer, type Built } from "./http/server.ts";
import type { GuardOf } from "./http/serve.ts";
import { type JobKind, makeRunner, type JobRunner } from "./jobs/queue.ts";
import { type Bridge, bridgeHub } from "./live/bridge.ts";
import { type LiveTiming, makeHub } from "./live/hub.ts";
import { lockFolder } from "./lock.ts";
import { makeMailer, type Mailer } from "./mail/mailer.ts";

/** What features bring: their routes and their kinds of jobs. */
export interface Features {
  readonly routes: ReadonlyArray<Routes>;
  /** The address of a set-up link, while nobody has set this server up; printed once it listens. */
  readonly greet?: (app: App) => Promise<string | undefined>;
  jobs(app: App, mailer: Mailer): ReadonlyArray<JobKind>;
}

/** A server that listens. */
export interface Running {
  readonly app: App;
  readonly built: Built;
  readonly runner: JobRunner;
  readonly mailer: Mailer;
  /** The port on which it listens; tells which one where the settings said 0. */
  readonly port: number;
  /** Ends connections, waits for writes and jobs under way, closes the database, gives the folder back. */
  stop(): Promise<void>;
}

/** How a start may differ: tests move the clock and stay silent. */
export interface StartOptions {
  readonly clock?: () => Instant;
  readonly logLevel?: string;
  readonly version: string;
  readonly webFolder?: string | undefined;
  /** Puts other guards in the place of the declared ones; see `Building`. */
  readonly guardOf?: GuardOf;
  /** Puts another database in the place of the one that was opened, to see that a broken promise of it is noticed. */
  readonly databaseOf?: (opened: Database) => Database;
  /** False where jobs run by `runner.runDue` alone, so that a test knows when they have run. */
  readonly worksOnJobs?: boolean;
  readonly liveTiming?: LiveTiming;
}

/** Takes the folder, opens the database, serves, and begins to work on jobs. Throws what `explain` knows a line for. */
export async function startServer(config: Config, features: Features, options: StartOptions): Promise<Running> {
  const closers: Closer[] = [];
  try {
    return await startParts(config, features, options, closers);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

type Closer = () => void | Promise<void>;

/** Closes parts in the opposite order of their opening. */
async function closeAll(closers: ReadonlyArray<Closer>): Promise<void> {
  for (const close of closers.toReversed()) {
    // oxlint-disable-next-line no-await-in-loop -- what was opened last stands on what was opened before
    await close();
  }
}

async function startParts(
  given: Config,
  features: Features,
  options: StartOptions,
  closers: Closer[],
): Promise<Running> {
  const config = { ...given };
  const clock = options.clock ?? (() => Instant.parse(Date.now()));
  const log = makeLog(options.logLevel ?? config.logLevel ?? "info");
  const lock = lockFolder(config.dataFolder);
  closers.push(() => lock.release());
  const opened = await openMigrated(config);
  closers.push(() => opened.close());
  const db = options.databaseOf?.(opened) ?? opened;
  const { live, close: closeLive } = await connectLive(config, db, log, options.liveTiming);
  closers.push(closeLive);
  const mailer = makeMailer(config);
  closers.push(() => mailer.close());
  const runner = makeRunner(db, clock, log);
  closers.push(() => runner.stop());
  const app: App = { config, db, live, jobs: runner, clock, chance: systemChance(clock), log };
  const health = healthRoutes(options.version, () => built.served);
  const { webFolder, guardOf } = options;
  const built = await buildServer(app, { routes: [health, ...features.routes], log, webFolder, guardOf });
  closers.push(() => built.fastify.close());
  await built.fastify.listen({ port: config.port, host: config.host });
  const port = portOf(built) ?? config.port;
  // A port of 0 is chosen by the system, and only now is it known where people open Oakroom.
  if (new URL(config.origin).port === "0") config.origin = `http://localhost:${port}`;
  if (options.worksOnJobs !== false) runner.start(features.jobs(app, mailer));
  closers.push(() => live.endEverything());
  return { app, built, runner, mailer, port, stop: () => closeAll(closers) };
}

function portOf({ fastify }: Built): number | undefined {
  const address = fastify.server.address();
  return typeof address === "object" && address ? address.port : undefined;
}

/** The hub of this process, connected with those of others where several may run. */
async function connectLive(
  config: Config,
  db: Database,
  log: Log,
  timing: LiveTiming | undefined,
): Promise<Pick<Bridge, "live" | "close">> {
  const hub = makeHub(timing);
  if (!config.databaseUrl) return { live: hub, close: async () => undefined };
  return bridgeHub(hub, config.databaseUrl, log, async () => {
    // While nothing held the lock, a backup may have been restored: every cursor is of another generation then.
    if (await generationChanged(db)) hub.endEverything();
  });
}
