/** One's own wishes over HTTP: asked for and written by the one who has them, and by nobody else. */
import { participantOfProgramme } from "../../../../server/guards/participant.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { readProgramme } from "../../programmes/store.ts";
import { refuseWishes } from "./rules.ts";
import { ReadMyWishes, SaveMyWishes } from "./schema.ts";
import { readMyWishes, writeMyWishes } from "./store.ts";

/** Both routes of wishes. */
export const wishRoutes: Routes = (router, app) => {
  router.on(ReadMyWishes, participantOfProgramme, async ({ proof }) => {
    const { wished, avoided } = await readMyWishes(app.db.read, proof);
    const { name } = await readProgramme(app.db.read, proof.programmeId);
    return { programmeName: name, wished: [...wished], avoided: [...avoided] };
  });

  router.on(SaveMyWishes, participantOfProgramme, async ({ proof, body, refuse }) => {
    const refused = refuseWishes(body);
    if (refused) return refuse(refused);
    await app.db.write((writer) => writeMyWishes(writer, proof, body), proof.participantId);
    return undefined;
  });
};
