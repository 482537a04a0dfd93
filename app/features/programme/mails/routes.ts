/** Routes of one's own mails. */
import { signedIn } from "../../../server/guards/signed-in.ts";
import type { Routes } from "../../../server/http/router.ts";
import { addDays, dayIn } from "../../../values/day.ts";
import { addWakeUps } from "./jobs.ts";
import { furthestWakeUpDays, refuseSettings } from "./rules.ts";
import { MuteMail, PutMailSettings, PutWakeUps, ReadMailSettings } from "./schema.ts";
import { findChoices, mute, readSettings, writeSettings, writeWakeUps } from "./store.ts";

/** Which mails somebody wants, and the days of neutral wake-ups. */
export const mailRoutes: Routes = (router, app) => {
  router.on(ReadMailSettings, signedIn, async ({ proof }) => readSettings(app.db.read, proof));

  router.on(PutMailSettings, signedIn, async ({ proof, body, now, refuse }) => {
    const refused = await app.db.write(async (writer) => {
      const { quietUntil } = await findChoices(writer, proof.accountId);
      const faults = refuseSettings(body, quietUntil, dayIn(now, body.timeZone));
      if (faults.includes("quiet-in-the-past")) return "quiet-in-the-past";
      await writeSettings(writer, proof, body);
      return undefined;
    });
    return refused && refuse(refused);
  });

  router.on(MuteMail, signedIn, async ({ proof, body }) => {
    await app.db.write((writer) => mute(writer, proof, body.kind, body.muted));
    return undefined;
  });

  router.on(PutWakeUps, signedIn, async ({ proof, body, now, refuse }) => {
    const { wakeUps, timeZone } = await findChoices(app.db.read, proof.accountId);
    if (!wakeUps) return refuse("off");
    const today = dayIn(now, timeZone);
    const last = addDays(today, furthestWakeUpDays);
    const days = [...new Set(body.days)].filter((day) => day >= today && day <= last).toSorted();
    await app.db.write(async (writer) => {
      await writeWakeUps(writer, proof, days);
      await addWakeUps(writer, app.chance, now, proof.accountId, days);
    });
    return undefined;
  });
};
