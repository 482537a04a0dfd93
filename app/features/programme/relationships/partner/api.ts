/** The call for the profile of the other of a pair. */
import type { RelationshipId } from "../../../../values/id.ts";
import { call } from "../../../../web/client/client.ts";
import { ReadPartner } from "./schema.ts";

/** What the other of a pair says of themselves, as their pair may read it. */
export const readPartner = (relationshipId: RelationshipId, abort: AbortSignal) =>
  call(ReadPartner, { params: { relationshipId } }, { signal: abort });
