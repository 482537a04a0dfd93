/** Serves key material to its owner, and bundles to those who share a log with them. */
import type { App } from "../../../../server/app.ts";
import { Busy, type Routes } from "../../../../server/http/router.ts";
import { addJob } from "../../../../server/jobs/table.ts";
import { sharesALogWith } from "../../../../server/guards/log.ts";
import { type SignedIn, signedIn } from "../../../../server/guards/signed-in.ts";
import { keysMailJob } from "../../../programme/sign-in/keys-mail/rules.ts";
import { encodeByteStrings, encodeOwnKeys } from "../page/rules.ts";
import { Quotas } from "../quota/store.ts";
import { enrolKeys } from "./enrolment/store.ts";
import {
  deviceNews,
  enoughSlots,
  readBundleFacts,
  readChange,
  readEnrolment,
  readRemovalFacts,
  readRenewalFacts,
  readRingFacts,
  readSlotFacts,
  refuseEnrolment,
  refuseNextBundle,
} from "./rules.ts";
import { EnrolKeys, PutBundle, PutRing, PutSlot, ReadBundles, ReadMyKeys, RemoveSlot, RenewKeys } from "./schema.ts";
import {
  newestBundle,
  peopleAround,
  putBundle,
  putRing,
  putSlot,
  readBundles,
  readOwnKeys,
  removeSlot,
  renewKeys,
} from "./store.ts";

/** Enrolling, reading, and the next version of a bundle. */
export const keyRoutes: Routes = (router, app) => {
  const quotas = new Quotas();

  router.on(EnrolKeys, signedIn, async ({ proof, body, now, refuse }) => {
    const enrolment = readEnrolment(body);
    if (enrolment === "unreadable") return refuse(enrolment);
    const refused = refuseEnrolment(enrolment, proof.accountId);
    if (refused) return refuse(refused);

    const enrolled = await enrolKeys(app.db, proof, enrolment, now);
    if (typeof enrolled === "string") return refuse(enrolled);
    app.live.logChanged(enrolled.ownLog, [proof.accountId]);
    await tellAround(app, proof);
    return { enrolled: true } as const;
  });

  router.on(ReadMyKeys, signedIn, async ({ proof }) => encodeOwnKeys(await readOwnKeys(app.db.read, proof)));

  router.on(ReadBundles, sharesALogWith, async ({ proof }) => encodeByteStrings(await readBundles(app.db.read, proof)));

  router.on(PutBundle, signedIn, async ({ proof, body, now, refuse }) => {
    const bundle = readBundleFacts(body);
    if (bundle === "unreadable") return refuse(bundle);
    if (bundle.user !== proof.accountId) return refuse("other-author");
    const newest = await newestBundle(app.db.read, proof);
    const refused = newest && (await refuseNextBundle(newest, body));
    if (refused) return refuse(refused);

    const waitMs = quotas.take(proof.accountId, { bundles: 1 }, now);
    if (waitMs > 0) return new Busy(waitMs);

    const { accountId } = proof;
    const stored = await putBundle(app.db, proof, bundle, now, async (writer) => {
      for (const what of newest ? deviceNews(newest, bundle) : [])
        // oxlint-disable-next-line no-await-in-loop -- two at most, one after the other
        await addJob(writer, app.chance, now, keysMailJob(now, { accountId, what, which: String(bundle.version) }));
    });
    if (stored === "not-next") return refuse(stored);
    app.jobs.wake();
    await tellAround(app, proof);
    return undefined;
  });
};

/** The next version of a ring, and ways of unlocking. */
export const unlockRoutes: Routes = (router, app) => {
  const quotas = new Quotas();
  slotRoutes(router, app, quotas);

  router.on(PutRing, signedIn, async ({ proof, body, now, refuse }) => {
    const record = await changeOf(app, proof, body);
    if (typeof record === "string") return refuse(record);
    const ring = readRingFacts(record);
    if (ring === "unreadable") return refuse(ring);
    if (ring.user !== proof.accountId) return refuse("other-author");

    const waitMs = quotas.take(proof.accountId, { unlocking: 1 }, now);
    if (waitMs > 0) return new Busy(waitMs);

    const stored = await putRing(app.db, proof, ring);
    if (stored === "not-next") return refuse(stored);
    tellOwnDevices(app, proof);
    return undefined;
  });

  router.on(RenewKeys, signedIn, async ({ proof, body, now, refuse }) => {
    const record = await changeOf(app, proof, body);
    if (typeof record === "string") return refuse(record);
    const renewal = readRenewalFacts(record);
    if (renewal === "unreadable") return refuse(renewal);
    if (renewal.user !== proof.accountId) return refuse("other-author");
    if (!enoughSlots(renewal.slots.map(({ kind }) => kind))) return refuse("slots-missing");

    const waitMs = quotas.take(proof.accountId, { unlocking: 1 }, now);
    if (waitMs > 0) return new Busy(waitMs);

    const stored = await renewKeys(app.db, proof, renewal, now);
    if (stored === "not-next") return refuse(stored);
    tellOwnDevices(app, proof);
    return undefined;
  });
};

function slotRoutes(router: Parameters<Routes>[0], app: App, quotas: Quotas): void {
  router.on(PutSlot, signedIn, async ({ proof, body, now, refuse }) => {
    const record = await changeOf(app, proof, body);
    if (typeof record === "string") return refuse(record);
    const slot = readSlotFacts(record);
    if (slot === "unreadable") return refuse(slot);
    if (slot.user !== proof.accountId) return refuse("other-author");

    const waitMs = quotas.take(proof.accountId, { unlocking: 1 }, now);
    if (waitMs > 0) return new Busy(waitMs);

    const stored = await putSlot(app.db, proof, slot, now);
    if (stored === "unreadable") return refuse(stored);
    tellOwnDevices(app, proof);
    return undefined;
  });

  router.on(RemoveSlot, signedIn, async ({ proof, body, refuse }) => {
    const record = await changeOf(app, proof, body);
    if (typeof record === "string") return refuse(record);
    const removal = readRemovalFacts(record);
    if (removal === "unreadable") return refuse(removal);
    if (removal.user !== proof.accountId) return refuse("other-author");

    const removed = await removeSlot(app.db, proof, removal.slotId);
    if (removed === "needed") return refuse(removed);
    tellOwnDevices(app, proof);
    return undefined;
  });
}

/** What the person's own identity key has signed; whoever has no keys has signed nothing. */
async function changeOf(app: App, proof: SignedIn, body: Uint8Array) {
  const newest = await newestBundle(app.db.read, proof);
  return newest ? readChange(newest, body) : ("unreadable" as const);
}

/** Everybody who shares a log with the person, and the person's own devices. */
async function tellAround(app: App, { accountId }: SignedIn): Promise<void> {
  app.live.factChanged({ about: "keys", id: accountId }, await peopleAround(app.db.read, accountId));
}

function tellOwnDevices(app: App, { accountId }: SignedIn): void {
  app.live.factChanged({ about: "keys", id: accountId }, [accountId]);
}
