/** The mail that shows that the first manager's address is right. */
import * as z from "zod/mini";
import type { Chance } from "../../../../../server/chance.ts";
import type { Writer } from "../../../../../server/database/database.ts";
import type { JobKind } from "../../../../../server/jobs/queue.ts";
import { addJob, readPayload } from "../../../../../server/jobs/table.ts";
import type { Mailer } from "../../../../../server/mail/mailer.ts";
import type { Instant } from "../../../../../values/instant.ts";
import type { SignInRequest } from "../../../sign-in/requests/store.ts";
import { FirstManager } from "../../schema.ts";
import { codeMail } from "./text.ts";

const kind = "set-up-code-mail";
const Payload = z.strictObject({ manager: FirstManager, code: z.string() });

/** Lays down the mail with the six digits of a request. */
export async function addCodeMail(
  writer: Writer,
  chance: Chance,
  now: Instant,
  { id, code }: Pick<SignInRequest, "id" | "code">,
  manager: z.infer<typeof FirstManager>,
): Promise<void> {
  await addJob(writer, chance, now, { kind, effectKey: `${kind}:${id}`, payload: { manager, code }, runAt: now });
}

/** The job of the set-up. */
export function setUpJobs(mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind,
      async run({ payload, effect_key: effectKey }) {
        const { manager, code } = readPayload(Payload, payload);
        await mailer.send({ to: manager.email, effectKey, ...codeMail(manager.name, code) });
      },
    },
  ];
}
