/** `backup FILE`: everything in one file, taken beside a running server. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Instant } from "../values/instant.ts";
import { BackupError } from "../server/database/backup/file.ts";
import { takeBackup } from "../server/database/backup/take.ts";
import type { Command } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { settingsOf } from "./place.ts";
import { programVersion } from "../server/version.ts";
import { codeOf } from "../values/error-code.ts";

/** Writes a backup. Settings and mails in `outbox/` are not part of it. */
export const backup: Command = {
  name: "backup",
  usage: "FILE",
  summary: "Write everything into one file, beside a running server",
  async run(args, io) {
    const { words } = readFlags(args, {}, "backup");
    const [name] = words;
    if (!name || words.length > 1)
      throw misuse("backup needs one file, for example: npm run oakroom -- backup monday.backup");
    const path = resolve(io.folder, name);
    try {
      const { rows } = await takeBackup(settingsOf(io), path, {
        version: programVersion,
        now: Instant.parse(Date.now()),
      });
      const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
      const { size } = await stat(path);
      io.out(
        `${path} holds ${all} rows of ${Object.keys(rows).length} tables, ${sizeText(size)}. Keep it in a safe place.`,
      );
      return 0;
    } catch (error) {
      throw explained(error, path);
    }
  },
};

function explained(error: unknown, path: string): unknown {
  if (error instanceof BackupError) return refusal(error.message);
  const code = codeOf(error);
  if (code === "SQLITE_CANTOPEN") return refusal("The database in the data folder may not be read by this user.");
  if (code === "ENOENT") return refusal(`The folder of ${path} is not there. Make it first.`);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return refusal(`${path} may not be written by this user.`);
  if (code === "ENOSPC") return refusal(`There is no room left for ${path}. Choose another disk.`);
  return error;
}

function sizeText(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
}
