/** Begins rooms anew: what was sealed under keys that nobody holds goes in the transaction of the second founding. */
import { type Founding, readFounding } from "@oakroom/crypto";
import type { Database, Reader, Writer } from "../../../../server/database/database.ts";
import type { MemberOfLog } from "../../../../server/guards/log.ts";
import type { Instant } from "../../../../values/instant.ts";
import { authorOf } from "../erasing/rules.ts";
import { appendWord, bundleToVerify, dropSealed, holdLog } from "../erasing/store.ts";
import { entryKindNumber } from "../schema.ts";
import { type Founder, refuseBeginning, refuseFounding } from "./rules.ts";

/** Why nothing was stored. */
export type FoundingRefusal = "not-signed" | "not-lost" | "too-soon" | "closed";

/** Stores foundings that are the caller's to bring, and begins the room once there is one of each. The same again change nothing. */
export function putFoundings(
  db: Database,
  member: MemberOfLog,
  foundings: ReadonlyArray<Founding>,
  now: Instant,
): Promise<{ readonly begun: boolean } | FoundingRefusal> {
  return db.write(async (writer) => {
    const isOpen = await holdLog(writer, member.logId);
    const held = await readHeld(writer, member);
    const fresh = foundings.filter(({ bytes }) => !held.some((one) => Buffer.compare(one.bytes, bytes) === 0));
    if (fresh.length === 0) return { begun: held.length === 2 };
    if (!isOpen) return "closed";
    const members = await foundersOf(writer, member);
    const refused = (await refuseAny(fresh, members)) ?? refuseBeginning(members, now);
    if (refused) return refused;
    const counting = await countingOf(held, members);
    const mine = fresh.filter((one) => !counting.some((other) => authorOf(other) === authorOf(one)));
    const begun = counting.length < 2 && counting.length + mine.length === 2;
    // What is lost goes, and with it whatever was signed with keys that do not count any more.
    if (begun) await clear(writer, member, counting);
    for (const one of mine) {
      // oxlint-disable-next-line no-await-in-loop -- one number follows the other
      await appendWord(writer, member, { kind: "founding", author: authorOf(one), bytes: one.bytes }, now);
    }
    return { begun: begun || counting.length === 2 };
  }, member.logId);
}

async function refuseAny(fresh: ReadonlyArray<Founding>, members: ReadonlyArray<Founder>) {
  const refusals = await Promise.all(fresh.map((one) => refuseFounding(one, members)));
  return refusals.find((word) => word !== undefined);
}

/** Those that name the keys that count now. */
async function countingOf(held: ReadonlyArray<Founding>, members: ReadonlyArray<Founder>) {
  const refusals = await Promise.all(held.map((one) => refuseFounding(one, members)));
  return held.filter((_, at) => refusals[at] === undefined);
}

async function clear(writer: Writer, { logId }: MemberOfLog, counting: ReadonlyArray<Founding>): Promise<void> {
  await dropSealed(writer, logId, "founding");
  await writer
    .deleteFrom("log_entry")
    .where("log_id", "=", logId)
    .$if(counting.length > 0, (query) =>
      query.where(
        "bytes",
        "not in",
        counting.map(({ bytes }) => bytes),
      ),
    )
    .execute();
  await writer.updateTable("log").set({ last_epoch: 0 }).where("id", "=", logId).execute();
}

async function readHeld(read: Reader, { logId }: MemberOfLog): Promise<ReadonlyArray<Founding>> {
  const rows = await read
    .selectFrom("log_entry")
    .select("bytes")
    .where("log_id", "=", logId)
    .where("kind", "=", entryKindNumber.founding)
    .orderBy("number")
    .execute();
  return rows.map(({ bytes }) => readFounding(bytes)).filter((one) => typeof one === "object");
}

async function foundersOf(read: Reader, { members }: MemberOfLog): Promise<ReadonlyArray<Founder>> {
  return Promise.all(
    members.map(async (accountId) => {
      const lost = await read
        .selectFrom("former_keys")
        .select((row) => row.fn.max("lost_at").as("at"))
        .where("account_id", "=", accountId)
        .executeTakeFirst();
      return { accountId, bundle: await bundleToVerify(read, accountId), lostAt: lost?.at ?? undefined };
    }),
  );
}
