/** Confirming the first manager's address over HTTP. Where no mail server is set, nobody needs to. */
import { anyone } from "../../../../../server/guards/signed-in.ts";
import { giveAsked, readAsked, takeAsked } from "../../../../../server/http/cookies.ts";
import type { Routes } from "../../../../../server/http/router.ts";
import { second } from "../../../../../values/instant.ts";
import { addressKey } from "../../../../../values/text.ts";
import { drawRequest, findAsked, keepRequest, useCode } from "../../../sign-in/requests/store.ts";
import { bucketsOfAsking, bucketsOfCode, requestLifeMs } from "../../../sign-in/rules.ts";
import { giveBack, take } from "../../../sign-in/throttle/store.ts";
import { isSetUpLink } from "../store.ts";
import { addCodeMail } from "./jobs.ts";
import { AskSetUpCode, ConfirmSetUpAddress } from "./schema.ts";
import { isShown, keepAskedFor, keepShown } from "./store.ts";

/** The routes of confirming an address. */
export const setUpAddressRoutes: Routes = (router, app) => {
  router.on(AskSetUpCode, anyone, async ({ body: { token, manager }, from, now, reply, refuse }) => {
    const emailKey = addressKey(manager.email);
    const drawn = drawRequest(app.chance);
    const refused = await app.db.write(async (writer) => {
      if (!(await isSetUpLink(writer, token))) return "no-longer-valid" as const;
      if (await isShown(writer, token, manager.email)) return "shown" as const;
      if (!(await take(writer, now, bucketsOfAsking(emailKey, from)))) return "too-many-tries" as const;
      await keepRequest(writer, drawn, emailKey, now);
      await keepAskedFor(writer, { id: drawn.id, manager });
      await addCodeMail(writer, app.chance, now, drawn, manager);
      return undefined;
    });
    const goesOut = app.config.smtpUrl !== undefined;
    if (refused === "shown") return { goesOut, isConfirmed: true };
    if (refused) return refuse(refused);
    app.jobs.wake();
    giveAsked(reply, app.config, drawn.binding, requestLifeMs / second);
    return { goesOut, isConfirmed: false };
  });

  router.on(ConfirmSetUpAddress, anyone, async ({ body: { token, code }, from, now, request, reply, refuse }) => {
    const binding = readAsked(request, app.config) ?? "";
    const refused = await app.db.write(async (writer) => {
      if (!(await isSetUpLink(writer, token))) return "no-longer-valid" as const;
      const asked = await findAsked(writer, binding, now);
      if (!asked) return "expired" as const;
      const buckets = bucketsOfCode(asked.emailKey, from);
      if (!(await take(writer, now, buckets))) return "too-many-tries" as const;
      const found = await useCode(writer, { id: asked.id, binding, code }, now);
      if (found === "no-tries-left") return "too-many-tries" as const;
      if (found === "wrong") return "wrong-code" as const;
      await giveBack(writer, buckets);
      await keepShown(writer, token, asked.emailKey);
      return undefined;
    });
    if (refused) return refuse(refused);
    takeAsked(reply, app.config);
    return undefined;
  });
};
