/** The end of a programme over HTTP. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { addJob } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import { askKnownPairs } from "../matching/known-pairs/schema.ts";
import { finished, FinishProgramme, TakeFinishBack } from "./schema.ts";
import { finishProgramme, takeFinishBack } from "./store.ts";

/** All routes of a programme's end. */
export const finishRoutes: Routes = (router, app) => {
  router.on(FinishProgramme, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    const { programmeId } = proof;
    const done = await app.db.write(async (writer) => {
      const finishesAt = await finishProgramme(writer, app.chance, now, proof, body.lastDay);
      if (typeof finishesAt !== "string") await addJob(writer, app.chance, now, finished({ programmeId, finishesAt }));
      return finishesAt;
    }, programmeId);
    if (typeof done === "string") return refuse(done);
    app.jobs.wake();
    return { finishesAt: done };
  });

  router.on(TakeFinishBack, managerOfProgramme, async ({ proof, now, refuse }) => {
    const { programmeId } = proof;
    const done = await app.db.write(async (writer) => {
      const taken = await takeFinishBack(writer, app.chance, now, proof);
      // Pairs of before may have waited meanwhile.
      if (taken === "taken-back") await addJob(writer, app.chance, now, askKnownPairs(programmeId, "finish", now));
      return taken;
    }, programmeId);
    if (done === "too-late") return refuse(done);
    app.jobs.wake();
    return undefined;
  });
};
