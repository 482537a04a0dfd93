/** Tells both of a pair that has ended until when their room is kept. */
import type { App } from "../../../../server/app.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { readPayload } from "../../../../server/jobs/table.ts";
import type { Mailer } from "../../../../server/mail/mailer.ts";
import { RoomGoesSoon, roomGoesSoonKind } from "../../../room/log/erasing/schema.ts";
import { findBoth } from "./store.ts";
import { goesSoonMail } from "./text.ts";

/** The job; laid down by the job that lets rooms go (`room/log/erasing`). */
export function keepingJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: roomGoesSoonKind,
      async run(job) {
        const { logId, goes } = readPayload(RoomGoesSoon, job.payload);
        const link = `${app.config.origin}/rooms/${logId}/more/keepsake`;
        for (const { accountId, name, email } of await findBoth(app.db.read, logId)) {
          const mail = goesSoonMail(name, inWords.format(goes), link);
          // oxlint-disable-next-line no-await-in-loop -- one mail after the other
          await mailer.send({ to: email, effectKey: `${job.effect_key}:${accountId}`, ...mail });
        }
      },
    },
  ];
}

/** The same day for both, and on the screen. */
const inWords = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
