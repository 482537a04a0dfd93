/** Joining a programme. */
import { participantOfProgramme } from "../../../server/guards/participant.ts";
import { addJob } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import { askKnownPairs } from "../matching/known-pairs/schema.ts";
import { isProfileComplete } from "../profile/store.ts";
import { Enrol } from "./schema.ts";
import { enrol, hasKeys, isTooLate } from "./store.ts";

/** All routes of joining. */
export const enrolmentRoutes: Routes = (router, app) => {
  router.on(Enrol, participantOfProgramme, async ({ proof, now, refuse }) => {
    if (await isTooLate(app.db.read, proof, now)) return refuse("finished");
    if (!(await isProfileComplete(app.db.read, proof))) return refuse("profile-incomplete");
    if (!(await hasKeys(app.db.read, proof.accountId))) return refuse("keys-missing");
    await app.db.write(async (writer) => {
      await enrol(writer, proof, now);
      await addJob(writer, app.chance, now, askKnownPairs(proof.programmeId, proof.participantId, now));
    });
    app.jobs.wake();
    app.live.factChanged({ about: "me", id: proof.accountId }, [proof.accountId]);
    return undefined;
  });
};
