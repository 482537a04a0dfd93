/** Sends the reminders before a session, each once, in the reader's own time zone; and helps new pairs to a first date. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Chance } from "../../../server/chance.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { OneOfPair } from "../../../server/guards/pair.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJob, readPayload } from "../../../server/jobs/table.ts";
import { sendIfWanted } from "../../../server/mail/door.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { AccountId, RelationshipId } from "../../../values/id.ts";
import { addDays, dayIn } from "../../../values/day.ts";
import { hour, Instant, later, minute } from "../../../values/instant.ts";
import { onWorkDay } from "../mails/rules.ts";
import { askToRemind, askToSend, findChoices, findZone } from "../mails/store.ts";
import { footer } from "../mails/text.ts";
import { remindersFor } from "./rules.ts";
import { firstDateKind, FirstDateNudge } from "./schema.ts";
import { findReminder, findWithoutDate } from "./store.ts";
import { firstDateMail, reminderMail } from "./text.ts";

const kind = "session-reminder";
const Payload = z.strictObject({
  relationshipId: RelationshipId,
  to: AccountId,
  startsAt: Instant,
  reminder: z.enum(["day-before", "soon"]),
});

/**
 * Lays down the reminders of a session for both. The key of the effect names pair, person, start and kind: setting the same date again adds nothing,
 * and a reminder whose date has moved finds that out when it is due, and stays silent.
 */
export async function addReminders(
  writer: Writer,
  chance: Chance,
  now: Instant,
  pair: OneOfPair,
  startsAt: Instant,
): Promise<void> {
  for (const to of [pair.accountId, pair.otherId]) {
    // Small reads and inserts of one transaction, in order.
    // oxlint-disable-next-line no-await-in-loop
    const choices = await findChoices(writer, to);
    for (const { kind: reminder, dueAt } of remindersFor(startsAt, now, (due) => onWorkDay(choices, due))) {
      const payload: z.input<typeof Payload> = { relationshipId: pair.relationshipId, to, startsAt, reminder };
      // oxlint-disable-next-line no-await-in-loop -- see above
      await addJob(writer, chance, now, {
        kind,
        effectKey: `${kind}:${pair.relationshipId}:${to}:${startsAt}:${reminder}`,
        payload,
        runAt: dueAt,
      });
    }
  }
}

/** The jobs of sessions' dates. */
export function cadenceJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: firstDateKind,
      async run(job) {
        const { relationshipId, to } = readPayload(FirstDateNudge, job.payload);
        const found = await findWithoutDate(app.db.read, relationshipId, to);
        if (!found) return;
        const mail = firstDateMail(found.name, found.otherName, `${app.config.origin}/rooms/${relationshipId}`);
        const ask = (writer: Writer) => askToSend(writer, { to, kind: "first" }, app.clock(), job.effect_key);
        const text = `${mail.text}\n${footer(app.config.origin, "first")}`;
        await sendIfWanted(app, mailer, job, ask, { to: found.email, subject: mail.subject, text });
      },
    },
    {
      kind,
      async run(job) {
        const { relationshipId, to, startsAt, reminder } = readPayload(Payload, job.payload);
        const found = await findReminder(app.db.read, relationshipId, to);
        if (found?.next_starts_at !== startsAt || startsAt < app.clock()) return;
        const zone = await findZone(app.db.read, to, found.next_time_zone);
        const day = dayWords(startsAt, app.clock(), zone);
        const reminded = { name: found.name, otherName: found.other_name, when: whenIn(startsAt, zone), day };
        const mail = reminderMail(reminder, reminded, `${app.config.origin}/rooms/${relationshipId}`);
        const lastAt = later(startsAt, reminder === "soon" ? -5 * minute : -hour);
        const ask = (writer: Writer) => askToRemind(writer, { to, kind: "session" }, app.clock(), lastAt);
        const text = `${mail.text}
${footer(app.config.origin, "session")}`;
        await sendIfWanted(app, mailer, job, ask, { to: found.email, subject: mail.subject, text });
      },
    },
  ];
}

/**
 * "Tomorrow"; "On Monday" where a reminder came sooner, on its reader's last working day before; "Today" where it waited for the
 * morning, or where a day has 25 hours.
 */
function dayWords(startsAt: Instant, now: Instant, timeZone: string): string {
  const [day, today] = [dayIn(startsAt, timeZone), dayIn(now, timeZone)];
  if (day <= today) return "Today";
  if (day === addDays(today, 1)) return "Tomorrow";
  return `On ${new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long" }).format(startsAt)}`;
}

function whenIn(instant: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    // Short names are none in most zones: "GMT-4".
    timeZoneName: "long",
  }).format(instant);
}
