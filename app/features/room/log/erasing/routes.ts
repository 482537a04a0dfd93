/** Takes what the two say about erasing their room. */
import type { Erasure } from "@oakroom/crypto";
import type { App } from "../../../../server/app.ts";
import { type MemberOfLog, memberOfLog } from "../../../../server/guards/log.ts";
import { Busy, type Routes } from "../../../../server/http/router.ts";
import { dayIn } from "../../../../values/day.ts";
import { Quotas } from "../quota/store.ts";
import { authorOf, goesAt, isSignedBy, readErasures, refuseWords } from "./rules.ts";
import { PutErasure, ReadErasing } from "./schema.ts";
import { bundleToVerify, closedAt, putErasures } from "./store.ts";

/** Erasing. */
export const erasingRoutes: Routes = (router, app) => {
  const quotas = new Quotas();

  router.on(ReadErasing, memberOfLog, async ({ proof }) => {
    const closed = await closedAt(app.db.read, proof.logId);
    const goes = closed && goesAt(closed, app.config.endedRoomDays);
    return { backupDays: app.config.backupDays ?? null, keptUntil: goes === undefined ? null : dayIn(goes, "UTC") };
  });

  router.on(PutErasure, memberOfLog, async ({ proof, body, now, refuse }) => {
    const erasures = readErasures(body);
    if (erasures === "unreadable") return refuse(erasures);
    const refused = refuseWords(erasures, proof);
    if (refused) return refuse(refused);
    const waitMs = quotas.take(proof.accountId, { entries: erasures.length, bytes: body.byteLength }, now);
    if (waitMs > 0) return new Busy(waitMs);
    if (!(await areSigned(app, proof, erasures))) return refuse("not-signed");

    const put = await putErasures(app.db, proof, erasures, now);
    if (typeof put === "string") return refuse(put);
    app.live.logChanged(proof.logId, proof.members);
    return put;
  });
};

async function areSigned(app: App, { members }: MemberOfLog, erasures: ReadonlyArray<Erasure>): Promise<boolean> {
  const signed = await Promise.all(
    erasures.map(async (one) => {
      const author = members.find((member) => member === authorOf(one));
      const bundle = author && (await bundleToVerify(app.db.read, author));
      return bundle !== undefined && isSignedBy(one, bundle);
    }),
  );
  return signed.every(Boolean);
}
