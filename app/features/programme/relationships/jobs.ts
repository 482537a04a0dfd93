/** Mails about pairs: "your room is open", and the neutral sentence at an ending. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Chance } from "../../../server/chance.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { OneOfPair } from "../../../server/guards/pair.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJob, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { AccountId, RelationshipId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { keepingJobs } from "./keeping/jobs.ts";
import { findPartner } from "./store.ts";
import { endedMail, reminderMail } from "./text.ts";

const Payload = z.strictObject({ relationshipId: RelationshipId, to: AccountId, from: AccountId });

/** Lays down a mail to the other person of a pair. */
export async function addPairMail(
  writer: Writer,
  chance: Chance,
  now: Instant,
  pair: OneOfPair,
  kind: "pair-reminder" | "pair-ended",
): Promise<void> {
  const payload: z.input<typeof Payload> = {
    relationshipId: pair.relationshipId,
    to: pair.otherId,
    from: pair.accountId,
  };
  await addJob(writer, chance, now, { kind, effectKey: `${kind}:${pair.relationshipId}:${now}`, payload, runAt: now });
}

/** The jobs of pairs. */
export function relationshipJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  const send =
    (
      write: (
        to: string,
        from: string,
        relationshipId: RelationshipId,
      ) => { readonly subject: string; readonly text: string },
    ) =>
    async (job: { readonly payload: string; readonly effect_key: string }) => {
      const { relationshipId, to, from } = readPayload(Payload, job.payload);
      const addressee = await findPartner(app.db.read, relationshipId, to);
      const sender = await findPartner(app.db.read, relationshipId, from);
      if (addressee && sender)
        await mailer.send({
          to: addressee.email,
          effectKey: job.effect_key,
          ...write(addressee.name, sender.name, relationshipId),
        });
    };
  return [
    { kind: "pair-reminder", run: send((to, from, id) => reminderMail(to, from, `${app.config.origin}/rooms/${id}`)) },
    { kind: "pair-ended", run: send((to, from) => endedMail(to, from, app.config.endedRoomDays)) },
    ...keepingJobs(app, mailer),
  ];
}
