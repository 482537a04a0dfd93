/** All SQL of leaving. Whoever is erased: their row by `participant_id`. */
import { sql } from "kysely";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ParticipantState } from "../../../server/guards/tables.ts";
import {
  type AccountId,
  type ParticipantId,
  type ProgrammeId,
  type RelationshipId,
  roomOf,
} from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { letLogRest, wakeLog } from "../../room/log/resting/store.ts";
import { leavesUntil, type SaidBy } from "./rules.ts";

/** Somebody who left, until their rooms end. */
export interface LeavingRow {
  readonly programme_id: ProgrammeId;
  readonly participant_id: ParticipantId;
  readonly state_before: ParticipantState;
  readonly said_by: SaidBy;
  readonly left_at: Instant;
  readonly until: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    leaving: LeavingRow;
  }
}

/** Somebody's place in a programme. */
export interface Place {
  readonly programmeId: ProgrammeId;
  readonly participantId: ParticipantId;
}

/** A pair of somebody who left. */
export interface LeftPair {
  readonly relationshipId: RelationshipId;
  /** The account of whoever left. */
  readonly leaver: AccountId;
  readonly other: AccountId;
  readonly otherPlace: ParticipantId;
}

/** Where somebody stands, and whether they have joined. */
export async function findPlace(
  read: Reader,
  { programmeId, participantId }: Place,
): Promise<{ readonly state: ParticipantState; readonly accountId: AccountId | null } | undefined> {
  const row = await read
    .selectFrom("participant")
    .select(["state", "account_id"])
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .executeTakeFirst();
  return row && { state: row.state, accountId: row.account_id };
}

/** Notes that somebody left, with the day until which their rooms wait; `undefined` where that stands already. */
export async function keepLeaving(
  writer: Writer,
  { programmeId, participantId }: Place,
  { before, saidBy }: { readonly before: ParticipantState; readonly saidBy: SaidBy },
  now: Instant,
): Promise<Instant | undefined> {
  const { leaving_days: days } = await writer
    .selectFrom("programme")
    .select("leaving_days")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  const row = await writer
    .insertInto("leaving")
    .values({
      programme_id: programmeId,
      participant_id: participantId,
      state_before: before,
      said_by: saidBy,
      left_at: now,
      until: leavesUntil(now, days),
    })
    .onConflict((clash) => clash.columns(["programme_id", "participant_id"]).doNothing())
    .returning("until")
    .executeTakeFirst();
  return row?.until;
}

/** Takes the note away. Of many at once exactly one is given it. */
export async function dropLeaving(
  writer: Writer,
  { programmeId, participantId }: Place,
): Promise<LeavingRow | undefined> {
  return writer
    .deleteFrom("leaving")
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .returningAll()
    .executeTakeFirst();
}

/** Until when somebody's rooms wait; `undefined` where they have not left, or their rooms have ended. */
export async function findLeaving(read: Reader, { programmeId, participantId }: Place): Promise<Instant | undefined> {
  return (await findLeavingRow(read, { programmeId, participantId }))?.until;
}

/** The whole note. */
export async function findLeavingRow(
  read: Reader,
  { programmeId, participantId }: Place,
): Promise<LeavingRow | undefined> {
  return read
    .selectFrom("leaving")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .executeTakeFirst();
}

/** Puts somebody back where they stood. */
export async function putBack(
  writer: Writer,
  { programmeId, participantId }: Place,
  state: ParticipantState,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable("participant")
    .set({ state, updated_at: now })
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .where("state", "=", "left")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The pairs of somebody in this programme that have not ended. */
export async function livingPairsOf(
  read: Reader,
  { programmeId, participantId }: Place,
): Promise<ReadonlyArray<LeftPair>> {
  const rows = await read
    .selectFrom("relationship")
    .select(["id", "mentee_id", "mentor_id", "mentee_account_id", "mentor_account_id"])
    .where("programme_id", "=", programmeId)
    .where((where) => where.or([where("mentee_id", "=", participantId), where("mentor_id", "=", participantId)]))
    .where("state", "!=", "ended")
    .execute();
  return rows.map((row) => {
    const isMentee = row.mentee_id === participantId;
    return {
      relationshipId: row.id,
      leaver: isMentee ? row.mentee_account_id : row.mentor_account_id,
      other: isMentee ? row.mentor_account_id : row.mentee_account_id,
      otherPlace: isMentee ? row.mentor_id : row.mentee_id,
    };
  });
}

/** The rooms of pairs take nothing from now on but what belongs to their ending. */
export async function letRest(writer: Writer, pairs: ReadonlyArray<LeftPair>, now: Instant): Promise<void> {
  for (const { relationshipId } of pairs)
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in the caller's transaction
    await letLogRest(writer, roomOf(relationshipId), now);
}

/** The rooms of pairs of which nobody has left any more take everything again; which these are. */
export async function wake(
  writer: Writer,
  programmeId: ProgrammeId,
  pairs: ReadonlyArray<LeftPair>,
): Promise<ReadonlyArray<LeftPair>> {
  const awake: LeftPair[] = [];
  for (const pair of pairs) {
    // Small statements of one transaction, in order.
    // oxlint-disable-next-line no-await-in-loop
    if ((await findLeaving(writer, { programmeId, participantId: pair.otherPlace })) !== undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- see above
    await wakeLog(writer, roomOf(pair.relationshipId));
    awake.push(pair);
  }
  return awake;
}

/** Who of an account's pairs has left, and until when the room waits: until the days of both are over. */
export async function leavingsOf(
  read: Reader,
  accountId: AccountId,
): Promise<ReadonlyMap<RelationshipId, { readonly until: Instant; readonly places: ReadonlyArray<ParticipantId> }>> {
  const rows = await read
    .selectFrom("relationship as pair")
    .innerJoin("leaving", (join) =>
      join
        .onRef("leaving.programme_id", "=", "pair.programme_id")
        .on((on) =>
          on.or([
            on("leaving.participant_id", "=", on.ref("pair.mentee_id")),
            on("leaving.participant_id", "=", on.ref("pair.mentor_id")),
          ]),
        ),
    )
    .select(["pair.id", "leaving.participant_id", "leaving.until"])
    .where((where) =>
      where.or([where("pair.mentee_account_id", "=", accountId), where("pair.mentor_account_id", "=", accountId)]),
    )
    .where("pair.state", "!=", "ended")
    .orderBy("leaving.until", "desc")
    .execute();
  const found = new Map<RelationshipId, { readonly until: Instant; readonly places: ReadonlyArray<ParticipantId> }>();
  for (const { id, participant_id: place, until } of rows) {
    const before = found.get(id);
    found.set(id, before ? { ...before, places: [...before.places, place] } : { until, places: [place] });
  }
  return found;
}

/** Who has left a programme, and until when their rooms wait there. */
export async function leavingsIn(read: Reader, programmeId: ProgrammeId): Promise<ReadonlyMap<ParticipantId, Instant>> {
  const rows = await read
    .selectFrom("leaving")
    .select(["participant_id", "until"])
    .where("programme_id", "=", programmeId)
    .execute();
  return new Map(rows.map((row) => [row.participant_id, row.until]));
}

/** In which programmes somebody has left, and until when their rooms wait there. */
export async function listMine(read: Reader, accountId: AccountId) {
  return read
    .selectFrom("participant")
    .innerJoin("leaving", (join) =>
      join
        .onRef("leaving.programme_id", "=", "participant.programme_id")
        .onRef("leaving.participant_id", "=", "participant.id"),
    )
    .innerJoin("programme", "programme.id", "participant.programme_id")
    .select(["participant.programme_id as programmeId", "programme.name as programmeName", "leaving.until"])
    .where("participant.account_id", "=", accountId)
    .orderBy("leaving.until")
    .execute();
}

/** Name of a programme, and of somebody's pair and address: for mails alone. */
export async function findNames(read: Reader, programmeId: ProgrammeId, accountId: AccountId) {
  return read
    .selectFrom(["programme", "account"])
    .select(["programme.name as programmeName", "account.name"])
    .where("programme.id", "=", programmeId)
    .where("account.id", "=", accountId)
    .executeTakeFirst();
}

/** True for a pair of which nobody has left: reminders and nudges are for these alone. `column` holds its id. */
export const nobodyLeft = (column: string) =>
  sql<boolean>`not exists (select 1 from log where log.id = ${sql.ref(column)} and log.resting_since is not null)`;
