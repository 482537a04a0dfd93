/** The people of a programme, for its managers. */
import type { App } from "../../../server/app.ts";
import type { Writer } from "../../../server/database/database.ts";
import { type ManagerOf, managerOfProgramme } from "../../../server/guards/manager.ts";
import {
  managerOfAnother,
  managerOfEach,
  type ManagerOfParticipant,
  managerOfParticipant,
} from "../../../server/guards/participant.ts";
import { addJob, addJobs } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import type { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { noteChange } from "../changes/store.ts";
import { leave, type Moved, takeLeftBack } from "../leaving/moving/store.ts";
import { tellMoved } from "../leaving/rules.ts";
import { askKnownPairs } from "../matching/known-pairs/schema.ts";
import { WriteInvitedFor } from "./invited-for/schema.ts";
import { writeInvitedFor } from "./invited-for/store.ts";
import type { PlaceAct } from "./rules.ts";
import { AddPerson, ChangePlace, CorrectPerson, ListPeople, NoteLeft, ReadPerson, RemovePerson } from "./schema.ts";
import { addPerson, changePlace, correctPerson, findAccountOf, readPerson, removePerson } from "./person/store.ts";
import { listPeople } from "./store.ts";

/** All routes of people, but for their import. */
export const peopleRoutes: Routes = (router, app) => {
  router.on(ListPeople, managerOfProgramme, ({ proof, now }) => listPeople(app.db.read, proof, now));

  router.on(ReadPerson, managerOfParticipant, ({ proof }) => readPerson(app.db.read, proof));

  router.on(AddPerson, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    const done = await app.db.write(async (writer) => {
      const added = await addPerson(writer, app.db.engine, proof, now, body.id, body.facts);
      if (added === "added")
        await noteChange(writer, app.chance, now, proof, { act: "person-added", about: [body.id] });
      return added;
    });
    return done === "address-in-use" ? refuse(done) : undefined;
  });

  router.on(NoteLeft, managerOfProgramme, async ({ proof, body, now }) => {
    const left = await app.db.write((writer) => leaveTogether(app, writer, proof, body.people, now), proof.programmeId);
    app.jobs.wake();
    for (const [person, moved] of left.moved) {
      // A few hints, one after the other.
      // oxlint-disable-next-line no-await-in-loop
      await tell(app, person);
      tellMoved(app.live, moved, person.participantId);
    }
    return { noted: left.noted };
  });

  onePersonRoutes(router, app);
};

/** Notes that these people left; how many have left now, and what follows for whoever left just now. */
async function leaveTogether(
  app: App,
  writer: Writer,
  proof: ManagerOf,
  people: ReadonlyArray<ParticipantId>,
  now: Instant,
) {
  const moved: Array<readonly [ManagerOfParticipant, Moved]> = [];
  let noted = 0;
  for (const person of await managerOfEach(writer, proof, people)) {
    // One after the other, in one transaction.
    // oxlint-disable-next-line no-await-in-loop
    const done = await leave(writer, person, now, "manager");
    if (done !== "not-now") noted += 1;
    if (typeof done !== "string") moved.push([person, done]);
  }
  const about = moved.map(([{ participantId }]) => participantId);
  if (about.length > 0) await noteChange(writer, app.chance, now, proof, { act: "set-to-left", about });
  await addJobs(
    writer,
    app.chance,
    now,
    moved.flatMap(([, { jobs }]) => jobs),
  );
  return { noted, moved };
}

/** What a manager changes about somebody who is on the list. */
const onePersonRoutes: Routes = (router, app) => {
  router.on(CorrectPerson, managerOfParticipant, async ({ proof, body, now, refuse }) => {
    const refused = await app.db.write(async (writer) => {
      const no = await correctPerson(writer, app.db.engine, proof, now, body);
      if (!no)
        await noteChange(writer, app.chance, now, proof, { act: "facts-corrected", about: [proof.participantId] });
      return no;
    });
    if (refused) return refuse(refused);
    await tell(app, proof);
    return undefined;
  });

  router.on(WriteInvitedFor, managerOfAnother, async ({ proof, body, now }) => {
    await app.db.write(async (writer) => {
      if (await writeInvitedFor(writer, proof, now, body.topics))
        await noteChange(writer, app.chance, now, proof, { act: "vouched", about: [proof.participantId] });
    });
    await tell(app, proof);
    return undefined;
  });

  router.on(ChangePlace, managerOfParticipant, async ({ proof, body, now, refuse }) => {
    const done = await app.db.write(async (writer) => {
      const changed = await actOnPlace(writer, proof, now, body.act);
      if (changed === "not-now") return changed;
      const change = { act: placeActs[body.act], about: [proof.participantId] };
      if (changed !== "as-it-was") await noteChange(writer, app.chance, now, proof, change);
      if (typeof changed !== "string") await addJobs(writer, app.chance, now, changed.jobs);
      await addJob(writer, app.chance, now, askKnownPairs(proof.programmeId, proof.participantId, now));
      return changed;
    });
    if (done === "not-now") return refuse(done);
    app.jobs.wake();
    await tell(app, proof);
    if (typeof done !== "string") tellMoved(app.live, done, proof.participantId);
    return undefined;
  });

  router.on(RemovePerson, managerOfParticipant, async ({ proof, now, refuse }) => {
    const refused = await app.db.write(async (writer) => {
      const no = await removePerson(writer, proof);
      // Whoever is off the list is not named any more, here neither.
      if (!no) await noteChange(writer, app.chance, now, proof, { act: "person-removed" });
      return no;
    });
    return refused ? refuse(refused) : undefined;
  });
};

const placeActs = {
  pause: "set-to-rest",
  resume: "set-to-go-on",
  leave: "set-to-left",
  "take-back": "left-taken-back",
} as const;

async function actOnPlace(writer: Writer, proof: ManagerOfParticipant, now: Instant, act: PlaceAct) {
  if (act === "leave") return leave(writer, proof, now, "manager");
  return act === "take-back" ? takeLeftBack(writer, proof, now) : changePlace(writer, proof, now, act);
}

/** Tells the person, where they are looking, that something about them changed. */
async function tell(
  app: App,
  { programmeId, participantId }: { readonly programmeId: ProgrammeId; readonly participantId: ParticipantId },
): Promise<void> {
  const accountId = await findAccountOf(app.db.read, programmeId, participantId);
  if (accountId) app.live.factChanged({ about: "me", id: accountId }, [accountId]);
}
