/** Key material in the database: signed bundles, rings and unlock slots, all of them bytes that the server cannot use. */
import type { AccountId, LogId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import type { Database, Engine, Reader, Writer } from "../../../../server/database/database.ts";
import type { SharesALogWith } from "../../../../server/guards/log.ts";
import type { SignedIn } from "../../../../server/guards/signed-in.ts";
import type { OwnKeys } from "../page/rules.ts";
import type { HeldKeys } from "../rules.ts";
import { type Bundle, enoughSlots, mostSlots, type Renewal, type Ring, type UnlockSlot } from "./rules.ts";

/** A person whose keys are enrolled, with the newest versions and the ring. */
export interface KeyHolderRow {
  readonly account_id: AccountId;
  readonly own_log_id: LogId;
  readonly bundle_version: number;
  readonly iek_version: number;
  readonly ring_version: number;
  readonly ring: Uint8Array;
  readonly enrolled_at: Instant;
}

/** One version of a person's bundle; all are kept. */
export interface KeyBundleRow {
  readonly account_id: AccountId;
  readonly version: number;
  readonly bytes: Uint8Array;
  readonly arrived_at: Instant;
}

/** One way of unlocking. */
export interface KeySlotRow {
  readonly account_id: AccountId;
  readonly slot_id: string;
  readonly kind: UnlockSlot["kind"];
  readonly bytes: Uint8Array;
  readonly arrived_at: Instant;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    key_holder: KeyHolderRow;
    key_bundle: KeyBundleRow;
    key_slot: KeySlotRow;
  }
}

/** Makes whoever else would change this account's keys or addresses wait until the transaction ends. */
export async function holdAccount(writer: Writer, engine: Engine, accountId: AccountId): Promise<void> {
  await writer
    .selectFrom("account")
    .select("id")
    .where("id", "=", accountId)
    .$if(engine === "postgres", (query) => query.forUpdate())
    .execute();
}

/** The newest key versions of these people, held still until the transaction ends. People without keys are left out. */
export async function newestKeys(
  writer: Writer,
  engine: Engine,
  people: ReadonlyArray<AccountId>,
): Promise<ReadonlyArray<HeldKeys>> {
  const rows = await writer
    .selectFrom("key_holder")
    .select(["account_id", "bundle_version", "iek_version"])
    .where("account_id", "in", people)
    .orderBy("account_id")
    .$if(engine === "postgres", (query) => query.forShare())
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    bundleVersion: row.bundle_version,
    iekVersion: row.iek_version,
  }));
}

/** The person's own records; `undefined` where no keys are enrolled. */
export async function readOwnKeys(read: Reader, { accountId }: SignedIn): Promise<OwnKeys | undefined> {
  const holder = await read
    .selectFrom("key_holder")
    .innerJoin("key_bundle", (join) =>
      join
        .onRef("key_bundle.account_id", "=", "key_holder.account_id")
        .onRef("key_bundle.version", "=", "key_holder.bundle_version"),
    )
    .select(["key_holder.ring", "key_bundle.bytes"])
    .where("key_holder.account_id", "=", accountId)
    .executeTakeFirst();
  if (!holder) return undefined;
  const slots = await read
    .selectFrom("key_slot")
    .select("bytes")
    .where("account_id", "=", accountId)
    .orderBy("slot_id")
    .execute();
  return { bundle: holder.bytes, ring: holder.ring, slots: slots.map((slot) => slot.bytes) };
}

/** The person's newest bundle; `undefined` where no keys are enrolled. */
export async function newestBundle(
  read: Reader,
  { accountId }: Pick<SignedIn, "accountId">,
): Promise<Uint8Array | undefined> {
  const row = await read
    .selectFrom("key_bundle")
    .select("bytes")
    .where("account_id", "=", accountId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.bytes;
}

/** All bundles of a person, oldest first. */
export async function readBundles(read: Reader, { otherId }: SharesALogWith): Promise<ReadonlyArray<Uint8Array>> {
  const rows = await read
    .selectFrom("key_bundle")
    .select("bytes")
    .where("account_id", "=", otherId)
    .orderBy("version")
    .execute();
  return rows.map((row) => row.bytes);
}

/** Stores the next version of a bundle, and does `also` with it; the same bytes again are no error. */
export function putBundle(
  db: Database,
  { accountId }: Pick<SignedIn, "accountId">,
  bundle: Bundle,
  now: Instant,
  also: (writer: Writer) => Promise<void> = async () => undefined,
): Promise<"stored" | "not-next"> {
  const { version, iekVersion, bytes } = bundle;
  return db.write(async (writer) => {
    const next = await writer
      .updateTable("key_holder")
      .set({ bundle_version: version, iek_version: iekVersion })
      .where("account_id", "=", accountId)
      .where("bundle_version", "=", version - 1)
      .where("iek_version", "<=", iekVersion)
      .returning("account_id")
      .executeTakeFirst();
    if (next) {
      await writer
        .insertInto("key_bundle")
        .values({ account_id: accountId, version, bytes, arrived_at: now })
        .execute();
      await also(writer);
      return "stored";
    }
    const same = await writer
      .selectFrom("key_bundle")
      .select("version")
      .where("account_id", "=", accountId)
      .where("version", "=", version)
      .where("bytes", "=", bytes)
      .executeTakeFirst();
    return same ? "stored" : "not-next";
  }, accountId);
}

/** Replaces the ring by its next version; the same bytes again are no error. A ring that names another own log is never the next. */
export function putRing(db: Database, proof: SignedIn, ring: Ring): Promise<"stored" | "not-next"> {
  return db.write((writer) => keepRing(writer, db.engine, proof, ring), proof.accountId);
}

async function keepRing(
  writer: Writer,
  engine: Engine,
  { accountId }: SignedIn,
  ring: Ring,
): Promise<"stored" | "not-next"> {
  const held = await writer
    .selectFrom("key_holder")
    .select(["own_log_id", "ring_version", "ring"])
    .where("account_id", "=", accountId)
    .$if(engine === "postgres", (query) => query.forUpdate())
    .executeTakeFirst();
  if (!held) return "not-next";
  if (Buffer.compare(held.ring, ring.bytes) === 0) return "stored";
  if (ring.version !== held.ring_version + 1 || ring.ownLogId !== held.own_log_id) return "not-next";
  await writer
    .updateTable("key_holder")
    .set({ ring_version: ring.version, ring: ring.bytes })
    .where("account_id", "=", accountId)
    .execute();
  return "stored";
}

/** Replaces the ring by its next version, and all slots by these. */
export function renewKeys(
  db: Database,
  proof: SignedIn,
  { ring, slots }: Renewal,
  now: Instant,
): Promise<"stored" | "not-next"> {
  const { accountId } = proof;
  return db.write(async (writer) => {
    if ((await keepRing(writer, db.engine, proof, ring)) === "not-next") return "not-next";
    await writer.deleteFrom("key_slot").where("account_id", "=", accountId).execute();
    const rows = slots.map(({ slotId, kind, bytes }) => ({ account_id: accountId, slot_id: slotId, kind, bytes }));
    await writer
      .insertInto("key_slot")
      .values(rows.map((row) => ({ ...row, arrived_at: now })))
      .execute();
    return "stored";
  }, accountId);
}

/** Stores a slot, or replaces the one with its id. Without enrolled keys, of another kind than before, or one too many: "unreadable". */
export function putSlot(
  db: Database,
  proof: SignedIn,
  slot: UnlockSlot,
  now: Instant,
): Promise<"stored" | "unreadable"> {
  return db.write((writer) => keepSlot(writer, db.engine, proof, slot, now), proof.accountId);
}

/** The same, in a transaction that does more. */
export async function keepSlot(
  writer: Writer,
  engine: Engine,
  { accountId }: SignedIn,
  slot: UnlockSlot,
  now: Instant,
): Promise<"stored" | "unreadable"> {
  const row = { account_id: accountId, slot_id: slot.slotId, kind: slot.kind, bytes: slot.bytes, arrived_at: now };
  if (!(await holdStill(writer, engine, accountId))) return "unreadable";
  const held = await slotsOf(writer, accountId);
  const before = held.find((one) => one.slot_id === slot.slotId);
  if (before ? before.kind !== slot.kind : held.length >= mostSlots) return "unreadable";
  await writer
    .insertInto("key_slot")
    .values(row)
    .onConflict((clash) => clash.columns(["account_id", "slot_id"]).doUpdateSet({ bytes: slot.bytes, arrived_at: now }))
    .execute();
  return "stored";
}

/** Removes a slot, unless it is needed; one that is not there is removed already. */
export function removeSlot(db: Database, proof: SignedIn, slotId: string): Promise<"removed" | "needed"> {
  return db.write((writer) => dropSlot(writer, db.engine, proof, slotId), proof.accountId);
}

/** The same, in a transaction that does more. */
export async function dropSlot(
  writer: Writer,
  engine: Engine,
  { accountId }: SignedIn,
  slotId: string,
): Promise<"removed" | "needed"> {
  await holdStill(writer, engine, accountId);
  const held = await slotsOf(writer, accountId);
  const kept = held.filter((slot) => slot.slot_id !== slotId);
  if (kept.length === held.length) return "removed";
  if (!enoughSlots(kept.map((slot) => slot.kind))) return "needed";
  await writer.deleteFrom("key_slot").where("account_id", "=", accountId).where("slot_id", "=", slotId).execute();
  return "removed";
}

/** Makes other changes to this person's keys wait until the transaction ends; false where no keys are enrolled. */
async function holdStill(writer: Writer, engine: Engine, accountId: AccountId): Promise<boolean> {
  const holder = await writer
    .selectFrom("key_holder")
    .select("account_id")
    .where("account_id", "=", accountId)
    .$if(engine === "postgres", (query) => query.forUpdate())
    .executeTakeFirst();
  return holder !== undefined;
}

function slotsOf(writer: Writer, accountId: AccountId) {
  return writer.selectFrom("key_slot").select(["slot_id", "kind"]).where("account_id", "=", accountId).execute();
}

/** Everyone who shares a log with this person, and the person: those to whom changed keys matter. */
export async function peopleAround(read: Reader, accountId: AccountId): Promise<ReadonlyArray<AccountId>> {
  const rows = await read
    .selectFrom("log_member as mine")
    .innerJoin("log_member as any", "any.log_id", "mine.log_id")
    .select("any.account_id")
    .distinct()
    .where("mine.account_id", "=", accountId)
    .execute();
  return rows.map((row) => row.account_id);
}
