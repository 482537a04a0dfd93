/** A next programme over HTTP. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import type { Routes } from "../../../server/http/router.ts";
import { addJob } from "../../../server/jobs/table.ts";
import { askKnownPairs } from "../matching/known-pairs/schema.ts";
import { refuseProgramme } from "../programmes/rules.ts";
import { AddContinuing, ListContinuing, MakeNext } from "./schema.ts";
import { addContinuing, listContinuing, makeNext } from "./store.ts";

/** All routes of a next programme. */
export const nextRoutes: Routes = (router, app) => {
  router.on(MakeNext, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    if (refuseProgramme({ timing: body.timing, contacts: [] })) return refuse("ends-before-it-starts");
    const made = await app.db.write((writer) => makeNext(writer, app.chance, now, proof, body), proof.programmeId);
    return typeof made === "string" ? refuse(made) : made;
  });

  router.on(ListContinuing, managerOfProgramme, ({ proof }) => listContinuing(app.db.read, proof));

  router.on(AddContinuing, managerOfProgramme, async ({ proof, body, now }) => {
    const { programmeId } = proof;
    const added = await app.db.write(async (writer) => {
      const many = await addContinuing(writer, { engine: app.db.engine, chance: app.chance }, now, proof, body);
      // Whoever has joined already may be asked at once.
      if (body.pairs.length > 0) await addJob(writer, app.chance, now, askKnownPairs(programmeId, "continuing", now));
      return many;
    }, programmeId);
    app.jobs.wake();
    return { added };
  });
};
