/** Takes what two people sign who begin their room anew, both having lost every key. */
import { memberOfLog } from "../../../../server/guards/log.ts";
import { Busy, type Routes } from "../../../../server/http/router.ts";
import { refuseWords } from "../erasing/rules.ts";
import { Quotas } from "../quota/store.ts";
import { readFoundings } from "./rules.ts";
import { PutFounding } from "./schema.ts";
import { putFoundings } from "./store.ts";

/** Beginning anew together. */
export const foundingRoutes: Routes = (router, app) => {
  const quotas = new Quotas();

  router.on(PutFounding, memberOfLog, async ({ proof, body, now, refuse }) => {
    const foundings = readFoundings(body);
    if (foundings === "unreadable") return refuse(foundings);
    const refused = refuseWords(foundings, proof);
    if (refused) return refuse(refused);
    const waitMs = quotas.take(proof.accountId, { entries: foundings.length, bytes: body.byteLength }, now);
    if (waitMs > 0) return new Busy(waitMs);

    const put = await putFoundings(app.db, proof, foundings, now);
    if (typeof put === "string") return refuse(put);
    app.live.logChanged(proof.logId, proof.members);
    return put;
  });
};
