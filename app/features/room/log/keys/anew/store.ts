/** Identities that were set aside, and taken back: all of one move or nothing of it. */
import { equal, iskHashOf, verifyBundle } from "@oakroom/crypto";
import type { Database, Reader, Writer } from "../../../../../server/database/database.ts";
import type { SharesALogWith } from "../../../../../server/guards/log.ts";
import type { SignedIn } from "../../../../../server/guards/signed-in.ts";
import { dropPasskeysSince } from "../../../../programme/sign-in/passkeys/store.ts";
import { type AccountId, LogId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";
import { knownEnrolment, storeKeys } from "../enrolment/store.ts";
import { type Enrolment, readChange, type UnlockSlot } from "../rules.ts";
import { holdAccount, newestBundle, readBundles } from "../store.ts";
import { isAnyLetIn } from "./letting/store.ts";
import { dropIdentity, setAside, takeBack } from "./moving/store.ts";
import { readDisowningFacts, waitsUntil } from "./rules.ts";

/** An identity that was set aside; `number` counts from 1 for each account. */
export interface FormerKeysRow {
  readonly account_id: AccountId;
  readonly number: number;
  readonly own_log_id: LogId;
  readonly bundle_version: number;
  readonly iek_version: number;
  readonly ring_version: number;
  readonly ring: Uint8Array;
  readonly enrolled_at: Instant;
  readonly lost_at: Instant;
}

/** One version of its bundle. */
export interface FormerBundleRow {
  readonly account_id: AccountId;
  readonly number: number;
  readonly version: number;
  readonly bytes: Uint8Array;
  readonly arrived_at: Instant;
}

/** One way of unlocking it. */
export interface FormerSlotRow {
  readonly account_id: AccountId;
  readonly number: number;
  readonly slot_id: string;
  readonly kind: UnlockSlot["kind"];
  readonly bytes: Uint8Array;
  readonly arrived_at: Instant;
}

/** One of its wraps. */
export interface FormerWrapRow {
  readonly account_id: AccountId;
  readonly number: number;
  readonly log_id: LogId;
  readonly epoch: number;
  readonly iek_version: number;
  readonly bytes: Uint8Array;
}

/** An identity that was disowned by the one before it. */
export interface DisownedKeysRow {
  readonly account_id: AccountId;
  readonly isk_hash: Uint8Array;
  readonly change: Uint8Array;
  readonly disowned_at: Instant;
}

declare module "../../../../../server/database/tables.ts" {
  interface Tables {
    former_keys: FormerKeysRow;
    former_bundle: FormerBundleRow;
    former_slot: FormerSlotRow;
    former_wrap: FormerWrapRow;
    disowned_keys: DisownedKeysRow;
  }
}

/** What became of beginning anew. "same": it was stored before. */
export type Begun = { readonly ownLog: LogId } | "same" | "no-keys" | "too-soon" | "unreadable";

/** Sets the identity that counts aside and stores a new one; `tell` runs in the same transaction. */
export function beginAnew(
  db: Database,
  person: SignedIn,
  enrolment: Enrolment,
  now: Instant,
  tell: (writer: Writer) => Promise<void>,
): Promise<Begun> {
  const ownLog = LogId.safeParse(enrolment.ring.ownLogId).data;
  if (!ownLog) return Promise.resolve("unreadable");
  const { accountId } = person;
  return db.write(async (writer) => {
    const known = await knownEnrolment(writer, db, person, enrolment);
    if (known === "same") return known;
    if (!known) return "no-keys";
    if (await isLogTaken(writer, ownLog)) return "unreadable";
    const former = await formerOf(writer, accountId);
    if (await waits(writer, accountId, former, now)) return "too-soon";
    await setAside(writer, accountId, (former[0]?.number ?? 0) + 1, now);
    await storeKeys(writer, person, ownLog, enrolment, now);
    await tell(writer);
    return { ownLog };
  }, accountId);
}

async function isLogTaken(writer: Writer, logId: LogId): Promise<boolean> {
  return (await writer.selectFrom("log").select("id").where("id", "=", logId).executeTakeFirst()) !== undefined;
}

/** Whoever shares an open room with an account, by the first of them. */
export async function partnersOf(
  read: Reader,
  accountId: AccountId,
): Promise<ReadonlyArray<{ readonly email: string; readonly name: string; readonly room: LogId }>> {
  const rows = await read
    .selectFrom("log_member as mine")
    .innerJoin("log", "log.id", "mine.log_id")
    .innerJoin("log_member as theirs", "theirs.log_id", "mine.log_id")
    .innerJoin("account", "account.id", "theirs.account_id")
    .select(["account.id", "account.email", "account.name", "log.id as room"])
    .where("mine.account_id", "=", accountId)
    .where("theirs.account_id", "<>", accountId)
    .where("log.kind", "=", "room")
    .where("log.closed_at", "is", null)
    .orderBy("log.id", "desc")
    .execute();
  return [...new Map(rows.map(({ id, ...partner }) => [id, partner])).values()];
}

/** The newest first. */
function formerOf(read: Reader, accountId: AccountId) {
  return read
    .selectFrom("former_keys")
    .select(["number", "ring", "lost_at"])
    .where("account_id", "=", accountId)
    .orderBy("number", "desc")
    .execute();
}

async function cancelledAt(read: Reader, accountId: AccountId): Promise<ReadonlyArray<Instant>> {
  const rows = await read
    .selectFrom("disowned_keys")
    .select("disowned_at")
    .where("account_id", "=", accountId)
    .execute();
  return rows.map((row) => row.disowned_at);
}

/** Somebody's identities of before, the oldest first: their bundles, oldest first. */
async function formerBundles(read: Reader, accountId: AccountId) {
  const rows = await read
    .selectFrom("former_bundle")
    .select(["number", "bytes"])
    .where("account_id", "=", accountId)
    .orderBy("number")
    .orderBy("version")
    .execute();
  return Map.groupBy(rows, (row) => row.number);
}

/** Takes the identity back that has signed this change; `tell` runs in the same transaction. */
export function cancelAnew(
  db: Database,
  proof: SignedIn,
  change: Uint8Array,
  now: Instant,
  tell: (writer: Writer) => Promise<void>,
): Promise<"cancelled" | "not-signed" | "readmitted"> {
  const { accountId } = proof;
  return db.write(async (writer) => {
    await holdAccount(writer, db.engine, accountId);
    const disowned = await disownedBy(writer, proof, change);
    if (!disowned) return "not-signed";
    const former = await formerOf(writer, accountId);
    const back = former.find(({ number }) => number === disowned.by);
    if (!back || (await isTooLate(writer, accountId, former, back))) return "readmitted";
    await dropIdentity(writer, accountId);
    await takeBack(writer, accountId, back.number);
    await dropPasskeysSince(writer, accountId, back.lost_at);
    await writer
      .insertInto("disowned_keys")
      .values({ account_id: accountId, isk_hash: disowned.iskHash, change, disowned_at: now })
      .onConflict((clash) => clash.columns(["account_id", "isk_hash"]).doUpdateSet({ disowned_at: now }))
      .execute();
    await tell(writer);
    return "cancelled";
  }, accountId);
}

/** Which identity of before has signed that the one that counts now is not its owner's. */
async function disownedBy(
  read: Reader,
  proof: SignedIn,
  change: Uint8Array,
): Promise<{ readonly by: number; readonly iskHash: Uint8Array } | undefined> {
  const { accountId } = proof;
  const now = await newestBundle(read, proof);
  const current = now && (await verifyBundle(now));
  if (typeof current !== "object") return undefined;
  for (const [number, bundles] of await formerBundles(read, accountId)) {
    const newest = bundles.at(-1);
    // A person has begun anew a few times at most.
    // oxlint-disable-next-line no-await-in-loop
    const record = newest && (await readChange(newest.bytes, change));
    const facts = record instanceof Uint8Array ? readDisowningFacts(record) : "unreadable";
    if (facts === "unreadable" || facts.user !== accountId) continue;
    if (equal(facts.iskHash, iskHashOf(current.isk))) return { by: number, iskHash: facts.iskHash };
  }
  return undefined;
}

/** When somebody began anew in the person's name, whether they can take it back, and until when nobody begins anew again. */
export async function readLoss(read: Reader, { accountId }: SignedIn, now: Instant) {
  const former = await formerOf(read, accountId);
  const [newest] = former;
  const anewFrom = (await waits(read, accountId, former, now)) ?? null;
  if (!newest) return { begunAt: null, mayCancel: false, anewFrom };
  return { begunAt: newest.lost_at, mayCancel: !(await isTooLate(read, accountId, former, newest)), anewFrom };
}

type Former = Awaited<ReturnType<typeof formerOf>>;

async function waits(read: Reader, accountId: AccountId, former: Former, now: Instant): Promise<Instant | undefined> {
  return waitsUntil({ begun: former.map((one) => one.lost_at), cancelled: await cancelledAt(read, accountId) }, now);
}

/** Whether keys that came after these were let in to a room by the other member. */
function isTooLate(read: Reader, accountId: AccountId, former: Former, { number, lost_at }: Former[number]) {
  const from = former.filter((one) => one.number <= number).length;
  return isAnyLetIn(read, accountId, from, lost_at);
}

/** What opens the person's identities of before, the newest first. */
export async function readFormerKeys(
  read: Reader,
  { accountId }: SignedIn,
): Promise<ReadonlyArray<{ readonly ring: Uint8Array; readonly slots: ReadonlyArray<Uint8Array> }>> {
  const former = await formerOf(read, accountId);
  const slots = await read
    .selectFrom("former_slot")
    .select(["number", "bytes"])
    .where("account_id", "=", accountId)
    .orderBy("slot_id")
    .execute();
  return former.map(({ number, ring }) => {
    return { ring, slots: slots.filter((slot) => slot.number === number).map(({ bytes }) => bytes) };
  });
}

/** All identities of somebody, oldest first, and the changes that disown one. */
export async function readIdentities(read: Reader, proof: SharesALogWith) {
  const former = await formerBundles(read, proof.otherId);
  const disowned = await read
    .selectFrom("disowned_keys")
    .select("change")
    .where("account_id", "=", proof.otherId)
    .orderBy("disowned_at")
    .execute();
  const before = [...former.values()].map((bundles) => bundles.map(({ bytes }) => bytes));
  return { identities: [...before, await readBundles(read, proof)], disowned: disowned.map(({ change }) => change) };
}
