/** Leaving and what follows: rooms that wait, mails with days in them, and the end of the rooms after their days. */
import * as z from "zod/mini";
import type { App } from "../../../server/app.ts";
import type { Writer } from "../../../server/database/database.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJobs, dropJob, type JobRow, type NewJob, readPayload } from "../../../server/jobs/table.ts";
import type { Mailer } from "../../../server/mail/mailer.ts";
import { dayIn } from "../../../values/day.ts";
import { AccountId, ParticipantId, ProgrammeId, roomOf } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { addressesOf } from "../addresses/store.ts";
import { closeOpenOf } from "../matching/proposals/early/store.ts";
import { changePlace } from "../people/person/store.ts";
import { endPair } from "../relationships/ending/jobs.ts";
import { placeAfterBack, type SaidBy, toldAt } from "./rules.ts";
import {
  dropLeaving,
  findLeaving,
  findLeavingRow,
  findNames,
  findPlace,
  keepLeaving,
  type LeftPair,
  letRest,
  livingPairsOf,
  type Place,
  putBack,
  wake,
} from "./store.ts";
import { backMail, type LeavingMail, leftMail, otherLeftMail, soonMail } from "./told/text.ts";

const kinds = { mail: "leaving-mail", soon: "leaving-soon", over: "leaving-over" } as const;
const words = ["left", "other-left", "soon", "back"] as const;
const Letter = z.strictObject({
  what: z.enum(words),
  programmeId: ProgrammeId,
  to: AccountId,
  other: z.nullable(AccountId),
  until: Instant,
});
const Days = z.strictObject({ programmeId: ProgrammeId, participantId: ParticipantId, until: Instant });

/** Whose screens look again. */
export interface Moved {
  readonly pairs: ReadonlyArray<LeftPair>;
  readonly suggested: ReadonlyArray<AccountId>;
}

/** Somebody leaves: no suggestion waits for them, and their rooms in this programme rest for the programme's days. */
export async function leave(
  app: App,
  writer: Writer,
  place: Place & Parameters<typeof closeOpenOf>[1],
  now: Instant,
  saidBy: SaidBy,
): Promise<"not-now" | "as-it-was" | Moved> {
  const before = await findPlace(writer, place);
  const changed = await changePlace(writer, place, now, "leave");
  if (changed !== "changed" || !before) return changed === "not-now" ? changed : "as-it-was";
  const suggested = await closeOpenOf(writer, place, now);
  const pairs = await livingPairsOf(writer, place);
  if (before.accountId === null) return { pairs, suggested };
  const until = await keepLeaving(writer, place, { before: before.state, saidBy }, now);
  if (until === undefined) return { pairs, suggested };
  await letRest(writer, pairs, now);
  const payload: z.input<typeof Days> = { programmeId: place.programmeId, participantId: place.participantId, until };
  await addJobs(writer, app.chance, now, [
    letter(app, "left", place, { to: before.accountId, other: null }, { until, runAt: now }),
    ...pairs.map(({ leaver, other }) =>
      letter(app, "other-left", place, { to: other, other: leaver }, { until, runAt: now }),
    ),
    { kind: kinds.soon, effectKey: keyOf("soon", place, until), payload, runAt: toldAt(until) },
    { kind: kinds.over, effectKey: keyOf("over", place, until), payload, runAt: until },
  ]);
  return { pairs, suggested };
}

/** Takes back that somebody left; "not-now" where they have not, or their rooms have ended. */
export async function takeLeftBack(app: App, writer: Writer, place: Place, now: Instant): Promise<"not-now" | Moved> {
  const before = await findLeavingRow(writer, place);
  if (!before) return "not-now";
  // Of many at once one puts them back.
  if (!(await putBack(writer, place, placeAfterBack(before.state_before, before.said_by), now))) return "not-now";
  const left = (await dropLeaving(writer, place)) ?? before;
  return { pairs: await awaken(app, writer, place, left.until, now), suggested: [] };
}

/** Somebody who had left has joined again by an invitation: their rooms take everything again. */
export async function comeBack(app: App, writer: Writer, place: Place, now: Instant): Promise<void> {
  const left = await dropLeaving(writer, place);
  if (left) await awaken(app, writer, place, left.until, now);
}

async function awaken(app: App, writer: Writer, place: Place, until: Instant, now: Instant) {
  const pairs = await livingPairsOf(writer, place);
  const awake = await wake(writer, place.programmeId, pairs);
  await dropJob(writer, keyOf("soon", place, until));
  await dropJob(writer, keyOf("over", place, until));
  await addJobs(
    writer,
    app.chance,
    now,
    awake.flatMap(({ leaver, other }) => [
      letter(app, "back", place, { to: leaver, other }, { until, runAt: now }),
      letter(app, "back", place, { to: other, other: leaver }, { until, runAt: now }),
    ]),
  );
  return pairs;
}

const keyOf = (what: keyof typeof kinds, { programmeId, participantId }: Place, until: Instant) =>
  `${kinds[what]}:${programmeId}:${participantId}:${until}`;

function letter(
  { chance }: Pick<App, "chance">,
  what: (typeof words)[number],
  { programmeId }: Pick<Place, "programmeId">,
  { to, other }: { readonly to: AccountId; readonly other: AccountId | null },
  { until, runAt }: { readonly until: Instant; readonly runAt: Instant },
): NewJob {
  const payload: z.input<typeof Letter> = { what, programmeId, to, other, until };
  return { kind: kinds.mail, effectKey: `${kinds.mail}:${chance.id()}`, payload, runAt };
}

/** Screens and streams of everyone whom it concerns look again. */
export function tellMoved(app: App, { pairs, suggested }: Moved, participantId: ParticipantId): void {
  for (const { relationshipId, leaver, other } of pairs) {
    app.live.factChanged({ about: "relationship", id: relationshipId }, [leaver, other]);
    app.live.logChanged(roomOf(relationshipId), [leaver, other]);
  }
  if (suggested.length > 0) app.live.factChanged({ about: "match", id: participantId }, suggested);
}

/** The jobs of leaving. */
export function leavingJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    { kind: kinds.mail, run: (job) => send(app, mailer, job) },
    {
      kind: kinds.soon,
      async run(job) {
        const { programmeId, participantId, until } = readPayload(Days, job.payload);
        const place = { programmeId, participantId };
        if ((await findLeaving(app.db.read, place)) !== until) return;
        const now = app.clock();
        await app.db.write(async (writer) => {
          const pairs = await livingPairsOf(writer, place);
          const both = pairs.flatMap(({ leaver, other }) => [
            { to: leaver, other },
            { to: other, other: leaver },
          ]);
          const letters = both.map((two) => letter(app, "soon", place, two, { until, runAt: now }));
          await addJobs(writer, app.chance, now, letters);
        });
        app.jobs.wake();
      },
    },
    {
      kind: kinds.over,
      async run(job) {
        const { programmeId, participantId, until } = readPayload(Days, job.payload);
        const place = { programmeId, participantId };
        const now = app.clock();
        const pairs = await app.db.write(async (writer) => {
          if ((await findLeaving(writer, place)) !== until) return [];
          const living = await livingPairsOf(writer, place);
          await dropLeaving(writer, place);
          return endLeft(app, writer, programmeId, living, now);
        });
        tellMoved(app, { pairs, suggested: [] }, participantId);
      },
    },
  ];
}

/** Ends rooms whose days are over. Where the other has left too, and later, the room waits for the end of their days. */
async function endLeft(
  app: App,
  writer: Writer,
  programmeId: ProgrammeId,
  pairs: ReadonlyArray<LeftPair>,
  now: Instant,
): Promise<ReadonlyArray<LeftPair>> {
  const ended: LeftPair[] = [];
  for (const pair of pairs) {
    // Small statements of one transaction, in order.
    // oxlint-disable-next-line no-await-in-loop
    if ((await findLeaving(writer, { programmeId, participantId: pair.otherPlace })) !== undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (await endPair(app, writer, pair, now)) ended.push(pair);
  }
  return ended;
}

async function send(app: App, mailer: Mailer, job: JobRow): Promise<void> {
  const { what, programmeId, to, other, until } = readPayload(Letter, job.payload);
  const { read } = app.db;
  const names = await findNames(read, programmeId, to);
  const otherName = other === null ? "" : ((await findNames(read, programmeId, other))?.name ?? "");
  const addresses = await addressesOf(read, to);
  if (!names) return;
  const told: LeavingMail = {
    ...names,
    otherName,
    until: dayIn(until, "UTC"),
    origin: app.config.origin,
    hasPrivate: addresses.length > 1,
    keptDays: app.config.endedRoomDays,
  };
  const mail = { left: leftMail, "other-left": otherLeftMail, soon: soonMail, back: backMail }[what](told);
  for (const [at, { email }] of addresses.entries())
    // oxlint-disable-next-line no-await-in-loop -- each address in turn; a repeat is known by its key
    if (email !== "") await mailer.send({ to: email, effectKey: `${job.effect_key}:${at}`, ...mail });
}
