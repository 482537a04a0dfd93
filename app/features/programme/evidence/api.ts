/** The call for the record of a run. */
import { call } from "../../../web/client/client.ts";
import { ReadEvidence } from "./schema.ts";

/** What was tried, and which version answers. */
export function readEvidence(signal: AbortSignal) {
  return call(ReadEvidence, {}, { signal });
}
