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
  const [bundles, slots, wraps] = await Promise.all([
    writer.selectFrom("key_bundle").selectAll().where("account_id", "=", accountId).execute(),
    writer.selectFrom("key_slot").selectAll().where("account_id", "=", accountId).execute(),
    writer.selectFrom("log_wrap").selectAll().where("account_id", "=", accountId).execute(),
  ]);
  await writer
    .insertInto("former_keys")
    .values({ ...holder, ...place, lost_at: now })
    .execute();
  for (const row of bundles)
    await writer
      .insertInto("former_bundle")
      .values({ ...row, ...place })
      .execute();
  for (const row of slots)
    await writer
      .insertInto("former_slot")
      .values({ ...row, ...place })
      .execute();
  for (const row of wraps)
    await writer
      .insertInto("former_wrap")
      .values({ ...row, ...place })
      .execute();
  await emptyPlace(writer, accountId);
  await writer
    .deleteFrom("log_member")
    .where("log_id", "=", holder.own_log_id)
    .where("account_id", "=", accountId)
    .execute();
}

async function emptyPlace(writer: Writer, accountId: AccountId): Promise<void> {
  for (const table of ["log_wrap", "key_slot", "key_bundle", "key_holder"] as const)
    await writer.deleteFrom(table).where("account_id", "=", accountId).execute();
}

/** Removes the identity that counts, for good: its own log too. */
export async function dropIdentity(writer: Writer, accountId: AccountId): Promise<void> {
  const { own_log_id } = await writer
    .selectFrom("key_holder")
    .select("own_log_id")
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  await emptyPlace(writer, accountId);
  await dropLog(writer, own_log_id);
}

async function dropLog(writer: Writer, logId: LogId): Promise<void> {
  for (const table of ["log_wrap", "log_epoch", "log_entry", "log_member"] as const)
    await writer.deleteFrom(table).where("log_id", "=", logId).execute();
  await writer.deleteFrom("log").where("id", "=", logId).execute();
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
  const mine = { account_id: accountId };
  const [bundles, slots, wraps] = await Promise.all([
    writer
      .selectFrom("former_bundle")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("number", "=", number)
      .execute(),
    writer
      .selectFrom("former_slot")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("number", "=", number)
      .execute(),
    writer
      .selectFrom("former_wrap")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("number", "=", number)
      .execute(),
  ]);
  await writer.insertInto("key_holder").values(holder).execute();
  await writer
    .insertInto("log_member")
    .values({ ...mine, log_id: holder.own_log_id })
    .execute();
  for (const { version, bytes, arrived_at } of bundles)
    await writer
      .insertInto("key_bundle")
      .values({ ...mine, version, bytes, arrived_at })
      .execute();
  for (const { slot_id, kind, bytes, arrived_at } of slots)
    await writer
      .insertInto("key_slot")
      .values({ ...mine, slot_id, kind, bytes, arrived_at })
      .execute();
  for (const { log_id, epoch, iek_version, bytes } of wraps)
    await writer
      .insertInto("log_wrap")
      .values({ ...mine, log_id, epoch, iek_version, bytes })
      .execute();
  await forgetFrom(writer, accountId, number);
}

/** Identities between the one taken back and the one that was dropped are nobody's either. */
async function forgetFrom(writer: Writer, accountId: AccountId, number: number): Promise<void> {
  const between = await writer
    .selectFrom("former_keys")
    .select("own_log_id")
    .where("account_id", "=", accountId)
    .where("number", ">", number)
    .execute();
  for (const table of ["former_wrap", "former_slot", "former_bundle", "former_keys"] as const)
    await writer.deleteFrom(table).where("account_id", "=", accountId).where("number", ">=", number).execute();
  for (const { own_log_id } of between) await dropLog(writer, own_log_id);
}
