import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestServer } from "../../../server/testing.ts";
import { aDay, type Day } from "../../../values/day.ts";
import type { RelationshipId } from "../../../values/id.ts";
import type { InputOf } from "../../../values/operation.ts";
import { dayLength, Instant, later } from "../../../values/instant.ts";
import { PutCadence } from "../cadence/schema.ts";
import { couldMeet, pairUp, type Person } from "../matching/testing.ts";
import type { Managed } from "../people/testing.ts";
import { plainMail } from "../sign-in/testing.ts";
import { MuteMail, PutMailSettings, PutWakeUps, ReadMailSettings } from "./schema.ts";

let server: TestServer, managed: Managed, ingrid: Person, leila: Person;
let relationshipId: RelationshipId;
beforeEach(async () => {
  ({ server, managed, ingrid, leila } = await couldMeet({}, "2026-10-01T12:00:00Z"));
  relationshipId = await pairUp(server, managed, leila, ingrid);
  await server.mails();
});
afterEach(() => server.end());

type Choices = InputOf<typeof PutMailSettings>["body"];
const always: Pick<Choices, "workDays" | "daysOff"> = { workDays: [1, 2, 3, 4, 5, 6, 7], daysOff: [] };
const asBefore: Choices = {
  muted: [],
  hours: null,
  timeZone: "Europe/Berlin",
  quietUntil: null,
  wakeUps: false,
  ...always,
};
const choose = async (choices: Partial<Choices>, who = leila) =>
  expect((await server.call(PutMailSettings, { body: { ...asBefore, ...choices } }, who.cookie)).status).toBe(200);
const settings = async (who = leila) => (await server.call(ReadMailSettings, {}, who.cookie)).answer;
const wake = (days: ReadonlyArray<Day>, who = leila) =>
  server.call(PutWakeUps, { body: { days: [...days] } }, who.cookie);
const at = (text: string) => Instant.parse(Date.parse(text));

/** What came to somebody by an instant, hour by hour, as "day hour in UTC: subject". */
async function mailsTo(who: Person, until: Instant): Promise<ReadonlyArray<string>> {
  const came: string[] = [];
  const known = new Set(await server.mails());
  for (; server.now < until;) {
    server.now = later(server.now, dayLength / 24);
    for (const mail of (await server.mails()).filter((one) => !known.has(one))) {
      known.add(mail);
      const plain = plainMail(mail);
      if (plain.includes(`To: ${who.email}`))
        came.push(`${new Date(server.now).toISOString().slice(0, 13)}: ${/^Subject: (.*)$/m.exec(plain)?.[1]}`);
    }
  }
  return came;
}

describe("one’s own mails", () => {
  it("start with nothing muted, in the zone of one’s profile, without wake-ups", async () => {
    expect(await settings()).toEqual({ ...asBefore, wakeUpDays: [] });
  });

  it("are kept as they were chosen, for oneself alone", async () => {
    const chosen = {
      muted: ["gap", "review"],
      hours: { from: 1200, to: 480 },
      timeZone: "Asia/Tokyo",
      quietUntil: "2026-10-09",
      wakeUps: true,
      workDays: [1, 2, 4],
      daysOff: [{ from: "2026-12-24", to: "2027-01-03" }],
    } as const;
    await choose({ ...chosen, muted: [...chosen.muted], workDays: [4, 1, 2, 4], daysOff: [...chosen.daysOff] });
    expect(await settings()).toEqual({ ...chosen, wakeUpDays: [] });
    expect(await settings(ingrid)).toMatchObject({ muted: [], wakeUps: false });
  });

  it("take no quiet time that is over and no week without a day of work, and lose nothing by it; a day kept once may stay", async () => {
    await choose({ quietUntil: aDay("2026-10-03"), workDays: [1, 2] });
    const kept = await settings();
    const tried = (change: object) => server.call(PutMailSettings, { body: { ...asBefore, ...change } }, leila.cookie);
    expect((await tried({ quietUntil: "2020-01-01" })).refused).toBe("quiet-in-the-past");
    expect((await tried({ workDays: [] })).status).toBe(400);
    expect(await settings()).toEqual(kept);
    server.pass(7 * dayLength);
    expect((await tried({ quietUntil: "2026-10-03" })).status).toBe(200);
    expect((await tried({ quietUntil: "2026-10-04" })).refused).toBe("quiet-in-the-past");
  });

  it("mute one kind with one tap, which the link in a mail leads to, and hear it again", async () => {
    const [first] = await mailsTo(leila, at("2026-10-04T13:00:00Z"));
    expect(first).toBe("2026-10-04T12: A first date with Ingrid Weiss");
    const mail = (await server.mails()).map(plainMail).find((one) => one.includes("A first date with Ingrid")) ?? "";
    expect(mail).toContain("/mails#mute=first");
    await server.call(MuteMail, { body: { kind: "first", muted: true } }, leila.cookie);
    expect((await settings()).muted).toEqual(["first"]);
    expect(await mailsTo(leila, at("2026-10-14T00:00:00Z"))).toEqual([]);
    await server.call(MuteMail, { body: { kind: "first", muted: false } }, leila.cookie);
    expect((await settings()).muted).toEqual([]);
  });

  it("wait for the end of the hours without mail, and of a quiet time", async () => {
    await choose({ hours: { from: 12 * 60, to: 18 * 60 + 30 } });
    expect(await mailsTo(leila, at("2026-10-05T00:00:00Z"))).toEqual(["2026-10-04T17: A first date with Ingrid Weiss"]);
    await choose({ quietUntil: aDay("2026-10-15") });
    expect(await mailsTo(leila, at("2026-10-16T00:00:00Z"))).toEqual(["2026-10-15T07: A first date with Ingrid Weiss"]);
  });

  it("remind of a session outside the hours without mail alone", async () => {
    await choose({ hours: { from: 20 * 60, to: 7 * 60 } });
    const nextSession = { startsAt: at("2026-10-03T04:30:00Z"), lengthMinutes: 60, timeZone: "Europe/Berlin" };
    const body = { rhythmDays: 14, agreementAgreed: true, nextSession, heldOn: [] };
    await server.call(PutCadence, { params: { relationshipId }, body }, ingrid.cookie);
    expect(await mailsTo(leila, at("2026-10-03T12:00:00Z"))).toEqual(["2026-10-02T05: Tomorrow: Ingrid Weiss"]);
    await server.call(MuteMail, { body: { kind: "session", muted: true } }, leila.cookie);
    const moved = { ...body, nextSession: { ...nextSession, startsAt: at("2026-10-05T10:00:00Z") } };
    await server.call(PutCadence, { params: { relationshipId }, body: moved }, ingrid.cookie);
    expect(await mailsTo(leila, at("2026-10-06T00:00:00Z"))).toEqual([]);
  });
});

describe("P40 P79: neutral wake-ups", () => {
  it("P40 P79 never: a wake-up for somebody who has not switched them on", async () => {
    expect((await wake([aDay("2026-10-02")])).refused).toBe("off");
    expect((await settings()).wakeUpDays).toEqual([]);
  });

  it("come on their day, at nine by their owner’s clock, and know nothing of what waits", async () => {
    await choose({ wakeUps: true });
    expect((await wake([aDay("2026-10-02"), aDay("2026-10-02"), aDay("2026-10-03")])).status).toBe(200);
    expect((await settings()).wakeUpDays).toEqual(["2026-10-02", "2026-10-03"]);
    const line = "Something waits for you in Oakroom";
    expect(await mailsTo(leila, at("2026-10-03T12:00:00Z"))).toEqual([
      `2026-10-02T07: ${line}`,
      `2026-10-03T07: ${line}`,
    ]);
    const mail = (await server.mails()).map(plainMail).find((one) => one.includes(line)) ?? "";
    expect(mail).not.toMatch(/Ingrid|commit|topic|goal|rooms\//i);
    expect((await settings()).wakeUpDays).toEqual([]);
  });

  it("are withdrawn by leaving a day out, and all of them by switching off", async () => {
    await choose({ wakeUps: true });
    await wake([aDay("2026-10-02"), aDay("2026-10-03"), aDay("2026-10-04")]);
    await wake([aDay("2026-10-03"), aDay("2026-10-04")]);
    expect(await mailsTo(leila, at("2026-10-03T12:00:00Z"))).toEqual([
      "2026-10-03T07: Something waits for you in Oakroom",
    ]);
    await server.call(MuteMail, { body: { kind: "wake-ups", muted: true } }, leila.cookie);
    expect(await settings()).toMatchObject({ wakeUps: false, wakeUpDays: [] });
    await choose({ wakeUps: true });
    expect((await settings()).wakeUpDays).toEqual([]);
    expect(await mailsTo(leila, at("2026-10-04T10:00:00Z"))).toEqual([]);
  });

  it("are thirty at most, and neither gone by nor far away", async () => {
    await choose({ wakeUps: true });
    const days = Array.from({ length: 31 }, (_, day) => aDay(`2026-10-${String(day + 1).padStart(2, "0")}`));
    expect((await wake(days)).status).toBe(400);
    await wake([aDay("2026-09-30"), aDay("2026-10-20"), aDay("2027-06-01")]);
    expect((await settings()).wakeUpDays).toEqual(["2026-10-20"]);
  });

  it("give way to another nudge of the same day, and come the day after", async () => {
    await choose({ wakeUps: true });
    await wake([aDay("2026-10-04")]);
    expect(await mailsTo(leila, at("2026-10-06T00:00:00Z"))).toEqual([
      "2026-10-04T07: Something waits for you in Oakroom",
      "2026-10-05T07: A first date with Ingrid Weiss",
    ]);
  });
});
