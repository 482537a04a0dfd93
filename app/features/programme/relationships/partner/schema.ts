/** The profile of the other of a pair. Apart from the other operations of pairs, which Home carries. */
import * as z from "zod/mini";
import { RelationshipId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";
import { ProfileSeen } from "../../profile/schema.ts";

/** What the other of a living pair says of themselves: the fields that their pair may read. */
export const ReadPartner = operation({
  id: "readPartner",
  method: "GET",
  path: "/relationships/:relationshipId/partner",
  summary: "The profile of the other of a pair, as their pair may read it",
  params: z.strictObject({ relationshipId: RelationshipId }),
  answer: ProfileSeen,
  refusals: ["ended"],
});
