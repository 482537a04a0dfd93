/** Opens the database that the settings name and brings it to the schema of this program. */
import { join } from "node:path";
import type { Config } from "../config.ts";
import { makeFolder } from "../folder.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

/** The name of the SQLite file in the data folder. */
export const databaseFile = "oakroom.db";

/** Opens without looking at the schema. */
export function openDatabase(config: Pick<Config, "databaseUrl" | "dataFolder">): Database {
  if (config.databaseUrl) return openPostgres(config.databaseUrl);
  makeFolder(config.dataFolder);
  return openSqlite(join(config.dataFolder, databaseFile));
}

/** Opens and migrates. Throws `SchemaError` where the database is newer than the program. */
export async function openMigrated(config: Pick<Config, "databaseUrl" | "dataFolder">): Promise<Database> {
  const db = openDatabase(config);
  try {
    await migrate(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}
