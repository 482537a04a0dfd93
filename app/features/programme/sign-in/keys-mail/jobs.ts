/** Tells somebody by mail that a device or a passkey was added, or a device taken out or signed out as lost: whoever holds neither of their other devices at hand hears of it too. */
import * as z from "zod/mini";
import type { App } from "../../../../server/app.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { readPayload } from "../../../../server/jobs/table.ts";
import type { Mailer } from "../../../../server/mail/mailer.ts";
import { AccountId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { changedWays, kind } from "./rules.ts";
import { addressesOf } from "../../addresses/store.ts";
import { keysMail } from "./text.ts";

const Payload = z.strictObject({ accountId: AccountId, what: z.enum(changedWays), at: Instant });

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The jobs of these mails. */
export function keysMailJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind,
      async run(job) {
        const { accountId, what, at } = readPayload(Payload, job.payload);
        const link = `${app.config.origin}/keys?not-me`;
        for (const [place, { name, email }] of (await addressesOf(app.db.read, accountId)).entries()) {
          const mail = keysMail(name, what, days.format(at), link);
          // oxlint-disable-next-line no-await-in-loop -- two at most, one after the other
          await mailer.send({ to: email, effectKey: `${job.effect_key}:${place}`, ...mail });
        }
      },
    },
  ];
}
