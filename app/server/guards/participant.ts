/** Proofs about a person's place in a programme: one's own, and that of somebody whom a manager looks after. */
import * as z from "zod/mini";
import type { AccountId, ParticipantId, ProgrammeId } from "../../values/id.ts";
import { Roles } from "../../values/role.ts";
import type { Reader } from "../database/database.ts";
import type { Guard } from "./guard.ts";
import { type ManagerOf, managerOfProgramme } from "./manager.ts";
import type { ParticipantRow, ParticipantState } from "./tables.ts";

class ProvenParticipant {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "participant-of-programme";
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;
  readonly participantId: ParticipantId;
  readonly roles: Roles;
  readonly state: ParticipantState;

  constructor(
    accountId: AccountId,
    programmeId: ProgrammeId,
    { id, roles, state }: Pick<ParticipantRow, "id" | "roles" | "state">,
  ) {
    this.accountId = accountId;
    this.programmeId = programmeId;
    this.participantId = id;
    this.roles = z.parse(Roles, JSON.parse(roles));
    this.state = state;
  }
}

/** Somebody who takes part in this programme, with whatever state but left. Only the guard `participantOfProgramme` makes one. */
export type ParticipantOf = ProvenParticipant;

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
    return row ? new ProvenParticipant(caller.accountId, params.programmeId, row) : "not-found";
  },
};

class ProvenManagerOfParticipant {
  declare protected readonly proven: "manager-of-participant";
  readonly accountId: AccountId;
  readonly programmeId: ProgrammeId;
  readonly participantId: ParticipantId;
  /** The manager's own place, where they take part. */
  readonly ownPlace: ParticipantId | undefined;

  constructor({ accountId, programmeId, ownPlace }: ManagerOf, participantId: ParticipantId) {
    this.accountId = accountId;
    this.programmeId = programmeId;
    this.participantId = participantId;
    this.ownPlace = ownPlace;
  }
}

/** A programme manager, together with one person of that programme. Only the guard `managerOfParticipant` makes one. */
export type ManagerOfParticipant = ProvenManagerOfParticipant;

/** Lets the managers of the programme go on where the person of the path is in it. */
export const managerOfParticipant: Guard<
  { readonly programmeId: ProgrammeId; readonly participantId: ParticipantId },
  ManagerOfParticipant
> = {
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
    return row ? new ProvenManagerOfParticipant(manager, row.id) : "not-found";
  },
};

/** A manager together with each of these people; whoever is not in their programme is left out. */
export async function managerOfEach(
  read: Reader,
  manager: ManagerOf,
  people: ReadonlyArray<ParticipantId>,
): Promise<ReadonlyArray<ManagerOfParticipant>> {
  const rows = await read
    .selectFrom("participant")
    .select("id")
    .where("programme_id", "=", manager.programmeId)
    .orderBy("id")
    .execute();
  const named = new Set(people);
  return rows.flatMap(({ id }) => (named.has(id) ? [new ProvenManagerOfParticipant(manager, id)] : []));
}

/** The same, but for a manager's own place: who may suit whom is never theirs to see where it is about themselves. */
export const managerOfAnother: typeof managerOfParticipant = {
  name: "managerOfAnother",
  async prove(asked) {
    const proof = await managerOfParticipant.prove(asked);
    return typeof proof === "string" || proof.participantId !== proof.ownPlace ? proof : "not-found";
  },
};
