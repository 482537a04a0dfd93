/** People on this server and where they are signed in. Tokens are stored as hashes alone. */
import * as z from "zod/mini";
import { hashToken, type Chance } from "../../../server/chance.ts";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { SignedIn } from "../../../server/guards/signed-in.ts";
import { AccountId, SignInId } from "../../../values/id.ts";
import { type Instant, later } from "../../../values/instant.ts";
import { Roles } from "../../../values/role.ts";
import { addressKey } from "../../../values/text.ts";
import { contactsFor } from "../contacts/offered/store.ts";
import { countNewFor } from "../asks/store.ts";
import { contactPlaces } from "../contacts/store.ts";
import { countWaiting } from "../disclosures/store.ts";
import { accountOfAddress } from "../addresses/store.ts";
import { endRequestsOf } from "./requests/store.ts";
import { prolonged, signInLifeMs } from "./rules.ts";
import type { Me } from "./schema.ts";

/** The account with this address; makes one where there is none. The name of an account that exists stays as it is. */
export async function accountFor(
  writer: Writer,
  chance: Chance,
  now: Instant,
  person: { readonly name: string; readonly email: string },
): Promise<AccountId> {
  const emailKey = addressKey(person.email);
  const known = await accountOfAddress(writer, emailKey);
  if (known) return known;
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
  await endRequestsOf(writer, accountId, now);
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
  await endRequestsOf(writer, accountId, now);
}

/** Ends every sign-in record of a person but one, and whatever is on its way to them. */
export async function endOtherSignIns(
  writer: Writer,
  { accountId, signInId }: Pick<SignedIn, "accountId" | "signInId">,
  now: Instant,
): Promise<void> {
  await writer
    .updateTable("sign_in")
    .set({ revoked_at: now })
    .where("account_id", "=", accountId)
    .where("id", "!=", signInId)
    .where("revoked_at", "is", null)
    .execute();
  await endRequestsOf(writer, accountId, now);
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

/** Forgets sign-in records that ended a while ago. */
export async function forgetOldSignIns(writer: Writer, now: Instant): Promise<void> {
  await writer.deleteFrom("sign_in").where("expires_at", "<=", later(now, -signInLifeMs)).execute();
}

/** Who manages the programmes that somebody belongs to. */
function managersFor(read: Reader, accountId: AccountId) {
  return read
    .selectFrom("programme_manager")
    .innerJoin("account", "account.id", "programme_manager.account_id")
    .innerJoin("participant", "participant.programme_id", "programme_manager.programme_id")
    .select(["programme_manager.programme_id", "account.name", "account.email"])
    .where("participant.account_id", "=", accountId)
    .orderBy("programme_manager.created_at")
    .execute();
}

/** The programmes that somebody belongs to. */
function placesOf(read: Reader, accountId: AccountId) {
  return read
    .selectFrom("participant")
    .innerJoin("programme", "programme.id", "participant.programme_id")
    .select([
      "participant.programme_id",
      "programme.name as programme_name",
      "programme.finishes_at",
      "participant.id",
      "participant.roles",
      "participant.state",
    ])
    .where("participant.account_id", "=", accountId)
    .orderBy("programme.created_at")
    .execute();
}

const finishOf = ({ finishes_at: at }: { readonly finishes_at: Instant | null }) =>
  at === null ? {} : { finishesAt: at };

/** The programmes that somebody manages, with what waits there. */
async function managedBy(read: Reader, accountId: AccountId): Promise<Me["manages"]> {
  const rows = await read
    .selectFrom("programme_manager")
    .innerJoin("programme", "programme.id", "programme_manager.programme_id")
    .select(["programme.id", "programme.name", "programme.finishes_at"])
    .where("programme_manager.account_id", "=", accountId)
    .orderBy("programme.created_at")
    .execute();
  const newAsks = rows.length > 0 ? await countNewFor(read, accountId) : undefined;
  return rows.map((row) => ({
    programmeId: row.id,
    programmeName: row.name,
    ...finishOf(row),
    newAsks: newAsks?.get(row.id),
  }));
}

/** The programmes that asked somebody to be a contact, with what waits there. */
async function contactFor(read: Reader, accountId: AccountId, hasKeys: boolean) {
  const places = await contactPlaces(read, accountId, hasKeys);
  const waiting = places.length > 0 ? await countWaiting(read, accountId) : undefined;
  return places.map((place) => ({ ...place, waiting: waiting?.get(place.programmeId) }));
}

/** Who somebody is and where they belong. */
export async function readMe(read: Reader, { accountId }: SignedIn): Promise<Me> {
  const account = await read
    .selectFrom("account")
    .select(["name", "email"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const participations = await placesOf(read, accountId);
  const managers = await managersFor(read, accountId);
  const keys = await read
    .selectFrom("key_holder")
    .select("account_id")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  const contactIn = await contactFor(read, accountId, keys !== undefined);
  const contacts = await Promise.all(participations.map((row) => contactsFor(read, row.programme_id, accountId)));
  return {
    accountId,
    ...account,
    hasKeys: keys !== undefined,
    ...(contactIn.length > 0 && { contactIn }),
    participations: participations.map((row, at) => ({
      programmeId: row.programme_id,
      programmeName: row.programme_name,
      participantId: row.id,
      roles: z.parse(Roles, JSON.parse(row.roles)),
      state: row.state === "added" ? "invited" : row.state,
      managers: managers
        .filter(({ programme_id }) => programme_id === row.programme_id)
        .map(({ name, email }) => ({ name, email })),
      contacts: (contacts[at] ?? []).map(({ name, email, state, fingerprint }) => ({
        name,
        email,
        ...(state === "ready" && { fingerprint }),
      })),
      ...finishOf(row),
    })),
    manages: await managedBy(read, accountId),
  };
}
