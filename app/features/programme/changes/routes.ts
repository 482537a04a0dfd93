/** Reading the log of changes: managers all of their programme, everyone what concerns them. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { signedIn } from "../../../server/guards/signed-in.ts";
import type { Routes } from "../../../server/http/router.ts";
import { ListChanges, ListChangesAboutMe } from "./schema.ts";
import { listChanges, listChangesAboutMe } from "./store.ts";

/** All routes of the log of changes. */
export const changeRoutes: Routes = (router, app) => {
  router.on(ListChanges, managerOfProgramme, ({ proof, query }) => listChanges(app.db.read, proof, query.before));

  router.on(ListChangesAboutMe, signedIn, async ({ proof }) => ({
    changes: [...(await listChangesAboutMe(app.db.read, proof))],
  }));
};
