/** Mails about what is asked. None of them holds a word of it. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { type NewJob, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { AskId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { managersOf } from "../invitations/managers/store.ts";
import { findAsker } from "./store.ts";
import { answerMail, askMail } from "./text.ts";

const OneAsk = z.strictObject({ programmeId: ProgrammeId, askId: AskId });
type OneAsk = z.infer<typeof OneAsk>;

const askedKind = "ask-mail";
const answeredKind = "ask-answered-mail";

/** The mails to all managers: somebody asked something. */
export function askedJob(payload: OneAsk, now: Instant): NewJob {
  return { kind: askedKind, effectKey: `${askedKind}:${payload.askId}`, payload, runAt: now };
}

/** The mail to whoever asked: there is an answer. */
export function answeredJob(payload: OneAsk, now: Instant): NewJob {
  return { kind: answeredKind, effectKey: `${answeredKind}:${payload.askId}`, payload, runAt: now };
}

/** The jobs of asking. */
export function askJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: askedKind,
      async run(job) {
        const { programmeId, askId } = readPayload(OneAsk, job.payload);
        const asker = await findAsker(app.db.read, programmeId, askId);
        if (!asker) return;
        const link = `${app.config.origin}/programmes/${programmeId}/asks`;
        for (const { name, email } of await managersOf(app.db.read, programmeId)) {
          const mail = askMail(name, asker.programmeName, link);
          // One after the other: each has a key of its own, so that a second try sends none twice.
          // oxlint-disable-next-line no-await-in-loop
          await mailer.send({ to: email, effectKey: `${job.effect_key}:${email}`, ...mail });
        }
      },
    },
    {
      kind: answeredKind,
      async run(job) {
        const { programmeId, askId } = readPayload(OneAsk, job.payload);
        const asker = await findAsker(app.db.read, programmeId, askId);
        if (!asker) return;
        const mail = answerMail(asker.name, asker.programmeName, `${app.config.origin}/ask/${programmeId}`);
        await mailer.send({ to: asker.email, effectKey: job.effect_key, ...mail });
      },
    },
  ];
}
