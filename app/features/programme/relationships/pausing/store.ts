/** Who of a pair holds a pause, in the database. */
import { sql } from "kysely";
import type { Writer } from "../../../../server/database/database.ts";
import type { OneOfPair, PairState } from "../../../../server/guards/pair.ts";

/**
 * Pauses a pair for one of the two, or takes their own pause back: it goes on once neither holds one. Gives its state, and `undefined`
 * where it has ended. One statement decides, so that two at the same moment see each other's.
 */
export async function setPaused(
  writer: Writer,
  { relationshipId, role }: OneOfPair,
  isPaused: boolean,
): Promise<PairState | undefined> {
  const [mine, theirs] =
    role === "mentee" ? (["mentee_paused", "mentor_paused"] as const) : (["mentor_paused", "mentee_paused"] as const);
  const state = isPaused
    ? sql<PairState>`'paused'`
    : sql<PairState>`case when ${sql.ref(theirs)} = 1 then 'paused' else 'live' end`;
  const row = await writer
    .updateTable("relationship")
    .set({ [mine]: isPaused ? 1 : 0, state })
    .where("id", "=", relationshipId)
    .where("state", "!=", "ended")
    .returning("state")
    .executeTakeFirst();
  return row?.state;
}
