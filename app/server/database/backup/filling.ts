/** What restoring is, whatever the engine. */
import type { Instant } from "../../../values/instant.ts";
import type { Row } from "./file.ts";

/** A database that is being filled. Nothing of it is there for others before its `restoreInto…` has returned. */
export interface Filling {
  insert(table: string, columns: ReadonlyArray<string>, rows: ReadonlyArray<Row>): Promise<void>;
  count(table: string): Promise<number>;
}

/**
 * What ends at a restore: it may have been revoked or used after the backup, and would work once more. Each sets a column to
 * the time of the restore where its condition holds. Whoever was invited and has not joined is shown as one whose invitation ran out.
 */
export const endings: ReadonlyArray<{ readonly table: string; readonly column: string; readonly where: string }> = [
  { table: "sign_in", column: "revoked_at", where: "revoked_at is null" },
  { table: "sign_in_request", column: "used_at", where: "used_at is null" },
  { table: "invitation", column: "expires_at", where: "used_at is null and replaced_at is null" },
];

/** Who is asked, for each log, whether their devices hold more than the backup: see `features/room/log/restoring`. */
export const behind = {
  table: "log_behind",
  statements: [
    "delete from log_behind",
    "insert into log_behind (log_id, account_id) select log_id, account_id from log_member",
  ],
} as const;

/** How to restore. */
export interface Restoring {
  /** The schema that the rows fit; the database is brought to the newest one afterwards. */
  readonly schema: number;
  readonly now: Instant;
  /** Called once it is sure that no server runs, before anything is touched. */
  prepare(): Promise<void>;
  /** The new generation, given that of the database that is replaced (0 where there is none). */
  generationAfter(held: number): number;
  /** Inserts all rows into empty tables, and compares the counts. */
  fill(into: Filling): Promise<void>;
}
