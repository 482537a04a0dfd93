/** Addresses and names of somebody in what others said of themselves, or what a file said of others: whose manager, whose mentor. */
import { type RawBuilder, sql } from "kysely";
import * as z from "zod/mini";
import type { Writer } from "../../../../../server/database/database.ts";
import { addressKey } from "../../../../../values/text.ts";

const Lines = z.array(z.string());
const Row = z.record(z.string(), z.unknown());

/** Forgets who somebody is wherever others name them. */
export async function forgetAddresses(writer: Writer, addresses: ReadonlyArray<string>, name: string): Promise<void> {
  await sql`update participant set manager_email = null where lower(manager_email) in (${sql.join(addresses)})`.execute(
    writer,
  );
  await forgetInRows(writer, addresses);
  await forgetInLines(writer, [...addresses, name.toLowerCase()]);
}

async function forgetInRows(writer: Writer, addresses: ReadonlyArray<string>): Promise<void> {
  const rows = await writer
    .selectFrom("participant")
    .select(["id", "imported"])
    .where("imported", "is not", null)
    .where(holdsOne("imported", addresses))
    .execute();
  for (const { id, imported } of rows) {
    const row = z.parse(Row, JSON.parse(imported ?? "{}"));
    const kept = Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "string" && addresses.includes(addressKey(value)) ? null : value,
    ]);
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await writer
      .updateTable("participant")
      .set({ imported: JSON.stringify(Object.fromEntries(kept)) })
      .where("id", "=", id)
      .execute();
  }
}

async function forgetInLines(writer: Writer, names: ReadonlyArray<string>): Promise<void> {
  const rows = await writer
    .selectFrom("profile")
    .select(["participant_id", "decides_about"])
    .where(holdsOne("decides_about", names))
    .execute();
  for (const { participant_id, decides_about } of rows) {
    const lines = z.parse(Lines, JSON.parse(decides_about));
    const kept = lines.filter((line) => !names.includes(line.trim().toLowerCase()));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await writer
      .updateTable("profile")
      .set({ decides_about: JSON.stringify(kept) })
      .where("participant_id", "=", participant_id)
      .execute();
  }
}

function holdsOne(column: string, texts: ReadonlyArray<string>): RawBuilder<boolean> {
  const each = texts.map(
    (text) => sql`lower(${sql.ref(column)}) like ${`%${text.replaceAll(/[!%_]/g, "!$&")}%`} escape '!'`,
  );
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
}
