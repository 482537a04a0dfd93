/** Proof that the caller manages a programme and that what was asked, in the path, was asked there. */
import type { AccountId, AskId, ProgrammeId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";
import type { Guard } from "./guard.ts";
import { type ManagerOf, managerOfProgramme } from "./manager.ts";

/** new: nobody looks after it yet. taken: a manager does. answered: there is a reply. */
export type AskState = "new" | "taken" | "answered";

/** What somebody asked the programme. Its managers read it; the other of a pair does not. */
export interface AskRow {
  readonly programme_id: ProgrammeId;
  readonly id: AskId;
  readonly account_id: AccountId;
  readonly kind: "cannot-reach" | "another-match" | "a-pause" | "something-else";
  /** In their own words; may be empty. */
  readonly words: string;
  readonly state: AskState;
  readonly asked_at: Instant;
  readonly taken_by: AccountId | null;
  /** Empty until there is one. */
  readonly answer: string;
  readonly answered_at: Instant | null;
}

declare module "../database/tables.ts" {
  interface Tables {
    ask: AskRow;
  }
}

class ProvenManagerOfAsk {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "manager-of-ask";
  readonly manager: ManagerOf;
  readonly askId: AskId;

  constructor(manager: ManagerOf, askId: AskId) {
    this.manager = manager;
    this.askId = askId;
  }
}

/** A programme manager, together with something that was asked there. Only the guard `managerOfAsk` makes one. */
export type ManagerOfAsk = ProvenManagerOfAsk;

/** Lets the managers of the programme go on where the path names something that was asked there. */
export const managerOfAsk: Guard<{ readonly programmeId: ProgrammeId; readonly askId: AskId }, ManagerOfAsk> = {
  name: "managerOfAsk",
  async prove(asked) {
    const manager = await managerOfProgramme.prove(asked);
    if (typeof manager === "string") return manager;
    const row = await asked.read
      .selectFrom("ask")
      .select("id")
      .where("programme_id", "=", manager.programmeId)
      .where("id", "=", asked.params.askId)
      .executeTakeFirst();
    return row ? new ProvenManagerOfAsk(manager, row.id) : "not-found";
  },
};
