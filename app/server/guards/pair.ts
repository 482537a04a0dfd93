/** Proof that the caller is one of the two of a pair. */
import type { AccountId, ParticipantId, ProgrammeId, RelationshipId } from "../../values/id.ts";
import type { Day } from "../../values/day.ts";
import type { Instant } from "../../values/instant.ts";
import type { Role } from "../../values/role.ts";
import type { Guard } from "./guard.ts";

/** A living pair is live or paused; then it has ended. */
export type PairState = "live" | "paused" | "ended";

/** One pair. Its id is the id of its room's log. */
export interface RelationshipRow {
  readonly programme_id: ProgrammeId;
  readonly id: RelationshipId;
  readonly mentee_id: ParticipantId;
  readonly mentor_id: ParticipantId;
  readonly mentee_account_id: AccountId;
  readonly mentor_account_id: AccountId;
  readonly state: PairState;
  /** 1 while the mentee has paused the pair, and while the mentor has. */
  readonly mentee_paused: number;
  readonly mentor_paused: number;
  /** JSON of the reasons of the match. */
  readonly reasons: string;
  readonly started_at: Instant;
  readonly ended_on: Day | null;
  /** When one of the two last had the other reminded. */
  /** 1 where the two had wished for each other; for the two alone. */
  readonly named_each_other: number;
  readonly reminded_at: Instant | null;
}

declare module "../database/tables.ts" {
  interface Tables {
    relationship: RelationshipRow;
  }
}

class ProvenPartner {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "one-of-pair";
  readonly accountId: AccountId;
  readonly otherId: AccountId;
  readonly role: Role;
  readonly relationshipId: RelationshipId;
  readonly programmeId: ProgrammeId;
  readonly state: PairState;

  constructor(
    accountId: AccountId,
    row: Pick<RelationshipRow, "id" | "programme_id" | "state" | "mentee_account_id" | "mentor_account_id">,
  ) {
    const isMentee = row.mentee_account_id === accountId;
    this.accountId = accountId;
    this.otherId = isMentee ? row.mentor_account_id : row.mentee_account_id;
    this.role = isMentee ? "mentee" : "mentor";
    this.relationshipId = row.id;
    this.programmeId = row.programme_id;
    this.state = row.state;
  }
}

/** One of the two of the pair in the path. Only the guard `oneOfPair` makes one. */
export type OneOfPair = ProvenPartner;

/** Lets either of the two go on, whatever the pair's state. Both have the same rights; managers have none here. */
export const oneOfPair: Guard<{ readonly relationshipId: RelationshipId }, OneOfPair> = {
  name: "oneOfPair",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    const row = await read
      .selectFrom("relationship")
      .select(["id", "programme_id", "state", "mentee_account_id", "mentor_account_id"])
      .where("id", "=", params.relationshipId)
      .where((or) =>
        or.or([or("mentee_account_id", "=", caller.accountId), or("mentor_account_id", "=", caller.accountId)]),
      )
      .executeTakeFirst();
    return row ? new ProvenPartner(caller.accountId, row) : "not-found";
  },
};
