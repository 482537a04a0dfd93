/** Who the other of a pair is in their programme. */
import type { Reader } from "../../../../server/database/database.ts";
import type { OneOfPair } from "../../../../server/guards/pair.ts";
import type { ParticipantId } from "../../../../values/id.ts";

/** The other of a pair, in their programme. */
export async function findPartnerId(read: Reader, { relationshipId, role }: OneOfPair): Promise<ParticipantId> {
  const row = await read
    .selectFrom("relationship")
    .select(["mentee_id", "mentor_id"])
    .where("id", "=", relationshipId)
    .executeTakeFirstOrThrow();
  return role === "mentee" ? row.mentor_id : row.mentee_id;
}
