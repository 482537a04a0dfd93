/** What waiting people may know of the matching, over HTTP. */
import { participantOfProgramme } from "../../../../server/guards/participant.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { readProgramme } from "../../programmes/store.ts";
import { ReadWaiting } from "./schema.ts";
import { openUntil } from "./store.ts";

/** The one route of waiting. */
export const waitingRoutes: Routes = (router, app) => {
  router.on(ReadWaiting, participantOfProgramme, async ({ proof, now }) => ({
    programmeName: (await readProgramme(app.db.read, proof.programmeId)).name,
    openUntil: (await openUntil(app.db.read, proof, now)) ?? null,
  }));
};
