/** Sends invitations by mail. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Chance } from "../../../server/chance.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJobs, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { InvitationId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { type ChangedBy, noteChange } from "../changes/store.ts";
import { invitationMailKind } from "./schema.ts";
import { findInvited, type NewInvitation } from "./store.ts";
import { invitationMail } from "./text.ts";

const Payload = z.strictObject({ programmeId: ProgrammeId, invitationId: InvitationId, token: z.string() });

/** Lays down one mail for each invitation. */
export async function addInvitationMails(
  writer: Writer,
  chance: Chance,
  now: Instant,
  invitations: ReadonlyArray<NewInvitation>,
): Promise<void> {
  await addJobs(
    writer,
    chance,
    now,
    invitations.map(({ programmeId, invitationId, token }) => ({
      kind: invitationMailKind,
      effectKey: `${invitationMailKind}:${invitationId}`,
      payload: { programmeId, invitationId, token },
      runAt: now,
    })),
  );
}

/** Notes in the log of changes who was invited; nothing where a repeat has invited nobody. */
export async function noteInvited(
  writer: Writer,
  chance: Chance,
  now: Instant,
  by: ChangedBy,
  invitations: ReadonlyArray<NewInvitation>,
): Promise<void> {
  const about = invitations.map(({ participantId }) => participantId);
  if (about.length > 0) await noteChange(writer, chance, now, by, { act: "invited", about });
}

/** The address of an invitation. The token stands behind the #, so that it reaches no server's log. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/join#t=${token}`;
}

/** The jobs of invitations. */
export function invitationJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: invitationMailKind,
      async run(job) {
        const { token, ...which } = readPayload(Payload, job.payload);
        const invited = await findInvited(app.db.read, which, app.clock());
        if (invited)
          await mailer.send({
            to: invited.email,
            effectKey: job.effect_key,
            ...invitationMail(invited, invitationLink(app.config.origin, token)),
          });
      },
    },
  ];
}
