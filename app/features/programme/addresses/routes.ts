/** Changing one's addresses over HTTP. */
import type { App } from "../../../server/app.ts";
import type { Writer } from "../../../server/database/database.ts";
import { anyone, type SignedIn, signedIn } from "../../../server/guards/signed-in.ts";
import type { Router, Routes } from "../../../server/http/router.ts";
import type { Instant } from "../../../values/instant.ts";
import { addressKey } from "../../../values/text.ts";
import { holdAccount, newestBundle } from "../../room/log/keys/store.ts";
import { endInvitationsOf } from "../invitations/left/store.ts";
import { endRequestsTo } from "../sign-in/requests/store.ts";
import { endEverySignIn, endOtherSignIns } from "../sign-in/store.ts";
import { giveBack, take } from "../sign-in/throttle/store.ts";
import { addCodeMail, addLeftMail } from "./jobs.ts";
import { bringBack, keepLeft } from "./left/store.ts";
import { bucketsOfChange, bucketsOfTaking, isOwnAlready } from "./rules.ts";
import { AskAddress, type Place, ReadAddresses, RemoveAddress, TakeAddress, UndoAddress } from "./schema.ts";
import { isSigned, isTooEarly } from "./signed/store.ts";
import { addressesOf, dropPrivate, findWish, keepChange, putAddress, useWish } from "./store.ts";

/** Reading, asking, taking, removing, and taking back. */
export const addressRoutes: Routes = (router, app) => {
  router.on(ReadAddresses, signedIn, async ({ proof }) => {
    const [known, other] = await addressesOf(app.db.read, proof.accountId);
    const needsKeys = (await newestBundle(app.db.read, proof)) !== undefined;
    return { email: known?.email ?? "", privateEmail: other?.email ?? null, needsKeys };
  });

  router.on(AskAddress, signedIn, async ({ proof, body, from, now, refuse }) => {
    if (await isTooEarly(app.db.read, proof, now)) return refuse("began-anew");
    const own = await addressesOf(app.db.read, proof.accountId);
    if (
      isOwnAlready(
        body.email,
        own.map(({ email }) => email),
      )
    )
      return refuse("own-already");
    const asked = await app.db.write(async (writer) => {
      if (!(await take(writer, now, bucketsOfChange(addressKey(body.email), from)))) return undefined;
      const code = app.chance.code();
      if (!(await keepChange(writer, proof, { ...body, code }, now))) return 0;
      return addCodeMail(writer, app, now, { accountId: proof.accountId, id: body.id, code });
    });
    if (asked === undefined) return refuse("too-many-tries");
    // A little later than the mail is due, or it would wait for the next look.
    app.jobs.wake(asked + 20);
    return undefined;
  });

  takingRoutes(router, app);

  router.on(UndoAddress, anyone, async ({ body, now, refuse }) => {
    const back = await app.db.write(async (writer) => {
      const accountId = await bringBack(writer, app.db.engine, body.token, now);
      if (accountId) await endEverySignIn(writer, accountId, now);
      return accountId;
    });
    if (!back) return refuse("expired");
    app.live.endAll(back);
    return undefined;
  });
};

function takingRoutes(router: Router, app: App): void {
  const { engine } = app.db;

  router.on(TakeAddress, signedIn, async ({ proof, body, now, refuse }) => {
    const refused = await app.db.write(async (writer) => {
      await holdAccount(writer, engine, proof.accountId);
      if (await isTooEarly(writer, proof, now)) return "began-anew";
      const wish = await findWish(writer, proof, body.id, now);
      if (!wish) return "expired";
      const says = { id: body.id, use: wish.place, address: wish.email } as const;
      if (!(await isSigned(writer, proof, body.change, says))) return "not-signed";
      const buckets = bucketsOfTaking(proof.accountId);
      if (!(await take(writer, now, buckets))) return "too-many-tries";
      const code = await useWish(writer, proof, body, now);
      if (code === "no-tries-left") return "too-many-tries";
      if (code === "wrong") return "wrong-code";
      await giveBack(writer, buckets);
      const put = await putAddress({ writer, engine }, proof.accountId, wish, now);
      // Whoever has it is nobody else's business: it is as if the code had been another.
      if (put === "taken") return "wrong-code";
      await leave(app, writer, proof, { place: wish.place, left: put.left, now });
      return undefined;
    }, proof.accountId);
    if (refused) return refuse(refused);
    await tell(app, proof);
    return undefined;
  });

  router.on(RemoveAddress, signedIn, async ({ proof, body, now, refuse }) => {
    const refused = await app.db.write(async (writer) => {
      await holdAccount(writer, engine, proof.accountId);
      if (await isTooEarly(writer, proof, now)) return "began-anew";
      if (!(await isSigned(writer, proof, body.change, { id: body.id, use: "no-private", address: "" })))
        return "not-signed";
      const left = await dropPrivate(writer, proof);
      if (left !== undefined) await leave(app, writer, proof, { place: "private", left, now });
      return undefined;
    }, proof.accountId);
    if (refused) return refuse(refused);
    await tell(app, proof);
    return undefined;
  });
}

/** Tells an address that it was left, ends what was on its way there, and signs every other browser out. */
async function leave(
  app: App,
  writer: Writer,
  proof: SignedIn,
  { place, left, now }: { readonly place: Place; readonly left: string | undefined; readonly now: Instant },
): Promise<void> {
  await endOtherSignIns(writer, proof, now);
  if (left === undefined) return;
  const { accountId } = proof;
  await endRequestsTo(writer, addressKey(left), now);
  await endInvitationsOf(writer, { accountId, emailKey: addressKey(left) }, now);
  const [known] = await addressesOf(writer, accountId);
  const hasKeys = (await newestBundle(writer, proof)) !== undefined;
  const token = hasKeys ? null : await keepLeft(writer, app.chance, { accountId, place, email: left }, now);
  await addLeftMail(writer, app, now, { email: left, name: known?.name ?? "", place, token });
}

async function tell(app: App, { accountId }: SignedIn): Promise<void> {
  app.jobs.wake();
  app.live.endAll(accountId);
  app.live.factChanged({ about: "me", id: accountId }, [accountId]);
}
