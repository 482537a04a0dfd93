/** How long a backup of 10,000 pairs takes to come back, verified, and how long it took to make (S10). */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf } from "../app/features/room/log/append/row/store.ts";
import { newId, shapedItem } from "../app/features/room/log/testing.ts";
import { restoreBackup } from "../app/server/database/backup/restore.ts";
import { takeBackup } from "../app/server/database/backup/take.ts";
import type { Database, Engine, Writer } from "../app/server/database/database.ts";
import { openMigrated } from "../app/server/database/open.ts";
import { AccountId, LogId } from "../app/values/id.ts";
import { Instant } from "../app/values/instant.ts";
import { postgresPrograms, startPostgres } from "../tools/postgres.ts";
import type { Figure } from "./figure.ts";
import type { Place } from "./log-process.ts";

const pairs = 10_000;
/** About a year of a pair: sessions, commitments, notes, messages. */
const itemsAPair = 40;
const pairsAWrite = 50;
const now = Instant.parse(Date.parse("2026-10-01T08:00:00Z"));

/** Builds the rows once on SQLite, and restores the backup on SQLite, and on PostgreSQL where there is one. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const folder = mkdtempSync(join(tmpdir(), "oakroom-bench-"));
  try {
    const from = { dataFolder: join(folder, "from"), databaseUrl: undefined };
    await build(from);
    const file = join(folder, "all.backup");
    const made = await timed(() => takeBackup(from, file, { version: "bench", now }));
    const size = `${(statSync(file).size / 1024 / 1024).toFixed(0)} MiB`;
    const backup = { figure: `backup of ${pairs} pairs, ${pairs * itemsAPair} items`, target: "" };
    return [
      { ...backup, measured: `${made.toFixed(0)} s (${size})` },
      await restored("sqlite", { dataFolder: join(folder, "to"), databaseUrl: undefined }, file),
      ...(await restoredIntoPostgres(join(folder, "postgres"), file)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function restoredIntoPostgres(dataFolder: string, file: string): Promise<ReadonlyArray<Figure>> {
  if (postgresPrograms() === undefined) return [];
  const postgres = await startPostgres({ durable: true });
  try {
    return [await restored("postgres", { dataFolder, databaseUrl: postgres.url }, file)];
  } finally {
    await postgres.stop();
  }
}

async function restored(engine: Engine, into: Place, file: string): Promise<Figure> {
  const took = await timed(() => restoreBackup(into, file, now));
  return { figure: `${engine}: restore of it, verified`, target: "300 s", measured: `${took.toFixed(0)} s` };
}

/** In seconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function build(place: Place): Promise<void> {
  const db = await openMigrated(place);
  for (let at = 0; at < pairs; at += pairsAWrite) {
    await addPairs(db, at);
  }
  await db.close();
}

/** A few pairs: accounts, a room of two, and what they wrote. */
function addPairs(db: Database, from: number): Promise<void> {
  return db.write(async (writer) => {
    for (let at = from; at < from + pairsAWrite; at += 1) {
      await addPair(writer, at);
    }
  });
}

async function addPair(writer: Writer, at: number): Promise<void> {
  const both = [AccountId.parse(newId()), AccountId.parse(newId())] as const;
  const logId = LogId.parse(newId());
  const accounts = both.map((id, side) => {
    const email = `person.${at}.${side}@northwind.example`;
    return { id, email, email_key: email, name: `Person ${at}`, created_at: now };
  });
  const log = {
    id: logId,
    kind: "room",
    last_number: itemsAPair,
    last_epoch: 0,
    opened_at: now,
    closed_at: null,
  } as const;
  const devices = both.map(() => newId());
  const entries = Array.from({ length: itemsAPair }, (_, item) => {
    const side = item % 2 === 0 ? 0 : 1;
    const place = { author: both[side], device: devices[side] ?? "", seq: Math.floor(item / 2) + 1 };
    const bytes = shapedItem({ logId, logKind: 1, ...place, bucket: item % 8 === 0 ? 1024 : 256 });
    return {
      log_id: logId,
      number: item + 1,
      kind: 0,
      author_id: place.author,
      device_id: place.device,
      seq: place.seq,
      hash: hashOf(bytes),
      bytes,
      arrived_at: now,
    };
  });
  await writer.insertInto("account").values(accounts).execute();
  await writer.insertInto("log").values(log).execute();
  await writer
    .insertInto("log_member")
    .values(both.map((account_id) => ({ log_id: logId, account_id })))
    .execute();
  await writer.insertInto("log_entry").values(entries).execute();
}
