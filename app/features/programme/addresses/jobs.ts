/** Sends the mails about addresses. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJob, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { AccountId } from "../../../values/id.ts";
import { type Instant, later } from "../../../values/instant.ts";
import { isCodeDue } from "./store.ts";
import { codeMail, leftMail } from "./text.ts";

const codeKind = "address-code-mail";
const leftKind = "address-left-mail";
const Code = z.strictObject({ accountId: AccountId, id: z.string(), code: z.string() });
const Left = z.strictObject({
  email: z.string(),
  name: z.string(),
  place: z.enum(["work", "private"]),
  token: z.nullable(z.string()),
});

/** Lays the mail with a code down for a part of a second later, whoever has the address: that is looked up when it is sent. */
export async function addCodeMail(
  writer: Writer,
  { chance }: Pick<App, "chance">,
  now: Instant,
  payload: z.infer<typeof Code>,
): Promise<number> {
  // Drawn by chance: the time of no answer tells whether the address is somebody’s.
  const afterMs = 100 + (Number(chance.code()) % 400);
  const effectKey = `${codeKind}:${payload.id}`;
  await addJob(writer, chance, now, { kind: codeKind, effectKey, payload, runAt: later(now, afterMs) });
  return afterMs;
}

/** Lays the mail down that tells an address that it was left. */
export async function addLeftMail(
  writer: Writer,
  { chance }: Pick<App, "chance">,
  now: Instant,
  payload: z.infer<typeof Left>,
): Promise<void> {
  await addJob(writer, chance, now, { kind: leftKind, effectKey: `${leftKind}:${chance.id()}`, payload, runAt: now });
}

/** The jobs of addresses. */
export function addressJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: codeKind,
      async run(job) {
        const { accountId, id, code } = readPayload(Code, job.payload);
        const to = await isCodeDue(app.db.read, accountId, id, app.clock());
        if (to !== undefined) await mailer.send({ to, effectKey: job.effect_key, ...codeMail(code) });
      },
    },
    {
      kind: leftKind,
      async run(job) {
        const { email, name, place, token } = readPayload(Left, job.payload);
        const link = token === null ? undefined : `${app.config.origin}/address-back#t=${token}`;
        await mailer.send({ to: email, effectKey: job.effect_key, ...leftMail(name, place, link) });
      },
    },
  ];
}
