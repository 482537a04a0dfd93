import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { dayLength } from "../../../values/instant.ts";
import { aMentee, aMentor, answer, ask, firstMatch, type Person } from "../matching/testing.ts";
import { ReadInvitation } from "../invitations/schema.ts";
import { MuteMail, PutMailSettings, ReadMailSettings } from "../mails/schema.ts";
import { add, inviteByMail, type Managed } from "../people/testing.ts";
import { setUp } from "../programmes/testing.ts";
import { tokenIn } from "../sign-in/testing.ts";
import { daysBetween, type ReminderKind } from "./rules.ts";
import { ReadReminders, Remind } from "./schema.ts";

let server: TestServer;
let managed: Managed;

beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
});

afterAll(() => server.end());

const params = () => ({ programmeId: managed.programmeId });
const remind = (kind: ReminderKind) => server.call(Remind, { params: params(), body: { kind } }, managed.cookie);
const openOf = async (kind: ReminderKind) =>
  (await server.call(ReadReminders, { params: params() }, managed.cookie)).answer.kinds.find(
    (state) => state.kind === kind,
  );
const mailsTo = async (email: string, about: string) =>
  (await server.mails()).filter((mail) => mail.includes(email) && mail.includes(about));

describe("invitations", () => {
  it("are counted; nobody is reminded of one that is younger than three days", async () => {
    const tove = await add(server, managed, "Tove Lind", ["mentee"]);
    await inviteByMail(server, managed, tove);
    expect(await openOf("invitations")).toEqual({ kind: "invitations", open: 1, nextAt: null });
    expect((await remind("invitations")).refused).toBe("nobody");
    expect((await openOf("invitations"))?.nextAt).toBeNull();
  });

  it("bring a new link, once, and then not for three days; the old link ends", async () => {
    server.pass(daysBetween * dayLength);
    const [first] = await mailsTo("tove.lind@", "invited");
    const answers = await Promise.all(Array.from({ length: 20 }, () => remind("invitations")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ refused }) => refused === "too-soon")).toHaveLength(19);
    const mails = await mailsTo("tove.lind@", "invited");
    expect(mails).toHaveLength(2);
    const newest = mails.find((mail) => mail !== first) ?? "";
    const read = (mail: string) => server.call(ReadInvitation, { body: { token: tokenIn(mail) } });
    expect((await read(newest)).status).toBe(200);
    expect((await read(first ?? "")).refused).toBe("expired");
    expect((await openOf("invitations"))?.nextAt).toBe(server.now + daysBetween * dayLength);
    server.pass(dayLength);
    expect((await remind("invitations")).refused).toBe("too-soon");
  });
});

describe("suggestions", () => {
  let leila: Person;
  let ingrid: Person;

  beforeAll(async () => {
    ingrid = await aMentor(server, managed, "Ingrid Weiss");
    leila = await aMentee(server, managed, "Leila Haddad");
    await ask(server, managed);
    await answer(server, leila, await firstMatch(server, leila), "yes");
    server.pass(daysBetween * dayLength);
  });

  it("P86: a mail goes to Ingrid alone, who has not answered, and the manager is told the same count as before", async () => {
    expect((await openOf("suggestions"))?.open).toBe(1);
    const { wakeUpDays: _, ...settings } = (await server.call(ReadMailSettings, {}, ingrid.cookie)).answer;
    const hours = { from: 8 * 60, to: 23 * 60 };
    const body = { ...settings, hours, timeZone: "UTC" };
    expect((await server.call(PutMailSettings, { body }, ingrid.cookie)).status).toBe(200);
    const sent = await remind("suggestions");
    expect(sent.raw.body).not.toMatch(/Ingrid|Leila|\d/);
    expect(sent.status).toBe(200);
    expect((await openOf("suggestions"))?.open).toBe(1);
    expect(await mailsTo("ingrid.weiss@", "a suggestion waits")).toHaveLength(0);
    server.pass(dayLength / 2 + dayLength / 8);
    expect(await mailsTo("ingrid.weiss@", "a suggestion waits")).toHaveLength(1);
    expect(await mailsTo("leila.haddad@", "a suggestion waits")).toHaveLength(0);
  });

  it("P86: once both have answered, pressing the button tells nothing of it", async () => {
    await answer(server, ingrid, await firstMatch(server, ingrid), "no");
    await server.app.db.write((writer) => writer.deleteFrom("reminder").execute());
    expect((await openOf("suggestions"))?.open).toBe(1);
    expect((await remind("suggestions")).status).toBe(200);
    server.pass(dayLength / 2);
    expect(await mailsTo("ingrid.weiss@", "a suggestion waits")).toHaveLength(1);
    expect(await mailsTo("leila.haddad@", "a suggestion waits")).toHaveLength(0);
  });
});

describe("first dates", () => {
  it("P56: go to a pair that has none, and not to somebody who has muted them", async () => {
    const emil = await aMentor(server, managed, "Emil Roth");
    const noor = await aMentee(server, managed, "Noor Aziz");
    server.pass(10 * dayLength);
    await ask(server, managed);
    await answer(server, noor, await firstMatch(server, noor), "yes");
    await answer(server, emil, await firstMatch(server, emil), "yes");
    expect((await openOf("first-dates"))?.open).toBe(1);
    expect((await remind("first-dates")).refused).toBe("nobody");
    server.pass(daysBetween * dayLength + dayLength);
    await server.call(MuteMail, { body: { kind: "first", muted: true } }, emil.cookie);
    const before = (await mailsTo("noor.aziz@", "first")).length;
    const toEmil = (await mailsTo("emil.roth@", "first")).length;
    expect((await remind("first-dates")).status).toBe(200);
    server.pass(dayLength);
    expect(await mailsTo("noor.aziz@", "first")).toHaveLength(before + 1);
    expect(await mailsTo("emil.roth@", "first")).toHaveLength(toEmil);
  });
});
