/** The set-up over HTTP. */
import { anyone } from "../../../../server/guards/signed-in.ts";
import { giveSignIn, readSignIn } from "../../../../server/http/cookies.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { second } from "../../../../values/instant.ts";
import { signInLifeMs } from "../../sign-in/rules.ts";
import { accountFor, startSignIn } from "../../sign-in/store.ts";
import { refuseProgramme } from "../rules.ts";
import { insertProgramme } from "../store.ts";
import { CheckSetUp, SetUp } from "./schema.ts";
import { isSetUpLink, useSetUpLink } from "./store.ts";

/** All routes of the set-up. */
export const setUpRoutes: Routes = (router, app) => {
  router.on(CheckSetUp, anyone, async ({ body, refuse }) => {
    if (!(await isSetUpLink(app.db.read, body.token))) return refuse("no-longer-valid");
    return undefined;
  });

  router.on(SetUp, anyone, async ({ body, now, request, reply, refuse }) => {
    const { manager, programme, programmeId } = body;
    const refused = refuseProgramme(programme);
    if (refused) return refuse(refused);
    const token = await app.db.write(async (writer) => {
      if (!(await useSetUpLink(writer, body.token))) return undefined;
      const managerId = await accountFor(writer, app.chance, now, manager);
      await insertProgramme(writer, app.chance, now, { id: programmeId, managerId, programme });
      return startSignIn(writer, app.chance, now, { accountId: managerId, instead: readSignIn(request, app.config) });
    });
    if (token === undefined) return refuse("no-longer-valid");
    giveSignIn(reply, app.config, token, signInLifeMs / second);
    return { programmeId };
  });
};
