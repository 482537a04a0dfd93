/** The checklist over HTTP. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import type { Routes } from "../../../server/http/router.ts";
import { LaunchProgramme, MarkLaunchPoint, ReadLaunch } from "./schema.ts";
import { launchProgramme, markPoint, readLaunch } from "./store.ts";

/** All routes of the checklist. */
export const launchRoutes: Routes = (router, app) => {
  router.on(ReadLaunch, managerOfProgramme, ({ proof }) => readLaunch(app.db.read, proof.programmeId));

  router.on(MarkLaunchPoint, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    const refused = await app.db.write((writer) => markPoint(writer, app.chance, now, proof, body));
    return refused ? refuse(refused) : undefined;
  });

  router.on(LaunchProgramme, managerOfProgramme, async ({ proof, now, refuse }) => {
    const refused = await app.db.write((writer) => launchProgramme(writer, app.chance, now, proof));
    return refused ? refuse(refused) : undefined;
  });
};
