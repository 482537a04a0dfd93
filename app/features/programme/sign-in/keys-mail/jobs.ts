/** Tells somebody by mail that a device or a passkey was added: whoever holds neither of their other devices at hand hears of it too. */
import * as z from "zod/mini";
import type { App } from "../../../../server/app.ts";
import type { Chance } from "../../../../server/chance.ts";
import type { Writer } from "../../../../server/database/database.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { addJob, readPayload } from "../../../../server/jobs/table.ts";
import type { Mailer } from "../../../../server/mail/mailer.ts";
import { AccountId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { findAccount } from "./store.ts";
import { type AddedWay, keysMail } from "./text.ts";

const kind = "keys-mail";
const Payload = z.strictObject({ accountId: AccountId, what: z.enum(["device", "passkey"]), at: Instant });

/** What was added, and to whom. `which` names it, so that the same is told once. */
export interface WayAdded {
  readonly accountId: AccountId;
  readonly what: AddedWay;
  readonly which: string;
}

/** Lays the mail down, in the transaction that adds it. */
export async function addKeysMail(
  writer: Writer,
  chance: Chance,
  now: Instant,
  { accountId, what, which }: WayAdded,
): Promise<void> {
  const effectKey = `${kind}:${what}:${accountId}:${which}`;
  await addJob(writer, chance, now, { kind, effectKey, payload: { accountId, what, at: now }, runAt: now });
}

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The jobs of these mails. */
export function keysMailJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind,
      async run(job) {
        const { accountId, what, at } = readPayload(Payload, job.payload);
        const to = await findAccount(app.db.read, accountId);
        if (!to) return;
        const link = `${app.config.origin}/keys?not-me`;
        const mail = keysMail(to.name, what, days.format(at), link);
        await mailer.send({ to: to.email, effectKey: job.effect_key, ...mail });
      },
    },
  ];
}
