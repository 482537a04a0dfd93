/** Moving a person's keys out of their place, and back. Called in a transaction that holds the account. */
import type { Writer } from "../../../../../../server/database/database.ts";
import type { AccountId, LogId } from "../../../../../../values/id.ts";
import type { Instant } from "../../../../../../values/instant.ts";

/** Sets the identity that counts aside, with its ring, slots and wraps. Its own log is nobody's until it is taken back. */
export async function setAside(writer: Writer, accountId: AccountId, number: number, now: Instant): Promise<void> {
  const place = { account_id: accountId, number };
  const holder = await writer
    .selectFrom("key_holder")
    .selectAll()
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  const bundles = await writer.selectFrom("key_bundle").selectAll().where("account_id", "=", accountId).execute();
  const slots = await writer.selectFrom("key_slot").selectAll().where("account_id", "=", accountId).execute();
  const wraps = await writer.selectFrom("log_wrap").selectAll().where("account_id", "=", accountId).execute();
  const aside = <Row extends object>(rows: ReadonlyArray<Row>) => rows.map((row) => ({ ...row, ...place }));
  await writer
    .insertInto("former_keys")
    .values({ ...holder, ...place, lost_at: now })
    .execute();
  await writer.insertInto("former_bundle").values(aside(bundles)).execute();
  await writer.insertInto("former_slot").values(aside(slots)).execute();
  // There is one at least: that of the own log.
  await writer.insertInto("former_wrap").values(aside(wraps)).execute();
  await emptyPlace(writer, accountId);
  await writer
    .deleteFrom("log_member")
    .where("log_id", "=", holder.own_log_id)
    .where("account_id", "=", accountId)
    .execute();
}

async function emptyPlace(writer: Writer, accountId: AccountId): Promise<void> {
  await writer.deleteFrom("log_wrap").where("account_id", "=", accountId).execute();
  await writer.deleteFrom("key_slot").where("account_id", "=", accountId).execute();
  await writer.deleteFrom("key_bundle").where("account_id", "=", accountId).execute();
  await writer.deleteFrom("key_holder").where("account_id", "=", accountId).execute();
}

/** Removes the identity that counts, for good: its own log too. */
export async function dropIdentity(writer: Writer, accountId: AccountId): Promise<void> {
  const { own_log_id } = await writer
    .selectFrom("key_holder")
    .select("own_log_id")
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  await emptyPlace(writer, accountId);
  await dropLogs(writer, [own_log_id]);
}

async function dropLogs(writer: Writer, logs: ReadonlyArray<LogId>): Promise<void> {
  if (logs.length === 0) return;
  await writer.deleteFrom("log_wrap").where("log_id", "in", logs).execute();
  await writer.deleteFrom("log_epoch").where("log_id", "in", logs).execute();
  await writer.deleteFrom("log_entry").where("log_id", "in", logs).execute();
  await writer.deleteFrom("log_member").where("log_id", "in", logs).execute();
  await writer.deleteFrom("log").where("id", "in", logs).execute();
}

/** Puts an identity back into its place; whatever came after it is gone. */
export async function takeBack(writer: Writer, accountId: AccountId, number: number): Promise<void> {
  const {
    lost_at: _,
    number: __,
    ...holder
  } = await writer
    .selectFrom("former_keys")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  const at = { accountId, number };
  await writer.insertInto("key_holder").values(holder).execute();
  await writer.insertInto("log_member").values({ account_id: accountId, log_id: holder.own_log_id }).execute();
  await writer
    .insertInto("key_bundle")
    .values(await bundlesOf(writer, at))
    .execute();
  await writer
    .insertInto("key_slot")
    .values(await slotsOf(writer, at))
    .execute();
  await writer
    .insertInto("log_wrap")
    .values(await wrapsOf(writer, at))
    .execute();
  await forgetFrom(writer, at);
}

interface At {
  readonly accountId: AccountId;
  readonly number: number;
}

function bundlesOf(writer: Writer, { accountId, number }: At) {
  return writer
    .selectFrom("former_bundle")
    .select(["account_id", "version", "bytes", "arrived_at"])
    .where("account_id", "=", accountId)
    .where("number", "=", number)
    .execute();
}

function slotsOf(writer: Writer, { accountId, number }: At) {
  return writer
    .selectFrom("former_slot")
    .select(["account_id", "slot_id", "kind", "bytes", "arrived_at"])
    .where("account_id", "=", accountId)
    .where("number", "=", number)
    .execute();
}

function wrapsOf(writer: Writer, { accountId, number }: At) {
  return writer
    .selectFrom("former_wrap")
    .select(["account_id", "log_id", "epoch", "iek_version", "bytes"])
    .where("account_id", "=", accountId)
    .where("number", "=", number)
    .execute();
}

/** Identities between the one taken back and the one that was dropped are nobody's either. */
async function forgetFrom(writer: Writer, { accountId, number }: At): Promise<void> {
  const between = await writer
    .selectFrom("former_keys")
    .select("own_log_id")
    .where("account_id", "=", accountId)
    .where("number", ">", number)
    .execute();
  await writer.deleteFrom("former_wrap").where("account_id", "=", accountId).where("number", ">=", number).execute();
  await writer.deleteFrom("former_slot").where("account_id", "=", accountId).where("number", ">=", number).execute();
  await writer.deleteFrom("former_bundle").where("account_id", "=", accountId).where("number", ">=", number).execute();
  await writer.deleteFrom("former_keys").where("account_id", "=", accountId).where("number", ">=", number).execute();
  const logs = between.map(({ own_log_id }) => own_log_id);
  await dropLogs(writer, logs);
}
