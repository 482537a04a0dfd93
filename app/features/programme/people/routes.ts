/** The people of a programme, for its managers. */
import type { App } from "../../../server/app.ts";
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { managerOfParticipant } from "../../../server/guards/participant.ts";
import type { Routes } from "../../../server/http/router.ts";
import type { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { closeOpenOf } from "../matching/proposals/early/store.ts";
import { readSeen } from "../profile/store.ts";
import { AddPerson, ChangePlace, CorrectPerson, ListPeople, ReadPerson, RemovePerson } from "./schema.ts";
import { addPerson, changePlace, correctPerson, findAccountOf, readPerson, removePerson } from "./person/store.ts";
import { listPeople } from "./store.ts";

/** All routes of people, but for their import. */
export const peopleRoutes: Routes = (router, app) => {
  router.on(ListPeople, managerOfProgramme, ({ proof }) => listPeople(app.db.read, proof));

  router.on(ReadPerson, managerOfParticipant, async ({ proof }) => {
    const profile = await readSeen(app.db.read, proof.programmeId, proof.participantId, "programme");
    return { ...(await readPerson(app.db.read, proof)), profile: profile ?? null };
  });

  router.on(AddPerson, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    const refused = await app.db.write((writer) => addPerson(writer, app.db.engine, proof, now, body.id, body.facts));
    return refused ? refuse(refused) : undefined;
  });

  router.on(CorrectPerson, managerOfParticipant, async ({ proof, body, now, refuse }) => {
    const refused = await app.db.write((writer) => correctPerson(writer, app.db.engine, proof, now, body));
    if (refused) return refuse(refused);
    await tell(app, proof);
    return undefined;
  });

  router.on(ChangePlace, managerOfParticipant, async ({ proof, body, now, refuse }) => {
    const done = await app.db.write(async (writer) => {
      const refused = await changePlace(writer, proof, now, body.act);
      return refused ?? (body.act === "leave" ? closeOpenOf(writer, proof, now) : []);
    });
    if (done === "not-now") return refuse(done);
    await tell(app, proof);
    if (done.length > 0) app.live.factChanged({ about: "match", id: proof.participantId }, done);
    return undefined;
  });

  router.on(RemovePerson, managerOfParticipant, async ({ proof, refuse }) => {
    const refused = await app.db.write((writer) => removePerson(writer, proof));
    return refused ? refuse(refused) : undefined;
  });
};

/** Tells the person, where they are looking, that something about them changed. */
async function tell(
  app: App,
  { programmeId, participantId }: { readonly programmeId: ProgrammeId; readonly participantId: ParticipantId },
): Promise<void> {
  const accountId = await findAccountOf(app.db.read, programmeId, participantId);
  if (accountId) app.live.factChanged({ about: "me", id: accountId }, [accountId]);
}
