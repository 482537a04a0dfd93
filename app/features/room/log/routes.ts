/** Serves sealed logs to their members. Every handler is behind `memberOfLog`; the bytes pass through unopened. */
import type { App } from "../../../server/app.ts";
import { generationOf } from "../../../server/database/generation.ts";
import { memberOfLog } from "../../../server/guards/log.ts";
import { signedIn } from "../../../server/guards/signed-in.ts";
import { Busy, type Router, type Routes } from "../../../server/http/router.ts";
import { announceEpoch, readWraps, replaceWrap } from "./epochs/store.ts";
import { refuseLetting } from "./keys/anew/letting/store.ts";
import { encodeByteStrings, encodePage } from "./page/rules.ts";
import { readEntries } from "./page/store.ts";
import { Quotas } from "./quota/store.ts";
import { readAnnouncement, readEntry, readWrapFacts, refuseAnnouncement, refuseEntry } from "./rules.ts";
import { AnnounceEpoch, AppendEntry, ListLogs, pageLimit, ReadEntries, ReadWraps, ReplaceWrap } from "./schema.ts";
import { passesAtRest } from "./resting/rules.ts";
import { appendEntry, appendUnless } from "./append/store.ts";
import { listLogs } from "./store.ts";

/** Logs: append, announce, page, wraps. */
export const logRoutes: Routes = (router, app) => {
  const quotas = new Quotas();
  readingRoutes(router, app);
  wrapRoutes(router, app, quotas);

  router.on(ListLogs, signedIn, async ({ proof }) => ({
    generation: await generationOf(app.db),
    logs: [...(await listLogs(app.db.read, proof.accountId))],
  }));

  router.on(AppendEntry, memberOfLog, async ({ proof, query, body, now, refuse }) => {
    const entry = readEntry(query.kind, body);
    if (entry === "unreadable") return refuse(entry);
    const refused = refuseEntry(entry, proof);
    if (refused) return refuse(refused);

    const waitMs = quotas.take(
      proof.accountId,
      { entries: 1, bytes: body.byteLength, cuts: query.kind === "cut" ? 1 : 0 },
      now,
    );
    if (waitMs > 0) return new Busy(waitMs);

    const mayRest = passesAtRest(query.kind, query.ending === "yes");
    const number =
      entry.kind === "readmit"
        ? await appendUnless(app.db, proof, entry, now, (writer) => refuseLetting(writer, app.db.engine, proof, body))
        : await appendEntry(app.db, proof, { ...entry, mayRest }, now);
    if (typeof number === "string") return refuse(number);
    app.live.logChanged(proof.logId, proof.members);
    return { number, generation: await generationOf(app.db) };
  });

  router.on(AnnounceEpoch, memberOfLog, async ({ proof, body, now, refuse }) => {
    const announcement = readAnnouncement(body);
    if (announcement === "unreadable") return refuse(announcement);
    const refused = refuseAnnouncement(announcement, proof);
    if (refused) return refuse(refused);

    const waitMs = quotas.take(proof.accountId, { entries: 1, bytes: body.byteLength }, now);
    if (waitMs > 0) return new Busy(waitMs);

    const number = await announceEpoch(app.db, proof, announcement, now);
    if (typeof number === "string") return refuse(number);
    app.live.logChanged(proof.logId, proof.members);
    return { number, generation: await generationOf(app.db) };
  });
};

function readingRoutes(router: Router, app: App): void {
  router.on(ReadEntries, memberOfLog, async ({ proof, query }) => {
    const limit = Math.max(1, Math.min(query.limit ?? pageLimit, pageLimit));
    const entries = await readEntries(app.db.read, proof.logId, query.after, limit);
    // What was appended between guard and page is in the page, and counts.
    const lastNumber = Math.max(proof.lastNumber, entries.at(-1)?.number ?? 0);
    return encodePage(await generationOf(app.db), lastNumber, entries);
  });
}

function wrapRoutes(router: Router, app: App, quotas: Quotas): void {
  router.on(ReadWraps, memberOfLog, async ({ proof }) => encodeByteStrings(await readWraps(app.db.read, proof)));

  router.on(ReplaceWrap, memberOfLog, async ({ proof, body, now, refuse }) => {
    const wrap = readWrapFacts(body);
    if (wrap === "unreadable") return refuse(wrap);
    if (wrap.logId !== proof.logId) return refuse("other-log");

    const waitMs = quotas.take(proof.accountId, { entries: 1, bytes: body.byteLength }, now);
    if (waitMs > 0) return new Busy(waitMs);

    const replaced = await replaceWrap(app.db, proof, wrap, now);
    return replaced === "replaced" ? undefined : refuse(replaced);
  });
}
