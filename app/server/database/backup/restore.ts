/** Puts a backup in the place of a database: all of it, or nothing. */
import type { Instant } from "../../../values/instant.ts";
import type { Config } from "../../config.ts";
import { newestSchema } from "../migrate.ts";
import { type BackupEnd, BackupError, type BackupHead, readBackup } from "./file.ts";
import type { Filling, Restoring } from "./filling.ts";
import { restoreIntoPostgres } from "./into-postgres.ts";
import { restoreIntoSqlite } from "./into-sqlite.ts";

/** What was restored. */
export type Restored = BackupHead & BackupEnd & { readonly generation: number };

/**
 * Verifies a file and restores it. No server may run: throws `LockedError` where one does, and `BackupError` for the file.
 * `prepare` is called between that and the first change. Everybody signs in anew afterwards, and links that
 * were on their way end: what was revoked or used after the backup would be valid again.
 */
export async function restoreBackup(
  config: Pick<Config, "databaseUrl" | "dataFolder">,
  path: string,
  now: Instant,
  prepare: () => Promise<void> = async () => undefined,
): Promise<Restored> {
  const backup = await verifyBackup(config, path);
  const restoring: Restoring = {
    schema: backup.schema,
    now,
    prepare,
    // Clients tell by it that this is another life of the server. In seconds, so that two restores of one file never share it.
    generationAfter: (held) => Math.max(backup.generation + 1, held + 1, Math.floor(now / 1000)),
    fill: (into) => fill(into, path, backup),
  };
  const generation = config.databaseUrl
    ? await restoreIntoPostgres(config.databaseUrl, restoring)
    : await restoreIntoSqlite(config.dataFolder, restoring);
  return { ...backup, generation };
}

/** Reads the whole file and says what is in it. Throws `BackupError` for a file that is damaged, or of a newer program. */
export async function verifyBackup(config: Pick<Config, "databaseUrl">, path: string): Promise<BackupHead & BackupEnd> {
  const known = newestSchema(config.databaseUrl ? "postgres" : "sqlite");
  return readBackup(path, {
    async head({ schema, version }) {
      if (schema >= 1 && schema <= known) return;
      throw new BackupError(
        `The backup has schema ${schema}, of Oakroom ${version}; this program knows ${known}. Restore it with the Oakroom that wrote it, or a newer one.`,
      );
    },
  });
}

async function fill(into: Filling, path: string, backup: BackupHead & BackupEnd): Promise<void> {
  await readBackup(path, { rows: (table, rows) => into.insert(table, backup.tables[table] ?? [], rows) });
  for (const [table, rows] of Object.entries(backup.rows)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection counts one table after the other
    const held = await into.count(table);
    if (held !== rows) throw new BackupError(`${table} has ${held} rows after restoring, and ${rows} in the backup.`);
  }
}
