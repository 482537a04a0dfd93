/**
 * All SQL of co-managers. Whoever is erased: their rows of `programme_manager`, and by `email_key` what invited them.
 */
import { type Chance, hashToken } from "../../../server/chance.ts";
import type { Database, Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { AccountId, ManagerInvitationId, ProgrammeId } from "../../../values/id.ts";
import { type Instant, later } from "../../../values/instant.ts";
import { addressKey } from "../../../values/text.ts";
import { noteChange } from "../changes/store.ts";
import { lockPeople } from "../people/store.ts";
import { addManager } from "../programmes/store.ts";
import { accountFor } from "../sign-in/store.ts";
import { managerInvitationLifeMs, refuseRemoval, type RemovalRefusal } from "./rules.ts";
import type { ManagersList } from "./schema.ts";

/** An invitation to manage a programme. */
export interface ManagerInvitationRow {
  readonly programme_id: ProgrammeId;
  readonly id: ManagerInvitationId;
  readonly name: string;
  readonly email: string;
  /** `addressKey` of the address. */
  readonly email_key: string;
  readonly token_hash: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly used_at: Instant | null;
  /** When it was withdrawn, or a newer one took its place. */
  readonly withdrawn_at: Instant | null;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    manager_invitation: ManagerInvitationRow;
  }
}

/** Who manages a programme, whoever came first at the top, and whose invitation is open. */
export async function listManagers(read: Reader, { programmeId }: ManagerOf, now: Instant): Promise<ManagersList> {
  const programme = await read
    .selectFrom("programme")
    .select("name")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  const managers = await read
    .selectFrom("programme_manager")
    .innerJoin("account", "account.id", "programme_manager.account_id")
    .select(["account.id", "account.name", "account.email", "programme_manager.created_at"])
    .where("programme_manager.programme_id", "=", programmeId)
    .orderBy("programme_manager.created_at")
    .orderBy("account.name")
    .execute();
  const invited = await open(read, now)
    .select(["id", "name", "email", "expires_at"])
    .where("programme_id", "=", programmeId)
    .orderBy("created_at")
    .execute();
  return {
    programmeName: programme.name,
    managers: managers.map(({ id, name, email, created_at }) => ({ accountId: id, name, email, since: created_at })),
    invited: invited.map(({ id, name, email, expires_at }) => ({
      invitationId: id,
      name,
      email,
      expiresAt: expires_at,
    })),
  };
}

function open(read: Reader, now: Instant) {
  return read
    .selectFrom("manager_invitation")
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now);
}

/** Whom to invite, with the token that goes by mail and is kept as a hash alone. */
export interface NewManager {
  readonly invitationId: ManagerInvitationId;
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

/** Keeps an invitation and ends an older one to the same address; "as-it-was" for a repeat. */
export async function inviteManager(
  writer: Writer,
  chance: Chance,
  now: Instant,
  proof: ManagerOf,
  { invitationId, name, email, token }: NewManager,
): Promise<"invited" | "as-it-was" | "manages-already"> {
  const { programmeId } = proof;
  const email_key = addressKey(email);
  const manages = await writer
    .selectFrom("programme_manager")
    .innerJoin("account", "account.id", "programme_manager.account_id")
    .select("account.id")
    .where("programme_manager.programme_id", "=", programmeId)
    .where("account.email_key", "=", email_key)
    .executeTakeFirst();
  if (manages) return "manages-already";
  const row: ManagerInvitationRow = {
    programme_id: programmeId,
    id: invitationId,
    name,
    email,
    email_key,
    token_hash: hashToken("manager-invitation", token),
    created_at: now,
    expires_at: later(now, managerInvitationLifeMs),
    used_at: null,
    withdrawn_at: null,
  };
  const kept = await writer
    .insertInto("manager_invitation")
    .values(row)
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!kept) return "as-it-was";
  await writer
    .updateTable("manager_invitation")
    .set({ withdrawn_at: now })
    .where("programme_id", "=", programmeId)
    .where("email_key", "=", email_key)
    .where("id", "!=", invitationId)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute();
  await noteChange(writer, chance, now, proof, { act: "manager-invited" });
  return "invited";
}

/** Ends an open invitation; false where there is none. */
export async function withdrawInvitation(
  writer: Writer,
  chance: Chance,
  now: Instant,
  proof: ManagerOf,
  invitationId: ManagerInvitationId,
): Promise<boolean> {
  const withdrawn = await writer
    .updateTable("manager_invitation")
    .set({ withdrawn_at: now })
    .where("programme_id", "=", proof.programmeId)
    .where("id", "=", invitationId)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (withdrawn) await noteChange(writer, chance, now, proof, { act: "manager-invitation-withdrawn" });
  return withdrawn !== undefined;
}

/** Takes a manager out; their next request finds them gone. One at a time, so that of two who take each other out one stays. */
export async function removeManager(
  writer: Writer,
  engine: Database["engine"],
  chance: Chance,
  now: Instant,
  proof: ManagerOf,
  accountId: AccountId,
): Promise<RemovalRefusal | undefined> {
  const { programmeId } = proof;
  await lockPeople(writer, engine, programmeId);
  const managers = await writer
    .selectFrom("programme_manager")
    .select("account_id")
    .where("programme_id", "=", programmeId)
    .execute();
  const ids = managers.map((row) => row.account_id);
  // Who was taken out a moment ago, and asked before that, changes nothing any more.
  const refused = ids.includes(proof.accountId) ? refuseRemoval(accountId, ids) : "no-manager";
  if (refused) return refused;
  await writer
    .deleteFrom("programme_manager")
    .where("programme_id", "=", programmeId)
    .where("account_id", "=", accountId)
    .execute();
  const act = accountId === proof.accountId ? "manager-left" : "manager-removed";
  await noteChange(writer, chance, now, proof, { act, coManager: accountId });
  return undefined;
}

/** What the mail and the page of an invitation say; `undefined` once it cannot be used. */
export async function findInvitation(
  read: Reader,
  which: { readonly token: string } | { readonly invitationId: ManagerInvitationId },
  now: Instant,
) {
  const all = open(read, now)
    .innerJoin("programme", "programme.id", "manager_invitation.programme_id")
    .innerJoin("organisation", "organisation.id", "programme.organisation_id")
    .select(["manager_invitation.name", "manager_invitation.email", "manager_invitation.expires_at as expiresAt"])
    .select(["programme.name as programmeName", "organisation.name as organisationName"]);
  return "token" in which
    ? all.where("manager_invitation.token_hash", "=", hashToken("manager-invitation", which.token)).executeTakeFirst()
    : all.where("manager_invitation.id", "=", which.invitationId).executeTakeFirst();
}

/** Uses an invitation up and makes its addressee a manager; of many at once exactly one is let in. */
export async function acceptManaging(
  writer: Writer,
  chance: Chance,
  now: Instant,
  token: string,
): Promise<{ readonly programmeId: ProgrammeId; readonly accountId: AccountId } | undefined> {
  const used = await writer
    .updateTable("manager_invitation")
    .set({ used_at: now })
    .where("token_hash", "=", hashToken("manager-invitation", token))
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now)
    .returning(["programme_id", "name", "email"])
    .executeTakeFirst();
  if (!used) return undefined;
  const programmeId = used.programme_id;
  const accountId = await accountFor(writer, chance, now, used);
  await addManager(writer, now, programmeId, accountId);
  await noteChange(writer, chance, now, { programmeId, accountId }, { act: "manager-joined", coManager: accountId });
  return { programmeId, accountId };
}

/** Makes somebody a manager by the operator's word, where nobody else can. */
export async function appointManager(
  writer: Writer,
  chance: Chance,
  now: Instant,
  programmeId: ProgrammeId,
  person: { readonly name: string; readonly email: string },
): Promise<void> {
  const accountId = await accountFor(writer, chance, now, person);
  await addManager(writer, now, programmeId, accountId);
  await noteChange(writer, chance, now, { programmeId }, { act: "manager-appointed", coManager: accountId });
}
