/** What routes and jobs work with: one object, made once at the start, passed down. */
import type { Clock } from "../values/instant.ts";
import type { Chance } from "./chance.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/database.ts";
import type { Log } from "./http/log.ts";
import type { JobQueue } from "./jobs/queue.ts";
import type { Live } from "./live/hub.ts";

/** The running parts of one server process. */
export interface App {
  readonly config: Config;
  readonly db: Database;
  /** Tells those who listen that something changed. */
  readonly live: Live;
  /** Wakes the runner after a job was written. */
  readonly jobs: JobQueue;
  readonly clock: Clock;
  readonly chance: Chance;
  /** For defects that no request waits for; never for content. */
  readonly log: Log;
}
