/** `restore FILE`: puts a backup in the place of the database, after checking all of it. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Instant } from "../values/instant.ts";
import type { Config } from "../server/config.ts";
import { BackupError } from "../server/database/backup/file.ts";
import { restoreBackup } from "../server/database/backup/restore.ts";
import { takeBackup } from "../server/database/backup/take.ts";
import type { Command, CommandIo } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { settingsOf } from "./place.ts";
import { programVersion } from "../server/version.ts";
import { codeOf } from "../values/error-code.ts";

/** Restores. What was there before is kept as a backup of its own, as far as it can be read. */
export const restore: Command = {
  name: "restore",
  usage: "FILE",
  summary: "Put a backup in the place of the database; the server must not run",
  async run(args, io) {
    const { words } = readFlags(args, {}, "restore");
    const [name] = words;
    if (!name || words.length > 1)
      throw misuse("restore needs one file, for example: npm run oakroom -- restore monday.backup");
    const path = resolve(io.folder, name);
    const config = settingsOf(io);
    const now = Instant.parse(Date.now());
    try {
      const restored = await restoreBackup(config, path, now, () => keepPresent(config, now, io));
      const all = Object.values(restored.rows).reduce((sum, count) => sum + count, 0);
      io.out(
        `Restored ${all} rows as they were on ${new Date(restored.takenAt).toISOString()}. Start the server; everybody signs in anew, and their devices send back what they still hold.`,
      );
      return 0;
    } catch (error) {
      if (error instanceof BackupError) throw refusal(`${error.message} Nothing was changed.`);
      const code = codeOf(error);
      if (code === "ENOENT" && !existsSync(path)) throw refusal(`${path} is not there.`);
      if (code === "EISDIR") throw refusal(`${path} is a folder, not a backup.`);
      throw error;
    }
  },
};

/** Backs up what the restore is about to replace. */
async function keepPresent(config: Config, now: Instant, io: CommandIo): Promise<void> {
  const path = join(config.dataFolder, `before-restore-${new Date(now).toISOString().replaceAll(/[:.]/g, "-")}.backup`);
  try {
    await takeBackup(config, path, { version: programVersion, now });
    io.out(`What was there before is kept in ${path}. Delete it once all is well.`);
  } catch (error) {
    const empty = error instanceof BackupError || codeOf(error) === "SQLITE_CANTOPEN";
    if (!empty) io.err("What was there before cannot be read; it is replaced and not kept.");
  }
}
