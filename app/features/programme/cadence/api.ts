/** Calls about a pair's open dates, from the browser. */
import type { RelationshipId } from "../../../values/id.ts";
import { call } from "../../../web/client/client.ts";
import { type Cadence, PutCadence, ReadCadence } from "./schema.ts";

/** What the server holds. */
export const readCadence = (relationshipId: RelationshipId) => call(ReadCadence, { params: { relationshipId } });
/** Sets it as a whole. */
export const putCadence = (relationshipId: RelationshipId, cadence: Cadence) =>
  call(PutCadence, { params: { relationshipId }, body: cadence });
