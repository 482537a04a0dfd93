/** Beginning anew over HTTP, and cancelling it. */
import { encode } from "@oakroom/crypto";
import type { App } from "../../../../../server/app.ts";
import { sharesALogWith } from "../../../../../server/guards/log.ts";
import { type SignedIn, signedIn } from "../../../../../server/guards/signed-in.ts";
import type { Routes } from "../../../../../server/http/router.ts";
import { endOtherSignIns } from "../../../../programme/sign-in/store.ts";
import { readEnrolment, refuseEnrolment } from "../rules.ts";
import { peopleAround } from "../store.ts";
import { addAnewMails } from "./jobs.ts";
import { BeginAnew, CancelAnew, ReadFormerKeys, ReadIdentities, ReadLoss } from "./schema.ts";
import { beginAnew, cancelAnew, readFormerKeys, readIdentities, readLoss } from "./store.ts";

/** Beginning anew, and what the others need to know of it. */
export const anewRoutes: Routes = (router, app) => {
  router.on(BeginAnew, signedIn, async ({ proof, body, now, refuse }) => {
    const enrolment = readEnrolment(body);
    if (enrolment === "unreadable") return refuse(enrolment);
    const refused = refuseEnrolment(enrolment, proof.accountId);
    if (refused) return refuse(refused);

    const { accountId } = proof;
    const begun = await beginAnew(app.db, proof, enrolment, now, (writer) =>
      addAnewMails(writer, app, { accountId, what: "begun", now }),
    );
    if (begun === "same") return { enrolled: true } as const;
    if (typeof begun === "string") return refuse(begun);
    app.jobs.wake();
    app.live.logChanged(begun.ownLog, [accountId]);
    await tellAround(app, proof);
    return { enrolled: true } as const;
  });

  router.on(ReadLoss, signedIn, ({ proof, now }) => readLoss(app.db.read, proof, now));

  router.on(CancelAnew, signedIn, async ({ proof, body, now, refuse }) => {
    const { accountId, signInId } = proof;
    const cancelled = await cancelAnew(app.db, proof, body, now, async (writer) => {
      await endOtherSignIns(writer, { accountId, signInId }, now);
      await addAnewMails(writer, app, { accountId, what: "cancelled", now });
    });
    if (cancelled !== "cancelled") return refuse(cancelled);
    app.jobs.wake();
    // Streams do not know whose sign-in they stand on: all end, and those that may come back do.
    app.live.endAll(accountId);
    await tellAround(app, proof);
    return undefined;
  });

  router.on(ReadFormerKeys, signedIn, async ({ proof }) => {
    const former = await readFormerKeys(app.db.read, proof);
    return encode(former.map(({ ring, slots }) => [ring, slots]));
  });

  router.on(ReadIdentities, sharesALogWith, async ({ proof }) => {
    const { identities, disowned } = await readIdentities(app.db.read, proof);
    return encode([identities, disowned]);
  });
};

async function tellAround(app: App, { accountId }: SignedIn): Promise<void> {
  app.live.factChanged({ about: "keys", id: accountId }, await peopleAround(app.db.read, accountId));
}
