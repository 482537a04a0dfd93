/** All SQL of pairs. */
import * as z from "zod/mini";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { OneOfPair, PairState } from "../../../server/guards/pair.ts";
import type { OneOfProposal } from "../../../server/guards/proposal.ts";
import type { SignedIn } from "../../../server/guards/signed-in.ts";
import { type Day, dayIn } from "../../../values/day.ts";
import {
  type AccountId,
  type ParticipantId,
  type ProgrammeId,
  type RelationshipId,
  roomOf,
} from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { offeredContacts } from "../contacts/offered/store.ts";
import { mayGoOn } from "./pausing/rules.ts";
import { refuseReminder, type RemindRefusal } from "./rules.ts";
import type { Reason } from "../matching/reasons/schema.ts";
import { type PairForManager, Relationship } from "./schema.ts";

/** A pair that both said yes to. */
export interface NewRelationship {
  readonly id: RelationshipId;
  readonly programmeId: ProgrammeId;
  readonly mentee: { readonly participantId: ParticipantId; readonly accountId: AccountId };
  readonly mentor: { readonly participantId: ParticipantId; readonly accountId: AccountId };
  readonly reasons: ReadonlyArray<Reason>;
  /** For the two alone. */
  readonly namedEachOther: boolean;
}

/**
 * Stores a pair, in the transaction of the second yes. The route opens its room beside it (`openRoomLog`),
 * and after the commit tells both: `live.logChanged`, `live.factChanged`.
 */
export async function insertRelationship(writer: Writer, made: NewRelationship, now: Instant): Promise<void> {
  await writer
    .insertInto("relationship")
    .values({
      id: made.id,
      programme_id: made.programmeId,
      mentee_id: made.mentee.participantId,
      mentor_id: made.mentor.participantId,
      mentee_account_id: made.mentee.accountId,
      mentor_account_id: made.mentor.accountId,
      state: "live",
      mentee_paused: 0,
      mentor_paused: 0,
      reasons: JSON.stringify(made.reasons),
      named_each_other: made.namedEachOther ? 1 : 0,
      started_at: now,
      ended_on: null,
      reminded_at: null,
    })
    .execute();
}

/** The pair that came out of a suggestion. Throws where there is none. */
export async function findRelationship(read: Reader, { matchId }: OneOfProposal): Promise<RelationshipId> {
  const row = await read
    .selectFrom("proposal")
    .innerJoin("relationship as pair", (join) =>
      join
        .onRef("pair.programme_id", "=", "proposal.programme_id")
        .onRef("pair.mentee_id", "=", "proposal.mentee_id")
        .onRef("pair.mentor_id", "=", "proposal.mentor_id"),
    )
    .select("pair.id")
    .where("proposal.id", "=", matchId)
    .orderBy("pair.started_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The caller's pairs, the newest first. */
export async function listRelationships(
  read: Reader,
  { accountId }: SignedIn,
  now: Instant,
): Promise<ReadonlyArray<Relationship>> {
  const rows = await relationshipRows(read, accountId);
  return Promise.all(rows.map(async (row) => shown(row, accountId, now, await contactsOf(read, row))));
}

/** Each pair of the caller with both people, their profiles, the programme and the open dates. */
function pairsWithPeople(read: Reader, accountId: AccountId) {
  return read
    .selectFrom("relationship as pair")
    .innerJoin("programme", "programme.id", "pair.programme_id")
    .innerJoin("participant as other", (join) =>
      join
        .onRef("other.programme_id", "=", "pair.programme_id")
        .on((on) =>
          on.or([
            on.and([on("pair.mentee_account_id", "=", accountId), on("other.id", "=", on.ref("pair.mentor_id"))]),
            on.and([on("pair.mentor_account_id", "=", accountId), on("other.id", "=", on.ref("pair.mentee_id"))]),
          ]),
        ),
    )
    .leftJoin("profile", (join) =>
      join.onRef("profile.programme_id", "=", "other.programme_id").onRef("profile.participant_id", "=", "other.id"),
    )
    .innerJoin("participant as self", (join) =>
      join.onRef("self.programme_id", "=", "pair.programme_id").on("self.account_id", "=", accountId),
    )
    .leftJoin("profile as own", (join) =>
      join.onRef("own.programme_id", "=", "self.programme_id").onRef("own.participant_id", "=", "self.id"),
    )
    .leftJoin("cadence", "cadence.relationship_id", "pair.id");
}

function relationshipRows(read: Reader, accountId: AccountId) {
  return pairsWithPeople(read, accountId)
    .select(["own.availability as my_availability", "own.time_zone as my_time_zone"])
    .select([
      "pair.id",
      "pair.programme_id",
      "pair.mentee_account_id",
      "pair.mentor_account_id",
      "pair.state",
      "pair.mentee_paused",
      "pair.mentor_paused",
      "pair.reasons",
      "pair.named_each_other",
      "pair.started_at",
      "pair.ended_on",
    ])
    .select([
      "programme.name as programme_name",
      "programme.confidentiality_variant",
      "programme.confidentiality_wording",
    ])
    .select(["other.id as other_id", "other.name as other_name", "other.call_name as other_call_name"])
    .select(["profile.why", "profile.time_zone", "profile.availability"])
    .select([
      "cadence.rhythm_days",
      "cadence.agreement_agreed",
      "cadence.next_starts_at",
      "cadence.next_length_minutes",
      "cadence.next_time_zone",
    ])
    .select((select) =>
      select
        .exists(select.selectFrom("held_day").select("day").whereRef("held_day.relationship_id", "=", "pair.id"))
        .as("held"),
    )
    .where((where) =>
      where.or([where("pair.mentee_account_id", "=", accountId), where("pair.mentor_account_id", "=", accountId)]),
    )
    .orderBy("pair.started_at", "desc")
    .orderBy("pair.id")
    .execute();
}

type Row = Awaited<ReturnType<typeof relationshipRows>>[number];
const contactsOf = async (read: Reader, { programme_id, mentee_account_id, mentor_account_id }: Row) => [
  ...(await offeredContacts(read, programme_id, [mentee_account_id, mentor_account_id])),
];

function shown(row: Row, accountId: AccountId, now: Instant, offered: Relationship["contacts"]): Relationship {
  const isMentee = row.mentee_account_id === accountId;
  const reasons: unknown = JSON.parse(row.reasons);
  const planned =
    row.next_starts_at !== null &&
    row.next_length_minutes !== null &&
    row.next_time_zone !== null &&
    row.next_starts_at + row.next_length_minutes * 60_000 > now;
  return z.parse(Relationship, {
    relationshipId: row.id,
    roomId: roomOf(row.id),
    programmeId: row.programme_id,
    programmeName: row.programme_name,
    myRole: isMentee ? "mentee" : "mentor",
    partner: {
      accountId: isMentee ? row.mentor_account_id : row.mentee_account_id,
      participantId: row.other_id,
      name: row.other_call_name || (row.other_name.split(" ")[0] ?? row.other_name),
      role: isMentee ? "mentor" : "mentee",
      whyIAmHere: row.why ?? "",
      timeZone: row.time_zone ?? "",
      availability: row.availability ?? "",
    },
    myHours: { availability: row.my_availability ?? "", timeZone: row.my_time_zone ?? "" },
    state: row.state,
    mayGoOn:
      row.state === "paused" &&
      mayGoOn({ mentee: row.mentee_paused === 1, mentor: row.mentor_paused === 1 }, isMentee ? "mentee" : "mentor"),
    startedAt: row.started_at,
    endedOn: row.ended_on,
    firstMeetingHeld: Boolean(row.held),
    reasons,
    namedEachOther: row.named_each_other === 1,
    confidentialityVariant: row.confidentiality_variant,
    confidentialityWording: row.confidentiality_wording,
    contacts: offered.map(({ name, email }) => ({ name, email })),
    rhythmDays: row.rhythm_days,
    agreementAgreed: row.agreement_agreed === 1,
    nextSession: planned
      ? { startsAt: row.next_starts_at, lengthMinutes: row.next_length_minutes, timeZone: row.next_time_zone }
      : null,
  });
}

/** Marks that the other was reminded now, or says why not. One statement decides, so two taps send one mail. */
export async function markReminded(
  writer: Writer,
  { relationshipId }: OneOfPair,
  now: Instant,
): Promise<RemindRefusal | undefined> {
  const row = await writer
    .selectFrom("relationship")
    .select(["state", "reminded_at"])
    .where("id", "=", relationshipId)
    .executeTakeFirstOrThrow();
  const refused = refuseReminder(row.state, row.reminded_at, now);
  if (refused) return refused;
  const { numUpdatedRows } = await writer
    .updateTable("relationship")
    .set({ reminded_at: now })
    .where("id", "=", relationshipId)
    .where((where) =>
      row.reminded_at === null ? where("reminded_at", "is", null) : where("reminded_at", "=", row.reminded_at),
    )
    .executeTakeFirst();
  return numUpdatedRows === 0n ? "reminded-lately" : undefined;
}

/** Name and address of one person of a pair, and whether the pair still lives: for mails alone. */
export async function findPartner(
  read: Reader,
  relationshipId: RelationshipId,
  accountId: AccountId,
): Promise<{ readonly name: string; readonly email: string; readonly state: PairState } | undefined> {
  return read
    .selectFrom(["relationship", "account"])
    .select(["account.name", "account.email", "relationship.state"])
    .where("relationship.id", "=", relationshipId)
    .where("account.id", "=", accountId)
    .executeTakeFirst();
}

/** The pairs of a programme as its managers see them: state, end date, first meeting held. */
export async function listPairs(
  read: Reader,
  { programmeId }: ManagerOf,
): Promise<ReadonlyArray<Omit<PairForManager, "mayLikeAWord" | "leaving">>> {
  const rows = await read
    .selectFrom("relationship as pair")
    .innerJoin("participant as mentee", (join) =>
      join.onRef("mentee.programme_id", "=", "pair.programme_id").onRef("mentee.id", "=", "pair.mentee_id"),
    )
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.programme_id", "=", "pair.programme_id").onRef("mentor.id", "=", "pair.mentor_id"),
    )
    .select([
      "pair.id",
      "pair.state",
      "pair.ended_on",
      "mentee.id as mentee_id",
      "mentee.name as mentee_name",
      "mentor.id as mentor_id",
      "mentor.name as mentor_name",
    ])
    .select((select) =>
      select
        .exists(select.selectFrom("held_day").select("day").whereRef("held_day.relationship_id", "=", "pair.id"))
        .as("held"),
    )
    .where("pair.programme_id", "=", programmeId)
    .orderBy("mentee.name")
    .execute();
  return rows.map((row) => ({
    relationshipId: row.id,
    mentee: { participantId: row.mentee_id, name: row.mentee_name },
    mentor: { participantId: row.mentor_id, name: row.mentor_name },
    state: row.state,
    endedOn: row.ended_on,
    firstMeetingHeld: Boolean(row.held),
  }));
}

/** The day on which a pair began, in UTC: no session can lie before it. */
export function pairedOn(startedAt: Instant): Day {
  return dayIn(startedAt, "UTC");
}
