/** Mails about suggestions, and their closing. */
import * as z from "zod/mini";
import type { App } from "../../../../server/app.ts";
import type { Chance } from "../../../../server/chance.ts";
import type { Writer } from "../../../../server/database/database.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { firstDateNudges } from "../../cadence/rules.ts";
import { firstDateKind, type FirstDateNudge } from "../../cadence/schema.ts";
import { datesChanged } from "../../gaps/schema.ts";
import { askKnownPairs } from "../known-pairs/schema.ts";
import { addJob, addJobs, type NewJob, readPayload } from "../../../../server/jobs/table.ts";
import type { Mailer } from "../../../../server/mail/mailer.ts";
import { AccountId, DraftId, MatchId, ProgrammeId, RelationshipId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { findZone } from "../../mails/store.ts";
import { findPartner } from "../../relationships/store.ts";
import { remindAt } from "./rules.ts";
import { closeRound, findUnanswered, type Round } from "./store.ts";
import { knownPairMail, type Mailed, pairMail, reminderMail, suggestionMail } from "./text.ts";

const OfDraft = z.strictObject({ programmeId: ProgrammeId, draftId: DraftId });
const OfOne = z.strictObject({ programmeId: ProgrammeId, matchId: MatchId });
const OneRound = z.strictObject({ round: z.union([OfDraft, OfOne]) });
const ToOne = z.strictObject({ round: z.union([OfDraft, OfOne]), to: AccountId });
const OfPair = z.strictObject({ relationshipId: RelationshipId, to: AccountId, from: AccountId });

/** Lays down all that a round needs: a mail to each person now, one reminder later to those who have not answered, and the closing. */
export async function addRoundJobs(
  writer: Writer,
  chance: Chance,
  { programmeId, draftId, matchId, askedAt, closesAt }: Round,
  people: ReadonlyArray<AccountId>,
): Promise<void> {
  const round = draftId === undefined ? { programmeId, matchId } : { programmeId, draftId };
  const id = draftId ?? matchId;
  const toEach = (kind: string, runAt: Instant): ReadonlyArray<NewJob> =>
    people.map((to) => ({
      kind,
      effectKey: `${kind}:${id}:${to}`,
      payload: { round, to } satisfies z.input<typeof ToOne>,
      runAt,
    }));
  await addJobs(writer, chance, askedAt, [
    ...toEach("suggestion-mail", askedAt),
    ...toEach("suggestion-reminder", remindAt(closesAt)),
    {
      kind: "suggestion-close",
      effectKey: `suggestion-close:${id}`,
      payload: { round } satisfies z.input<typeof OneRound>,
      runAt: closesAt,
    },
  ]);
}

/** Lays down the mails to both after the second yes. */
export async function addPairMails(
  writer: Writer,
  chance: Chance,
  now: Instant,
  relationshipId: RelationshipId,
  [one, other]: readonly [AccountId, AccountId],
): Promise<void> {
  const mail = (to: AccountId, from: AccountId): NewJob => ({
    kind: "pair-open",
    effectKey: `pair-open:${relationshipId}:${to}`,
    payload: { relationshipId, to, from } satisfies z.input<typeof OfPair>,
    runAt: now,
  });
  await addJobs(writer, chance, now, [
    mail(one, other),
    mail(other, one),
    ...nudgesFor(relationshipId, [one, other], now),
    datesChanged(relationshipId, now),
  ]);
}

/** The two mails for each that help to a first date (P56); once there is one they stay silent. */
function nudgesFor(
  relationshipId: RelationshipId,
  both: ReadonlyArray<AccountId>,
  now: Instant,
): ReadonlyArray<NewJob> {
  return firstDateNudges(now).flatMap((runAt, at) =>
    both.map((to) => ({
      kind: firstDateKind,
      effectKey: `${firstDateKind}:${relationshipId}:${to}:${at}`,
      payload: { relationshipId, to } satisfies FirstDateNudge,
      runAt,
    })),
  );
}

/** The jobs of suggestions. */
export function proposalJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    mailJob(app, mailer, "suggestion-mail", suggestionMail, knownPairMail),
    mailJob(app, mailer, "suggestion-reminder", reminderMail),
    {
      kind: "suggestion-close",
      async run(job) {
        const { round } = readPayload(OneRound, job.payload);
        const now = app.clock();
        const closed = await app.db.write(async (writer) => {
          // Whoever was a pair before and had somebody suggested meanwhile can be asked now.
          await addJob(writer, app.chance, now, askKnownPairs(round.programmeId, job.id, now));
          return closeRound(writer, round, now);
        }, round.programmeId);
        app.jobs.wake();
        const people = closed.flatMap((row) => [row.mentee_account_id, row.mentor_account_id]);
        app.live.factChanged({ about: "match", id: "draftId" in round ? round.draftId : round.matchId }, [
          ...new Set(people),
        ]);
      },
    },
    {
      kind: "pair-open",
      async run(job) {
        const { relationshipId, to, from } = readPayload(OfPair, job.payload);
        const addressee = await findPartner(app.db.read, relationshipId, to);
        const other = await findPartner(app.db.read, relationshipId, from);
        if (!addressee || !other || addressee.state === "ended") return;
        const mail = pairMail(addressee.name, other.name, `${app.config.origin}/rooms/${relationshipId}`);
        await mailer.send({ to: addressee.email, effectKey: job.effect_key, ...mail });
      },
    },
  ];
}

type Write = (mailed: Mailed, link: string) => { readonly subject: string; readonly text: string };

/** A mail to one person of a round; silent once everything is answered or closed. */
function mailJob(app: App, mailer: Mailer, kind: string, write: Write, writeToKnown = write): JobKind {
  return {
    kind,
    async run(job) {
      const { to, round } = readPayload(ToOne, job.payload);
      const found = await findUnanswered(app.db.read, round, to, app.clock());
      if (!found) return;
      const zone = await findZone(app.db.read, to);
      const say = "matchId" in round ? writeToKnown : write;
      const mail = say({ ...found, until: dayInWords(found.closesAt, zone) }, `${app.config.origin}/suggestions`);
      await mailer.send({ to: found.email, effectKey: job.effect_key, ...mail });
    },
  };
}

function dayInWords(instant: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long", day: "numeric", month: "long" }).format(instant);
}
