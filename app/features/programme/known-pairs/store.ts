/** All SQL of pairs that a file of the programme names. A row goes with either participant; no account stands in it. */
import type { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";

/** Two people who were a pair before, and who have not been asked yet. */
export interface KnownPairRow {
  readonly programme_id: ProgrammeId;
  readonly mentee_id: ParticipantId;
  readonly mentor_id: ParticipantId;
  readonly named_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    known_pair: KnownPairRow;
  }
}
