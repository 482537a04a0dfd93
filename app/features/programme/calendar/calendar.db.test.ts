import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestServer } from "../../../server/testing.ts";
import type { RelationshipId } from "../../../values/id.ts";
import { dayLength, hour, Instant, later } from "../../../values/instant.ts";
import { PutCadence } from "../cadence/schema.ts";
import { couldMeet, pairUp, type Person } from "../matching/testing.ts";
import { EndRelationship, PauseRelationship, ResumeRelationship } from "../relationships/schema.ts";
import { ChangeCalendar, EndCalendar, IssueCalendar, ListCalendars } from "./schema.ts";

let server: TestServer;
let ingrid: Person, leila: Person;
let relationshipId: RelationshipId;
beforeEach(async () => {
  const could = await couldMeet({}, "2026-10-01T08:00:00Z");
  ({ server, ingrid, leila } = could);
  relationshipId = await pairUp(server, could.managed, leila, ingrid);
  await plan(at("2026-10-13T15:00:00Z"));
});
afterEach(() => server.end());

const at = (text: string) => Instant.parse(Date.parse(text));
const plan = async (startsAt: Instant | null) => {
  const nextSession = startsAt === null ? null : { startsAt, lengthMinutes: 60, timeZone: "Europe/Helsinki" };
  const body = { rhythmDays: 14, agreementAgreed: true, nextSession, heldOn: [] };
  await server.call(PutCadence, { params: { relationshipId }, body }, ingrid.cookie);
};
const issue = async (kind: "own" | "busy" = "own", person = leila) =>
  (await server.call(IssueCalendar, { params: { kind } }, person.cookie)).answer.path;
const fetched = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  server.built.fastify.inject({ method: "GET", url, headers });
const events = async (url: string) => {
  const { body } = await fetched(url);
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent").map((found) => {
    const event = new ICAL.Event(found);
    return `${event.startDate.toJSDate().toISOString()} ${event.summary}`;
  });
};

describe("one’s own calendar", () => {
  it("is fetched by its address alone, and says busy at the next session’s time", async () => {
    const path = await issue();
    const answer = await fetched(path);
    expect(answer.headers).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-cache",
      "referrer-policy": "no-referrer",
    });
    expect(await events(path)).toEqual(["2026-10-13T15:00:00.000Z Busy"]);
    expect(answer.body).not.toMatch(/Ingrid|Leila|mentor/i);
    expect(answer.body).not.toContain(relationshipId);
  });

  it("follows the session as it moves, is taken away, or is over", async () => {
    const path = await issue();
    await plan(at("2026-10-25T00:30:00Z"));
    expect(await events(path)).toEqual(["2026-10-25T00:30:00.000Z Busy"]);
    server.now = later(at("2026-10-25T00:30:00Z"), hour);
    expect(await events(path)).toEqual([]);
    server.now = at("2026-10-02T08:00:00Z");
    await plan(null);
    expect(await events(path)).toEqual([]);
  });

  it("is empty while the pair rests, and once it has ended", async () => {
    const path = await issue();
    await server.call(PauseRelationship, { params: { relationshipId } }, ingrid.cookie);
    expect(await events(path)).toEqual([]);
    await server.call(ResumeRelationship, { params: { relationshipId } }, ingrid.cookie);
    expect(await events(path)).toHaveLength(1);
    await server.call(EndRelationship, { params: { relationshipId } }, ingrid.cookie);
    expect(await events(path)).toEqual([]);
  });

  it("says other words, and the other’s name, where its owner switches them on; the assistant’s never does", async () => {
    const [own, busy] = [await issue("own"), await issue("busy")];
    for (const kind of ["own", "busy"] as const) {
      const body = { wording: "Mentoring, online", withName: true };
      expect((await server.call(ChangeCalendar, { params: { kind }, body }, leila.cookie)).status).toBe(200);
    }
    expect(await events(own)).toEqual(["2026-10-13T15:00:00.000Z Mentoring, online · Ingrid Weiss"]);
    expect(await events(busy)).toEqual(["2026-10-13T15:00:00.000Z Busy"]);
    const uids = await Promise.all([own, busy].map(async (url) => /UID:(\w+)/.exec((await fetched(url)).body)?.[1]));
    expect(new Set(uids).size).toBe(2);
    expect((await server.call(ListCalendars, {}, ingrid.cookie)).answer.feeds).toEqual([]);
    expect((await server.call(ListCalendars, {}, leila.cookie)).answer.feeds.map(({ kind }) => kind)).toEqual([
      "own",
      "busy",
    ]);
  });

  it("is not there any more once its address ended, or a new one was made", async () => {
    const first = await issue();
    const second = await issue();
    const gone = await fetched(first);
    expect(gone.statusCode).toBe(404);
    expect(await events(second)).toHaveLength(1);
    await server.call(EndCalendar, { params: { kind: "own" } }, leila.cookie);
    const after = await fetched(second);
    expect([after.statusCode, after.body]).toEqual([404, gone.body]);
    const body = { wording: "Away", withName: false };
    const changed = await server.call(ChangeCalendar, { params: { kind: "own" }, body }, leila.cookie);
    expect(changed.refused).toBe("no-address");
  });

  it("answers “not modified” to a program that has it, and anew as soon as anything changed", async () => {
    const path = await issue();
    const { headers } = await fetched(path);
    const etag = String(headers.etag);
    expect(headers["last-modified"]).toBe("Thu, 01 Oct 2026 08:00:00 GMT");
    const again = await fetched(path, { "if-none-match": `W/${etag}, "other"` });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
    server.now = later(server.now, dayLength);
    expect((await fetched(path, { "if-none-match": etag })).statusCode).toBe(304);
    await plan(at("2026-10-14T15:00:00Z"));
    const moved = await fetched(path, { "if-none-match": etag });
    expect([moved.statusCode, moved.headers["last-modified"]]).toEqual([200, "Fri, 02 Oct 2026 08:00:00 GMT"]);
  });
});

describe("the address of a calendar", () => {
  const tokenIn = (path: string) => path.split("/")[3] ?? "";

  it("is kept as a hash, and stands in no row and no file of the server", async () => {
    const token = tokenIn(await issue());
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await server.app.db.read.selectFrom("calendar_feed").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows).toHaveLength(1);
  });

  it("lets nobody sign in, and no other token opens a calendar", async () => {
    const path = await issue();
    const asCookie = await server.call(ListCalendars, {}, `oakroom=${tokenIn(path)}`);
    expect(asCookie.status).toBe(401);
    const signIn = leila.cookie.slice("oakroom=".length);
    expect((await fetched(`/api/calendar-feeds/${signIn}/busy.ics`)).statusCode).toBe(404);
    const [row] = await server.app.db.read.selectFrom("calendar_feed").select("token_hash").execute();
    expect((await fetched(`/api/calendar-feeds/${row?.token_hash}/busy.ics`)).statusCode).toBe(404);
    expect((await fetched(`/api/calendar-feeds/short/busy.ics`)).statusCode).toBe(404);
  });

  it("is one however many are asked for at once: the last one counts", async () => {
    for (let round = 0; round < 20; round += 1) {
      const paths = await Promise.all(Array.from({ length: 50 }, () => issue()));
      const answers = await Promise.all(paths.map(async (path) => (await fetched(path)).statusCode));
      expect(answers.filter((status) => status === 200)).toHaveLength(1);
    }
  });
});
