/** Tells somebody by mail that a device or a passkey was added, or a device taken out or signed out as lost: whoever holds neither of their other devices at hand hears of it too. */
import * as z from "zod/mini";
import type { App } from "../../../../server/app.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { readPayload } from "../../../../server/jobs/table.ts";
import { type Mailer, sendToEach } from "../../../../server/mail/mailer.ts";
import { AccountId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { changedWays, kind } from "./rules.ts";
import { findZone } from "../../mails/store.ts";
import { addressesOf } from "../../addresses/store.ts";
import { keysMail } from "./text.ts";

const Payload = z.strictObject({ accountId: AccountId, what: z.enum(changedWays), at: Instant });

/** The jobs of these mails. */
export function keysMailJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind,
      async run(job) {
        const { accountId, what, at } = readPayload(Payload, job.payload);
        const link = `${app.config.origin}/keys?not-me`;
        const when = whenIn(at, await findZone(app.db.read, accountId));
        const addresses = await addressesOf(app.db.read, accountId);
        const mail = keysMail(addresses[0]?.name ?? "", what, when, link);
        const places = addresses.map(({ email }) => email);
        await sendToEach(mailer, places, { effectKey: job.effect_key, ...mail });
      },
    },
  ];
}

/** By the reader's clock, with the name of their zone. */
function whenIn(instant: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "long",
  }).format(instant);
}
