/** Proof that the caller belongs to a programme, as a participant or as its manager. */
import type { AccountId, ProgrammeId } from "../../values/id.ts";
import type { Guard, Proven } from "./guard.ts";
import { managerOfProgramme } from "./manager.ts";
import { participantOfProgramme } from "./participant.ts";

/** Somebody who takes part in this programme or manages it. */
export interface MemberOfProgramme extends Proven<"member-of-programme"> {
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;
}

/** Lets participants and managers of the programme in the path go on. */
export const memberOfProgramme: Guard<{ readonly programmeId: ProgrammeId }, MemberOfProgramme> = {
  name: "memberOfProgramme",
  async prove(asked) {
    const participant = await participantOfProgramme.prove(asked);
    const proof = typeof participant === "string" ? await managerOfProgramme.prove(asked) : participant;
    return typeof proof === "string"
      ? proof
      : ({ accountId: proof.accountId, programmeId: proof.programmeId } as MemberOfProgramme);
  },
};
