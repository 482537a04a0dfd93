/** Mails from open dates: a gap, a review, an ending. Each goes to one person, and asks when it is due whether it still holds. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Chance } from "../../../server/chance.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJobs, type JobRow, type NewJob, putOff, readPayload } from "../../../server/jobs/table.ts";
import { sendIfWanted } from "../../../server/mail/door.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { addDays, Day, dayIn } from "../../../values/day.ts";
import { AccountId, type ProgrammeId, RelationshipId } from "../../../values/id.ts";
import { dayLength, type Instant, later } from "../../../values/instant.ts";
import { instantAt } from "../../../values/zoned.ts";
import { mailMinutes } from "../mails/rules.ts";
import { heldDays } from "../cadence/store.ts";
import { askToSend, findZone } from "../mails/store.ts";
import { footer } from "../mails/text.ts";
import { endingAsked, fineUntil, gapBegan, gapPasses, isFine, nextReview, nudgeAfter, rhythmOf } from "./rules.ts";
import { DatesChanged, datesChangedKind, LastDayChanged, lastDayChangedKind } from "./schema.ts";
import { findFacts, findNudged, livingPairs, type PairFacts } from "./store.ts";
import { endingMail, gapMail, type MailWords, reviewMail } from "./text.ts";

const kinds = { gap: "gap-nudge", review: "review-nudge", ending: "ending-nudge" } as const;

/** `of` names what the mail is about: the day on which the gap began, the day of a review, the end date. */
const Payload = z.strictObject({ relationshipId: RelationshipId, to: AccountId, of: Day, rhythmDays: z.int() });
type Payload = z.infer<typeof Payload>;

/**
 * Lays down what follows from a pair's dates, for both. Each is worked out anew when it is due, so that laying down too much does no harm.
 * A gap that passed before is asked about tomorrow where the dates have just changed, and else no second time.
 */
async function addDateNudges(
  writer: Writer,
  chance: Chance,
  now: Instant,
  relationshipId: RelationshipId,
  whenGone: "tomorrow" | "not" = "not",
): Promise<void> {
  const facts = await findFacts(writer, relationshipId);
  if (!facts || facts.state === "ended") return;
  const held = await heldDays(writer, relationshipId);
  const jobs: NewJob[] = [];
  for (const to of [facts.mentee, facts.mentor]) {
    // Two people, in the caller's transaction.
    // oxlint-disable-next-line no-await-in-loop
    const zone = await findZone(writer, to);
    const from = addDays(dayIn(now, zone), 1);
    const gap = facts.lastHeldOn !== null && gapJob(facts, to, zone, { from, whenGone });
    if (gap) jobs.push(gap);
    const review = nextReview(held, from);
    if (review) jobs.push(jobOf("review", facts, to, review, instantAt(review, mailMinutes, zone).instant));
    if (facts.endsOn !== null && endingAsked(facts.endsOn) >= from)
      jobs.push(
        jobOf("ending", facts, to, facts.endsOn, instantAt(endingAsked(facts.endsOn), mailMinutes, zone).instant),
      );
  }
  await addJobs(writer, chance, now, jobs);
}

/** Lays down the mails about an ending anew, for all pairs of a programme whose last day is another now. */
async function addEndingNudges(writer: Writer, chance: Chance, now: Instant, programmeId: ProgrammeId): Promise<void> {
  const jobs: NewJob[] = [];
  for (const facts of await livingPairs(writer, programmeId, now)) {
    const { endsOn } = facts;
    if (endsOn === null || endingAsked(endsOn) <= dayIn(now, "UTC")) continue;
    for (const to of [facts.mentee, facts.mentor])
      jobs.push(jobOf("ending", facts, to, endsOn, instantAt(endingAsked(endsOn), mailMinutes, "UTC").instant));
  }
  await addJobs(writer, chance, now, jobs);
}

function jobOf(kind: keyof typeof kinds, facts: PairFacts, to: AccountId, of: Day, runAt: Instant): NewJob {
  const { relationshipId } = facts;
  const payload: Payload = { relationshipId, to, of, rhythmDays: rhythmOf(facts) };
  const about = kind === "gap" ? `${of}:${payload.rhythmDays}:${fineOf(facts, to) ?? ""}` : of;
  return { kind: kinds[kind], effectKey: `${kinds[kind]}:${relationshipId}:${to}:${about}`, payload, runAt };
}

const fineOf = (facts: PairFacts, to: AccountId) => (to === facts.mentee ? facts.menteeFineOn : facts.mentorFineOn);

/** The gap of somebody who is fine is asked about once that holds no more. */
function gapJob(
  facts: PairFacts,
  to: AccountId,
  zone: string,
  { from, whenGone }: { readonly from: Day; readonly whenGone: "tomorrow" | "not" },
): NewJob | undefined {
  const passes = gapPasses(facts, nudgeAfter);
  const fine = fineUntil(fineOf(facts, to), facts);
  const asked = fine !== undefined && fine >= passes ? addDays(fine, 1) : passes;
  if (asked < from && whenGone === "not") return undefined;
  const due = asked < from ? from : asked;
  return jobOf("gap", facts, to, gapBegan(facts), instantAt(due, mailMinutes, zone).instant);
}

/** The jobs of gaps, reviews and endings, and those that work them out. */
export function gapJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: datesChangedKind,
      async run(job) {
        const { relationshipId, whenGone } = readPayload(DatesChanged, job.payload);
        await app.db.write((writer) => addDateNudges(writer, app.chance, app.clock(), relationshipId, whenGone));
      },
    },
    {
      kind: lastDayChangedKind,
      async run(job) {
        const { programmeId } = readPayload(LastDayChanged, job.payload);
        await app.db.write((writer) => addEndingNudges(writer, app.chance, app.clock(), programmeId));
      },
    },
    { kind: kinds.gap, run: (job) => runGap(app, mailer, job) },
    { kind: kinds.review, run: (job) => runReview(app, mailer, job) },
    { kind: kinds.ending, run: (job) => runEnding(app, mailer, job) },
  ];
}

async function runGap(app: App, mailer: Mailer, job: JobRow): Promise<void> {
  const payload = readPayload(Payload, job.payload);
  const { relationshipId, to, of, rhythmDays } = payload;
  const facts = await findFacts(app.db.read, relationshipId);
  // They met since, or agreed on another rhythm: whatever did that has laid down its own.
  if (!facts || gapBegan(facts) !== of || rhythmOf(facts) !== rhythmDays) return;
  const now = app.clock();
  if (isFine(fineOf(facts, to), facts, dayIn(now, await findZone(app.db.read, to)))) return;
  if (facts.nextStartsAt !== null && facts.nextStartsAt > now)
    await app.db.write((writer) => putOff(writer, app.chance, now, job, later(now, 7 * dayLength)));
  else await send(app, mailer, job, "gap", payload);
}

async function runReview(app: App, mailer: Mailer, job: JobRow): Promise<void> {
  const payload = readPayload(Payload, job.payload);
  const held = await heldDays(app.db.read, payload.relationshipId);
  if (nextReview(held, payload.of) !== payload.of) return;
  await app.db.write((writer) => addDateNudges(writer, app.chance, app.clock(), payload.relationshipId));
  await send(app, mailer, job, "review", payload);
}

async function runEnding(app: App, mailer: Mailer, job: JobRow): Promise<void> {
  const payload = readPayload(Payload, job.payload);
  const facts = await findFacts(app.db.read, payload.relationshipId);
  if (facts?.endsOn === payload.of && dayIn(app.clock(), "UTC") < payload.of)
    await send(app, mailer, job, "ending", payload);
}

async function send(
  app: App,
  mailer: Mailer,
  job: JobRow,
  kind: keyof typeof kinds,
  { relationshipId, to }: Payload,
): Promise<void> {
  const found = await findNudged(app.db.read, relationshipId, to, app.clock());
  if (!found) return;
  const room = `${app.config.origin}/rooms/${relationshipId}`;
  const words: Readonly<Record<typeof kind, () => MailWords>> = {
    gap: () => gapMail(found.name, found.otherName, room),
    review: () => reviewMail(found.name, found.otherName, `${room}/more/review`),
    ending: () => endingMail(found.name, found.otherName, `${room}/sessions`),
  };
  const { subject, text } = words[kind]();
  const ask = (writer: Writer) => askToSend(writer, { to, kind }, app.clock(), job.effect_key);
  const mail = { to: found.email, subject, text: `${text}\n${footer(app.config.origin, kind)}` };
  await sendIfWanted(app, mailer, job, ask, mail);
}
