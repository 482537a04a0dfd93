/** Whether somebody's newer keys were let in to a room of theirs, by the signed words that lie in it. */
import { readFounding, readReadmit, verifyBundle } from "@oakroom/crypto";
import type { Engine, Reader, Writer } from "../../../../../../server/database/database.ts";
import type { MemberOfLog } from "../../../../../../server/guards/log.ts";
import type { AccountId } from "../../../../../../values/id.ts";
import type { Instant } from "../../../../../../values/instant.ts";
import { entryKindNumber } from "../../../schema.ts";
import { holdAccount, newestBundle } from "../../store.ts";
import { type Identity, isLetIn, lettingOf, lettingsBy, refuseReadmit } from "./rules.ts";

/**
 * Why a readmit is not taken. It ends the way back of the other's old keys: a sign-in alone must not, nor must one that lets in keys which
 * were taken back. Whoever would take them back at the same moment waits.
 */
export async function refuseLetting(
  writer: Writer,
  engine: Engine,
  { accountId, members }: Pick<MemberOfLog, "accountId" | "members">,
  record: Uint8Array,
): Promise<"not-signed" | "other-keys" | undefined> {
  const back = members.find((member) => member !== accountId);
  if (back) await holdAccount(writer, engine, back);
  const theirs = back && (await newestBundle(writer, { accountId: back }));
  return refuseReadmit(record, await newestBundle(writer, { accountId }), theirs);
}

/** Since when an identity is there, with its newest bundle. */
interface Held {
  readonly since: Instant;
  readonly bytes: Uint8Array;
}

/** Somebody's identities, oldest first. */
async function identitiesOf(read: Reader, accountId: AccountId): Promise<ReadonlyArray<Held>> {
  const former = await read
    .selectFrom("former_keys")
    .innerJoin("former_bundle", (join) =>
      join
        .onRef("former_bundle.account_id", "=", "former_keys.account_id")
        .onRef("former_bundle.number", "=", "former_keys.number")
        .onRef("former_bundle.version", "=", "former_keys.bundle_version"),
    )
    .select(["former_keys.enrolled_at as since", "former_bundle.bytes"])
    .where("former_keys.account_id", "=", accountId)
    .orderBy("former_keys.number")
    .execute();
  const now = await read
    .selectFrom("key_holder")
    .innerJoin("key_bundle", (join) =>
      join
        .onRef("key_bundle.account_id", "=", "key_holder.account_id")
        .onRef("key_bundle.version", "=", "key_holder.bundle_version"),
    )
    .select(["key_holder.enrolled_at as since", "key_bundle.bytes"])
    .where("key_holder.account_id", "=", accountId)
    .execute();
  return [...former, ...now];
}

async function asOf(held: ReadonlyArray<Held>, opened: Instant): Promise<ReadonlyArray<Identity>> {
  const read = await Promise.all(
    held.map(async ({ since, bytes }, at) => ({
      bundle: await verifyBundle(bytes),
      isFirst: at === 0 || since < opened,
    })),
  );
  return read.flatMap(({ bundle, isFirst }) => (typeof bundle === "object" ? { bundle, isFirst } : []));
}

/** A room of somebody's that holds such words. */
interface Told {
  readonly other: AccountId;
  readonly opened: Instant;
  readonly words: ReadonlyArray<Uint8Array>;
}

/** Rooms that were opened later say nothing: whoever began anew can have opened one. */
async function roomsThatTell(read: Reader, accountId: AccountId, until: Instant): Promise<ReadonlyArray<Told>> {
  const rows = await read
    .selectFrom("log_member as mine")
    .innerJoin("log", "log.id", "mine.log_id")
    .innerJoin("log_member as theirs", "theirs.log_id", "mine.log_id")
    .innerJoin("log_entry", "log_entry.log_id", "mine.log_id")
    .select(["log.id", "log.opened_at", "theirs.account_id", "log_entry.bytes"])
    .where("mine.account_id", "=", accountId)
    .where("theirs.account_id", "!=", accountId)
    .where("log.kind", "=", "room")
    .where("log.opened_at", "<=", until)
    .where("log_entry.kind", "in", [entryKindNumber.readmit, entryKindNumber.founding])
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((all) => {
    const [first] = all;
    return first ? { other: first.account_id, opened: first.opened_at, words: all.map(({ bytes }) => bytes) } : [];
  });
}

/** Whether any of somebody's identities from this one on, the oldest being 0, was let in since the one before it was lost. */
export async function isAnyLetIn(read: Reader, accountId: AccountId, from: number, lost: Instant): Promise<boolean> {
  const rooms = await roomsThatTell(read, accountId, lost);
  const found = await Promise.all(
    rooms.map(async ({ other, opened, words }) => {
      const two = [
        await asOf(await identitiesOf(read, accountId), opened),
        await asOf(await identitiesOf(read, other), opened),
      ] as const;
      const readmits = words.map((bytes) => readReadmit(bytes)).filter((one) => typeof one === "object");
      const foundings = words.map((bytes) => readFounding(bytes)).filter((one) => typeof one === "object");
      const lettings = await Promise.all([...readmits.map((one) => lettingOf(one, two)), lettingsBy(foundings, two)]);
      return isLetIn(two, lettings.flat(), from);
    }),
  );
  return found.includes(true);
}
