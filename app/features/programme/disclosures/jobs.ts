/** Mails that say that something waits, and nothing else. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Chance } from "../../../server/chance.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJob, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { AccountId, type LetterId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { findReader } from "./store.ts";
import { shownMail, waitingMail } from "./text.ts";

const kinds = { shown: "contact-shown-mail", answered: "letter-waits-mail" } as const;
const Payload = z.strictObject({ to: AccountId });

/** Lays down the mail about a letter. */
export async function addLetterMail(
  writer: Writer,
  chance: Chance,
  now: Instant,
  about: { readonly what: keyof typeof kinds; readonly letterId: LetterId; readonly to: AccountId },
): Promise<void> {
  const kind = kinds[about.what];
  await addJob(writer, chance, now, {
    kind,
    effectKey: `${kind}:${about.letterId}`,
    payload: { to: about.to },
    runAt: now,
  });
}

/** The jobs of disclosures. */
export function disclosureJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  const { origin } = app.config;
  const send =
    (write: (name: string) => { readonly subject: string; readonly text: string }): JobKind["run"] =>
    async (job) => {
      const reader = await findReader(app.db.read, readPayload(Payload, job.payload).to);
      if (reader) await mailer.send({ to: reader.email, effectKey: job.effect_key, ...write(reader.name) });
    };
  return [
    { kind: kinds.shown, run: send((name) => shownMail(name, `${origin}/contact`)) },
    { kind: kinds.answered, run: send((name) => waitingMail(name, `${origin}/`)) },
  ];
}
