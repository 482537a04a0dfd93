/** Proof that the caller manages a programme and that the draft in the path is one of that programme. */
import type { AccountId, DraftId, ProgrammeId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";
import type { Guard } from "./guard.ts";
import { type ManagerOf, managerOfProgramme } from "./manager.ts";

/** tried: shown to whoever asked, and not accepted yet. open: on the board. replaced: was there. sent: its people were asked. */
export type DraftState = "tried" | "open" | "replaced" | "sent";

/** One draft of a matching. */
export interface MatchDraftRow {
  readonly programme_id: ProgrammeId;
  readonly id: DraftId;
  /** Counts the drafts of a programme that were on the board. */
  readonly number: number;
  readonly state: DraftState;
  /** JSON of `DraftContent` (programme/matching/drafts/schema.ts). */
  readonly content: string;
  readonly made_by: AccountId;
  readonly made_at: Instant;
  readonly sent_at: Instant | null;
}

declare module "../database/tables.ts" {
  interface Tables {
    match_draft: MatchDraftRow;
  }
}

class ProvenManagerOfDraft {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "manager-of-draft";
  readonly manager: ManagerOf;
  readonly draftId: DraftId;

  constructor(manager: ManagerOf, draftId: DraftId) {
    this.manager = manager;
    this.draftId = draftId;
  }
}

/** A programme manager, together with one draft of that programme. Only the guard `managerOfDraft` makes one. */
export type ManagerOfDraft = ProvenManagerOfDraft;

/** Lets the managers of the programme go on where the draft of the path is one of it. */
export const managerOfDraft: Guard<{ readonly programmeId: ProgrammeId; readonly draftId: DraftId }, ManagerOfDraft> = {
  name: "managerOfDraft",
  async prove(asked) {
    const manager = await managerOfProgramme.prove(asked);
    if (typeof manager === "string") return manager;
    const row = await asked.read
      .selectFrom("match_draft")
      .select("id")
      .where("programme_id", "=", manager.programmeId)
      .where("id", "=", asked.params.draftId)
      .executeTakeFirst();
    return row ? new ProvenManagerOfDraft(manager, row.id) : "not-found";
  },
};
