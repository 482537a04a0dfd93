/** Entries as rows. The bytes are never looked into here. */
import { hash as hashOnce } from "node:crypto";
import type { AccountId, LogId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";
import type { Entry } from "../../rules.ts";
import { entryKindNumber } from "../../schema.ts";

/** One item, epoch, readmit or cut, as exact bytes under the log's running number. */
export interface LogEntryRow {
  readonly log_id: LogId;
  readonly number: number;
  /** `entryKindNumber`. */
  readonly kind: number;
  readonly author_id: AccountId;
  /** The place in its device's chain; empty for a cut. */
  readonly device_id: string | null;
  readonly seq: number | null;
  /** SHA-256 of the exact bytes. */
  readonly hash: Uint8Array;
  readonly bytes: Uint8Array;
  readonly arrived_at: Instant;
}

declare module "../../../../../server/database/tables.ts" {
  interface Tables {
    log_entry: LogEntryRow;
  }
}

/** A row that waits for its running number. */
export type NewEntry = Omit<LogEntryRow, "number">;

/** The row of an entry of this author. */
export function rowOf(logId: LogId, author: AccountId, entry: Entry, now: Instant): NewEntry {
  return {
    log_id: logId,
    kind: entryKindNumber[entry.kind],
    author_id: author,
    device_id: entry.place?.device ?? null,
    seq: entry.place?.seq ?? null,
    hash: hashOf(entry.bytes),
    bytes: entry.bytes,
    arrived_at: now,
  };
}

/** The key by which exact bytes are known again. */
export function hashOf(bytes: Uint8Array): Uint8Array {
  return hashOnce("sha256", bytes, "buffer");
}
