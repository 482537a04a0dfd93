/** Co-managers over HTTP. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { anyone } from "../../../server/guards/signed-in.ts";
import { giveSignIn, readSignIn } from "../../../server/http/cookies.ts";
import type { Routes } from "../../../server/http/router.ts";
import { addJob } from "../../../server/jobs/table.ts";
import { second } from "../../../values/instant.ts";
import { signInLifeMs } from "../sign-in/rules.ts";
import { startSignIn } from "../sign-in/store.ts";
import { managerMailJob } from "./jobs.ts";
import {
  AcceptManagerInvitation,
  InviteManager,
  ListManagers,
  ReadManagerInvitation,
  RemoveManager,
  WithdrawManagerInvitation,
} from "./schema.ts";
import {
  acceptManaging,
  findInvitation,
  inviteManager,
  listManagers,
  removeManager,
  withdrawInvitation,
} from "./store.ts";

/** All routes of co-managers. */
export const managerRoutes: Routes = (router, app) => {
  const { db, chance } = app;

  router.on(ListManagers, managerOfProgramme, ({ proof, now }) => listManagers(db.read, proof, now));

  router.on(InviteManager, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    const invitation = { ...body, token: chance.token() };
    const done = await db.write(async (writer) => {
      const invited = await inviteManager(writer, chance, now, proof, invitation);
      if (invited === "invited") await addJob(writer, chance, now, managerMailJob(invitation, now));
      return invited;
    });
    if (done === "manages-already") return refuse(done);
    app.jobs.wake();
    return undefined;
  });

  router.on(WithdrawManagerInvitation, managerOfProgramme, async ({ proof, params, now, refuse }) => {
    const done = await db.write((writer) => withdrawInvitation(writer, chance, now, proof, params.invitationId));
    return done ? undefined : refuse("not-open");
  });

  router.on(RemoveManager, managerOfProgramme, async ({ proof, params: { accountId }, now, refuse }) => {
    const refused = await db.write((writer) => removeManager(writer, db.engine, chance, now, proof, accountId));
    if (refused) return refuse(refused);
    app.live.factChanged({ about: "me", id: accountId }, [accountId]);
    return undefined;
  });

  router.on(ReadManagerInvitation, anyone, async ({ body, now, refuse }) => {
    const found = await findInvitation(db.read, body, now);
    return found ?? refuse("no-longer-valid");
  });

  router.on(AcceptManagerInvitation, anyone, async ({ body, now, request, reply, refuse }) => {
    const accepted = await db.write(async (writer) => {
      const manager = await acceptManaging(writer, chance, now, body.token);
      if (!manager) return undefined;
      const { accountId } = manager;
      const token = await startSignIn(writer, chance, now, { accountId, instead: readSignIn(request, app.config) });
      return { ...manager, token };
    });
    if (!accepted) return refuse("no-longer-valid");
    giveSignIn(reply, app.config, accepted.token, signInLifeMs / second);
    return { programmeId: accepted.programmeId };
  });
};
