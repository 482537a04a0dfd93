/** Once an end cannot be taken back: open suggestions close without blame, and everyone is told by one mail. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJobs, type JobRow, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { AccountId, ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { closeOpenIn } from "../matching/proposals/early/store.ts";
import { lastDayOf } from "./rules.ts";
import { Finished, finishedKind } from "./schema.ts";
import { findTold, listJoined, readSpan } from "./store.ts";
import { finishedMail } from "./text.ts";

const mailKind = "finished-mail";
const Letter = z.strictObject({ programmeId: ProgrammeId, to: AccountId, finishesAt: Instant });

/** The jobs of a programme's end. */
export function finishJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    { kind: finishedKind, run: (job) => close(app, job) },
    { kind: mailKind, run: (job) => send(app, mailer, job) },
  ];
}

async function close(app: App, job: JobRow): Promise<void> {
  const { programmeId, finishesAt } = readPayload(Finished, job.payload);
  const now = app.clock();
  await app.db.write(async (writer) => {
    if ((await readSpan(writer, programmeId)).finishesAt !== finishesAt) return;
    await closeOpenIn(writer, programmeId, now);
    const letters = (await listJoined(writer, programmeId)).map((to) => ({
      kind: mailKind,
      effectKey: `${mailKind}:${programmeId}:${to}:${finishesAt}`,
      payload: { programmeId, to, finishesAt } satisfies z.input<typeof Letter>,
      runAt: now,
    }));
    await addJobs(writer, app.chance, now, letters);
  }, programmeId);
  app.jobs.wake();
}

async function send(app: App, mailer: Mailer, job: JobRow): Promise<void> {
  const { programmeId, to, finishesAt } = readPayload(Letter, job.payload);
  const told = await findTold(app.db.read, programmeId, to);
  if (!told || told.email === "") return;
  const mail = finishedMail({ ...told, lastDay: lastDayOf(finishesAt), origin: app.config.origin });
  await mailer.send({ to: told.email, effectKey: job.effect_key, ...mail });
}
