/** Reads sealed entries by their running number. */
import type { LogId } from "../../../../values/id.ts";
import { compiled, type Slot } from "../../../../server/database/compiled.ts";
import type { Reader } from "../../../../server/database/database.ts";
import type { PageEntry } from "./rules.ts";

/** How many bytes of entries one page holds at most, unless its first entry alone is larger. */
export const pageBytes = 1024 * 1024;

/** Entries after a running number, oldest first: at most `limit`, fewer where they would grow beyond `pageBytes`. */
export async function readEntries(
  read: Reader,
  logId: LogId,
  after: number,
  limit: number,
): Promise<ReadonlyArray<PageEntry>> {
  const entries = await selectEntries(read, logId, after, limit);
  let bytes = 0;
  const fits = entries.findIndex((entry) => (bytes += entry.bytes.length) > pageBytes);
  return fits === -1 ? entries : entries.slice(0, Math.max(fits, 1));
}

const selectEntries = compiled((db, logId: Slot<LogId>, after: Slot<number>, limit: Slot<number>) =>
  db
    .selectFrom("log_entry")
    .select(["number", "kind", "bytes"])
    .where("log_id", "=", logId)
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit),
);
