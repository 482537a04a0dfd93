/** Signing in and out over HTTP. */
import { anyone, signedIn } from "../../../server/guards/signed-in.ts";
import { giveAsked, giveSignIn, readAsked, readSignIn, takeAsked, takeSignIn } from "../../../server/http/cookies.ts";
import type { Routes } from "../../../server/http/router.ts";
import { second } from "../../../values/instant.ts";
import { addressKey } from "../../../values/text.ts";
import { accountOfAddress } from "../addresses/store.ts";
import { addSignInMail, mailAfterMs } from "./jobs.ts";
import { bucketsOfAsking, bucketsOfCode, requestLifeMs, signInLifeMs } from "./rules.ts";
import {
  AskSignedIn,
  AskToSignIn,
  ReadMe,
  SignInWithCode,
  SignInWithLink,
  SignOut,
  SignOutEverywhere,
} from "./schema.ts";
import { drawRequest, findAsked, keepRequest, useCode, useLink } from "./requests/store.ts";
import { endEverySignIn, endSignIn, mayProlong, prolongSignIn, readMe, startSignIn } from "./store.ts";
import { giveBack, take } from "./throttle/store.ts";

const signInSeconds = signInLifeMs / second;

/** Asking for a mail: the work is the same for every address, since nobody looks whose it is before the mail is sent. */
const asking: Routes = (router, app) => {
  router.on(AskToSignIn, anyone, async ({ body, from, now, refuse, reply }) => {
    const emailKey = addressKey(body.email);
    const drawn = drawRequest(app.chance);
    const afterMs = mailAfterMs(app.chance);
    const allowed = await app.db.write(async (writer) => {
      if (!(await take(writer, now, bucketsOfAsking(emailKey, from)))) return false;
      await keepRequest(writer, drawn, emailKey, now);
      await addSignInMail(writer, app.chance, { now, afterMs }, drawn);
      return true;
    });
    if (!allowed) return refuse("too-many-tries");
    // A little later than the mail is due, or it would wait for the next look.
    app.jobs.wake(afterMs + 20);
    giveAsked(reply, app.config, drawn.binding, requestLifeMs / second);
    return undefined;
  });
};

/** Signing in with what the mail brought. */
const entering: Routes = (router, app) => {
  router.on(SignInWithCode, anyone, async ({ body, from, now, request, refuse, reply }) => {
    const binding = readAsked(request, app.config);
    if (binding === undefined) return refuse("expired");
    const tried = await app.db.write(async (writer) => {
      const asked = await findAsked(writer, binding, now);
      if (!asked) return { refused: "expired" as const };
      const buckets = bucketsOfCode(asked.emailKey, from);
      if (!(await take(writer, now, buckets))) return { refused: "too-many-tries" as const };
      const code = await useCode(writer, { id: asked.id, binding, code: body.code }, now);
      if (code === "no-tries-left") return { refused: "too-many-tries" as const };
      const accountId = code === "right" ? await accountOfAddress(writer, asked.emailKey) : undefined;
      if (!accountId) return { refused: "wrong-code" as const };
      await giveBack(writer, buckets);
      return {
        token: await startSignIn(writer, app.chance, now, { accountId, instead: readSignIn(request, app.config) }),
      };
    });
    if ("refused" in tried) return refuse(tried.refused);
    takeAsked(reply, app.config);
    giveSignIn(reply, app.config, tried.token, signInSeconds);
    return { signedIn: true as const };
  });

  router.on(SignInWithLink, anyone, async ({ body, now, request, refuse, reply }) => {
    const tried = await app.db.write(async (writer) => {
      const link = await useLink(writer, body.token, now);
      if (typeof link === "string") return { refused: link };
      const accountId = await accountOfAddress(writer, link.emailKey);
      if (!accountId) return { refused: "expired" as const };
      return {
        token: await startSignIn(writer, app.chance, now, { accountId, instead: readSignIn(request, app.config) }),
      };
    });
    if ("refused" in tried) return refuse(tried.refused);
    giveSignIn(reply, app.config, tried.token, signInSeconds);
    return { signedIn: true as const };
  });
};

/** Being signed in, and ending it. */
const being: Routes = (router, app) => {
  router.on(SignOut, signedIn, async ({ proof, now, reply }) => {
    await app.db.write((writer) => endSignIn(writer, proof.signInId, now));
    app.live.endAll(proof.accountId);
    takeSignIn(reply, app.config);
  });

  router.on(SignOutEverywhere, signedIn, async ({ proof, now, reply }) => {
    await app.db.write((writer) => endEverySignIn(writer, proof.accountId, now));
    app.live.endAll(proof.accountId);
    takeSignIn(reply, app.config);
  });

  router.on(AskSignedIn, anyone, async ({ proof }) => ({ signedIn: proof.accountId !== undefined }));

  router.on(ReadMe, signedIn, async ({ proof, now, request, reply }) => {
    const token = readSignIn(request, app.config);
    if (token !== undefined && (await mayProlong(app.db.read, proof.signInId, now))) {
      const until = await app.db.write((writer) => prolongSignIn(writer, proof.signInId, now));
      if (until !== undefined) giveSignIn(reply, app.config, token, Math.floor((until - now) / second));
    }
    return readMe(app.db.read, proof);
  });
};

/** All routes of signing in. */
export const signInRoutes: Routes = (router, app) => {
  asking(router, app);
  entering(router, app);
  being(router, app);
};
