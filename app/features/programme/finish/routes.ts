/** The end of a programme over HTTP. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { addJob } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
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
    const refused = await app.db.write((writer) => takeFinishBack(writer, app.chance, now, proof), proof.programmeId);
    return refused ? refuse(refused) : undefined;
  });
};
