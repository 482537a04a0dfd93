/** Calendars: their owners set them, and programs fetch them. */
import { createHash } from "node:crypto";
import { holderOfCalendar } from "../../../server/guards/calendar.ts";
import { signedIn } from "../../../server/guards/signed-in.ts";
import type { Routes } from "../../../server/http/router.ts";
import { lastChange, writeFeed } from "./rules.ts";
import { ChangeCalendar, EndCalendar, FetchCalendar, IssueCalendar, ListCalendars } from "./schema.ts";
import { changeCalendar, endCalendar, issueCalendar, listCalendars, nextSessions } from "./store.ts";

/** All routes of calendars. */
export const calendarRoutes: Routes = (router, app) => {
  router.on(ListCalendars, signedIn, async ({ proof }) => ({ feeds: await listCalendars(app.db.read, proof) }));

  router.on(IssueCalendar, signedIn, async ({ proof, params, now }) => {
    const token = app.chance.token();
    await app.db.write((writer) => issueCalendar(writer, proof, params.kind, token, now));
    return { path: `/api${FetchCalendar.path.replace(":token", token)}` };
  });

  router.on(ChangeCalendar, signedIn, async ({ proof, params, body, now, refuse }) => {
    const changed = await app.db.write((writer) => changeCalendar(writer, proof, params.kind, body, now));
    return changed ? undefined : refuse("no-address");
  });

  router.on(EndCalendar, signedIn, async ({ proof, params }) => {
    await app.db.write((writer) => endCalendar(writer, proof, params.kind));
    return undefined;
  });

  router.on(FetchCalendar, holderOfCalendar, async ({ proof, now, request, reply }) => {
    const { kind, wording, with_name, changed_at } = proof.feed;
    const shown = { kind, wording, withName: with_name === 1, changedAt: changed_at };
    const sessions = await nextSessions(app.db.read, proof, now);
    const written = writeFeed(sessions, shown);
    const tag = `"${createHash("sha256").update(written).digest("base64url").slice(0, 22)}"`;
    reply.header("etag", tag).header("last-modified", new Date(lastChange(sessions, shown)).toUTCString());
    // By the tag alone: a session that is over changes what is written, and no date says so.
    if (isNamed(tag, request.headers["if-none-match"])) reply.code(304);
    return written;
  });
};

/** Whether a program has this version already (RFC 9110, 13.1.2): weak marks count as well. */
function isNamed(tag: string, header: string | undefined): boolean {
  const named = new Set((header ?? "").split(",").map((one) => one.trim().replace(/^W\//, "")));
  return named.has(tag) || named.has("*");
}
