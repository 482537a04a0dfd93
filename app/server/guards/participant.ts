/** Proofs about a person's place in a programme: one's own, and that of somebody whom a manager looks after. */
import * as z from "zod/mini";
import type { AccountId, ParticipantId, ProgrammeId } from "../../values/id.ts";
import { Roles } from "../../values/role.ts";
import type { Guard, Proven } from "./guard.ts";
import { managerOfProgramme } from "./manager.ts";
import type { ParticipantState } from "./tables.ts";

/** Somebody who takes part in this programme, with whatever state but left. */
export interface ParticipantOf extends Proven<"participant-of-programme"> {
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;
  readonly participantId: ParticipantId;
  readonly roles: Roles;
  readonly state: ParticipantState;
}

/** Lets those who take part in the programme of the path go on; whoever left is told what strangers are told. */
export const participantOfProgramme: Guard<{ readonly programmeId: ProgrammeId }, ParticipantOf> = {
  name: "participantOfProgramme",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    const row = await read
      .selectFrom("participant")
      .select(["id", "roles", "state"])
      .where("programme_id", "=", params.programmeId)
      .where("account_id", "=", caller.accountId)
      .where("state", "!=", "left")
      .executeTakeFirst();
    if (!row) return "not-found";
    const roles = z.parse(Roles, JSON.parse(row.roles));
    return { accountId: caller.accountId, programmeId: params.programmeId, participantId: row.id, roles, state: row.state } as ParticipantOf;
  },
};

/** A programme manager, together with one person of that programme. */
export interface ManagerOfParticipant extends Proven<"manager-of-participant"> {
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;
  readonly participantId: ParticipantId;
}

/** Lets the managers of the programme go on where the person of the path is in it. */
export const managerOfParticipant: Guard<{ readonly programmeId: ProgrammeId; readonly participantId: ParticipantId }, ManagerOfParticipant> = {
  name: "managerOfParticipant",
  async prove(asked) {
    const manager = await managerOfProgramme.prove(asked);
    if (typeof manager === "string") return manager;
    const row = await asked.read
      .selectFrom("participant")
      .select("id")
      .where("programme_id", "=", manager.programmeId)
      .where("id", "=", asked.params.participantId)
      .executeTakeFirst();
    return row ? ({ accountId: manager.accountId, programmeId: manager.programmeId, participantId: row.id } as ManagerOfParticipant) : "not-found";
  },
};
