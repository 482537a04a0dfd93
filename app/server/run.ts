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
import { type FolderLock, lockFolder } from "./lock.ts";
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
  /** False where jobs run by `runner.runDue` alone, so that a test knows when they have run. */
  readonly worksOnJobs?: boolean;
  readonly liveTiming?: LiveTiming;
}

/** Takes the folder, opens the database, serves, and begins to work on jobs. Throws `LockedError` or `SchemaError` with one line. */
export async function startServer(config: Config, features: Features, options: StartOptions): Promise<Running> {
  const lock = config.databaseUrl ? undefined : lockFolder(config.dataFolder);
  try {
    return await startLocked(config, features, options, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function startLocked(
  config: Config,
  features: Features,
  options: StartOptions,
  lock: FolderLock | undefined,
): Promise<Running> {
  const clock = options.clock ?? (() => Instant.parse(Date.now()));
  const log = makeLog(options.logLevel ?? "info");
  const db = await openMigrated(config);
  const { live, close: closeLive } = await connectLive(config, db, log, options.liveTiming);
  const runner = makeRunner(db, clock, log);
  const app: App = { config, db, live, jobs: runner, clock, chance: systemChance(clock), log };
  const mailer = makeMailer(config);
  const health = healthRoutes(options.version, () => built.served);
  const routes = [health, ...features.routes];
  const { webFolder, guardOf } = options;
  const built = await buildServer(app, { routes, log, webFolder, guardOf });
  await built.fastify.listen({ port: config.port, host: config.host });
  if (options.worksOnJobs !== false) runner.start(features.jobs(app, mailer));
  const address = built.fastify.server.address();
  const { fastify } = built;
  return {
    app,
    built,
    runner,
    mailer,
    port: typeof address === "object" && address ? address.port : config.port,
    async stop() {
      live.endEverything();
      await fastify.close();
      await runner.stop();
      mailer.close();
      await closeLive();
      await db.close();
      lock?.release();
    },
  };
}

/** The hub of this process, connected with those of others where several may run. */
async function connectLive(config: Config, db: Database, log: Log, timing: LiveTiming | undefined): Promise<Bridge> {
  const hub = makeHub(timing);
  if (!config.databaseUrl) return { live: hub, close: async () => undefined };
  try {
    return await bridgeHub(hub, config.databaseUrl, log, async () => {
      // While nothing held the lock, a backup may have been restored: every cursor is of another generation then.
      if (await generationChanged(db)) hub.endEverything();
    });
  } catch (error) {
    await db.close();
    throw error;
  }
}
