/**
 * The tables as TypeScript sees them. Each feature's `store.ts` adds its own by declaration merging:
 * `declare module "…/server/database/tables.ts" { interface Tables { commitment: CommitmentRow } }`.
 * The SQL stands in `migrations/`, one file an engine with equal numbers.
 * Conventions: ids and days TEXT, instants BIGINT/INTEGER milliseconds, yes/no 0 or 1, lists JSON text, sealed bytes BLOB/BYTEA.
 */

/** Facts about the database itself: `schema-version`, `generation`. */
export interface MetaRow {
  readonly name: string;
  readonly value: string;
}

/** Every table of the database. */
export interface Tables {
  meta: MetaRow;
}
