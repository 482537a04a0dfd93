/** Takes a backup beside a running server. */
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Instant } from "../../../values/instant.ts";
import type { Config } from "../../config.ts";
import { type BackupEnd, BackupError, BackupWriter } from "./file.ts";
import { takeSnapshot } from "./snapshot.ts";

/** What is written into the head of the file. */
export interface BackupFacts {
  /** The version of this program. */
  readonly version: string;
  readonly now: Instant;
}

/**
 * Writes everything as it is at one moment into a file, which is there under its name only once it is whole and on disk.
 * Throws `BackupError` where there is nothing to back up, or a file with this name.
 */
export async function takeBackup(
  config: Pick<Config, "databaseUrl" | "dataFolder">,
  path: string,
  { version, now }: BackupFacts,
): Promise<BackupEnd> {
  if (existsSync(path)) throw new BackupError(`${path} is there already. Choose another name.`);
  const snapshot = await takeSnapshot(config);
  const part = `${path}.part`;
  try {
    if (!("meta" in snapshot.tables)) throw new BackupError("The database is empty: there is nothing to back up.");
    const head = {
      schema: Number(await snapshot.meta("schema-version")),
      version,
      engine: snapshot.engine,
      takenAt: now,
      generation: Number(await snapshot.meta("generation")),
      tables: Object.fromEntries(Object.entries(snapshot.tables).map(([table, columns]) => [table, [...columns]])),
    };
    // What a backup that was killed left behind.
    await rm(part, { force: true });
    const writer = await BackupWriter.begin(part, head);
    try {
      for (const table of Object.keys(snapshot.tables)) {
        // oxlint-disable-next-line no-await-in-loop -- one table stands behind the other
        await writer.table(table, snapshot.rows(table));
      }
      const end = await writer.end();
      await rename(part, path);
      return end;
    } catch (error) {
      await writer.abandon().catch(() => undefined);
      await rm(part, { force: true });
      throw error;
    }
  } finally {
    await snapshot.close();
  }
}
