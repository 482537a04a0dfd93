/** What a browser asks about a programme's criteria. */
import { call } from "../../../../web/client/client.ts";
import type { Criteria } from "./rules.ts";
import { ChangeCriteria, ReadCriteria, TryCriteria } from "./schema.ts";

/** The criteria in force. */
export function readCriteria(programmeId: string, signal: AbortSignal) {
  return call(ReadCriteria, { params: { programmeId } }, { signal });
}

/** What other criteria would change; changes nothing. */
export function tryCriteria(programmeId: string, criteria: Criteria) {
  return call(TryCriteria, { params: { programmeId }, body: { criteria } });
}

/** Changes them; `was` are those that the manager saw. */
export function changeCriteria(programmeId: string, criteria: Criteria, was: Criteria) {
  return call(ChangeCriteria, { params: { programmeId }, body: { criteria, was } });
}
