/** A conflict of interest within a pair. Apart from the other operations of pairs, which Home carries. */
import * as z from "zod/mini";
import { RelationshipId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";

/**
 * Ends a pair because something stands between the two, whatever it is. It takes no reason and looks like every other ending;
 * the two are not suggested to each other again.
 */
export const DeclareConflict = operation({
  id: "declareConflict",
  method: "POST",
  path: "/relationships/:relationshipId/conflict",
  summary: "End a relationship for a conflict of interest, without a reason",
  params: z.strictObject({ relationshipId: RelationshipId }),
});
