/** What a manager's browser asks about rounds. */
import { call } from "../../../../web/client/client.ts";
import { CompareRounds, ListRounds } from "./schema.ts";

/** The drafts that were on the board, the newest first. */
export function listRounds(programmeId: string, signal: AbortSignal) {
  return call(ListRounds, { params: { programmeId } }, { signal });
}

/** What is other in `draftId` than in `earlier`. */
export function compareRounds(programmeId: string, draftId: string, earlier: string, signal: AbortSignal) {
  return call(CompareRounds, { params: { programmeId, draftId }, query: { with: earlier } }, { signal });
}
