/** All SQL of a programme's end: one moment of the programme, and nothing about a person. */
import { sql } from "kysely";
import type { Chance } from "../../../server/chance.ts";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { Day } from "../../../values/day.ts";
import type { AccountId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { noteChange } from "../changes/store.ts";
import { type FinishRefusal, finishOf, hasFinished, refuseFinish, takenBackUntil } from "./rules.ts";

/** Where a programme stands between its opening and its end. */
export async function readSpan(
  read: Reader,
  programmeId: ProgrammeId,
): Promise<{ readonly isDraft: boolean; readonly finishesAt: Instant | null }> {
  const row = await read
    .selectFrom("programme")
    .select(["launched_at", "finishes_at"])
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return { isDraft: row.launched_at === null, finishesAt: row.finishes_at };
}

/** Why nobody may be invited, reminded or suggested to anybody; `undefined` while the programme runs. */
export async function refuseAsking(
  read: Reader,
  programmeId: ProgrammeId,
  now: Instant,
): Promise<"draft" | "finished" | undefined> {
  const { isDraft, finishesAt } = await readSpan(read, programmeId);
  if (isDraft) return "draft";
  return hasFinished(finishesAt, now) ? "finished" : undefined;
}

/** True where a programme has not ended. `column` holds its id. */
export const stillRuns = (column: string, now: Instant) =>
  sql<boolean>`not exists (select 1 from programme as over where over.id = ${sql.ref(column)} and over.finishes_at <= ${now})`;

/** Ends a programme. */
export async function finishProgramme(
  writer: Writer,
  chance: Chance,
  now: Instant,
  proof: ManagerOf,
  lastDay: Day | null,
): Promise<Instant | Exclude<FinishRefusal, "too-late">> {
  const { programmeId } = proof;
  const span = await readSpan(writer, programmeId);
  const refused = refuseFinish(span, lastDay, now);
  if (refused) return refused;
  const finishesAt = finishOf(lastDay, now);
  if (finishesAt === span.finishesAt) return finishesAt;
  // Of managers who end it at the same moment one does.
  const { numUpdatedRows } = await writer
    .updateTable("programme")
    .set({ finishes_at: finishesAt })
    .where("id", "=", programmeId)
    .where((where) => where.or([where("finishes_at", "is", null), where("finishes_at", ">", now)]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return "finished";
  await noteChange(writer, chance, now, proof, { act: "end-set" });
  return finishesAt;
}

/** Takes the end back, as long as nobody was told of it by mail; "none" where there is nothing to take back. */
export async function takeFinishBack(
  writer: Writer,
  chance: Chance,
  now: Instant,
  proof: ManagerOf,
): Promise<"too-late" | "none" | "taken-back"> {
  const { finishesAt } = await readSpan(writer, proof.programmeId);
  if (finishesAt === null) return "none";
  if (takenBackUntil(finishesAt) <= now) return "too-late";
  await writer.updateTable("programme").set({ finishes_at: null }).where("id", "=", proof.programmeId).execute();
  await noteChange(writer, chance, now, proof, { act: "end-taken-back" });
  return "taken-back";
}

/** The accounts of everyone who has joined a programme and not left it. */
export async function listJoined(read: Reader, programmeId: ProgrammeId): Promise<ReadonlyArray<AccountId>> {
  const rows = await read
    .selectFrom("participant")
    .select("account_id")
    .where("programme_id", "=", programmeId)
    .where("state", "!=", "left")
    .where("account_id", "is not", null)
    .execute();
  return rows.flatMap(({ account_id: id }) => (id === null ? [] : [id]));
}

/** What the mail to one person says; `undefined` where they are gone. */
export async function findTold(read: Reader, programmeId: ProgrammeId, accountId: AccountId) {
  const names = await read
    .selectFrom(["programme", "account"])
    .select(["programme.name as programmeName", "account.name", "account.email"])
    .where("programme.id", "=", programmeId)
    .where("account.id", "=", accountId)
    .executeTakeFirst();
  const room = await read
    .selectFrom("relationship")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("state", "!=", "ended")
    .where((where) =>
      where.or([where("mentee_account_id", "=", accountId), where("mentor_account_id", "=", accountId)]),
    )
    .limit(1)
    .executeTakeFirst();
  return names && { ...names, hasRoom: room !== undefined };
}
