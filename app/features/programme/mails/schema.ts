/** Which mails somebody wants, and when; and the days of neutral wake-ups. Its owner and the server. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { operation } from "../../../values/operation.ts";
import { TimeZone } from "../../../values/zoned.ts";
import { mailKinds, mostDaysOff, mostWakeUps, mutableKinds } from "./rules.ts";

const minutes = z.int().check(z.gte(0), z.lte(1439));
const workDays = z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7));
const muted = z.array(z.enum(mailKinds)).check(z.maxLength(mailKinds.length));

/** What somebody chose, with the days on which a wake-up waits. */
export const MailSettings = z.object({
  muted,
  hours: z.nullable(z.object({ from: minutes, to: minutes })),
  timeZone: TimeZone,
  quietUntil: z.nullable(Day),
  wakeUps: z.boolean(),
  workDays,
  daysOff: z.array(z.object({ from: Day, to: Day })),
  wakeUpDays: z.array(Day),
});
/** What somebody chose. */
export type MailSettings = z.infer<typeof MailSettings>;

/** Reads one's own. */
export const ReadMailSettings = operation({
  id: "readMailSettings",
  method: "GET",
  path: "/mail-settings",
  summary: "Which mails the caller wants, and when",
  answer: MailSettings,
});

/** Sets one's own as a whole. Wake-ups that are switched off lose their days. */
export const PutMailSettings = operation({
  id: "putMailSettings",
  method: "PUT",
  path: "/mail-settings",
  summary: "Set which mails the caller wants, and when",
  body: z.strictObject({
    muted,
    hours: z.nullable(z.strictObject({ from: minutes, to: minutes })),
    timeZone: TimeZone,
    quietUntil: z.nullable(Day),
    wakeUps: z.boolean(),
    workDays,
    daysOff: z
      .array(z.strictObject({ from: Day, to: Day }).check(z.refine(({ from, to }) => from <= to)))
      .check(z.maxLength(mostDaysOff)),
  }),
  refusals: ["quiet-in-the-past"],
});

/** Mutes one kind, or hears it again; the link in each mail leads to it. */
export const MuteMail = operation({
  id: "muteMail",
  method: "PUT",
  path: "/mail-settings/muted",
  summary: "Mute one kind of mail, or hear it again",
  body: z.strictObject({ kind: z.enum(mutableKinds), muted: z.boolean() }),
});

/** The days on which a mail without content is wanted, as a whole; days that are left out are withdrawn. */
export const PutWakeUps = operation({
  id: "putWakeUps",
  method: "PUT",
  path: "/wake-ups",
  summary: "Set the days of neutral wake-ups",
  body: z.strictObject({ days: z.array(Day).check(z.maxLength(mostWakeUps)) }),
  refusals: ["off"],
});
