/** Lays down the mails of reminders, and sends those about suggestions. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJobs, type NewJob, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { AccountId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { firstDateKind, type FirstDateNudge } from "../cadence/schema.ts";
import { makeInvitations } from "../invitations/store.ts";
import { invitationMailKind } from "../invitations/schema.ts";
import { whenToMail } from "../mails/rules.ts";
import { findChoices } from "../mails/store.ts";
import { oldEnough, type ReminderKind } from "./rules.ts";
import { findSilent, listNotMet, listSilent, listUnanswered } from "./store.ts";
import { suggestionMail } from "./text.ts";

const silentKind = "unanswered-suggestions";
const ToSilent = z.strictObject({ programmeId: ProgrammeId, to: AccountId });

/**
 * Lays down the mails of one reminder; how many there are is told to nobody. False where nothing that is open is old enough:
 * that stands in the managers' own lists, and tells of no answer.
 */
export async function addReminders(
  writer: Writer,
  app: Pick<App, "chance">,
  now: Instant,
  proof: ManagerOf,
  kind: ReminderKind,
): Promise<boolean> {
  const jobs = await jobsOf[kind](writer, app, now, proof);
  await addJobs(writer, app.chance, now, jobs ?? []);
  return jobs !== undefined;
}

type JobsOf = (
  writer: Writer,
  app: Pick<App, "chance">,
  now: Instant,
  proof: ManagerOf,
) => Promise<ReadonlyArray<NewJob> | undefined>;

/** A link is kept as a hash alone, so that a reminder brings a new one, and the old one ends. */
const inviteAgain: JobsOf = async (writer, { chance }, now, proof) => {
  const people = await listUnanswered(writer, proof.programmeId, oldEnough(now));
  if (people.length === 0) return undefined;
  const made = await makeInvitations(writer, chance, now, proof, chance.id(), people);
  return made.map(({ programmeId, invitationId, token }) => ({
    kind: invitationMailKind,
    effectKey: `${invitationMailKind}:${invitationId}`,
    payload: { programmeId, invitationId, token },
    runAt: now,
  }));
};

const askAgain: JobsOf = async (writer, _, now, { programmeId }) => {
  const people = await listSilent(writer, programmeId, now);
  const jobs = people?.map(async (to) => {
    const choices = await findChoices(writer, to);
    const when = whenToMail({ ...choices, muted: [] }, "first", now);
    return {
      kind: silentKind,
      effectKey: `${silentKind}:${programmeId}:${to}:${now}`,
      payload: { programmeId, to } satisfies z.input<typeof ToSilent>,
      runAt: when === "never" ? now : when,
    };
  });
  return jobs && Promise.all(jobs);
};

/** The mail itself asks whether there is a date meanwhile, and whether its reader wants it. */
const nudgeToDate: JobsOf = async (writer, _, now, { programmeId }) => {
  const pairs = (await listNotMet(writer, programmeId)).filter(({ startedAt }) => startedAt <= oldEnough(now));
  if (pairs.length === 0) return undefined;
  return pairs.flatMap(({ relationshipId, both }) =>
    both.map((to) => ({
      kind: firstDateKind,
      effectKey: `${firstDateKind}:${relationshipId}:${to}:asked-${now}`,
      payload: { relationshipId, to } satisfies FirstDateNudge,
      runAt: now,
    })),
  );
};

const jobsOf: Readonly<Record<ReminderKind, JobsOf>> = {
  invitations: inviteAgain,
  suggestions: askAgain,
  "first-dates": nudgeToDate,
};

/** The jobs of reminders. */
export function reminderJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: silentKind,
      async run(job) {
        const { programmeId, to } = readPayload(ToSilent, job.payload);
        const found = await findSilent(app.db.read, programmeId, to, app.clock());
        if (!found) return;
        const mail = suggestionMail(found, `${app.config.origin}/suggestions`);
        await mailer.send({ to: found.email, effectKey: job.effect_key, ...mail });
      },
    },
  ];
}
