/** Mails to contacts, and about them. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Chance } from "../../../server/chance.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJob, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { EmailAddress } from "../../../values/text.ts";
import { managersOf } from "../invitations/managers/store.ts";
import { readProgramme } from "../programmes/store.ts";
import { listContacts } from "./store.ts";
import { askedMail, leftMail } from "./text.ts";

const asking = "contact-asked-mail";
const leaving = "contact-left-mail";
const Payload = z.strictObject({ programmeId: ProgrammeId, email: EmailAddress });

/** A mail to a contact, as one request asks for it. */
interface AskedMail extends z.infer<typeof Payload> {
  readonly requestId: string;
}

/** Names the mail of one request to one contact. */
export function askedKey({ programmeId, email, requestId }: AskedMail): string {
  return `${asking}:${programmeId}:${email}:${requestId}`;
}

/** Lays down a mail to a contact; the same request lays down no other. */
export async function addAskedMail(writer: Writer, chance: Chance, now: Instant, mail: AskedMail): Promise<void> {
  const { programmeId, email } = mail;
  await addJob(writer, chance, now, {
    kind: asking,
    effectKey: askedKey(mail),
    payload: { programmeId, email },
    runAt: now,
  });
}

/** Lays down the mails that tell the managers of a programme that a contact stepped down. */
export async function addLeftMails(
  writer: Writer,
  chance: Chance,
  now: Instant,
  { programmeId, email }: z.infer<typeof Payload>,
): Promise<void> {
  const effectKey = `${leaving}:${programmeId}:${email}:${now}`;
  await addJob(writer, chance, now, { kind: leaving, effectKey, payload: { programmeId, email }, runAt: now });
}

/** The jobs of contacts. */
export function contactJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  const { read } = app.db;
  /** Nobody is told of somebody whom the settings name no longer. */
  async function about(payload: string) {
    const { programmeId, email } = readPayload(Payload, payload);
    const contact = (await listContacts(read, programmeId)).find((each) => each.email === email);
    const managers = await managersOf(read, programmeId);
    return contact && { contact, managers, programme: await readProgramme(read, programmeId) };
  }
  return [
    {
      kind: asking,
      async run({ payload, effect_key: effectKey }) {
        const found = await about(payload);
        if (!found || found.contact.state === "left") return;
        const { contact, managers, programme } = found;
        const mail = askedMail(contact.name, programme, managers, `${app.config.origin}/contact`);
        await mailer.send({ to: contact.email, effectKey, ...mail });
      },
    },
    {
      kind: leaving,
      async run({ payload, effect_key: effectKey }) {
        const found = await about(payload);
        if (found?.contact.state !== "left") return;
        const { contact, managers, programme } = found;
        const link = `${app.config.origin}/programmes/${programme.programmeId}/settings`;
        for (const { name, email } of managers) {
          // One after the other: a mail that was sent is not sent again.
          // oxlint-disable-next-line no-await-in-loop
          await mailer.send({
            to: email,
            effectKey: `${effectKey}:${email}`,
            ...leftMail(name, contact.name, programme.name, link),
          });
        }
      },
    },
  ];
}
