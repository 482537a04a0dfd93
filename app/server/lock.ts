/** One server a data folder: a lock that the system itself gives back when the process dies, also by kill -9. */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { makeFolder } from "./folder.ts";

/** The folder is in use: one line that says so. */
export class LockedError extends Error {}

/** A held lock. */
export interface FolderLock {
  release(): void;
}

/** Takes the folder for one server (or for `restore`, which must not run beside one). Throws `LockedError` where another holds it. */
export function lockFolder(dataFolder: string): FolderLock {
  makeFolder(dataFolder);
  const lock = new Sqlite(join(dataFolder, "server.lock"), { timeout: 0 });
  try {
    lock.pragma("journal_mode = DELETE");
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY"))
      throw new LockedError(
        `Another Oakroom server uses the folder ${dataFolder}. Stop it first, or set OAKROOM_DATA to another folder.`,
      );
    throw error;
  }
  return { release: () => lock.close() };
}
