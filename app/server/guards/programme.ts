/** Proof that the caller belongs to a programme, as a participant or as its manager. */
import type { AccountId, ProgrammeId } from "../../values/id.ts";
import type { Guard } from "./guard.ts";
import { managerOfProgramme } from "./manager.ts";
import { participantOfProgramme } from "./participant.ts";

class ProvenMember {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "member-of-programme";
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;

  constructor(accountId: AccountId, programmeId: ProgrammeId) {
    this.accountId = accountId;
    this.programmeId = programmeId;
  }
}

/** Somebody who takes part in this programme or manages it. Only the guard `memberOfProgramme` makes one. */
export type MemberOfProgramme = ProvenMember;

/** Lets participants and managers of the programme in the path go on. */
export const memberOfProgramme: Guard<{ readonly programmeId: ProgrammeId }, MemberOfProgramme> = {
  name: "memberOfProgramme",
  async prove(asked) {
    const participant = await participantOfProgramme.prove(asked);
    const proof = typeof participant === "string" ? await managerOfProgramme.prove(asked) : participant;
    return typeof proof === "string" ? proof : new ProvenMember(proof.accountId, proof.programmeId);
  },
};
