/** The days of somebody who left: mails, and the end of their rooms. */
import type { App } from "../../../server/app.ts";
import type { JobKind } from "../../../server/jobs/queue.ts";
import { addJobs, type JobRow, readPayload } from "../../../server/jobs/table.ts";
import { type Mailer, sendToEach } from "../../../server/mail/mailer.ts";
import { dayIn } from "../../../values/day.ts";
import { addressesOf } from "../addresses/store.ts";
import { endLeft, toBoth } from "./moving/store.ts";
import { tellMoved } from "./rules.ts";
import { LeavingDays, leavingDayKinds, LeavingLetter, leavingMailKind } from "./schema.ts";
import { findLeaving, findNames, livingPairsOf } from "./store.ts";
import { backMail, type LeavingMail, leftMail, otherLeftMail, placeBackMail, soonMail } from "./told/text.ts";

/** The jobs of leaving. */
export function leavingJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    { kind: leavingMailKind, run: (job) => send(app, mailer, job) },
    { kind: leavingDayKinds.soon, run: (job) => tellSoon(app, job) },
    { kind: leavingDayKinds.over, run: (job) => end(app, job) },
  ];
}

async function tellSoon(app: App, job: JobRow): Promise<void> {
  const place = readPayload(LeavingDays, job.payload);
  const now = app.clock();
  await app.db.write(async (writer) => {
    if ((await findLeaving(writer, place)) !== place.until) return;
    const pairs = await livingPairsOf(writer, place);
    const { programmeId, until } = place;
    await addJobs(writer, app.chance, now, toBoth(pairs, "soon", { programmeId, until }, now));
  });
  app.jobs.wake();
}

async function end(app: App, job: JobRow): Promise<void> {
  const place = readPayload(LeavingDays, job.payload);
  const now = app.clock();
  const pairs = await app.db.write(async (writer) => {
    if ((await findLeaving(writer, place)) !== place.until) return [];
    const ended = await endLeft(writer, place, now, app.config.endedRoomDays);
    await addJobs(writer, app.chance, now, ended.jobs);
    return ended.pairs;
  });
  tellMoved(app.live, { pairs, suggested: [] }, place.participantId);
}

const mails = {
  left: leftMail,
  "other-left": otherLeftMail,
  soon: soonMail,
  back: backMail,
  "place-back": placeBackMail,
};

async function send(app: App, mailer: Mailer, job: JobRow): Promise<void> {
  const { what, programmeId, to, other, until } = readPayload(LeavingLetter, job.payload);
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
  const mail = mails[what](told);
  const places = addresses.map(({ email }) => email).filter((email) => email !== "");
  await sendToEach(mailer, places, { effectKey: job.effect_key, ...mail });
}
