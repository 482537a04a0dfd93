/** Programmes over HTTP. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { memberOfProgramme } from "../../../server/guards/programme.ts";
import { anyone } from "../../../server/guards/signed-in.ts";
import type { Routes } from "../../../server/http/router.ts";
import { refuseProgramme } from "./rules.ts";
import { ChangeProgramme, ReadProgramme, ReadProgrammeFacts, ReadSite } from "./schema.ts";
import { changeProgramme, countStates, readOrganisation, readProgramme } from "./store.ts";

/** All routes of programmes. */
export const programmeRoutes: Routes = (router, app) => {
  const { read } = app.db;

  router.on(ReadProgramme, managerOfProgramme, async ({ proof }) => ({
    ...(await readProgramme(read, proof.programmeId)),
    counts: await countStates(read, proof.programmeId),
  }));

  router.on(ChangeProgramme, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    const refused = refuseProgramme(body);
    if (refused) return refuse(refused);
    await app.db.write((writer) => changeProgramme(writer, now, proof.programmeId, body));
    return undefined;
  });

  router.on(ReadProgrammeFacts, memberOfProgramme, async ({ proof }) => readProgramme(read, proof.programmeId));

  router.on(ReadSite, anyone, async () => ({
    organisation: (await readOrganisation(read)) ?? null,
    origin: app.config.origin,
    originIsSecure: app.config.originIsSecure,
  }));
};
