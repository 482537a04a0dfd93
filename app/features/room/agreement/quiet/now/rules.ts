/** Whether the quiet hours of the agreement hold at an instant. */
import type { Instant } from "../../../../../values/instant.ts";
import { wallTime } from "../../../../../values/zoned.ts";
import type { AgreementState } from "../../rules.ts";
import { quietHoursOf } from "../rules.ts";

/** True within the quiet hours that both said yes to, by the clocks in `timeZone`. */
export function isQuietHour({ parts }: AgreementState, now: Instant, timeZone: string): boolean {
  const agreed = parts.reply?.agreed;
  const hours = agreed?.part === "reply" ? quietHoursOf(agreed.content) : undefined;
  if (!hours) return false;
  const { minutes } = wallTime(now, timeZone);
  const { from, to } = hours;
  return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}
