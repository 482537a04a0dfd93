/** All SQL of reminders by managers. Who is reminded stays between this file and the mails. */
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { AccountId, ParticipantId, ProgrammeId, RelationshipId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { nobodyLeft } from "../leaving/store.ts";
import { nextReminder, oldEnough, type ReminderKind, reminderKinds } from "./rules.ts";
import type { ReminderState } from "./schema.ts";

/** When people of a programme were last reminded of something. */
export interface ReminderRow {
  readonly programme_id: ProgrammeId;
  readonly kind: ReminderKind;
  readonly sent_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    reminder: ReminderRow;
  }
}

/** What is open of each kind, as managers may know it from their lists. */
export async function readReminders(
  read: Reader,
  { programmeId }: ManagerOf,
  now: Instant,
): Promise<ReadonlyArray<ReminderState>> {
  const rows = await read
    .selectFrom("reminder")
    .select(["kind", "sent_at"])
    .where("programme_id", "=", programmeId)
    .execute();
  const open: Readonly<Record<ReminderKind, number>> = {
    invitations: (await listUnanswered(read, programmeId, undefined)).length,
    suggestions: await countSuggestions(read, programmeId, now),
    "first-dates": (await listNotMet(read, programmeId)).length,
  };
  return reminderKinds.map((kind) => {
    const lastAt = rows.find((row) => row.kind === kind)?.sent_at;
    return { kind, open: open[kind], nextAt: nextReminder(lastAt, now) ?? null };
  });
}

/** Notes that people are reminded now; true for the one request that may. */
export async function claimReminder(
  writer: Writer,
  { programmeId }: ManagerOf,
  kind: ReminderKind,
  now: Instant,
): Promise<boolean> {
  const claimed = await writer
    .insertInto("reminder")
    .values({ programme_id: programmeId, kind, sent_at: now })
    .onConflict((clash) =>
      clash
        .columns(["programme_id", "kind"])
        .doUpdateSet({ sent_at: now })
        .where("reminder.sent_at", "<=", oldEnough(now)),
    )
    .returning("kind")
    .executeTakeFirst();
  return claimed !== undefined;
}

/** People whose newest invitation nobody has used; `before` leaves out those whose invitation is younger. */
export async function listUnanswered(
  read: Reader,
  programmeId: ProgrammeId,
  before: Instant | undefined,
): Promise<ReadonlyArray<ParticipantId>> {
  const rows = await read
    .selectFrom("participant")
    .innerJoin("invitation", (join) =>
      join
        .onRef("invitation.programme_id", "=", "participant.programme_id")
        .onRef("invitation.participant_id", "=", "participant.id")
        .on("invitation.used_at", "is", null)
        .on("invitation.replaced_at", "is", null),
    )
    .select(["participant.id", "invitation.created_at"])
    .where("participant.programme_id", "=", programmeId)
    .where("participant.state", "=", "invited")
    .execute();
  return rows.filter(({ created_at }) => before === undefined || created_at <= before).map(({ id }) => id);
}

async function countSuggestions(read: Reader, programmeId: ProgrammeId, now: Instant): Promise<number> {
  const rows = await openSuggestions(read, programmeId, now).execute();
  return rows.length;
}

function openSuggestions(read: Reader, programmeId: ProgrammeId, now: Instant) {
  return read
    .selectFrom("proposal")
    .select(["id", "asked_at", "mentee_account_id", "mentor_account_id", "mentee_answer", "mentor_answer"])
    .where("programme_id", "=", programmeId)
    .where("state", "=", "open")
    .where("closes_at", ">", now);
}

/** Whoever has not answered a suggestion that is old enough, once each; `undefined` where none is. */
export async function listSilent(
  read: Reader,
  programmeId: ProgrammeId,
  now: Instant,
): Promise<ReadonlyArray<AccountId> | undefined> {
  const rows = await openSuggestions(read, programmeId, now).where("asked_at", "<=", oldEnough(now)).execute();
  if (rows.length === 0) return undefined;
  return [
    ...new Set(
      rows.flatMap((row) => [
        ...(row.mentee_answer === null ? [row.mentee_account_id] : []),
        ...(row.mentor_answer === null ? [row.mentor_account_id] : []),
      ]),
    ),
  ];
}

/** Somebody with suggestions that wait for their answer, for a mail; `undefined` once there are none. */
export async function findSilent(read: Reader, programmeId: ProgrammeId, accountId: AccountId, now: Instant) {
  const rows = await read
    .selectFrom("proposal")
    .innerJoin("programme", "programme.id", "proposal.programme_id")
    .innerJoin("account", (join) => join.on("account.id", "=", accountId))
    .select(["account.name", "account.email", "programme.name as programmeName", "proposal.closes_at as closesAt"])
    .where("proposal.programme_id", "=", programmeId)
    .where("proposal.state", "=", "open")
    .where("proposal.closes_at", ">", now)
    .where((where) =>
      where.or([
        where.and([where("mentee_account_id", "=", accountId), where("mentee_answer", "is", null)]),
        where.and([where("mentor_account_id", "=", accountId), where("mentor_answer", "is", null)]),
      ]),
    )
    .orderBy("proposal.closes_at")
    .execute();
  const [first] = rows;
  return first && { ...first, waiting: rows.length };
}

/** Live pairs that have not met; whether they have a date is looked up when their mail is due. */
export async function listNotMet(
  read: Reader,
  programmeId: ProgrammeId,
): Promise<
  ReadonlyArray<{
    readonly relationshipId: RelationshipId;
    readonly startedAt: Instant;
    readonly both: [AccountId, AccountId];
  }>
> {
  const rows = await read
    .selectFrom("relationship")
    .leftJoin("held_day", "held_day.relationship_id", "relationship.id")
    .select(["relationship.id", "relationship.started_at", "mentee_account_id", "mentor_account_id"])
    .where("relationship.programme_id", "=", programmeId)
    .where("relationship.state", "=", "live")
    .where(nobodyLeft("relationship.id"))
    .where("held_day.day", "is", null)
    .execute();
  return rows.map((row) => ({
    relationshipId: row.id,
    startedAt: row.started_at,
    both: [row.mentee_account_id, row.mentor_account_id],
  }));
}
