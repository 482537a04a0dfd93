/** Opens the place that the settings name, for the length of one command. Works beside a running server. */
import { Instant } from "../values/instant.ts";
import { type Chance, systemChance } from "../server/chance.ts";
import { type Config, readConfig } from "../server/config.ts";
import type { Database } from "../server/database/database.ts";
import { openMigrated } from "../server/database/open.ts";
import type { CommandIo } from "./command.ts";

/** What a command works with. */
export interface Place {
  readonly config: Config;
  readonly db: Database;
  readonly chance: Chance;
  readonly now: Instant;
}

/** The settings of the environment. */
export function settingsOf(io: Pick<CommandIo, "env" | "root">): Config {
  return readConfig(io.env, io.root);
}

/** Runs `work` with an open database and closes it. The database is brought to this program's schema, unless `open` leaves it as it is. */
export async function withPlace<T>(
  io: Pick<CommandIo, "env" | "root">,
  work: (place: Place) => Promise<T>,
  open: (config: Config) => Promise<Database> = openMigrated,
): Promise<T> {
  const config = settingsOf(io);
  const clock = () => Instant.parse(Date.now());
  const db = await open(config);
  try {
    return await work({ config, db, chance: systemChance(clock), now: clock() });
  } finally {
    await db.close();
  }
}
