/** Reminders over HTTP. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import type { Routes } from "../../../server/http/router.ts";
import { noteChange } from "../changes/store.ts";
import { refuseAsking } from "../finish/store.ts";
import { readProgramme } from "../programmes/store.ts";
import { addReminders } from "./jobs.ts";
import { ReadReminders, Remind } from "./schema.ts";
import { claimReminder, readReminders } from "./store.ts";

/** Nothing was sent, so that nothing is kept either. */
class Nobody extends Error {}

/** All routes of reminders. */
export const reminderRoutes: Routes = (router, app) => {
  router.on(ReadReminders, managerOfProgramme, async ({ proof, now }) => ({
    programmeName: (await readProgramme(app.db.read, proof.programmeId)).name,
    kinds: [...(await readReminders(app.db.read, proof, now))],
  }));

  router.on(Remind, managerOfProgramme, async ({ proof, body: { kind }, now, refuse }) => {
    const held = await refuseAsking(app.db.read, proof.programmeId, now);
    if (held) return refuse(held);
    const done = app.db.write(async (writer) => {
      if (!(await claimReminder(writer, proof, kind, now))) return "too-soon";
      if (!(await addReminders(writer, app, now, proof, kind))) throw new Nobody();
      await noteChange(writer, app.chance, now, proof, { act: "reminded" });
      return undefined;
    }, proof.programmeId);
    const refused = await done.catch((error: unknown) => {
      if (error instanceof Nobody) return "nobody" as const;
      throw error;
    });
    if (refused) return refuse(refused);
    app.jobs.wake();
    return undefined;
  });
};
