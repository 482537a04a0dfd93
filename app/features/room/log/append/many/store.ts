/** Appends what is new, many entries in one statement, where each trip to the engine costs. What is not so simple is left alone. */
import { sql } from "kysely";
import type { AccountId, LogId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";
import { compiled, type Slot } from "../../../../../server/database/compiled.ts";
import type { Database } from "../../../../../server/database/database.ts";
import { Gathered } from "../../../../../server/database/gathered.ts";
import type { NewEntry } from "../row/store.ts";

const byDatabase = new WeakMap<Database, Gathered<NewEntry, number>>();

/**
 * Appends an entry and answers its number; `undefined` where that is for `append` to look at: nothing was stored then. On SQLite
 * always, since a statement there costs no trip.
 */
export async function appendAmongMany(db: Database, row: NewEntry): Promise<number | undefined> {
  if (db.engine === "sqlite") return undefined;
  const gathered = byDatabase.get(db) ?? new Gathered((rows) => appendNew(db, rows));
  byDatabase.set(db, gathered);
  return gathered.add(row);
}

/** Bytes or a place that are taken, or another process in the way: the statement is undone as a whole. */
const undone = new Set(["23505", "40001", "40P01"]);

async function appendNew(db: Database, rows: ReadonlyArray<NewEntry>): Promise<ReadonlyArray<number | undefined>> {
  const many = new Map<LogId, number>();
  const places = rows.map(({ log_id }) => {
    const place = (many.get(log_id) ?? 0) + 1;
    many.set(log_id, place);
    return place;
  });
  // In the order in which `Database.write` locks the rows of logs, so that processes never wait for each other in a circle.
  const logs = [...many.keys()].toSorted();
  try {
    const raised = await db.writeAlone((writer) =>
      insertMany(
        writer,
        logs,
        logs.map((log) => many.get(log) ?? 0),
        places,
        ...columnsOf(rows),
      ),
    );
    const before = new Map(raised.map(({ id, before: number }) => [id, number]));
    return rows.map(({ log_id }, at) => {
      const last = before.get(log_id);
      return last === undefined ? undefined : last + (places[at] ?? 0);
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && undone.has(String(error.code))) return [];
    throw error;
  }
}

type Lists = [
  ReadonlyArray<LogId>,
  ReadonlyArray<number>,
  ReadonlyArray<number>,
  ReadonlyArray<LogId>,
  ReadonlyArray<number>,
  ReadonlyArray<AccountId>,
  ReadonlyArray<string | null>,
  ReadonlyArray<number | null>,
  ReadonlyArray<Uint8Array>,
  ReadonlyArray<Uint8Array>,
  ReadonlyArray<Instant>,
];
type SlotsOf<Values extends ReadonlyArray<unknown>> = { [At in keyof Values]: Slot<Values[At]> };

function columnsOf(rows: ReadonlyArray<NewEntry>) {
  return [
    rows.map((row) => row.log_id),
    rows.map((row) => row.kind),
    rows.map((row) => row.author_id),
    rows.map((row) => row.device_id),
    rows.map((row) => row.seq),
    rows.map((row) => row.hash),
    rows.map((row) => row.bytes),
    rows.map((row) => row.arrived_at),
  ] as const;
}

/** Answers the logs that took their entries, with their last numbers before. A log that is closed, rests or is paused takes nothing. */
const insertMany = compiled((db, ...slots: SlotsOf<Lists>) => {
  const [ids, many, places, logs, kinds, authors, devices, seqs, hashes, bytes, instants] = slots;
  const statement = sql<{ readonly id: LogId; readonly before: number }>`
    with raised as (
      update log set last_number = last_number + asked.many
      from unnest(${ids}::text[], ${many}::bigint[]) as asked (id, many)
      where log.id = asked.id and closed_at is null and resting_since is null and paused_since is null
      returning log.id, last_number - asked.many as before
    ), put as (
      insert into log_entry (number, log_id, kind, author_id, device_id, seq, hash, bytes, arrived_at)
      select raised.before + entry.place, entry.log_id, kind, author_id, device_id, seq, hash, bytes, arrived_at
      from unnest(${places}::bigint[], ${logs}::text[], ${kinds}::bigint[], ${authors}::text[], ${devices}::text[],
        ${seqs}::bigint[], ${hashes}::bytea[], ${bytes}::bytea[], ${instants}::bigint[])
        as entry (place, log_id, kind, author_id, device_id, seq, hash, bytes, arrived_at)
      join raised on raised.id = entry.log_id
    )
    select id, before from raised`;
  return { compile: () => statement.compile(db) };
});
