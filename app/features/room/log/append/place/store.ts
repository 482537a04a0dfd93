/**
 * Places in chains, and numbers of epochs, that somebody took without a device's key: whoever merely holds a sign-in could stop a room for
 * good. Signatures are looked at only where a place is taken.
 */
import type { Reader, Writer } from "../../../../../server/database/database.ts";
import { isSignedBy } from "../../restoring/rules.ts";
import { allBundles } from "../../restoring/store.ts";
import { entryKindOf, readEntry, readEpochEntry } from "../../rules.ts";
import type { LogEntryRow, NewEntry } from "../row/store.ts";

/** True where one of its author's devices has signed a record. */
async function isSigned(read: Reader, { kind, author_id, bytes }: RecordOf): Promise<boolean> {
  const is = entryKindOf(kind);
  if (is === "erasure" || is === "founding") return true;
  const entry = is === "epoch" ? readEpochEntry(bytes) : readEntry(is, bytes);
  return entry !== "unreadable" && isSignedBy(entry, await allBundles(read, author_id));
}

type RecordOf = Pick<LogEntryRow, "kind" | "author_id" | "bytes">;

/** Frees the place of a record that is signed, where one lies there that is not: that one stays under its number, without a place. */
export async function freePlace(writer: Writer, row: NewEntry): Promise<boolean> {
  const { log_id: logId, author_id: author, device_id: device, seq } = row;
  if (seq === null) return false;
  const held = await writer
    .selectFrom("log_entry")
    .select(["number", "kind", "author_id", "bytes"])
    .where("log_id", "=", logId)
    .where("author_id", "=", author)
    .where("device_id", "=", device)
    .where("seq", "=", seq)
    .executeTakeFirst();
  if (!held || !(await isSigned(writer, row)) || (await isSigned(writer, held))) return false;
  await writer
    .updateTable("log_entry")
    .set({ device_id: null, seq: null })
    .where("log_id", "=", logId)
    .where("number", "=", held.number)
    .execute();
  return true;
}

/** True where an epoch is signed, and its number is taken by one that is not. */
export async function isSquatted(read: Reader, row: NewEntry, n: number): Promise<boolean> {
  const held = await read
    .selectFrom("log_epoch")
    .innerJoin("log_entry", (join) =>
      join.onRef("log_entry.log_id", "=", "log_epoch.log_id").onRef("log_entry.number", "=", "log_epoch.number"),
    )
    .select(["log_entry.kind", "log_entry.author_id", "log_entry.bytes"])
    .where("log_epoch.log_id", "=", row.log_id)
    .where("log_epoch.n", "=", n)
    .executeTakeFirst();
  return held !== undefined && (await isSigned(read, row)) && !(await isSigned(read, held));
}
