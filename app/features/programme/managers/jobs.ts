/** Sends invitations to manage by mail. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { type NewJob, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { ManagerInvitationId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { findInvitation, type NewManager } from "./store.ts";
import { managerMail } from "./text.ts";

const kind = "manager-invitation-mail";
const Payload = z.strictObject({ invitationId: ManagerInvitationId, token: z.string() });

/** The mail of an invitation to manage. */
export function managerMailJob({ invitationId, token }: NewManager, now: Instant): NewJob {
  const payload = { invitationId, token } satisfies z.input<typeof Payload>;
  return { kind, effectKey: `${kind}:${invitationId}`, payload, runAt: now };
}

/** The jobs of co-managers. */
export function managerJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind,
      async run(job) {
        const { invitationId, token } = readPayload(Payload, job.payload);
        const found = await findInvitation(app.db.read, { invitationId }, app.clock());
        if (!found) return;
        // The token stands behind the #, so that it reaches no server's log.
        const mail = managerMail(found, `${app.config.origin}/manage#t=${token}`);
        await mailer.send({ to: found.email, effectKey: job.effect_key, ...mail });
      },
    },
  ];
}
