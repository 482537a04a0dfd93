/** Proof that the caller manages a programme. */
import type { AccountId, ParticipantId, ProgrammeId } from "../../values/id.ts";
import type { Guard } from "./guard.ts";

class ProvenManager {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "manager-of-programme";
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;
  /** Their own place, where they take part themselves: what is suggested to them is no business of theirs as a manager. */
  readonly ownPlace: ParticipantId | undefined;

  constructor(accountId: AccountId, programmeId: ProgrammeId, ownPlace: ParticipantId | undefined) {
    this.accountId = accountId;
    this.programmeId = programmeId;
    this.ownPlace = ownPlace;
  }
}

/** A programme manager of this programme. Managers have no rights in any room. Only the guard `managerOfProgramme` makes one. */
export type ManagerOf = ProvenManager;

/** Lets the managers of the programme in the path go on. */
export const managerOfProgramme: Guard<{ readonly programmeId: ProgrammeId }, ManagerOf> = {
  name: "managerOfProgramme",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    const row = await read
      .selectFrom("programme_manager")
      .leftJoin("participant", (join) =>
        join
          .onRef("participant.programme_id", "=", "programme_manager.programme_id")
          .onRef("participant.account_id", "=", "programme_manager.account_id"),
      )
      .select("participant.id as own_place")
      .where("programme_manager.programme_id", "=", params.programmeId)
      .where("programme_manager.account_id", "=", caller.accountId)
      .executeTakeFirst();
    return row ? new ProvenManager(caller.accountId, params.programmeId, row.own_place ?? undefined) : "not-found";
  },
};

class ProvenOperator {
  declare protected readonly proven: "operator-of-programme";
  readonly programmeId: ProgrammeId;

  constructor(programmeId: ProgrammeId) {
    this.programmeId = programmeId;
  }
}

/** Whoever runs commands on the server itself, and there does for a programme what its managers may do. Made by `operatorOf` alone. */
export type OperatorOf = ProvenOperator;

/** The operator's proof, for commands. No request over HTTP ever holds one. */
export function operatorOf(programmeId: ProgrammeId): OperatorOf {
  return new ProvenOperator(programmeId);
}
