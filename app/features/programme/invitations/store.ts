/** Invitations in the database: only the hash of a link's token is kept. */
import { sql } from "kysely";
import * as z from "zod/mini";
import { hashToken, type Chance } from "../../../server/chance.ts";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf, OperatorOf } from "../../../server/guards/manager.ts";
import type { ManagerOfParticipant } from "../../../server/guards/participant.ts";
import { type AccountId, InvitationId, type ParticipantId, type ProgrammeId } from "../../../values/id.ts";
import { type Instant, later } from "../../../values/instant.ts";
import { Roles } from "../../../values/role.ts";
import { stillRuns } from "../finish/store.ts";
import { managersOf } from "./managers/store.ts";
import { invitationBatch, invitationLifeMs } from "./rules.ts";

/** A link that lets its addressee in, once. */
export interface InvitationRow {
  readonly programme_id: ProgrammeId;
  readonly id: InvitationId;
  readonly participant_id: ParticipantId;
  /** Made by the client that asked. */
  readonly request_id: string;
  readonly token_hash: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly used_at: Instant | null;
  /** When a newer link, a new address or leaving ended it. */
  readonly replaced_at: Instant | null;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    invitation: InvitationRow;
  }
}

/** What a mail needs. The token is stored nowhere else. */
export interface NewInvitation {
  readonly programmeId: ProgrammeId;
  readonly participantId: ParticipantId;
  readonly invitationId: InvitationId;
  readonly token: string;
}

/** Whom to invite: those who have not been asked, or those named who do not take part already. */
export type WhoToInvite = "not-yet-asked" | ReadonlyArray<ParticipantId>;

/** Makes invitations and ends older ones of the same people; call it with the mails' jobs in one transaction. The same request makes each only once. */
export async function makeInvitations(
  writer: Writer,
  chance: Chance,
  now: Instant,
  { programmeId }: ManagerOf | OperatorOf,
  requestId: string,
  who: WhoToInvite,
): Promise<ReadonlyArray<NewInvitation>> {
  await holdProgramme(writer, programmeId);
  const people = await findInvitable(writer, programmeId, requestId, who);
  const made = people.map((participantId) => ({
    participantId,
    invitationId: InvitationId.parse(chance.id()),
    token: chance.token(),
  }));
  for (let from = 0; from < made.length; from += invitationBatch) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other, in one transaction
    await writeInvitations(writer, now, programmeId, requestId, made.slice(from, from + invitationBatch));
  }
  return made.map((invitation) => ({ programmeId, ...invitation }));
}

/** Of two who invite at the same moment the second waits, and then sees whom the first has asked. */
async function holdProgramme(writer: Writer, programmeId: ProgrammeId): Promise<void> {
  await writer
    .updateTable("programme")
    .set((row) => ({ launched_at: row.ref("launched_at") }))
    .where("id", "=", programmeId)
    .execute();
}

async function writeInvitations(
  writer: Writer,
  now: Instant,
  programmeId: ProgrammeId,
  requestId: string,
  made: ReadonlyArray<Omit<NewInvitation, "programmeId">>,
): Promise<void> {
  const ids = made.map(({ participantId }) => participantId);
  await writer
    .updateTable("invitation")
    .set({ replaced_at: now })
    .where("programme_id", "=", programmeId)
    .where("participant_id", "in", ids)
    .where("replaced_at", "is", null)
    .execute();
  await writer
    .insertInto("invitation")
    .values(
      made.map(({ participantId, invitationId, token }) => ({
        programme_id: programmeId,
        id: invitationId,
        participant_id: participantId,
        request_id: requestId,
        token_hash: hashToken("invitation", token),
        created_at: now,
        expires_at: later(now, invitationLifeMs),
        used_at: null,
        replaced_at: null,
      })),
    )
    .execute();
  await writer
    .updateTable("participant")
    .set({ state: "invited", updated_at: now })
    .where("programme_id", "=", programmeId)
    .where("id", "in", ids)
    .execute();
}

async function findInvitable(
  writer: Writer,
  programmeId: ProgrammeId,
  requestId: string,
  who: WhoToInvite,
): Promise<ReadonlyArray<ParticipantId>> {
  const rows = await writer
    .selectFrom("participant")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("state", "in", who === "not-yet-asked" ? ["added"] : ["added", "invited", "left"])
    .execute();
  const asked = await writer
    .selectFrom("invitation")
    .select("participant_id")
    .where("programme_id", "=", programmeId)
    .where("request_id", "=", requestId)
    .execute();
  const already = new Set(asked.map((row) => row.participant_id));
  const named = who === "not-yet-asked" ? undefined : new Set(who);
  return rows.map(({ id }) => id).filter((id) => !already.has(id) && (named?.has(id) ?? true));
}

/** How many people a request invited; a repeat of it answers alike. */
export async function countInvited(read: Reader, { programmeId }: ManagerOf, requestId: string): Promise<number> {
  const rows = await read
    .selectFrom("invitation")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("request_id", "=", requestId)
    .execute();
  return rows.length;
}

/**
 * Whose a place on a list is: the account that joined, or the one that took part under this address in the programme before. They are
 * asked at the address that is theirs now, whatever the list says, and come in as themselves.
 */
const accountOfPlace = sql<AccountId | null>`coalesce(participant.account_id, (
  select earlier.account_id from programme as this_one
  join participant as earlier on earlier.programme_id = this_one.follows
  where this_one.id = participant.programme_id and earlier.email_key = participant.email_key
))`;

/** An invitation with whom it is for. */
function invited(read: Reader, now: Instant) {
  return read
    .selectFrom("invitation")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.programme_id", "=", "invitation.programme_id")
        .onRef("participant.id", "=", "invitation.participant_id"),
    )
    .innerJoin("programme", "programme.id", "invitation.programme_id")
    .innerJoin("organisation", "organisation.id", "programme.organisation_id")
    .select(["invitation.programme_id", "invitation.used_at", "invitation.replaced_at", "invitation.expires_at"])
    .leftJoin("account", (join) => join.on("account.id", "=", accountOfPlace))
    .select((row) => row.fn.coalesce("account.email", "participant.email").as("email"))
    .select(["participant.name", "participant.roles"])
    .select(["programme.name as programme_name", "organisation.name as organisation_name"])
    .select(stillRuns("programme.id", now).as("runs"));
}

/** What the mail of an invitation says, if it still makes sense to send it. */
export async function findInvited(
  read: Reader,
  { programmeId, invitationId }: Pick<NewInvitation, "programmeId" | "invitationId">,
  now: Instant,
) {
  const row = await invited(read, now)
    .where("invitation.programme_id", "=", programmeId)
    .where("invitation.id", "=", invitationId)
    .executeTakeFirst();
  if (!row || refuseUse(row, now)) return undefined;
  return {
    email: row.email,
    name: row.name,
    roles: z.parse(Roles, JSON.parse(row.roles)),
    programmeName: row.programme_name,
    organisationName: row.organisation_name,
    managers: await managersOf(read, programmeId),
  };
}

/** Gives the newest unused invitation of somebody its full time again; `undefined` where there is none. */
export async function extendInvitation(
  writer: Writer,
  { programmeId, participantId }: ManagerOfParticipant,
  now: Instant,
): Promise<Instant | undefined> {
  const row = await writer
    .updateTable("invitation")
    .set({ expires_at: later(now, invitationLifeMs) })
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .returning("expires_at")
    .executeTakeFirst();
  return row?.expires_at;
}

/** Looks at an invitation without using it. */
export async function readInvitation(read: Reader, token: string, now: Instant) {
  const row = await invited(read, now)
    .where("invitation.token_hash", "=", hashToken("invitation", token))
    .executeTakeFirst();
  const refused = refuseUse(row, now);
  if (!row || refused) return refused ?? "expired";
  return {
    programmeId: row.programme_id,
    programmeName: row.programme_name,
    organisationName: row.organisation_name,
    name: row.name,
    roles: z.parse(Roles, JSON.parse(row.roles)),
    expiresAt: row.expires_at,
  };
}

/** A link that nobody has sent, or of a programme that has ended, answers like one that ran out. */
function refuseUse(
  row: (Pick<InvitationRow, "used_at" | "replaced_at" | "expires_at"> & { readonly runs: unknown }) | undefined,
  now: Instant,
): "used" | "expired" | undefined {
  if (row && row.used_at !== null) return "used";
  return row === undefined || row.replaced_at !== null || row.expires_at <= now || !row.runs ? "expired" : undefined;
}

/** Whom a used invitation lets in. */
export interface LetIn {
  readonly programmeId: ProgrammeId;
  readonly participantId: ParticipantId;
  readonly accountId: AccountId | null;
  readonly name: string;
  readonly email: string;
}

/** Uses an invitation up. Of many at once exactly one is let in. */
export async function useInvitation(writer: Writer, token: string, now: Instant): Promise<LetIn | "used" | "expired"> {
  const hash = hashToken("invitation", token);
  const used = await writer
    .updateTable("invitation")
    .set({ used_at: now })
    .where("token_hash", "=", hash)
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .where("expires_at", ">", now)
    .where(stillRuns("invitation.programme_id", now))
    .returning(["programme_id", "participant_id"])
    .executeTakeFirst();
  if (!used) {
    const row = await writer
      .selectFrom("invitation")
      .select(["used_at", "replaced_at", "expires_at"])
      .select(stillRuns("invitation.programme_id", now).as("runs"))
      .where("token_hash", "=", hash)
      .executeTakeFirst();
    return refuseUse(row, now) ?? "expired";
  }
  const person = await writer
    .selectFrom("participant")
    .select(["name", "email"])
    .select(accountOfPlace.as("account_id"))
    .where("programme_id", "=", used.programme_id)
    .where("id", "=", used.participant_id)
    .executeTakeFirstOrThrow();
  return {
    programmeId: used.programme_id,
    participantId: used.participant_id,
    accountId: person.account_id,
    name: person.name,
    email: person.email,
  };
}
