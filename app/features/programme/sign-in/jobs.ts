/** Sends the sign-in mails, and forgets what is over. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import { addJob, forgetDone, readPayload } from "../../../server/jobs/table.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import type { Chance } from "../../../server/chance.ts";
import type { Writer } from "../../../server/database/database.ts";
import { SignInRequestId } from "../../../values/id.ts";
import { type Instant, later } from "../../../values/instant.ts";
import { Token } from "./schema.ts";
import { findAddressee, forgetOldRequests, type SignInRequest } from "./requests/store.ts";
import { forgetOldSignIns } from "./store.ts";
import { forgetFull } from "./throttle/store.ts";
import { signInMail } from "./requests/text.ts";

const kind = "sign-in-mail";
const Payload = z.strictObject({ requestId: SignInRequestId, token: Token, code: z.string() });

/** Lays down the mail of a request for a while later (see `mailAfterMs`), whether its address belongs to anybody or not. */
export async function addSignInMail(
  writer: Writer,
  chance: Chance,
  { now, afterMs }: { readonly now: Instant; readonly afterMs: number },
  { id, token, code }: SignInRequest,
): Promise<void> {
  await addJob(writer, chance, now, {
    kind,
    effectKey: `${kind}:${id}`,
    payload: { requestId: id, token, code },
    runAt: later(now, afterMs),
  });
}

/**
 * How long a mail waits, in ms. Only a known address gets one; drawn by chance, the moment at which that costs the server time
 * lies in the time of no answer that belongs to it.
 */
export function mailAfterMs(chance: Chance): number {
  return 100 + (Number(chance.code()) % 400);
}

/** The address of a sign-in link. The token stands behind the #, so that it reaches no server's log. */
export function signInLink(origin: string, token: string): string {
  return `${origin}/sign-in#t=${token}`;
}

/** The jobs of signing in. */
export function signInJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind,
      async run(job) {
        const { requestId, token, code } = readPayload(Payload, job.payload);
        const now = app.clock();
        const to = await findAddressee(app.db.read, requestId, now);
        if (to)
          await mailer.send({
            to: to.email,
            effectKey: job.effect_key,
            ...signInMail(to.name, code, signInLink(app.config.origin, token)),
          });
        await app.db.write(async (writer) => {
          await forgetOldRequests(writer, now);
          await forgetOldSignIns(writer, now);
          await forgetFull(writer, now);
          await forgetDone(writer, now);
        });
      },
    },
  ];
}
