/** Inviting people, and accepting. */
import { managerOfParticipant } from "../../../server/guards/participant.ts";
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { anyone } from "../../../server/guards/signed-in.ts";
import { giveSignIn, readSignIn } from "../../../server/http/cookies.ts";
import type { Routes } from "../../../server/http/router.ts";
import { addJobs } from "../../../server/jobs/table.ts";
import { second } from "../../../values/instant.ts";
import { noteChange } from "../changes/store.ts";
import { refuseAsking } from "../finish/store.ts";
import { comeBack } from "../leaving/moving/store.ts";
import { signInLifeMs } from "../sign-in/rules.ts";
import { accountFor, startSignIn } from "../sign-in/store.ts";
import { addInvitationMails, noteInvited } from "./jobs.ts";
import { joinProgramme } from "./joining/store.ts";
import { AcceptInvitation, ExtendInvitation, Invite, ReadInvitation } from "./schema.ts";
import { countInvited, extendInvitation, makeInvitations, readInvitation, useInvitation } from "./store.ts";

/** All routes of invitations. */
export const invitationRoutes: Routes = (router, app) => {
  router.on(Invite, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    const held = await refuseAsking(app.db.read, proof.programmeId, now);
    if (held) return refuse(held);
    const invited = await app.db.write(async (writer) => {
      const invitations = await makeInvitations(writer, app.chance, now, proof, body.requestId, body.people);
      await addInvitationMails(writer, app.chance, now, invitations);
      await noteInvited(writer, app.chance, now, proof, invitations);
      return countInvited(writer, proof, body.requestId);
    });
    app.jobs.wake();
    return { invited };
  });

  router.on(ExtendInvitation, managerOfParticipant, async ({ proof, now, refuse }) => {
    if ((await refuseAsking(app.db.read, proof.programmeId, now)) === "finished") return refuse("finished");
    const expiresAt = await app.db.write(async (writer) => {
      const until = await extendInvitation(writer, proof, now);
      const change = { act: "invitation-extended", about: [proof.participantId] } as const;
      if (until !== undefined) await noteChange(writer, app.chance, now, proof, change);
      return until;
    });
    return expiresAt === undefined ? refuse("no-invitation") : { expiresAt };
  });

  router.on(ReadInvitation, anyone, async ({ body, now, refuse }) => {
    const found = await readInvitation(app.db.read, body.token, now);
    return typeof found === "string" ? refuse(found) : found;
  });

  router.on(AcceptInvitation, anyone, async ({ body, now, request, reply, refuse }) => {
    const tried = await app.db.write(async (writer) => {
      const letIn = await useInvitation(writer, body.token, now);
      if (typeof letIn === "string") return letIn;
      const accountId = letIn.accountId ?? (await accountFor(writer, app.chance, now, letIn));
      if (!(await joinProgramme(writer, letIn, accountId, now))) return "used";
      const back = await comeBack(writer, letIn, now);
      await addJobs(writer, app.chance, now, back.jobs);
      const token = await startSignIn(writer, app.chance, now, { accountId, instead: readSignIn(request, app.config) });
      return { token, programmeId: letIn.programmeId };
    });
    if (typeof tried === "string") return refuse(tried);
    giveSignIn(reply, app.config, tried.token, signInLifeMs / second);
    return { programmeId: tried.programmeId };
  });
};
