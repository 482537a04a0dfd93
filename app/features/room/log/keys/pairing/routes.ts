/** The place where a new device is given the keys, over HTTP. */
import type { App } from "../../../../../server/app.ts";
import { type SignedIn, signedIn } from "../../../../../server/guards/signed-in.ts";
import type { Routes } from "../../../../../server/http/router.ts";
import { encodeByteStrings } from "../../page/rules.ts";
import { AnswerPairing, AskPairing, EndPairing, OfferPairing, ReadPairing, TakePairing } from "./schema.ts";
import { endPairing, findPairing, leave, offerPairing, takeAnswer } from "./store.ts";

/** Offering, asking, answering, taking. */
export const pairingRoutes: Routes = (router, app) => {
  router.on(OfferPairing, signedIn, async ({ proof, body, now }) => {
    await app.db.write((writer) => offerPairing(writer, proof, { ...body, now }), proof.accountId);
  });

  router.on(AskPairing, signedIn, async ({ proof, params, body, now, refuse }) => {
    const place = { ...params, now };
    const left = await app.db.write((writer) => leave(writer, proof, place, "request", body), proof.accountId);
    if (left !== "left") return refuse(left);
    tell(app, proof);
    return undefined;
  });

  router.on(ReadPairing, signedIn, async ({ proof, params, now, refuse }) => {
    const there = await findPairing(app.db.read, proof, { ...params, now });
    return there ? encodeByteStrings(there.request ? [there.request] : []) : refuse("gone");
  });

  router.on(AnswerPairing, signedIn, async ({ proof, params, body, now, refuse }) => {
    const place = { ...params, now };
    const left = await app.db.write((writer) => leave(writer, proof, place, "answer", body), proof.accountId);
    if (left !== "left") return refuse(left);
    tell(app, proof);
    return undefined;
  });

  router.on(TakePairing, signedIn, async ({ proof, params, now, refuse }) => {
    const place = { ...params, now };
    const taken = await app.db.write((writer) => takeAnswer(writer, proof, place), proof.accountId);
    if (taken === "gone") return refuse(taken);
    return encodeByteStrings(taken === "waiting" ? [] : [taken]);
  });

  router.on(EndPairing, signedIn, async ({ proof, params }) => {
    await app.db.write((writer) => endPairing(writer, proof, params.mailbox), proof.accountId);
    tell(app, proof);
  });
};

/** The other device of the two may be waiting. */
function tell(app: App, { accountId }: SignedIn): void {
  app.live.factChanged({ about: "keys", id: accountId }, [accountId]);
}
