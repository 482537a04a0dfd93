/** Tells every address of an account that somebody began anew in its name, or that this was cancelled. */
import * as z from "zod/mini";
import type { App } from "../../../../../server/app.ts";
import type { Writer } from "../../../../../server/database/database.ts";
import type { JobKind } from "../../../../../server/jobs/queue.ts";
import { addJobs, readPayload } from "../../../../../server/jobs/table.ts";
import type { Mailer } from "../../../../../server/mail/mailer.ts";
import type { AccountId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";
import { addressesOf } from "../../../../programme/addresses/store.ts";
import { begunMail, cancelledMail } from "./text.ts";

const kind = "keys-anew-mail";
const Payload = z.strictObject({ what: z.enum(["begun", "cancelled"]), email: z.string(), name: z.string() });

/** Lays down a mail for each address that the account has now: whoever changes them afterwards is too late. */
export async function addAnewMails(
  writer: Writer,
  { chance }: Pick<App, "chance">,
  {
    accountId,
    what,
    now,
  }: { readonly accountId: AccountId; readonly what: "begun" | "cancelled"; readonly now: Instant },
): Promise<void> {
  const addresses = await addressesOf(writer, accountId);
  const jobs = addresses.map(({ email, name }) => {
    return { kind, effectKey: `${kind}:${chance.id()}`, payload: { what, email, name }, runAt: now };
  });
  await addJobs(writer, chance, now, jobs);
}

/** The jobs of beginning anew. */
export function anewJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind,
      async run(job) {
        const { what, email, name } = readPayload(Payload, job.payload);
        const mail = what === "begun" ? begunMail(name, `${app.config.origin}/keys`) : cancelledMail(name);
        await mailer.send({ to: email, effectKey: job.effect_key, ...mail });
      },
    },
  ];
}
