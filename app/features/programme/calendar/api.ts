/** Calls about one's own calendars, from the browser. */
import type { BodyOf } from "../../../values/operation.ts";
import { call } from "../../../web/client/client.ts";
import { type CalendarKind, ChangeCalendar, EndCalendar, IssueCalendar, ListCalendars } from "./schema.ts";

/** My calendars, without their addresses. */
export const listCalendars = (abort?: AbortSignal) => call(ListCalendars, {}, abort ? { signal: abort } : undefined);
/** Makes an address, or a new one. */
export const issueCalendar = (kind: CalendarKind) => call(IssueCalendar, { params: { kind } });
/** Sets what entries show. */
export const changeCalendar = (kind: CalendarKind, body: BodyOf<typeof ChangeCalendar>) =>
  call(ChangeCalendar, { params: { kind }, body });
/** Ends an address. */
export const endCalendar = (kind: CalendarKind) => call(EndCalendar, { params: { kind } });
