/** Asking the programme over HTTP. */
import { managerOfAsk } from "../../../server/guards/ask.ts";
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { participantOfProgramme } from "../../../server/guards/participant.ts";
import type { Routes } from "../../../server/http/router.ts";
import { addJob } from "../../../server/jobs/table.ts";
import { noteChange } from "../changes/store.ts";
import { readProgramme } from "../programmes/store.ts";
import { answeredJob, askedJob } from "./jobs.ts";
import { AnswerAsk, AskProgramme, ListAsks, ListMyAsks, RemoveAsk, TakeAsk } from "./schema.ts";
import { answerAsk, findAsker, insertAsk, listAsks, listMine, removeAsk, takeAsk } from "./store.ts";

/** All routes of asking. */
export const askRoutes: Routes = (router, app) => {
  const { db, chance } = app;

  router.on(AskProgramme, participantOfProgramme, async ({ proof, body, now, refuse }) => {
    const done = await db.write(async (writer) => {
      const kept = await insertAsk(writer, proof, body, now);
      const { programmeId } = proof;
      if (kept === "asked") await addJob(writer, chance, now, askedJob({ programmeId, askId: body.askId }, now));
      return kept;
    }, proof.accountId);
    if (done !== "asked" && done !== "as-it-was") return refuse(done);
    app.jobs.wake();
    return undefined;
  });

  router.on(ListMyAsks, participantOfProgramme, async ({ proof }) => ({
    programmeName: (await readProgramme(db.read, proof.programmeId)).name,
    asks: [...(await listMine(db.read, proof))],
  }));

  router.on(RemoveAsk, participantOfProgramme, async ({ proof, params }) => {
    await db.write((writer) => removeAsk(writer, proof, params.askId));
    return undefined;
  });

  inboxRoutes(router, app);
};

/** The inbox of the managers. */
const inboxRoutes: Routes = (router, { db, chance, jobs }) => {
  router.on(ListAsks, managerOfProgramme, async ({ proof }) => ({
    programmeName: (await readProgramme(db.read, proof.programmeId)).name,
    asks: [...(await listAsks(db.read, proof))],
  }));

  router.on(TakeAsk, managerOfAsk, async ({ proof, now, refuse }) => {
    const { manager, askId } = proof;
    const taken = await db.write(async (writer) => {
      const done = await takeAsk(writer, proof);
      const asker = await findAsker(writer, manager.programmeId, askId);
      if (done === "taken" && asker)
        await noteChange(writer, chance, now, manager, { act: "ask-taken", about: [asker.participantId] });
      return done;
    });
    return taken ? undefined : refuse("answered");
  });

  router.on(AnswerAsk, managerOfAsk, async ({ proof, body, now, refuse }) => {
    const { manager, askId } = proof;
    const answered = await db.write(async (writer) => {
      const done = await answerAsk(writer, proof, body.answer, now);
      const asker = await findAsker(writer, manager.programmeId, askId);
      if (!done || !asker) return done;
      await noteChange(writer, chance, now, manager, { act: "ask-answered", about: [asker.participantId] });
      await addJob(writer, chance, now, answeredJob({ programmeId: manager.programmeId, askId }, now));
      return done;
    });
    if (!answered) return refuse("answered");
    jobs.wake();
    return undefined;
  });
};
