/** The database as stores see it: reads on one side, writes that are grouped and durable once they return on the other. */
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** The engines that we support. */
export const engines = ["sqlite", "postgres"] as const;

/** Which engine runs below. */
export type Engine = (typeof engines)[number];

/** What a store reads with: a connection, or a transaction that is under way. */
export type Reader = Kysely<Tables>;

/** What a store writes with; only `Database.write` hands one out. */
export type Writer = Transaction<Tables>;

/** One open database. */
export interface Database {
  readonly engine: Engine;
  /** For reading outside a transaction: sees whatever has been committed. */
  readonly read: Reader;
  /**
   * Runs `work` in a transaction and returns when it is on disk.
   * Works of one turn share a commit; one that throws is undone alone and its error passed on. `work` may run again, after a conflict
   * or because a neighbour failed, so it must have no effect but on the database, and must not swallow an error of the database.
   * Isolation is READ COMMITTED on PostgreSQL: unique constraints and row locks carry the rules.
   * `key` names the row that works contend for (a log's id): equal keys run in order, in one transaction after the other.
   */
  write<T>(work: (writer: Writer) => Promise<T>, key?: string): Promise<T>;
  /**
   * Runs one statement as a transaction of its own, past the queue of `write`, and returns when it is on disk. For whoever gathers
   * rows itself, where each trip to the engine costs (PostgreSQL).
   */
  writeAlone<T>(statement: (writer: Reader) => Promise<T>): Promise<T>;
  /** Waits for writes under way and closes. */
  close(): Promise<void>;
}
