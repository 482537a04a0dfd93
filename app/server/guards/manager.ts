/** Proof that the caller manages a programme. */
import type { AccountId, ProgrammeId } from "../../values/id.ts";
import type { Guard, Proven } from "./guard.ts";

/** A programme manager of this programme. Managers have no rights in any room. */
export interface ManagerOf extends Proven<"manager-of-programme"> {
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;
}

/** Lets the managers of the programme in the path go on. */
export const managerOfProgramme: Guard<{ readonly programmeId: ProgrammeId }, ManagerOf> = {
  name: "managerOfProgramme",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    const row = await read
      .selectFrom("programme_manager")
      .select("account_id")
      .where("programme_id", "=", params.programmeId)
      .where("account_id", "=", caller.accountId)
      .executeTakeFirst();
    return row ? ({ accountId: caller.accountId, programmeId: params.programmeId } as ManagerOf) : "not-found";
  },
};
