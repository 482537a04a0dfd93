/** Suggestions that close before their day: somebody declares a conflict, steps back, or leaves. Which of them it was is kept nowhere. */
import type { Writer } from "../../../../../server/database/database.ts";
import type { ManagerOfParticipant, ParticipantOf } from "../../../../../server/guards/participant.ts";
import type { OneOfProposal, ProposalRow } from "../../../../../server/guards/proposal.ts";
import type { AccountId, MatchId, ParticipantId, ProgrammeId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";

/** Two people of one programme. */
export interface Two {
  readonly programme_id: ProgrammeId;
  readonly mentee_id: ParticipantId;
  readonly mentor_id: ParticipantId;
}

/** Keeps two people as *not again*, for the engine alone; it says neither who nor why. */
export async function keepApart(writer: Writer, twos: ReadonlyArray<Two>): Promise<void> {
  if (twos.length === 0) return;
  await writer
    .insertInto("not_again")
    .values(twos.map(({ programme_id, mentee_id, mentor_id }) => ({ programme_id, mentee_id, mentor_id })))
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** Closes one suggestion for good: the two are not suggested to each other again. `undefined` where it was closed, or came about. */
export async function closeForConflict(
  writer: Writer,
  { matchId }: OneOfProposal,
  now: Instant,
): Promise<ReadonlyArray<AccountId> | undefined> {
  const [row] = await close(writer, now, "id", matchId);
  if (!row) return undefined;
  await keepApart(writer, [row]);
  return [row.mentee_account_id, row.mentor_account_id];
}

/** Closes whatever is suggested to somebody who does not take part this time; gives the people whom it concerned. */
export async function closeOpenOf(
  writer: Writer,
  { participantId }: ParticipantOf | ManagerOfParticipant,
  now: Instant,
): Promise<ReadonlyArray<AccountId>> {
  const rows = [
    ...(await close(writer, now, "mentee_id", participantId)),
    ...(await close(writer, now, "mentor_id", participantId)),
  ];
  return [...new Set(rows.flatMap((row) => [row.mentee_account_id, row.mentor_account_id]))];
}

/** Closes whatever is suggested in a programme that has ended. */
export async function closeOpenIn(writer: Writer, programmeId: ProgrammeId, now: Instant): Promise<void> {
  await close(writer, now, "programme_id", programmeId);
}

/** Closes open suggestions now; a "not this one" that was said lasts, and then what was answered is erased. */
async function close(
  writer: Writer,
  now: Instant,
  column: "id" | "mentee_id" | "mentor_id" | "programme_id",
  id: MatchId | ParticipantId | ProgrammeId,
): Promise<ReadonlyArray<ProposalRow>> {
  const rows = await writer
    .updateTable("proposal")
    .set({ state: "closed", closes_at: now })
    .where(column, "=", id)
    .where("state", "=", "open")
    .where("closes_at", ">", now)
    .returningAll()
    .execute();
  await keepApart(
    writer,
    rows.filter((row) => row.mentee_answer === "no" || row.mentor_answer === "no"),
  );
  for (const row of rows)
    // One statement after the other, in the caller's transaction.
    // oxlint-disable-next-line no-await-in-loop
    await writer
      .updateTable("proposal")
      .set({ mentee_answer: null, mentor_answer: null })
      .where("id", "=", row.id)
      .execute();
  return rows;
}
