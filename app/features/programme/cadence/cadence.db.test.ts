import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../server/testing.ts";
import type { RelationshipId } from "../../../values/id.ts";
import type { InputOf } from "../../../values/operation.ts";
import { aDay } from "../../../values/day.ts";
import { dayLength, hour, Instant, later, minute } from "../../../values/instant.ts";
import { aMentee, aMentor, pairUp, type Person } from "../matching/testing.ts";
import type { Managed } from "../people/testing.ts";
import { PutMailSettings } from "../mails/schema.ts";
import { setUp } from "../programmes/testing.ts";
import { EndRelationship, ListPairs, PauseRelationship, ResumeRelationship } from "../relationships/schema.ts";
import { plainMail } from "../sign-in/testing.ts";
import { type Cadence, PutCadence, ReadCadence } from "./schema.ts";

let server: TestServer;
let managed: Managed;
let ingrid: Person, leila: Person;
let relationshipId: RelationshipId;
beforeEach(async () => {
  server = await testServer("2026-10-01T08:00:00Z");
  managed = await setUp(server, "Marta Nowak");
  ingrid = await aMentor(server, managed, "Ingrid Weiss", { timeZone: "Europe/Helsinki" });
  leila = await aMentee(server, managed, "Leila Haddad", { timeZone: "America/New_York" });
  relationshipId = await pairUp(server, managed, leila, ingrid);
});
afterEach(() => server.end());

const at = (text: string) => Instant.parse(Date.parse(text));
const nothing: Cadence = { rhythmDays: null, agreementAgreed: false, nextSession: null, heldOn: [] };
const planned = (startsAt: Instant): Cadence => ({
  ...nothing,
  nextSession: { startsAt, lengthMinutes: 60, timeZone: "Europe/Helsinki" },
});
const put = (person: Pick<Person, "cookie">, cadence: InputOf<typeof PutCadence>["body"]) =>
  server.call(PutCadence, { params: { relationshipId }, body: cadence }, person.cookie);
const read = (person: Pick<Person, "cookie">) =>
  server.call(ReadCadence, { params: { relationshipId } }, person.cookie);

/** Who gets which reminder when the clock is moved to an instant, as "address: subject". */
async function remindersUntil(instant: Instant): Promise<ReadonlyArray<string>> {
  server.now = later(instant, -minute);
  const seen = new Set(await server.mails());
  server.now = instant;
  const fresh = (await server.mails()).filter((mail) => !seen.has(mail)).map(plainMail);
  return fresh
    .map((mail) => `${/^To: (.*)$/m.exec(mail)?.[1]}: ${/^Subject: (.*)$/m.exec(mail)?.[1]}`)
    .toSorted((a, b) => (a < b ? -1 : 1));
}
const lastMailTo = async (person: Person, word: string) =>
  (await server.mails())
    .map(plainMail)
    .findLast((mail) => mail.includes(`To: ${person.email}`) && mail.includes(word)) ?? "";

describe("P24: reminders of a session", () => {
  it("come a day and ten minutes before, to both, once, in each reader's own time", async () => {
    const start = at("2026-10-13T15:00:00Z");
    await put(leila, planned(start));
    await put(ingrid, planned(start));
    await put(leila, planned(start));
    expect(await remindersUntil(later(start, -24 * hour))).toEqual([
      `${ingrid.email}: Tomorrow: Leila Haddad`,
      `${leila.email}: Tomorrow: Ingrid Weiss`,
    ]);
    expect(await lastMailTo(ingrid, "you meet")).toMatch(/Tuesday,? 13 October at 18:00 Eastern European Summer Time/);
    expect(await lastMailTo(leila, "you meet")).toMatch(/Tuesday,? 13 October at 11:00 Eastern Daylight Time/);
    expect(await remindersUntil(later(start, -10 * minute))).toEqual([
      `${ingrid.email}: In 10 minutes: Leila Haddad`,
      `${leila.email}: In 10 minutes: Ingrid Weiss`,
    ]);
    expect(await remindersUntil(later(start, hour))).toEqual([]);
  });

  it("come on the reader’s last working day before, which the other’s own days do not change", async () => {
    const body = { muted: [], hours: null, timeZone: "America/New_York", quietUntil: null, wakeUps: false };
    const week = { workDays: [1, 2, 3, 4, 5], daysOff: [] };
    expect((await server.call(PutMailSettings, { body: { ...body, ...week } }, leila.cookie)).status).toBe(200);
    const monday = at("2026-10-12T15:00:00Z");
    await put(ingrid, planned(monday));
    expect(await remindersUntil(later(monday, -3 * dayLength))).toEqual([`${leila.email}: On Monday: Ingrid Weiss`]);
    expect(await remindersUntil(later(monday, -24 * hour))).toEqual([`${ingrid.email}: Tomorrow: Leila Haddad`]);
    expect(await remindersUntil(later(monday, -10 * minute))).toHaveLength(2);
  });

  it("say today where they waited for the morning of that day", async () => {
    const body = { muted: [], hours: { from: 21 * 60, to: 8 * 60 }, timeZone: "America/New_York", quietUntil: null };
    const week = { wakeUps: false, workDays: [1, 2, 3, 4, 5, 6, 7], daysOff: [] };
    expect((await server.call(PutMailSettings, { body: { ...body, ...week } }, leila.cookie)).status).toBe(200);
    // Ten in the evening in New York; a day before, mails wait until eight.
    const start = at("2026-10-14T02:00:00Z");
    await put(leila, planned(start));
    expect(await remindersUntil(later(start, -24 * hour))).toEqual([`${ingrid.email}: Tomorrow: Leila Haddad`]);
    expect(await remindersUntil(at("2026-10-13T12:00:00Z"))).toEqual([`${leila.email}: Today: Ingrid Weiss`]);
  });

  it("tell that the room is right, should it show another time", async () => {
    const start = at("2026-10-13T15:00:00Z");
    await put(leila, planned(start));
    await remindersUntil(later(start, -24 * hour));
    expect(await lastMailTo(ingrid, "you meet")).toContain("the room is right");
  });

  it("stay silent for a date that has moved, and come for the new one", async () => {
    const [first, second] = [at("2026-10-16T12:00:00Z"), at("2026-10-17T12:00:00Z")];
    await put(leila, planned(first));
    expect((await put(ingrid, planned(second))).status).toBe(200);
    expect(await remindersUntil(later(first, -24 * hour))).toEqual([]);
    expect(await remindersUntil(later(first, -10 * minute))).toEqual([]);
    expect(await remindersUntil(later(second, -10 * minute))).toHaveLength(2);
  });

  it("come for a date that moved away and back again", async () => {
    const [first, second] = [at("2026-10-20T12:00:00Z"), at("2026-10-21T12:00:00Z")];
    await put(leila, planned(first));
    await put(leila, planned(second));
    await put(leila, planned(first));
    expect(await remindersUntil(later(first, -24 * hour))).toHaveLength(2);
    expect(await remindersUntil(later(first, -10 * minute))).toHaveLength(2);
    expect(await remindersUntil(later(second, -10 * minute))).toEqual([]);
  });

  it("keep to the hour across a change of clocks, which comes on different days for the two", async () => {
    // Helsinki leaves summer time on 25 October 2026 at 01:00 UTC, New York on 1 November.
    const start = at("2026-10-25T15:00:00Z");
    await put(leila, planned(start));
    expect(await remindersUntil(later(start, -24 * hour))).toHaveLength(2);
    expect(await lastMailTo(ingrid, "Sunday")).toMatch(/Sunday,? 25 October at 17:00 Eastern European Standard Time/);
    expect(await lastMailTo(leila, "Sunday")).toMatch(/Sunday,? 25 October at 11:00 Eastern Daylight Time/);
    const after = at("2026-11-01T15:00:00Z");
    await put(leila, planned(after));
    await remindersUntil(later(after, -24 * hour));
    expect(await lastMailTo(ingrid, "1 November")).toMatch(
      /Sunday,? 1 November at 17:00 Eastern European Standard Time/,
    );
    expect(await lastMailTo(leila, "1 November")).toMatch(/Sunday,? 1 November at 10:00 Eastern Standard Time/);
  });

  it("stay silent while the pair rests, and for a date that was taken away", async () => {
    const start = at("2026-10-10T12:00:00Z");
    await put(leila, planned(start));
    expect((await server.call(PauseRelationship, { params: { relationshipId } }, ingrid.cookie)).status).toBe(200);
    expect(await remindersUntil(later(start, -24 * hour))).toEqual([]);
    expect((await server.call(ResumeRelationship, { params: { relationshipId } }, leila.cookie)).status).toBe(200);
    expect((await put(leila, nothing)).status).toBe(200);
    expect(await remindersUntil(later(start, -10 * minute))).toEqual([]);
  });

  it("a server that was down over both moments sends nothing after the start", async () => {
    const start = at("2026-10-20T12:00:00Z");
    await put(leila, planned(start));
    server.now = later(start, minute);
    const before = (await server.mails()).length;
    server.now = later(start, dayLength);
    expect((await server.mails()).length).toBe(before);
  });
});

describe("the open dates of a pair", () => {
  it("are written whole by either of the two, and read alike by both", async () => {
    const cadence = {
      rhythmDays: 14,
      agreementAgreed: true,
      nextSession: null,
      heldOn: [aDay("2026-10-25"), aDay("2026-10-13"), aDay("2026-10-13")],
    };
    expect((await put(leila, cadence)).status).toBe(200);
    const kept = { ...cadence, heldOn: ["2026-10-13", "2026-10-25"] };
    expect((await read(ingrid)).answer).toEqual(kept);
    expect((await read(leila)).answer).toEqual(kept);
    await put(ingrid, { ...cadence, heldOn: [] });
    expect((await read(leila)).answer.heldOn).toEqual([]);
  });

  it("P12 never: a manager learns of them that a first meeting was held, and nothing else", async () => {
    await put(leila, {
      ...nothing,
      rhythmDays: 14,
      agreementAgreed: true,
      heldOn: [aDay("2026-10-13"), aDay("2026-10-25")],
    });
    const { pairs } = (await server.call(ListPairs, { params: { programmeId: managed.programmeId } }, managed.cookie))
      .answer;
    expect(pairs).toEqual([
      {
        relationshipId,
        mentee: { participantId: leila.participantId, name: "Leila Haddad" },
        mentor: { participantId: ingrid.participantId, name: "Ingrid Weiss" },
        state: "live",
        endedOn: null,
        firstMeetingHeld: true,
        mayLikeAWord: false,
        leaving: null,
      },
    ]);
    expect((await read(managed)).status).toBe(404);
    expect((await put(managed, nothing)).status).toBe(404);
  });

  it("refuse what cannot be: a zone that nobody knows, a rhythm of no days, a day that is none", async () => {
    const wrong: ReadonlyArray<InputOf<typeof PutCadence>["body"]> = [
      { ...nothing, rhythmDays: 0 },
      { ...nothing, heldOn: ["2026-02-30"] },
      { ...nothing, nextSession: { startsAt: server.now, lengthMinutes: 60, timeZone: "Middle/Earth" } },
    ];
    for (const body of wrong) expect((await put(leila, body)).status).toBe(400);
  });

  it("take nothing more once the pair has ended", async () => {
    await server.call(EndRelationship, { params: { relationshipId } }, leila.cookie);
    expect((await put(ingrid, nothing)).refused).toBe("ended");
    expect((await read(ingrid)).status).toBe(200);
  });
});

describe("P56: a first date within two weeks", () => {
  const both = () => [
    `${ingrid.email}: A first date with Leila Haddad`,
    `${leila.email}: A first date with Ingrid Weiss`,
  ];

  it("is asked for after three and ten days where there is none, and then no more", async () => {
    const paired = server.now;
    expect(await remindersUntil(later(paired, 3 * dayLength))).toEqual(both());
    expect(await remindersUntil(later(paired, 10 * dayLength))).toEqual(both());
    expect(await remindersUntil(later(paired, 60 * dayLength))).toEqual([]);
  });

  it.each([
    ["once there is a date", async () => put(leila, planned(at("2026-11-20T12:00:00Z")))],
    ["once they have met", async () => put(leila, { ...nothing, heldOn: [aDay("2026-10-02")] })],
    ["while the pair rests", async () => server.call(PauseRelationship, { params: { relationshipId } }, leila.cookie)],
    ["once it has ended", async () => server.call(EndRelationship, { params: { relationshipId } }, leila.cookie)],
  ])("is not asked for %s", async (_, happens) => {
    const paired = server.now;
    await happens();
    const mails = [
      ...(await remindersUntil(later(paired, 3 * dayLength))),
      ...(await remindersUntil(later(paired, 10 * dayLength))),
    ];
    expect(mails.filter((mail) => mail.includes("A first date"))).toEqual([]);
  });
});
