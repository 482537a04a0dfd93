/** One's own place in a programme. */
import type { Writer } from "../../../server/database/database.ts";
import { type ParticipantOf, participantOfProgramme } from "../../../server/guards/participant.ts";
import { addJob, addJobs } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import type { Instant } from "../../../values/instant.ts";
import { hasKeys } from "../enrolment/store.ts";
import { leave } from "../leaving/moving/store.ts";
import { tellMoved } from "../leaving/rules.ts";
import { askKnownPairs } from "../matching/known-pairs/schema.ts";
import { closeOpenOf } from "../matching/proposals/early/store.ts";
import { type OwnPlaceAct, refuseFacts } from "../people/rules.ts";
import { changePlace } from "../people/person/store.ts";
import { refuseSaving } from "./rules.ts";
import { ChangeMyPlace, ReadMyPlace, SaveProfile } from "./schema.ts";
import { readAddress, readMyPlace, saveProfile } from "./store.ts";

/** All routes of one's own place. */
export const profileRoutes: Routes = (router, app) => {
  router.on(ReadMyPlace, participantOfProgramme, async ({ proof }) =>
    readMyPlace(app.db.read, proof, await hasKeys(app.db.read, proof.accountId)),
  );

  router.on(SaveProfile, participantOfProgramme, async ({ proof, body, now, refuse }) => {
    const email = await readAddress(app.db.read, proof);
    const refused =
      refuseSaving(body.profile, proof.roles, proof.state) ??
      refuseFacts({ email, managerEmail: body.about.managerEmail });
    if (refused) return refuse(refused);
    await app.db.write(async (writer) => {
      await saveProfile(writer, proof, now, body);
      await addJob(writer, app.chance, now, askKnownPairs(proof.programmeId, proof.participantId, now));
    });
    app.jobs.wake();
    app.live.factChanged({ about: "me", id: proof.accountId }, [proof.accountId]);
    return undefined;
  });

  router.on(ChangeMyPlace, participantOfProgramme, async ({ proof, body, now, refuse }) => {
    const done = await app.db.write(async (writer) => {
      const changed = await actOnMine(writer, proof, now, body.act);
      if (changed === "not-now") return changed;
      await addJob(writer, app.chance, now, askKnownPairs(proof.programmeId, proof.participantId, now));
      if (typeof changed !== "string") {
        await addJobs(writer, app.chance, now, changed.jobs);
        return changed;
      }
      // Nobody is kept waiting for somebody who will not be there: what is suggested closes, with the sentence of every closing.
      return { pairs: [], suggested: body.act === "step-back" ? await closeOpenOf(writer, proof, now) : [] };
    });
    if (done === "not-now") return refuse(done);
    app.jobs.wake();
    app.live.factChanged({ about: "me", id: proof.accountId }, [proof.accountId]);
    tellMoved(app.live, done, proof.participantId);
    return undefined;
  });
};

function actOnMine(writer: Writer, proof: ParticipantOf, now: Instant, act: OwnPlaceAct) {
  return act === "leave" ? leave(writer, proof, now, "person") : changePlace(writer, proof, now, act);
}
