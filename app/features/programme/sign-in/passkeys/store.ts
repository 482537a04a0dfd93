/** Passkeys and the challenges that they answer. A challenge is stored as a hash alone, and goes when it is answered. */
import { hashToken } from "../../../../server/chance.ts";
import type { Engine, Reader, Writer } from "../../../../server/database/database.ts";
import type { SignedIn } from "../../../../server/guards/signed-in.ts";
import type { AccountId, PasskeyId } from "../../../../values/id.ts";
import { type Instant, later } from "../../../../values/instant.ts";
import { challengeLifeMs } from "./rules.ts";
import { mostPasskeys, type Passkey } from "./schema.ts";

/** A passkey that may sign its owner in. */
export interface PasskeyRow {
  readonly account_id: AccountId;
  readonly id: PasskeyId;
  /** The credential's id, base64url. */
  readonly credential: string;
  /** The credential's public key as its authenticator gave it (COSE). */
  readonly public_key: Uint8Array;
  /** How often it was used, as far as its authenticator counts; 0 where it does not. */
  readonly counter: number;
  readonly created_at: Instant;
}

/** A challenge that waits for its answer. */
export interface PasskeyChallengeRow {
  readonly challenge_hash: string;
  /** Who adds a passkey by it; empty where somebody signs in. */
  readonly account_id: AccountId | null;
  readonly expires_at: Instant;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    passkey: PasskeyRow;
    passkey_challenge: PasskeyChallengeRow;
  }
}

const hashOf = (challenge: string) => hashToken("passkey-challenge", challenge);

/** Keeps a challenge for a few minutes, and forgets those whose time is over. */
export async function keepChallenge(
  writer: Writer,
  challenge: string,
  accountId: AccountId | null,
  now: Instant,
): Promise<void> {
  await writer.deleteFrom("passkey_challenge").where("expires_at", "<=", now).execute();
  await writer
    .insertInto("passkey_challenge")
    .values({ challenge_hash: hashOf(challenge), account_id: accountId, expires_at: later(now, challengeLifeMs) })
    .execute();
}

/** Uses a challenge up; of many at once exactly one does. False where there is none, or it was somebody else's. */
export async function useChallenge(
  writer: Writer,
  challenge: string,
  accountId: AccountId | null,
  now: Instant,
): Promise<boolean> {
  const used = await writer
    .deleteFrom("passkey_challenge")
    .where("challenge_hash", "=", hashOf(challenge))
    .where("expires_at", ">", now)
    .where("account_id", accountId === null ? "is" : "=", accountId)
    .returning("challenge_hash")
    .executeTakeFirst();
  return used !== undefined;
}

/** The passkey of a credential. */
export async function findPasskey(read: Reader, credential: string): Promise<PasskeyRow | undefined> {
  return read.selectFrom("passkey").selectAll().where("credential", "=", credential).executeTakeFirst();
}

/** The person's passkeys, oldest first. */
export async function listPasskeys(read: Reader, { accountId }: SignedIn): Promise<ReadonlyArray<Passkey>> {
  const rows = await read
    .selectFrom("passkey")
    .select(["id", "credential", "created_at as createdAt"])
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows;
}

/**
 * Notes that a passkey was used. False where it is gone by now, or where its authenticator's count does not rise: then
 * somebody may hold a copy of it.
 */
export async function notePasskeyUse(
  writer: Writer,
  { account_id, id }: Pick<PasskeyRow, "account_id" | "id">,
  counter: number,
): Promise<boolean> {
  const noted = await writer
    .updateTable("passkey")
    .set({ counter })
    .where("account_id", "=", account_id)
    .where("id", "=", id)
    .where((row) => (counter === 0 ? row("counter", "=", 0) : row("counter", "<", counter)))
    .returning("id")
    .executeTakeFirst();
  return noted !== undefined;
}

/** Stores a passkey. "taken": its credential or its id is another's. The same one again is no error. */
export async function insertPasskey(
  writer: Writer,
  engine: Engine,
  row: PasskeyRow,
): Promise<"stored" | "taken" | "too-many"> {
  // Two that are added at once wait for each other here.
  await writer
    .selectFrom("account")
    .select("id")
    .where("id", "=", row.account_id)
    .$if(engine === "postgres", (query) => query.forUpdate())
    .execute();
  const held = await writer
    .selectFrom("passkey")
    .select(["id", "credential"])
    .where("account_id", "=", row.account_id)
    .execute();
  if (held.some(({ id, credential }) => id === row.id && credential === row.credential)) return "stored";
  if (held.length >= mostPasskeys) return "too-many";
  const stored = await writer
    .insertInto("passkey")
    .values(row)
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return stored ? "stored" : "taken";
}

/** Removes a passkey; one that is not there is removed already. */
export async function deletePasskey(writer: Writer, { accountId }: SignedIn, id: PasskeyId): Promise<void> {
  await writer.deleteFrom("passkey").where("account_id", "=", accountId).where("id", "=", id).execute();
}

/** Removes the passkeys that somebody added in the person's name since then. */
export async function dropPasskeysSince(writer: Writer, accountId: AccountId, since: Instant): Promise<void> {
  await writer.deleteFrom("passkey").where("account_id", "=", accountId).where("created_at", ">=", since).execute();
}
