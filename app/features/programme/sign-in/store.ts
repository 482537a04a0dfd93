/** Sign-in in the database: links and codes on their way, and who is signed in where. Tokens are stored as hashes alone. */
import * as z from "zod/mini";
import { hashToken, type Chance } from "../../../server/chance.ts";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { AccountRow } from "../../../server/guards/tables.ts";
import type { SignedIn } from "../../../server/guards/signed-in.ts";
import { AccountId, SignInId, SignInRequestId } from "../../../values/id.ts";
import { type Instant, later } from "../../../values/instant.ts";
import { Roles } from "../../../values/role.ts";
import { addressKey } from "../../../values/text.ts";
import type { Me } from "./schema.ts";
import { keepUsedMs, prolonged, requestLifeMs, signInLifeMs, wrongCodesForOneMail } from "./rules.ts";

/** A link and a code on their way by mail. */
export interface SignInRequestRow {
  readonly id: SignInRequestId;
  /** `addressKey` of the address; whether it belongs to somebody is looked up when the mail is sent, never before. */
  readonly email_key: string;
  readonly link_hash: string;
  readonly code_hash: string;
  readonly binding_hash: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly wrong_tries: number;
  readonly used_at: Instant | null;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    sign_in_request: SignInRequestRow;
  }
}

/** What a mail carries and what the browser that asked keeps. Nothing of it is stored as it is. */
export interface SignInRequest {
  readonly id: SignInRequestId;
  readonly token: string;
  readonly code: string;
  readonly binding: string;
}

/** Draws a new link, code and binding. */
export function drawRequest(chance: Chance): SignInRequest {
  return {
    id: SignInRequestId.parse(chance.id()),
    token: chance.token(),
    code: chance.code(),
    binding: chance.token(),
  };
}

const linkHash = (token: string) => hashToken("sign-in-link", token);
const bindingHash = (binding: string) => hashToken("sign-in-binding", binding);
// Six digits alone could be found from their hash at once; with the binding, which only the browser holds, they cannot.
const codeHash = (binding: string, code: string) => hashToken("sign-in-code", `${binding}\0${code}`);

/** Keeps a request. Does the same for every address, and does not look whose it is. */
export async function keepRequest(
  writer: Writer,
  request: SignInRequest,
  emailKey: string,
  now: Instant,
): Promise<void> {
  await writer
    .insertInto("sign_in_request")
    .values({
      id: request.id,
      email_key: emailKey,
      link_hash: linkHash(request.token),
      code_hash: codeHash(request.binding, request.code),
      binding_hash: bindingHash(request.binding),
      created_at: now,
      expires_at: later(now, requestLifeMs),
      wrong_tries: 0,
      used_at: null,
    })
    .execute();
}

/** Uses a link up; its address, or why not. Of many at once exactly one gets the address. */
export async function useLink(
  writer: Writer,
  token: string,
  now: Instant,
): Promise<{ readonly emailKey: string } | "used" | "expired"> {
  const used = await writer
    .updateTable("sign_in_request")
    .set({ used_at: now })
    .where("link_hash", "=", linkHash(token))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("email_key")
    .executeTakeFirst();
  if (used) return { emailKey: used.email_key };
  const row = await writer
    .selectFrom("sign_in_request")
    .select("used_at")
    .where("link_hash", "=", linkHash(token))
    .executeTakeFirst();
  return row?.used_at == null ? "expired" : "used";
}

/** The address for which this browser asked, while its mail can still be used. */
export async function findAsked(
  writer: Writer,
  binding: string,
  now: Instant,
): Promise<{ readonly id: SignInRequestId; readonly emailKey: string } | undefined> {
  const row = await writer
    .selectFrom("sign_in_request")
    .select(["id", "email_key"])
    .where("binding_hash", "=", bindingHash(binding))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row && { id: row.id, emailKey: row.email_key };
}

/** Uses a code up. Of many at once exactly one succeeds. "no-tries-left" once the mail has seen its ten wrong codes. */
export async function useCode(
  writer: Writer,
  asked: { readonly id: SignInRequestId; readonly binding: string; readonly code: string },
  now: Instant,
): Promise<"right" | "wrong" | "no-tries-left"> {
  const used = await writer
    .updateTable("sign_in_request")
    .set({ used_at: now })
    .where("id", "=", asked.id)
    .where("code_hash", "=", codeHash(asked.binding, asked.code))
    .where("wrong_tries", "<", wrongCodesForOneMail)
    .where("used_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (used) return "right";
  const row = await writer
    .updateTable("sign_in_request")
    .set((row) => ({ wrong_tries: row("wrong_tries", "+", 1) }))
    .where("id", "=", asked.id)
    .where("wrong_tries", "<", wrongCodesForOneMail)
    .returning("wrong_tries")
    .executeTakeFirst();
  return row ? "wrong" : "no-tries-left";
}

/** Whether a mail still makes sense: the request is neither used nor expired, and its address belongs to somebody. */
export async function findAddressee(
  read: Reader,
  requestId: SignInRequestId,
  now: Instant,
): Promise<Pick<AccountRow, "email" | "name"> | undefined> {
  return read
    .selectFrom("sign_in_request")
    .innerJoin("account", "account.email_key", "sign_in_request.email_key")
    .select(["account.email", "account.name"])
    .where("sign_in_request.id", "=", requestId)
    .where("sign_in_request.used_at", "is", null)
    .where("sign_in_request.expires_at", ">", now)
    .executeTakeFirst();
}

/** The account with this address, if there is one. */
export async function findAccount(read: Reader, emailKey: string): Promise<AccountId | undefined> {
  const row = await read.selectFrom("account").select("id").where("email_key", "=", emailKey).executeTakeFirst();
  return row?.id;
}

/** The account with this address; makes one where there is none. The name of an account that exists stays as it is. */
export async function accountFor(
  writer: Writer,
  chance: Chance,
  now: Instant,
  person: { readonly name: string; readonly email: string },
): Promise<AccountId> {
  const emailKey = addressKey(person.email);
  await writer
    .insertInto("account")
    .values({
      id: AccountId.parse(chance.id()),
      email: person.email,
      email_key: emailKey,
      name: person.name,
      created_at: now,
    })
    .onConflict((clash) => clash.column("email_key").doNothing())
    .execute();
  const row = await writer
    .selectFrom("account")
    .select("id")
    .where("email_key", "=", emailKey)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Whose browser it becomes; `instead` is the token with which it was signed in before, which ends. */
export interface NewSignIn {
  readonly accountId: AccountId;
  readonly instead?: string | undefined;
}

/**
 * Signs somebody in and ends what is still on its way to their address.
 * The answer is the token for `giveSignIn`; it exists nowhere else. Call it in the transaction that used up the proof.
 */
export async function startSignIn(
  writer: Writer,
  chance: Chance,
  now: Instant,
  { accountId, instead }: NewSignIn,
): Promise<string> {
  const token = chance.token();
  if (instead !== undefined)
    await writer
      .updateTable("sign_in")
      .set({ revoked_at: now })
      .where("token_hash", "=", hashToken("sign-in", instead))
      .where("revoked_at", "is", null)
      .execute();
  await writer
    .updateTable("sign_in_request")
    .set({ used_at: now })
    .where("email_key", "in", (query) => query.selectFrom("account").select("email_key").where("id", "=", accountId))
    .where("used_at", "is", null)
    .execute();
  await writer
    .insertInto("sign_in")
    .values({
      id: SignInId.parse(chance.id()),
      account_id: accountId,
      token_hash: hashToken("sign-in", token),
      created_at: now,
      expires_at: later(now, signInLifeMs),
      revoked_at: null,
    })
    .execute();
  return token;
}

/** Ends one sign-in record. */
export async function endSignIn(writer: Writer, signInId: SignInId, now: Instant): Promise<void> {
  await writer
    .updateTable("sign_in")
    .set({ revoked_at: now })
    .where("id", "=", signInId)
    .where("revoked_at", "is", null)
    .execute();
}

/** Ends every sign-in record of a person, and whatever is on its way to them. */
export async function endEverySignIn(writer: Writer, accountId: AccountId, now: Instant): Promise<void> {
  await writer
    .updateTable("sign_in")
    .set({ revoked_at: now })
    .where("account_id", "=", accountId)
    .where("revoked_at", "is", null)
    .execute();
  await writer
    .updateTable("sign_in_request")
    .set({ used_at: now })
    .where("email_key", "in", (query) => query.selectFrom("account").select("email_key").where("id", "=", accountId))
    .where("used_at", "is", null)
    .execute();
}

/** Lets a record that is in use live on; the instant until which its cookie may live, where it changed. */
export async function prolongSignIn(writer: Writer, signInId: SignInId, now: Instant): Promise<Instant | undefined> {
  const row = await writer
    .selectFrom("sign_in")
    .select(["created_at", "expires_at"])
    .where("id", "=", signInId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  const until = row && prolonged({ createdAt: row.created_at, expiresAt: row.expires_at }, now);
  if (until !== undefined)
    await writer.updateTable("sign_in").set({ expires_at: until }).where("id", "=", signInId).execute();
  return until;
}

/** True where the record would live longer if it were prolonged now; asked before a transaction is opened for it. */
export async function mayProlong(read: Reader, signInId: SignInId, now: Instant): Promise<boolean> {
  const row = await read
    .selectFrom("sign_in")
    .select(["created_at", "expires_at"])
    .where("id", "=", signInId)
    .executeTakeFirst();
  return row !== undefined && prolonged({ createdAt: row.created_at, expiresAt: row.expires_at }, now) !== undefined;
}

/** Forgets links, codes and sign-in records that nobody can use any more. */
export async function forgetOld(writer: Writer, now: Instant): Promise<void> {
  await writer.deleteFrom("sign_in_request").where("expires_at", "<=", later(now, -keepUsedMs)).execute();
  await writer.deleteFrom("sign_in").where("expires_at", "<=", later(now, -signInLifeMs)).execute();
}

/** Who somebody is and where they belong. */
export async function readMe(read: Reader, { accountId }: SignedIn): Promise<Me> {
  const account = await read
    .selectFrom("account")
    .select(["name", "email"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const participations = await read
    .selectFrom("participant")
    .innerJoin("programme", "programme.id", "participant.programme_id")
    .select([
      "participant.programme_id",
      "programme.name as programme_name",
      "participant.id",
      "participant.roles",
      "participant.state",
    ])
    .where("participant.account_id", "=", accountId)
    .orderBy("programme.created_at")
    .execute();
  const manages = await read
    .selectFrom("programme_manager")
    .innerJoin("programme", "programme.id", "programme_manager.programme_id")
    .select(["programme.id", "programme.name"])
    .where("programme_manager.account_id", "=", accountId)
    .orderBy("programme.created_at")
    .execute();
  return {
    accountId,
    ...account,
    hasKeys: false,
    participations: participations.map((row) => ({
      programmeId: row.programme_id,
      programmeName: row.programme_name,
      participantId: row.id,
      roles: z.parse(Roles, JSON.parse(row.roles)),
      state: row.state === "added" ? "invited" : row.state,
    })),
    manages: manages.map((row) => ({ programmeId: row.id, programmeName: row.name })),
  };
}
