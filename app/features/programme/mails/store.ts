/** All SQL of mail settings and wake-ups. */
import * as z from "zod/mini";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { SignedIn } from "../../../server/guards/signed-in.ts";
import { Day, dayIn } from "../../../values/day.ts";
import type { AccountId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { type MailChoices, mailKinds, type MutableKind, nextMorning, whenToMail, whenToNudge } from "./rules.ts";
import { MailSettings } from "./schema.ts";

/** Which mails somebody wants, and when. */
export interface MailSettingsRow {
  readonly account_id: AccountId;
  /** JSON of the kinds. */
  readonly muted: string;
  readonly hours_from: number | null;
  readonly hours_to: number | null;
  /** Empty until they chose one: that of a profile of theirs holds. */
  readonly time_zone: string;
  readonly quiet_until: Day | null;
  readonly wake_ups: 0 | 1;
  /** JSON of the days of the week, 1 (Monday) to 7, on which they work. */
  readonly work_days: string;
  /** JSON of spans of days on which they do not. */
  readonly days_off: string;
  /** The day of the last nudge, and which one it was: so that one goes out a day, and a second try of the same is no second one. */
  readonly last_nudge_on: Day | null;
  readonly last_nudge_key: string | null;
}

/** A day on which somebody wants a mail without content. */
export interface WakeUpRow {
  readonly account_id: AccountId;
  readonly day: Day;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    mail_settings: MailSettingsRow;
    wake_up: WakeUpRow;
  }
}

const atFirst = {
  muted: "[]",
  hours_from: null,
  hours_to: null,
  time_zone: "",
  quiet_until: null,
  wake_ups: 0,
  work_days: "[1,2,3,4,5,6,7]",
  days_off: "[]",
  last_nudge_on: null,
  last_nudge_key: null,
} as const satisfies Omit<MailSettingsRow, "account_id">;

/** What somebody chose, or what holds until they do. */
export async function findChoices(read: Reader, accountId: AccountId, otherwise = "UTC"): Promise<MailChoices> {
  const row = await read.selectFrom("mail_settings").selectAll().where("account_id", "=", accountId).executeTakeFirst();
  return {
    muted: z.parse(z.array(z.enum(mailKinds)), JSON.parse(row?.muted ?? "[]")),
    hours: row && row.hours_from !== null && row.hours_to !== null ? { from: row.hours_from, to: row.hours_to } : null,
    timeZone: row?.time_zone || (await zoneOfProfile(read, accountId)) || otherwise,
    quietUntil: row?.quiet_until ?? null,
    wakeUps: row?.wake_ups === 1,
    workDays: z.parse(z.array(z.int()), JSON.parse(row?.work_days ?? atFirst.work_days)),
    daysOff: z.parse(z.array(z.object({ from: Day, to: Day })), JSON.parse(row?.days_off ?? atFirst.days_off)),
  };
}

/** The zone in which somebody reads times: as they chose, as a profile of theirs says, or another that is at hand. */
export async function findZone(read: Reader, accountId: AccountId, otherwise?: string | null): Promise<string> {
  return (await findChoices(read, accountId, otherwise ?? undefined)).timeZone;
}

async function zoneOfProfile(read: Reader, accountId: AccountId): Promise<string | undefined> {
  const row = await read
    .selectFrom("participant")
    .innerJoin("profile", (join) =>
      join
        .onRef("profile.programme_id", "=", "participant.programme_id")
        .onRef("profile.participant_id", "=", "participant.id"),
    )
    .select("profile.time_zone")
    .where("participant.account_id", "=", accountId)
    .where("profile.time_zone", "!=", "")
    .executeTakeFirst();
  return row?.time_zone;
}

/** One's own settings, with the days that wait. */
export async function readSettings(read: Reader, { accountId }: SignedIn): Promise<MailSettings> {
  const days = await read
    .selectFrom("wake_up")
    .select("day")
    .where("account_id", "=", accountId)
    .orderBy("day")
    .execute();
  return z.parse(MailSettings, { ...(await findChoices(read, accountId)), wakeUpDays: days.map(({ day }) => day) });
}

/** Sets one's own. */
export async function writeSettings(writer: Writer, { accountId }: SignedIn, choices: MailChoices): Promise<void> {
  const wakeUps = choices.wakeUps ? 1 : 0;
  await keep(writer, accountId, {
    muted: JSON.stringify([...new Set(choices.muted)].toSorted()),
    hours_from: choices.hours?.from ?? null,
    hours_to: choices.hours?.to ?? null,
    time_zone: choices.timeZone,
    quiet_until: choices.quietUntil,
    wake_ups: wakeUps,
    work_days: JSON.stringify([...new Set(choices.workDays)].toSorted((a, b) => a - b)),
    days_off: JSON.stringify(choices.daysOff.toSorted((a, b) => (a.from < b.from ? -1 : 1))),
  });
  if (wakeUps === 0) await dropWakeUps(writer, accountId);
}

/** Mutes one kind, or hears it again. */
export async function mute(writer: Writer, { accountId }: SignedIn, kind: MutableKind, muted: boolean): Promise<void> {
  if (kind === "wake-ups") {
    await keep(writer, accountId, { wake_ups: muted ? 0 : 1 });
    if (muted) await dropWakeUps(writer, accountId);
    return;
  }
  const { muted: before } = await findChoices(writer, accountId);
  const others = before.filter((each) => each !== kind);
  await keep(writer, accountId, { muted: JSON.stringify(muted ? [...others, kind].toSorted() : others) });
}

async function keep(
  writer: Writer,
  accountId: AccountId,
  values: Partial<Omit<MailSettingsRow, "account_id">>,
): Promise<void> {
  await writer
    .insertInto("mail_settings")
    .values({ account_id: accountId, ...atFirst, ...values })
    .onConflict((clash) => clash.column("account_id").doUpdateSet(values))
    .execute();
}

async function dropWakeUps(writer: Writer, accountId: AccountId): Promise<void> {
  await writer.deleteFrom("wake_up").where("account_id", "=", accountId).execute();
}

/** Sets the days as a whole. */
export async function writeWakeUps(writer: Writer, { accountId }: SignedIn, days: ReadonlyArray<Day>): Promise<void> {
  await dropWakeUps(writer, accountId);
  if (days.length > 0)
    await writer
      .insertInto("wake_up")
      .values(days.map((day) => ({ account_id: accountId, day })))
      // Of two who choose the same day at once, the second waits for the first and then finds it there.
      .onConflict((clash) => clash.doNothing())
      .execute();
}

/** Whom a wake-up goes to; `undefined` where its day was withdrawn. */
export async function findWakeUp(read: Reader, accountId: AccountId, day: Day) {
  return read
    .selectFrom("wake_up")
    .innerJoin("account", "account.id", "wake_up.account_id")
    .select(["account.name", "account.email"])
    .where("wake_up.account_id", "=", accountId)
    .where("wake_up.day", "=", day)
    .executeTakeFirst();
}

/** Forgets a day whose mail went out. */
export async function dropWakeUp(writer: Writer, accountId: AccountId, day: Day): Promise<void> {
  await writer.deleteFrom("wake_up").where("account_id", "=", accountId).where("day", "=", day).execute();
}

/** Somebody's mail of one kind. */
export interface Wanted {
  readonly to: AccountId;
  readonly kind: MutableKind;
}

/**
 * Whether a nudge may go out: "never" where its kind is muted, an instant past the hours without mail or a quiet time, and past a day that
 * another nudge has taken. "now" takes the day; trying the same effect once more is no second nudge.
 */
export async function askToSend(
  writer: Writer,
  { to, kind }: Wanted,
  now: Instant,
  effectKey: string,
): Promise<"now" | "never" | Instant> {
  const choices = await findChoices(writer, to);
  const when = whenToNudge(choices, kind, now);
  if (when !== now) return when;
  return (await claimDay(writer, to, dayIn(now, choices.timeZone), effectKey)) ? "now" : nextMorning(choices, now);
}

/**
 * Whether a reminder of a date that two people set may go out. Muted kinds and quiet times hold, but it is not one of the day's nudges:
 * it is worth nothing later than `lastAt`.
 */
export async function askToRemind(
  read: Reader,
  { to, kind }: Wanted,
  now: Instant,
  lastAt: Instant,
): Promise<"now" | "never" | Instant> {
  const when = whenToMail(await findChoices(read, to), kind, now);
  if (when === "never" || when > lastAt) return "never";
  return when > now ? when : "now";
}

async function claimDay(writer: Writer, accountId: AccountId, today: Day, effectKey: string): Promise<boolean> {
  await writer
    .insertInto("mail_settings")
    .values({ account_id: accountId, ...atFirst })
    .onConflict((clash) => clash.column("account_id").doNothing())
    .execute();
  const { numUpdatedRows } = await writer
    .updateTable("mail_settings")
    .set({ last_nudge_on: today, last_nudge_key: effectKey })
    .where("account_id", "=", accountId)
    .where((where) =>
      where.or([
        where("last_nudge_on", "is", null),
        where("last_nudge_on", "<", today),
        where("last_nudge_key", "=", effectKey),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
