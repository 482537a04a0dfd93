/** Links and codes on their way by mail. Tokens are stored as hashes alone. */
import { hashToken, type Chance } from "../../../../server/chance.ts";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { AccountRow } from "../../../../server/guards/tables.ts";
import { type AccountId, SignInRequestId } from "../../../../values/id.ts";
import { type Instant, later } from "../../../../values/instant.ts";
import { addressKey } from "../../../../values/text.ts";
import { accountOfAddress, addressesOf, addressKeysOf } from "../../addresses/store.ts";
import { keepUsedMs, requestLifeMs, wrongCodesForOneMail } from "../rules.ts";

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

declare module "../../../../server/database/tables.ts" {
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
  return row === undefined || row.used_at === null ? "expired" : "used";
}

/** The address for which this browser asked, while its mail can still be used. */
export async function findAsked(
  read: Reader,
  binding: string,
  now: Instant,
): Promise<{ readonly id: SignInRequestId; readonly emailKey: string } | undefined> {
  const row = await read
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
    .set((column) => ({ wrong_tries: column("wrong_tries", "+", 1) }))
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
  const asked = await read
    .selectFrom("sign_in_request")
    .select("email_key")
    .where("id", "=", requestId)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  const accountId = asked && (await accountOfAddress(read, asked.email_key));
  const addresses = accountId ? await addressesOf(read, accountId) : [];
  return addresses.find(({ email }) => addressKey(email) === asked?.email_key);
}

/** Ends whatever is on its way to an address. */
export async function endRequestsTo(writer: Writer, emailKey: string, now: Instant): Promise<void> {
  await writer
    .updateTable("sign_in_request")
    .set({ used_at: now })
    .where("email_key", "=", emailKey)
    .where("used_at", "is", null)
    .execute();
}

/** Ends whatever is on its way to a person: they are in, or want nobody in. */
export async function endRequestsOf(writer: Writer, accountId: AccountId, now: Instant): Promise<void> {
  await writer
    .updateTable("sign_in_request")
    .set({ used_at: now })
    .where("email_key", "in", await addressKeysOf(writer, accountId))
    .where("used_at", "is", null)
    .execute();
}

/** Forgets links and codes that nobody can use any more. */
export async function forgetOldRequests(writer: Writer, now: Instant): Promise<void> {
  await writer.deleteFrom("sign_in_request").where("expires_at", "<=", later(now, -keepUsedMs)).execute();
}
