/** Enrols a person's keys with their own log, all of it together or not at all. */
import { LogId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";
import type { Database, Writer } from "../../../../../server/database/database.ts";
import type { SignedIn } from "../../../../../server/guards/signed-in.ts";
import { insertEpoch } from "../../epochs/store.ts";
import { rowOf } from "../../append/row/store.ts";
import { openLog } from "../../store.ts";
import type { Enrolment } from "../rules.ts";
import { holdAccount } from "../store.ts";

/** What became of it. "unreadable": the id of the own log is not a uuid of version 7, or is taken. */
export type Enrolled = { readonly ownLog: LogId } | "already-enrolled" | "unreadable";

/** Stores an enrolment that `refuseEnrolment` has passed. The same bytes again are no error. */
export async function enrolKeys(db: Database, person: SignedIn, enrolment: Enrolment, now: Instant): Promise<Enrolled> {
  const ownLog = LogId.safeParse(enrolment.ring.ownLogId).data;
  if (!ownLog) return "unreadable";
  return db.write(async (writer) => {
    const known = await knownEnrolment(writer, db, person, enrolment);
    if (known) return known === "same" ? { ownLog } : known;
    return (await storeKeys(writer, person, ownLog, enrolment, now)) ? { ownLog } : "unreadable";
  }, person.accountId);
}

/** Stores keys and opens their own log, for somebody who has none; false where there was a log with this id. */
export async function storeKeys(
  writer: Writer,
  person: SignedIn,
  ownLog: LogId,
  enrolment: Enrolment,
  now: Instant,
): Promise<boolean> {
  if (!(await openLog(writer, ownLog, "own", [person.accountId], now))) return false;
  await insertKeys(writer, person, ownLog, enrolment, now);
  const { epoch, wrap } = enrolment;
  await writer.updateTable("log").set({ last_number: 1, last_epoch: 1 }).where("id", "=", ownLog).execute();
  const row = rowOf(ownLog, person.accountId, epoch, now);
  await insertEpoch(writer, row, 1, { epoch, wraps: [wrap] }, [person.accountId]);
  return true;
}

/** Whether these very keys, or others, are stored. The account is held until the transaction ends. */
export async function knownEnrolment(
  writer: Writer,
  db: Database,
  { accountId }: SignedIn,
  { bundle, ring }: Enrolment,
): Promise<"same" | "already-enrolled" | undefined> {
  // Two enrolments of one person wait for each other here; there is no other row yet to wait for.
  await holdAccount(writer, db.engine, accountId);
  const held = await writer
    .selectFrom("key_holder")
    .innerJoin("key_bundle", "key_bundle.account_id", "key_holder.account_id")
    .select(["key_holder.own_log_id", "key_bundle.bytes"])
    .where("key_holder.account_id", "=", accountId)
    .where("key_bundle.version", "=", 1)
    .executeTakeFirst();
  if (!held) return undefined;
  const same = held.own_log_id === ring.ownLogId && Buffer.compare(held.bytes, bundle.bytes) === 0;
  return same ? "same" : "already-enrolled";
}

async function insertKeys(
  writer: Writer,
  { accountId }: SignedIn,
  ownLog: LogId,
  { bundle, ring, slots }: Enrolment,
  now: Instant,
): Promise<void> {
  await writer
    .insertInto("key_holder")
    .values({
      account_id: accountId,
      own_log_id: ownLog,
      bundle_version: bundle.version,
      iek_version: bundle.iekVersion,
      ring_version: ring.version,
      ring: ring.bytes,
      enrolled_at: now,
    })
    .execute();
  await writer
    .insertInto("key_bundle")
    .values({ account_id: accountId, version: bundle.version, bytes: bundle.bytes, arrived_at: now })
    .execute();
  await writer
    .insertInto("key_slot")
    .values(
      slots.map((slot) => ({
        account_id: accountId,
        slot_id: slot.slotId,
        kind: slot.kind,
        bytes: slot.bytes,
        arrived_at: now,
      })),
    )
    .execute();
}
