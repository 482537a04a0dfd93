/** The set-up over HTTP. */
import { anyone } from "../../../../server/guards/signed-in.ts";
import { giveSignIn, readAsked, readSignIn } from "../../../../server/http/cookies.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { second } from "../../../../values/instant.ts";
import { findAsked } from "../../sign-in/requests/store.ts";
import { signInLifeMs } from "../../sign-in/rules.ts";
import { accountFor, startSignIn } from "../../sign-in/store.ts";
import { refuseProgramme } from "../rules.ts";
import { insertProgramme } from "../store.ts";
import { findAskedFor, isShown } from "./address/store.ts";
import { CheckSetUp, SetUp } from "./schema.ts";
import { isSetUpLink, useSetUpLink } from "./store.ts";

/** All routes of the set-up. */
export const setUpRoutes: Routes = (router, app) => {
  router.on(CheckSetUp, anyone, async ({ body, now, request: asking, refuse }) => {
    const { read } = app.db;
    if (!(await isSetUpLink(read, body.token))) return refuse("no-longer-valid");
    const request = await findAsked(read, readAsked(asking, app.config) ?? "", now);
    const manager = request && (await findAskedFor(read, request.id));
    return { asked: manager ?? null, goesOut: app.config.smtpUrl !== undefined };
  });

  router.on(SetUp, anyone, async ({ body, now, request, reply, refuse }) => {
    const { manager, programme, programmeId } = body;
    const refused = refuseProgramme(programme);
    if (refused) return refuse(refused);
    const done = await app.db.write(async (writer) => {
      const mayGoOn = app.config.smtpUrl === undefined || (await isShown(writer, body.token, manager.email));
      if (!mayGoOn && (await isSetUpLink(writer, body.token))) return { refused: "address-not-confirmed" } as const;
      if (!(await useSetUpLink(writer, body.token))) return { refused: "no-longer-valid" } as const;
      const managerId = await accountFor(writer, app.chance, now, manager);
      await insertProgramme(writer, app.chance, now, { id: programmeId, managerId, programme });
      const instead = readSignIn(request, app.config);
      return { token: await startSignIn(writer, app.chance, now, { accountId: managerId, instead }) };
    });
    if (done.refused) return refuse(done.refused);
    giveSignIn(reply, app.config, done.token, signInLifeMs / second);
    return { programmeId };
  });
};
