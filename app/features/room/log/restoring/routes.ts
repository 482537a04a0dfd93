/** Takes back what a restore lost, from whoever still holds it. */
import type { App } from "../../../../server/app.ts";
import { generationOf } from "../../../../server/database/generation.ts";
import { type MemberOfLog, memberOfLog } from "../../../../server/guards/log.ts";
import { Busy, type Routes } from "../../../../server/http/router.ts";
import type { AccountId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { appendFor } from "../append/store.ts";
import { announceAgain } from "../epochs/store.ts";
import { refuseNextBundle } from "../keys/rules.ts";
import { newestBundle, peopleAround, putBundle } from "../keys/store.ts";
import { Quotas } from "../quota/store.ts";
import { refuseAnnouncement, refuseEntry } from "../rules.ts";
import { type Given, authorOf, isSignedBy, readGiven } from "./rules.ts";
import { GiveBack, TellWhole } from "./schema.ts";
import { allBundles, awaitGiver, tellWhole } from "./store.ts";

/** The generation of a server that was never restored. */
const first = 1;

/** Giving back, and saying that a log is whole. */
export const restoringRoutes: Routes = (router, app) => {
  const quotas = new Quotas();

  router.on(GiveBack, memberOfLog, async ({ proof, query, body, now, refuse }) => {
    if ((await generationOf(app.db)) === first) return refuse("not-restored");
    const given = readGiven(query.kind, body);
    if (given === "unreadable") return refuse(given);
    const author = authorOf(given, proof.members);
    if (!author) return refuse("other-author");
    const waitMs = quotas.take(proof.accountId, { entries: 1, bytes: body.byteLength }, now);
    if (waitMs > 0) return new Busy(waitMs);
    const taken = await take(app, { proof, author, given, now });
    return taken === "taken" ? undefined : refuse(taken);
  });

  router.on(TellWhole, memberOfLog, async ({ proof }) => {
    if (!(await tellWhole(app.db, proof))) return;
    // Whoever waits to announce an epoch looks again.
    app.live.factChanged({ about: "relationship", id: proof.logId }, proof.members);
  });
};

/** A record of a member, on its way back. */
interface Giving {
  readonly proof: MemberOfLog;
  readonly author: AccountId;
  readonly given: Given;
  readonly now: Instant;
}

async function take(app: App, { proof, author, given, now }: Giving) {
  if (given.is === "bundle") return takeBundle(app, proof.accountId, author, given.bundle, now);
  const { logId, logKind, members } = proof;
  const at = { accountId: author, logId, logKind, members };
  const isEpoch = given.is === "epoch";
  const entry = isEpoch ? given.announcement.epoch : given.entry;
  const refused = isEpoch ? refuseAnnouncement(given.announcement, at) : refuseEntry(given.entry, at);
  if (refused) return refused;
  if (!(await isSignedBy(entry, await allBundles(app.db.read, author)))) return "not-signed";
  const number = isEpoch
    ? await announceAgain(app.db, proof, given.announcement, author, now)
    : await appendFor(app.db, proof, entry, author, now);
  if (typeof number === "string") return number;
  app.live.logChanged(logId, members);
  return "taken";
}

type BundleGiven = Extract<Given, { readonly is: "bundle" }>["bundle"];

async function takeBundle(app: App, giver: AccountId, accountId: AccountId, bundle: BundleGiven, now: Instant) {
  const newest = await newestBundle(app.db.read, { accountId });
  if (!newest) return "not-next";
  const refused = await refuseNextBundle(newest, bundle.bytes);
  if (refused) return refused;
  await app.db.write((writer) => awaitGiver(writer, giver, accountId, now));
  if ((await putBundle(app.db, { accountId }, bundle, now)) === "not-next") return "not-next";
  app.live.factChanged({ about: "keys", id: accountId }, await peopleAround(app.db.read, accountId));
  return "taken";
}
