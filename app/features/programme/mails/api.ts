/** Calls about one's own mails, from the browser. */
import type { Day } from "../../../values/day.ts";
import type { InputOf } from "../../../values/operation.ts";
import { call } from "../../../web/client/client.ts";
import type { MutableKind } from "./rules.ts";
import { MuteMail, PutMailSettings, PutWakeUps, ReadMailSettings } from "./schema.ts";

/** Which mails I want, and when. */
export const readMailSettings = (abort?: AbortSignal) =>
  call(ReadMailSettings, {}, abort ? { signal: abort } : undefined);
/** Sets it as a whole. */
export const putMailSettings = (body: InputOf<typeof PutMailSettings>["body"]) => call(PutMailSettings, { body });
/** Mutes one kind, or hears it again. */
export const muteMail = (kind: MutableKind, muted: boolean) => call(MuteMail, { body: { kind, muted } });
/** The days of wake-ups, as a whole. */
export const putWakeUps = (days: ReadonlyArray<Day>) => call(PutWakeUps, { body: { days: [...days] } });
