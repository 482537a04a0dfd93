/** What restoring is, whatever the engine. */
import type { Instant } from "../../../values/instant.ts";
import type { Row } from "./file.ts";

/** A database that is being filled. Nothing of it is there for others before its `restoreInto…` has returned. */
export interface Filling {
  insert(table: string, columns: ReadonlyArray<string>, rows: ReadonlyArray<Row>): Promise<void>;
  count(table: string): Promise<number>;
}

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
