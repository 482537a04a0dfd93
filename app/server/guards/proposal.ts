/** Proof that the caller is one of the two whom a suggestion concerns. */
import type { AccountId, DraftId, MatchId, ParticipantId, ProgrammeId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";
import type { Role } from "../../values/role.ts";
import type { Guard } from "./guard.ts";

/** open: may be answered until it closes. came-about: both said yes. closed: it did not come about. */
export type ProposalState = "open" | "came-about" | "closed";

/** What one person answered. Read by the server alone, and erased when the suggestion closes. */
export type ProposalAnswer = "yes" | "no";

/** Two people who are suggested to each other. */
export interface ProposalRow {
  readonly programme_id: ProgrammeId;
  readonly id: MatchId;
  /** Empty for two who were a pair before: they come out of no draft. */
  readonly draft_id: DraftId | null;
  readonly mentee_id: ParticipantId;
  readonly mentor_id: ParticipantId;
  readonly mentee_account_id: AccountId;
  readonly mentor_account_id: AccountId;
  readonly state: ProposalState;
  /** JSON of the reasons that the two may read. */
  readonly reasons: string;
  readonly mentee_answer: ProposalAnswer | null;
  readonly mentor_answer: ProposalAnswer | null;
  readonly asked_at: Instant;
  readonly closes_at: Instant;
}

declare module "../database/tables.ts" {
  interface Tables {
    proposal: ProposalRow;
  }
}

class ProvenSuggested {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "one-of-proposal";
  readonly accountId: AccountId;
  readonly matchId: MatchId;
  readonly programmeId: ProgrammeId;
  readonly role: Role;

  constructor(accountId: AccountId, row: Pick<ProposalRow, "id" | "programme_id" | "mentee_account_id">) {
    this.accountId = accountId;
    this.matchId = row.id;
    this.programmeId = row.programme_id;
    this.role = row.mentee_account_id === accountId ? "mentee" : "mentor";
  }
}

/** One of the two of the suggestion in the path. Only the guard `oneOfProposal` makes one. */
export type OneOfProposal = ProvenSuggested;

/** Lets either of the two go on who still takes part in the programme. Managers cannot answer for anybody. */
export const oneOfProposal: Guard<{ readonly matchId: MatchId }, OneOfProposal> = {
  name: "oneOfProposal",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    const row = await read
      .selectFrom("proposal")
      .innerJoin("participant", (join) =>
        join
          .onRef("participant.programme_id", "=", "proposal.programme_id")
          .on("participant.account_id", "=", caller.accountId)
          .on("participant.state", "!=", "left"),
      )
      .select(["proposal.id", "proposal.programme_id", "proposal.mentee_account_id"])
      .where("proposal.id", "=", params.matchId)
      .where((or) =>
        or.or([
          or("proposal.mentee_account_id", "=", caller.accountId),
          or("proposal.mentor_account_id", "=", caller.accountId),
        ]),
      )
      .executeTakeFirst();
    return row ? new ProvenSuggested(caller.accountId, row) : "not-found";
  },
};
