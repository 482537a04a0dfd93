/** Whether the database is whole, current, worked on, and at the same time of day as this program. */
import { sql } from "kysely";
import { newestSchema, schemaVersion } from "../../server/database/migrate.ts";
import { minute, second } from "../../values/instant.ts";
import type { Place } from "../place.ts";
import { type Finding, good, look, wrong } from "./finding.ts";

/** Everything that `doctor` finds in the database. */
export async function checkDatabase(place: Place): Promise<ReadonlyArray<Finding>> {
  const whole = await checkWhole(place);
  const held = await schemaVersion(place.db);
  const newest = newestSchema(place.db.engine);
  if (held > newest)
    return [
      whole,
      wrong("schema", `version ${held}; this program knows ${newest}. Start the newer Oakroom that wrote it`),
    ];
  if (held < newest) return [whole, look("schema", `version ${held}; the next start brings it to ${newest}`)];
  return [whole, good("schema", `version ${held}`), await checkJobs(place), await checkClock(place)];
}

async function checkWhole({ db }: Place): Promise<Finding> {
  if (db.engine === "postgres") {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
      db.read,
    );
    return good("database", `PostgreSQL ${rows[0]?.version ?? ""}`);
  }
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db.read);
  return rows[0]?.quick_check === "ok"
    ? good("database", "SQLite, whole")
    : wrong("database", "the SQLite file is damaged; stop the server and bring a backup back with restore");
}

async function checkJobs({ db, now }: Place): Promise<Finding> {
  const parked = await db.read
    .selectFrom("job")
    .select((job) => ["kind", "last_error", job.fn.countAll<number>().as("many")])
    .where("state", "=", "parked")
    .groupBy(["kind", "last_error"])
    .execute();
  const late = await db.read
    .selectFrom("job")
    .select((job) => job.fn.countAll<number>().as("many"))
    .where("state", "=", "ready")
    .where("run_at", "<", now)
    .where("created_at", "<", now)
    .executeTakeFirstOrThrow();
  if (parked.length > 0) {
    const list = parked.map(({ kind, last_error, many }) => `${many} ${kind} (${last_error ?? "unknown"})`).join(", ");
    return look("work", `given up after many tries: ${list}`);
  }
  return late.many === 0
    ? good("work", "nothing waits")
    : good("work", `${late.many} waiting; the running server does them`);
}

async function checkClock({ db }: Place): Promise<Finding> {
  const before = Date.now();
  const { rows } = await (
    db.engine === "postgres"
      ? sql<{ at: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`
      : sql<{ at: number }>`select cast(unixepoch('subsec') * 1000 as integer) as at`
  ).execute(db.read);
  const here = (before + Date.now()) / 2;
  const skew = Math.abs((rows[0]?.at ?? here) - here);
  if (skew > minute)
    return wrong("clock", `database and program are ${Math.round(skew / second)} s apart; set both clocks by NTP`);
  if (skew > 2 * second)
    return look("clock", `database and program are ${Math.round(skew / second)} s apart; set both clocks by NTP`);
  const newest = await db.read
    .selectFrom("job")
    .select((job) => job.fn.max("created_at").as("at"))
    .executeTakeFirst();
  if (newest?.at && newest.at > here + minute)
    return look("clock", "the database holds work from the future: this clock was, or is, wrong");
  return good("clock", `${new Date(here).toISOString().slice(0, 19)}Z`);
}
