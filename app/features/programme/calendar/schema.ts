/** Calendars that somebody's own program fetches: making, changing and ending their addresses, and what is fetched. */
import * as z from "zod/mini";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { plainLine } from "../../../values/text.ts";
import { longestWording } from "./rules.ts";

/** own: one's own calendar, with words of one's choice. busy: for an assistant, with busy times alone. */
export const CalendarKind = z.enum(["own", "busy"]);
/** own: one's own calendar. busy: for an assistant. */
export type CalendarKind = z.infer<typeof CalendarKind>;

/** A calendar of the caller. Its address is told once, when it is made. */
export const CalendarFeed = z.object({
  kind: CalendarKind,
  wording: z.string(),
  withName: z.boolean(),
  changedAt: Instant,
});
/** A calendar of the caller. */
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** What an entry shows: words of its owner, and the other person's name where they switched it on. */
const shown = { wording: plainLine(longestWording), withName: z.boolean() };
const params = z.strictObject({ kind: CalendarKind });

/** The caller's calendars. */
export const ListCalendars = operation({
  id: "listCalendars",
  method: "GET",
  path: "/calendars",
  summary: "The caller's calendars, without their addresses",
  answer: z.object({ feeds: z.array(CalendarFeed) }),
});

/** Makes an address, or a new one: an earlier one ends at once. The answer is the only place where it stands. */
export const IssueCalendar = operation({
  id: "issueCalendar",
  method: "POST",
  path: "/calendars/:kind/address",
  summary: "Make a calendar address; an earlier one ends",
  params,
  answer: z.object({ path: z.string() }),
});

/** Sets what entries show. The calendar for an assistant shows busy times, whatever is set. */
export const ChangeCalendar = operation({
  id: "changeCalendar",
  method: "PUT",
  path: "/calendars/:kind",
  summary: "Set what the entries of a calendar show",
  params,
  body: z.strictObject(shown),
  refusals: ["no-address"],
});

/** Ends an address. Programs that ask for it hear that it is not there. */
export const EndCalendar = operation({
  id: "endCalendar",
  method: "DELETE",
  path: "/calendars/:kind",
  summary: "End a calendar address",
  params,
});

/** The token in an address: 256 bits, and the only credential that this operation knows. */
export const CalendarToken = z.string().check(z.regex(/^[\w-]{43}$/));

/** What a calendar program fetches: the next session of each living pair, and nothing else. */
export const FetchCalendar = operation({
  id: "fetchCalendar",
  method: "GET",
  path: "/calendar-feeds/:token/busy.ics",
  summary: "A calendar (RFC 5545) with the next session of each living pair",
  params: z.strictObject({ token: CalendarToken }),
  gives: "calendar",
});
