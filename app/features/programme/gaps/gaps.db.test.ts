import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestServer } from "../../../server/testing.ts";
import { aDay, type Day } from "../../../values/day.ts";
import type { RelationshipId } from "../../../values/id.ts";
import { dayLength, Instant, later } from "../../../values/instant.ts";
import { PutCadence } from "../cadence/schema.ts";
import { couldMeet, pairUp, type Person } from "../matching/testing.ts";
import type { Managed } from "../people/testing.ts";
import { ChangeProgramme, ReadProgramme } from "../programmes/schema.ts";
import { aFirstProgramme } from "../programmes/testing.ts";
import { EndRelationship, ListPairs, PauseRelationship, ResumeRelationship } from "../relationships/schema.ts";
import { plainMail } from "../sign-in/testing.ts";
import { ReadGap, SayFine } from "./schema.ts";

let server: TestServer, managed: Managed, ingrid: Person, leila: Person;
let relationshipId: RelationshipId;
beforeEach(async () => {
  ({ server, managed, ingrid, leila } = await couldMeet({}, "2026-10-01T12:00:00Z"));
  relationshipId = await pairUp(server, managed, leila, ingrid);
  // Nobody signs in again in these stories.
  const far = later(server.now, 400 * dayLength);
  await server.app.db.write((writer) => writer.updateTable("sign_in").set({ expires_at: far }).execute());
});
afterEach(() => server.end());

const params = () => ({ params: { relationshipId } });
const met = async (...heldOn: ReadonlyArray<Day>) => {
  const body = { rhythmDays: 10, agreementAgreed: true, nextSession: null, heldOn: [...heldOn] };
  expect((await server.call(PutCadence, { ...params(), body }, leila.cookie)).status).toBe(200);
};
const fine = (person: Person, isFine = true) =>
  server.call(SayFine, { ...params(), body: { fine: isFine } }, person.cookie);
const gap = async (person: Person) => (await server.call(ReadGap, params(), person.cookie)).answer;
const noonOf = (day: string) => Instant.parse(Date.parse(`${day}T12:00:00Z`));

/** Who got which mail since the last look, as "address: subject". */
let seen = new Set<string>();
async function mailsBy(day: string): Promise<ReadonlyArray<string>> {
  // Day by day, as jobs run: what one lays down is due in its turn.
  for (; server.now < noonOf(day); server.pass(dayLength)) await server.mails();
  server.now = noonOf(day);
  const fresh = (await server.mails()).filter((mail) => !seen.has(mail));
  seen = new Set([...seen, ...fresh]);
  return fresh
    .map(plainMail)
    .map((mail) => `${/^To: (.*)$/m.exec(mail)?.[1]}: ${/^Subject: (.*)$/m.exec(mail)?.[1]}`)
    .toSorted();
}
const about = (who: Person, subject: string) => `${who.email}: ${subject}`;

async function managerSees(): Promise<readonly [pair: boolean, some: boolean]> {
  const programme = { params: { programmeId: managed.programmeId } };
  const { pairs } = (await server.call(ListPairs, programme, managed.cookie)).answer;
  const { someMayLikeAWord } = (await server.call(ReadProgramme, programme, managed.cookie)).answer;
  return [pairs[0]?.mayLikeAWord === true, someMayLikeAWord];
}

describe("P103: a pair that has not met for a while", () => {
  beforeEach(async () => {
    seen = new Set();
    await met(aDay("2026-10-01"));
    await mailsBy("2026-10-02");
  });

  it("is asked once the gap passes twice the rhythm, each by one mail, and then no more", async () => {
    expect(await mailsBy("2026-10-21")).toEqual([]);
    expect((await gap(leila)).asksMe).toBe(false);
    expect(await mailsBy("2026-10-22")).toEqual([
      about(ingrid, "You and Leila Haddad"),
      about(leila, "You and Ingrid Weiss"),
    ]);
    expect((await gap(leila)).asksMe).toBe(true);
    expect(await mailsBy("2026-12-31")).toEqual([]);
  });

  it("is not asked while a date lies ahead, nor once they met", async () => {
    const nextSession = { startsAt: noonOf("2026-10-25"), lengthMinutes: 60, timeZone: "Europe/Berlin" };
    const body = { rhythmDays: 10, agreementAgreed: true, nextSession, heldOn: [aDay("2026-10-01")] };
    await server.call(PutCadence, { ...params(), body }, ingrid.cookie);
    expect(await mailsBy("2026-10-23")).toEqual([]);
    await met(aDay("2026-10-01"), aDay("2026-10-25"));
    const mails = await mailsBy("2026-11-14");
    expect(mails.filter((mail) => mail.includes("You and"))).toEqual([]);
    expect(await mailsBy("2026-11-15")).toHaveLength(2);
  });

  it("one tap on “we’re fine” quiets one’s own mail for two rhythms, and the two see the tap", async () => {
    server.now = noonOf("2026-10-20");
    expect((await fine(leila)).status).toBe(200);
    expect(await mailsBy("2026-10-22")).toEqual([about(ingrid, "You and Leila Haddad")]);
    expect((await gap(leila)).fineUntil).toEqual({ mine: "2026-11-09", theirs: null });
    expect((await gap(ingrid)).fineUntil).toEqual({ mine: null, theirs: "2026-11-09" });
    expect([(await gap(leila)).asksMe, (await gap(ingrid)).asksMe]).toEqual([false, true]);
    expect(await mailsBy("2026-11-09")).toEqual([]);
    expect(await mailsBy("2026-11-10")).toEqual([about(leila, "You and Ingrid Weiss")]);
  });

  it("the manager reads “may like a word” after three times, unless both are fine", async () => {
    server.now = noonOf("2026-10-31");
    expect(await managerSees()).toEqual([false, false]);
    server.now = noonOf("2026-11-01");
    expect(await managerSees()).toEqual([true, true]);
    expect((await gap(leila)).mayLikeAWord).toBe(true);
    await fine(leila);
    expect(await managerSees()).toEqual([true, true]);
    await fine(ingrid);
    expect(await managerSees()).toEqual([false, false]);
    await fine(ingrid, false);
    expect(await managerSees()).toEqual([true, true]);
    await fine(ingrid);
    server.now = noonOf("2026-11-22");
    expect(await managerSees()).toEqual([true, true]);
    await met(aDay("2026-10-01"), aDay("2026-11-22"));
    expect(await managerSees()).toEqual([false, false]);
  });

  it("the manager reads nothing of it while the pair rests, after it ended, or where the programme switched it off", async () => {
    server.now = noonOf("2026-12-01");
    await server.call(PauseRelationship, params(), ingrid.cookie);
    expect(await managerSees()).toEqual([false, false]);
    await server.call(ResumeRelationship, params(), ingrid.cookie);
    expect(await managerSees()).toEqual([false, false]);
    server.now = noonOf("2027-01-01");
    expect(await managerSees()).toEqual([true, true]);
    const { organisation: _, adultsOnly: __, ...programme } = aFirstProgramme;
    const body = {
      ...programme,
      contacts: [...programme.contacts],
      wording: "",
      mayLikeAWord: false,
      suggestionDays: 7,
      leavingDays: 60,
    };
    const changed = await server.call(
      ChangeProgramme,
      { params: { programmeId: managed.programmeId }, body },
      managed.cookie,
    );
    expect(changed.status).toBe(200);
    expect(await managerSees()).toEqual([false, false]);
    expect((await gap(leila)).mayLikeAWord).toBe(false);
    await server.call(EndRelationship, params(), leila.cookie);
    expect((await fine(leila)).refused).toBe("ended");
    expect(await managerSees()).toEqual([false, false]);
  });

  it("P103 never: a day, a count, a rhythm or a tap in what a manager reads", async () => {
    server.now = noonOf("2026-12-01");
    await fine(leila);
    const { raw } = await server.call(ListPairs, { params: { programmeId: managed.programmeId } }, managed.cookie);
    expect(Object.keys(raw.json().pairs[0]).toSorted()).toEqual([
      "endedOn",
      "firstMeetingHeld",
      "leaving",
      "mayLikeAWord",
      "mentee",
      "mentor",
      "relationshipId",
      "state",
    ]);
    expect(raw.body).not.toMatch(/2026-1|fine|rhythm|lastHeld|"count/i);
    expect((await server.call(ReadGap, params(), managed.cookie)).status).toBe(404);
  });
});

describe("a review and an ending", () => {
  beforeEach(async () => {
    seen = new Set();
    await met(aDay("2026-10-01"), aDay("2026-10-11"), aDay("2026-10-21"));
    server.now = noonOf("2026-10-21");
    seen = new Set(await server.mails());
  });

  it("the review is asked for the day after session three, and then every eight weeks", async () => {
    const reviews = async (day: string) => (await mailsBy(day)).filter((mail) => mail.includes("work together"));
    expect(await reviews("2026-10-22")).toEqual([
      about(ingrid, "How you and Leila Haddad work together"),
      about(leila, "How you and Ingrid Weiss work together"),
    ]);
    expect(await reviews("2026-12-16")).toEqual([]);
    expect(await reviews("2026-12-17")).toHaveLength(2);
  });

  it("the ending is asked about four weeks before the programme’s last day, and moves with it", async () => {
    const endings = async (day: string) => (await mailsBy(day)).filter((mail) => mail.includes("Four weeks left"));
    const { organisation: _, adultsOnly: __, ...programme } = aFirstProgramme;
    const timing = { kind: "cohort", startsOn: aDay("2026-10-01"), endsOn: aDay("2027-01-31") } as const;
    const body = {
      ...programme,
      contacts: [...programme.contacts],
      timing,
      wording: "",
      mayLikeAWord: true,
      suggestionDays: 7,
      leavingDays: 60,
    };
    await server.call(ChangeProgramme, { params: { programmeId: managed.programmeId }, body }, managed.cookie);
    expect(await endings("2027-01-02")).toEqual([]);
    expect(await endings("2027-01-03")).toEqual([
      about(ingrid, "Four weeks left with Leila Haddad"),
      about(leila, "Four weeks left with Ingrid Weiss"),
    ]);
    expect(await endings("2027-01-30")).toEqual([]);
  });

  it("nobody gets more than one nudge a day, whatever comes together", async () => {
    await server.call(SayFine, { ...params(), body: { fine: false } }, leila.cookie);
    const days = new Map<string, number>();
    for (let day = 0; day < 120; day += 1) {
      server.now = later(server.now, dayLength);
      for (const mail of await mailsBy(new Date(server.now).toISOString().slice(0, 10))) {
        const key = `${day} ${mail.split(":")[0]}`;
        days.set(key, (days.get(key) ?? 0) + 1);
      }
    }
    expect(days.size).toBeGreaterThan(4);
    expect([...days.values()].filter((many) => many > 1)).toEqual([]);
  });
});
