/** All SQL of a programme's criteria. One that never changed them has no row: the usual ones hold. */
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { ManagerOf } from "../../../../server/guards/manager.ts";
import type { ProgrammeId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { type Criteria, usualCriteria } from "./rules.ts";
import { Criteria as CriteriaShape } from "./schema.ts";

/** How a programme matches, where it is not the usual. */
export interface MatchingCriteriaRow {
  readonly programme_id: ProgrammeId;
  /** JSON of `Criteria`. */
  readonly content: string;
  readonly changed_at: Instant;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    matching_criteria: MatchingCriteriaRow;
  }
}

/** The criteria in force, and when they were last changed. */
export interface KeptCriteria {
  readonly criteria: Criteria;
  readonly changedAt: Instant | undefined;
}

/** Reads the criteria of a programme. */
export async function readCriteria(read: Reader, programmeId: ProgrammeId): Promise<KeptCriteria> {
  const row = await read
    .selectFrom("matching_criteria")
    .select(["content", "changed_at"])
    .where("programme_id", "=", programmeId)
    .executeTakeFirst();
  if (!row) return { criteria: usualCriteria, changedAt: undefined };
  return { criteria: CriteriaShape.parse({ ...usualCriteria, ...JSON.parse(row.content) }), changedAt: row.changed_at };
}

/** Keeps the criteria of a programme. */
export async function writeCriteria(
  writer: Writer,
  { programmeId }: Pick<ManagerOf, "programmeId">,
  criteria: Criteria,
  now: Instant,
): Promise<void> {
  const row = { programme_id: programmeId, content: JSON.stringify(criteria), changed_at: now };
  const { content, changed_at } = row;
  await writer
    .insertInto("matching_criteria")
    .values(row)
    .onConflict((clash) => clash.column("programme_id").doUpdateSet({ content, changed_at }))
    .execute();
}
