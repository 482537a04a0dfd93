/** Calls about a pair's gap, from the browser. */
import type { RelationshipId } from "../../../values/id.ts";
import { call } from "../../../web/client/client.ts";
import { ReadGap, SayFine } from "./schema.ts";

/** What the two may know of their gap. */
export const readGap = (relationshipId: RelationshipId) => call(ReadGap, { params: { relationshipId } });
/** "We're fine", or not any more. */
export const sayFine = (relationshipId: RelationshipId, fine: boolean) =>
  call(SayFine, { params: { relationshipId }, body: { fine } });
