/** The call for a conflict of interest within a pair. */
import type { RelationshipId } from "../../../../values/id.ts";
import { call } from "../../../../web/client/client.ts";
import { DeclareConflict } from "./schema.ts";

/** Ends for a conflict of interest, at once. */
export const declareConflict = (relationshipId: RelationshipId) =>
  call(DeclareConflict, { params: { relationshipId } });
