/** Places for new devices: at most one a person, with sealed records that the server cannot open. All of it goes with its time, and with its person. */
import type { Reader, Writer } from "../../../../../server/database/database.ts";
import type { SignedIn } from "../../../../../server/guards/signed-in.ts";
import type { AccountId } from "../../../../../values/id.ts";
import { type Instant, later } from "../../../../../values/instant.ts";
import { pairingLifeMs } from "./schema.ts";

/** A place that is open. */
export interface PairingRow {
  readonly account_id: AccountId;
  readonly mailbox: string;
  readonly request: Uint8Array | null;
  readonly answer: Uint8Array | null;
  readonly expires_at: Instant;
}

declare module "../../../../../server/database/tables.ts" {
  interface Tables {
    pairing: PairingRow;
  }
}

/** Which place, and when. */
export interface PlaceAsked {
  readonly mailbox: string;
  readonly now: Instant;
}

/** Opens a place instead of the person's last one, and forgets those whose time is over. */
export async function offerPairing(
  writer: Writer,
  { accountId }: SignedIn,
  { mailbox, now }: PlaceAsked,
): Promise<void> {
  await writer.deleteFrom("pairing").where("expires_at", "<=", now).execute();
  const fresh = { mailbox, request: null, answer: null, expires_at: later(now, pairingLifeMs) };
  await writer
    .insertInto("pairing")
    .values({ account_id: accountId, ...fresh })
    .onConflict((clash) => clash.column("account_id").doUpdateSet(fresh))
    .execute();
}

/** The place, with what lies in it. */
export function findPairing(
  read: Reader,
  { accountId }: SignedIn,
  { mailbox, now }: PlaceAsked,
): Promise<PairingRow | undefined> {
  return read
    .selectFrom("pairing")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("mailbox", "=", mailbox)
    .where("expires_at", ">", now)
    .executeTakeFirst();
}

/** Leaves a record where none is; the same again is no error. An answer is left only where something was asked. */
export async function leave(
  writer: Writer,
  person: SignedIn,
  place: PlaceAsked,
  what: "request" | "answer",
  bytes: Uint8Array,
): Promise<"left" | "used" | "gone"> {
  const { accountId } = person;
  const left = await writer
    .updateTable("pairing")
    .set({ [what]: bytes })
    .where("account_id", "=", accountId)
    .where("mailbox", "=", place.mailbox)
    .where("expires_at", ">", place.now)
    .where(what, "is", null)
    .$if(what === "answer", (query) => query.where("request", "is not", null))
    .returning("account_id")
    .executeTakeFirst();
  if (left) return "left";
  const there = await findPairing(writer, person, place);
  if (!there || (what === "answer" && !there.request)) return "gone";
  const held = there[what];
  return held && Buffer.compare(held, bytes) === 0 ? "left" : "used";
}

/** Takes the answer away with its place; of many at once exactly one gets it. "waiting" while there is none. */
export async function takeAnswer(
  writer: Writer,
  person: SignedIn,
  place: PlaceAsked,
): Promise<Uint8Array | "waiting" | "gone"> {
  const taken = await writer
    .deleteFrom("pairing")
    .where("account_id", "=", person.accountId)
    .where("mailbox", "=", place.mailbox)
    .where("expires_at", ">", place.now)
    .where("answer", "is not", null)
    .returning("answer")
    .executeTakeFirst();
  if (taken?.answer) return taken.answer;
  return (await findPairing(writer, person, place)) ? "waiting" : "gone";
}

/** Closes a place. */
export async function endPairing(writer: Writer, { accountId }: SignedIn, mailbox: string): Promise<void> {
  await writer.deleteFrom("pairing").where("account_id", "=", accountId).where("mailbox", "=", mailbox).execute();
}
