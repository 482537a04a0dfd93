/** The neutral wake-ups: a day that their owner's device left, and a mail without content. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Chance } from "../../../server/chance.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJobs, readPayload } from "../../../server/jobs/table.ts";
import { sendIfWanted } from "../../../server/mail/door.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { Day } from "../../../values/day.ts";
import { AccountId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { instantAt } from "../../../values/zoned.ts";
import { mailMinutes } from "./rules.ts";
import { askToSend, dropWakeUp, findWakeUp, findZone } from "./store.ts";
import { wakeUpMail } from "./text.ts";

const wakeUpKind = "wake-up";
const WakeUp = z.strictObject({ to: AccountId, day: Day });

/** Lays down the mails of wake-up days. */
export async function addWakeUps(
  writer: Writer,
  chance: Chance,
  now: Instant,
  to: AccountId,
  days: ReadonlyArray<Day>,
): Promise<void> {
  const zone = await findZone(writer, to);
  await addJobs(
    writer,
    chance,
    now,
    days.map((day) => ({
      kind: wakeUpKind,
      effectKey: `${wakeUpKind}:${to}:${day}`,
      payload: { to, day } satisfies z.input<typeof WakeUp>,
      runAt: instantAt(day, mailMinutes, zone).instant,
    })),
  );
}

/** The jobs of wake-ups. */
export function mailJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: wakeUpKind,
      async run(job) {
        const { to, day } = readPayload(WakeUp, job.payload);
        const found = await findWakeUp(app.db.read, to, day);
        if (!found) return;
        const ask = (writer: Writer) => askToSend(writer, { to, kind: "wake-ups" }, app.clock(), job.effect_key);
        const mail = { to: found.email, ...wakeUpMail(found.name, app.config.origin) };
        if (await sendIfWanted(app, mailer, job, ask, mail))
          await app.db.write((writer) => dropWakeUp(writer, to, day));
      },
    },
  ];
}
