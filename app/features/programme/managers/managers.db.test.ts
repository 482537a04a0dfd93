import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { dayLength } from "../../../values/instant.ts";
import { ListChangesAboutMe } from "../changes/schema.ts";
import { MakeDraft, ReadBoard, ReadChoices, SendDraft } from "../matching/drafts/schema.ts";
import { aMentee, aMentor, makeDraft, type Person } from "../matching/testing.ts";
import type { Managed } from "../people/testing.ts";
import { ReadProgramme } from "../programmes/schema.ts";
import { setUp } from "../programmes/testing.ts";
import { ReadMe } from "../sign-in/schema.ts";
import { cookieOf, tokenIn } from "../sign-in/testing.ts";
import { managerInvitationDays } from "./rules.ts";
import {
  AcceptManagerInvitation,
  InviteManager,
  ListManagers,
  ReadManagerInvitation,
  RemoveManager,
  WithdrawManagerInvitation,
} from "./schema.ts";

let server: TestServer;
let marta: Managed;
let leila: Person;
let ingrid: Person;

beforeAll(async () => {
  server = await testServer();
  marta = await setUp(server, "Marta Nowak");
  leila = await aMentee(server, marta, "Leila Haddad");
  ingrid = await aMentor(server, marta, "Ingrid Weiss");
});

afterAll(() => server.end());

const params = () => ({ programmeId: marta.programmeId });

async function invite(name: string, email: string, invitationId = server.app.chance.id()) {
  // Each act at a moment of its own.
  server.pass(1);
  const asked = await server.call(
    InviteManager,
    { params: params(), body: { invitationId, name, email } },
    marta.cookie,
  );
  const mail = (await server.mails()).findLast((text) => text.includes(email)) ?? "";
  return { asked, invitationId, mail, token: tokenIn(mail) };
}

async function accept(token: string) {
  server.pass(1);
  const accepted = await server.call(AcceptManagerInvitation, { body: { token } });
  const cookie = accepted.status === 200 ? cookieOf(accepted.raw, "oakroom") : "";
  return { status: accepted.status, refused: accepted.refused, cookie };
}

const listed = async (cookie = marta.cookie) => (await server.call(ListManagers, { params: params() }, cookie)).answer;
const manages = async (cookie: string) =>
  (await server.call(ReadProgramme, { params: params() }, cookie)).status === 200;
const idOf = async (name: string) =>
  (await listed()).managers.find((manager) => manager.name === name)?.accountId ?? server.app.chance.id();

describe("Marta invites Otto to manage with her", () => {
  it("by a mail with a link that tells what it is for, works once, and signs him in", async () => {
    const { token, mail } = await invite("Otto Meier", "otto.meier@northwind.example");
    expect(mail).toContain("would you help to manage it?");
    expect((await listed()).invited.map(({ name }) => name)).toEqual(["Otto Meier"]);
    const read = await server.call(ReadManagerInvitation, { body: { token } });
    expect(read.answer).toMatchObject({ programmeName: "Autumn mentoring", name: "Otto Meier" });
    const otto = await accept(token);
    expect(await manages(otto.cookie)).toBe(true);
    expect((await listed()).managers.map(({ name }) => name)).toEqual(["Marta Nowak", "Otto Meier"]);
    expect((await accept(token)).refused).toBe("no-longer-valid");
    expect((await server.call(ReadManagerInvitation, { body: { token } })).refused).toBe("no-longer-valid");
  });

  it("and everyone who takes part can read that he does", async () => {
    const { answer } = await server.call(ListChangesAboutMe, {}, leila.cookie);
    expect(answer.changes[0]).toMatchObject({ act: "manager-joined", by: "Otto Meier", aboutMe: false });
  });

  it("not twice, and one mail for one request", async () => {
    expect((await invite("Otto Meier", "OTTO.MEIER@northwind.example")).asked.refused).toBe("manages-already");
    const first = await invite("Pia Lund", "pia.lund@northwind.example");
    const before = (await server.mails()).length;
    await invite("Pia Lund", "pia.lund@northwind.example", first.invitationId);
    expect((await server.mails()).length).toBe(before);
  });

  it("a newer mail ends the one before, and so does withdrawing", async () => {
    const old = await invite("Pia Lund", "pia.lund@northwind.example");
    const newer = await invite("Pia Lund", "pia.lund@northwind.example");
    expect((await accept(old.token)).refused).toBe("no-longer-valid");
    const which = { params: { ...params(), invitationId: newer.invitationId } };
    expect((await server.call(WithdrawManagerInvitation, which, marta.cookie)).status).toBe(200);
    expect((await server.call(WithdrawManagerInvitation, which, marta.cookie)).refused).toBe("not-open");
    expect((await accept(newer.token)).refused).toBe("no-longer-valid");
  });

  it("nor after its seven days", async () => {
    const { token } = await invite("Pia Lund", "pia.lund@northwind.example");
    server.pass(managerInvitationDays * dayLength);
    expect((await accept(token)).refused).toBe("no-longer-valid");
  });
});

describe("taking a manager out", () => {
  it("holds from their next request on, and they can read it", async () => {
    const otto = await accept((await invite("Olga Brand", "olga.brand@northwind.example")).token);
    const accountId = await idOf("Olga Brand");
    const removed = { params: { ...params(), accountId } };
    server.pass(1);
    expect((await server.call(RemoveManager, removed, marta.cookie)).status).toBe(200);
    expect(await manages(otto.cookie)).toBe(false);
    expect((await server.call(ReadMe, {}, otto.cookie)).answer.manages).toEqual([]);
    expect((await server.call(RemoveManager, removed, marta.cookie)).refused).toBe("no-manager");
    const { answer } = await server.call(ListChangesAboutMe, {}, otto.cookie);
    expect(answer.changes[0]).toMatchObject({ act: "manager-removed", by: "Marta Nowak", aboutMe: true });
  });

  it("of two who take each other out at the same moment, one stays", async () => {
    for (let round = 0; round < 10; round += 1) {
      const pair = await setUp(server, `Twin ${round}`);
      const one = (await server.call(ReadMe, {}, pair.cookie)).answer.accountId;
      const email = `other.twin.${round}@northwind.example`;
      const body = { invitationId: server.app.chance.id(), name: "Other Twin", email };
      await server.call(InviteManager, { params: { programmeId: pair.programmeId }, body }, pair.cookie);
      const other = await accept(tokenIn((await server.mails()).findLast((text) => text.includes(email)) ?? ""));
      const two = (await server.call(ReadMe, {}, other.cookie)).answer.accountId;
      const remove = (accountId: string, cookie: string) =>
        server.call(RemoveManager, { params: { programmeId: pair.programmeId, accountId } }, cookie);
      await Promise.all([remove(two, pair.cookie), remove(one, other.cookie)]);
      const rows = await server.app.db.read
        .selectFrom("programme_manager")
        .select("account_id")
        .where("programme_id", "=", pair.programmeId)
        .execute();
      expect(rows).toHaveLength(1);
    }
  });

  it("never takes the last one, not by herself either", async () => {
    const otto = await idOf("Otto Meier");
    await server.call(RemoveManager, { params: { ...params(), accountId: otto } }, marta.cookie);
    const last = { params: { ...params(), accountId: await idOf("Marta Nowak") } };
    expect((await server.call(RemoveManager, last, marta.cookie)).refused).toBe("last-manager");
    expect(await manages(marta.cookie)).toBe(true);
  });
});

describe("a manager who takes part", () => {
  it("neither sees nor changes what is about herself, and Marta does", async () => {
    await aMentor(server, marta, "Emil Roth");
    await aMentee(server, marta, "Noor Aziz");
    const draftId = await makeDraft(server, marta);
    const hers = await accept((await invite("Leila Haddad", leila.email)).token);
    const board = async (cookie: string) => (await server.call(ReadBoard, { params: params() }, cookie)).answer;
    const about = ({ draft }: Awaited<ReturnType<typeof board>>) => JSON.stringify(draft).includes(leila.participantId);
    expect(about(await board(marta.cookie))).toBe(true);
    const seen = await board(hers.cookie);
    expect(JSON.stringify(seen)).not.toContain(leila.participantId);
    expect(seen.draft?.pairs).toHaveLength(1);
    expect(seen.leavesOutOwn).toBe(true);
    // It would count the pairs that are possible for her too.
    expect(seen.draft?.pairsChecked).toBeNull();
    expect((await board(marta.cookie)).draft?.pairsChecked).toBeGreaterThan(0);
    const whole = await board(marta.cookie);
    expect([whole.looking, whole.freePlaces, seen.looking]).toEqual([2, 2, 1]);
    expect((await board(marta.cookie)).leavesOutOwn).toBe(false);
    const change = { act: "pin" as const, mentee: leila.participantId, mentor: ingrid.participantId };
    const body = { draftId: server.app.chance.id(), insteadOf: draftId, change };
    expect((await server.call(MakeDraft, { params: params(), body }, hers.cookie)).refused).toBe("own-place");
    const mine = { ...params(), participantId: leila.participantId };
    expect((await server.call(ReadChoices, { params: mine }, hers.cookie)).status).toBe(404);
    expect((await server.call(ReadChoices, { params: mine }, marta.cookie)).status).toBe(200);
    const sent = await server.call(SendDraft, { params: { ...params(), draftId } }, hers.cookie);
    // Everyone is asked, and no number tells her whether somebody is suggested to her.
    expect(sent.answer).toMatchObject({ pairs: 1, people: 2 });
    const again = await server.call(SendDraft, { params: { ...params(), draftId } }, marta.cookie);
    expect(again.answer).toMatchObject({ pairs: 2, people: 4 });
    const suggested = async (cookie: string) =>
      (await server.call(ReadProgramme, { params: params() }, cookie)).answer.counts.pairs.proposed;
    expect([await suggested(hers.cookie), await suggested(marta.cookie)]).toEqual([1, 2]);
    const [after, others] = [await board(hers.cookie), await board(marta.cookie)];
    expect([after.looking, after.freePlaces, others.freePlaces]).toEqual([0, 1, 0]);
    expect(after.mentors.reduce((sum, { taken }) => sum + taken, 0)).toBe(1);
    expect(JSON.stringify((await board(hers.cookie)).asked)).not.toContain(leila.participantId);
    expect(JSON.stringify((await board(marta.cookie)).asked)).toContain(leila.participantId);
  });
});
