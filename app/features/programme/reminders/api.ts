/** What the browser asks about reminders. */
import { call } from "../../../web/client/client.ts";
import type { ReminderKind } from "./rules.ts";
import { ReadReminders, Remind } from "./schema.ts";

/** What waits for answers. */
export function readReminders(programmeId: string, signal: AbortSignal) {
  return call(ReadReminders, { params: { programmeId } }, { signal });
}

/** Reminds whoever has not answered. */
export function remind(programmeId: string, kind: ReminderKind) {
  return call(Remind, { params: { programmeId }, body: { kind } });
}
