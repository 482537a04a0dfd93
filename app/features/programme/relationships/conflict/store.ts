/** A conflict that somebody of a pair declares: all that stays of it is that the two are not suggested to each other again. */
import type { Writer } from "../../../../server/database/database.ts";
import type { OneOfPair } from "../../../../server/guards/pair.ts";
import { keepApart } from "../../matching/proposals/early/store.ts";

/** Keeps the two of a pair as *not again*, for the engine alone. */
export async function keepPairApart(writer: Writer, { relationshipId }: OneOfPair): Promise<void> {
  const pair = await writer
    .selectFrom("relationship")
    .select(["programme_id", "mentee_id", "mentor_id"])
    .where("id", "=", relationshipId)
    .executeTakeFirstOrThrow();
  await keepApart(writer, [pair]);
}
