import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { ListChangesAboutMe } from "../changes/schema.ts";
import { InviteManager, AcceptManagerInvitation } from "../managers/schema.ts";
import { aMentee, aMentor, type Person } from "../matching/testing.ts";
import type { Managed } from "../people/testing.ts";
import { setUp } from "../programmes/testing.ts";
import { cookieOf, tokenIn } from "../sign-in/testing.ts";
import { mostOpen } from "./rules.ts";
import { AnswerAsk, AskProgramme, ListAsks, ListMyAsks, RemoveAsk, TakeAsk } from "./schema.ts";

let server: TestServer;
let marta: Managed;
let otto: string;
let leila: Person;
let ingrid: Person;
const words = "He has not written for three weeks, larkspur-17";
const reply = "We look for somebody else by Friday, buttercup-52";

beforeAll(async () => {
  server = await testServer();
  marta = await setUp(server, "Marta Nowak");
  leila = await aMentee(server, marta, "Leila Haddad");
  ingrid = await aMentor(server, marta, "Ingrid Weiss");
  const body = { invitationId: server.app.chance.id(), name: "Otto Meier", email: "otto.meier@northwind.example" };
  await server.call(InviteManager, { params: params(), body }, marta.cookie);
  const mail = (await server.mails()).findLast((text) => text.includes(body.email)) ?? "";
  otto = cookieOf((await server.call(AcceptManagerInvitation, { body: { token: tokenIn(mail) } })).raw, "oakroom");
});

afterAll(() => server.end());

const params = () => ({ programmeId: marta.programmeId });
const asks = (askId: string, kind: "cannot-reach" | "something-else" = "cannot-reach", said = words) =>
  server.call(AskProgramme, { params: params(), body: { askId, kind, words: said } }, leila.cookie);
const mine = async (cookie = leila.cookie) => (await server.call(ListMyAsks, { params: params() }, cookie)).answer.asks;
const inbox = async (cookie: string) => (await server.call(ListAsks, { params: params() }, cookie)).answer.asks;
const one = (askId: string) => ({ params: { ...params(), askId } });

describe("P107: Leila asks the programme", () => {
  const askId = "01a00000-0000-7000-8000-000000000001";

  it("and both managers get a mail that holds no word of it, once", async () => {
    for (const _ of [1, 2]) expect((await asks(askId)).status).toBe(200);
    const mails = (await server.mails()).filter((mail) => mail.includes("somebody asked something"));
    expect(mails).toHaveLength(2);
    for (const name of ["marta.nowak", "otto.meier"])
      expect(mails.filter((mail) => mail.includes(`To: ${name}@`))).toHaveLength(1);
    for (const mail of mails) expect(mail).not.toMatch(/larkspur|Leila/);
  });

  it("Otto takes it up, Marta sees that he does, and his answer is mailed as a link", async () => {
    expect((await inbox(marta.cookie))[0]).toMatchObject({ state: "new", name: "Leila Haddad", words, takenBy: "" });
    server.pass(1);
    expect((await server.call(TakeAsk, one(askId), otto)).status).toBe(200);
    expect((await inbox(marta.cookie))[0]).toMatchObject({ state: "taken", takenBy: "Otto Meier" });
    expect((await mine())[0]).toMatchObject({ state: "taken", answer: "" });
    server.pass(1);
    const answers = await Promise.all(
      [otto, marta.cookie, otto, marta.cookie].map((cookie) =>
        server.call(AnswerAsk, { ...one(askId), body: { answer: reply } }, cookie),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ refused }) => refused === "answered")).toHaveLength(3);
    expect((await mine())[0]).toMatchObject({ state: "answered", answer: reply });
    const mails = (await server.mails()).filter((mail) => mail.includes("an answer for you"));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("leila.haddad@");
    expect(mails[0]).not.toContain("buttercup");
    expect((await server.call(TakeAsk, one(askId), marta.cookie)).refused).toBe("answered");
  });

  it("and Ingrid hears nothing of it", async () => {
    expect(await mine(ingrid.cookie)).toEqual([]);
    const told = [await server.call(ListChangesAboutMe, {}, ingrid.cookie)].map(({ raw }) => raw.body).join("");
    expect(told).not.toMatch(/ask-|larkspur|Leila/);
    expect(
      (await server.mails()).filter((mail) => mail.includes("ingrid.weiss@") && /asked|answer for you/.test(mail)),
    ).toEqual([]);
    expect((await server.call(ListAsks, { params: params() }, ingrid.cookie)).status).toBe(404);
  });

  it("she reads who took it up and answered, and can take all of it back", async () => {
    const { changes } = (await server.call(ListChangesAboutMe, {}, leila.cookie)).answer;
    expect(changes.map(({ act }) => act)).toEqual(expect.arrayContaining(["ask-taken", "ask-answered"]));
    expect((await server.call(RemoveAsk, one(askId), ingrid.cookie)).status).toBe(200);
    expect(await mine()).toHaveLength(1);
    expect((await server.call(RemoveAsk, one(askId), leila.cookie)).status).toBe(200);
    expect([await mine(), await inbox(otto)]).toEqual([[], []]);
    const rows = await server.app.db.read.selectFrom("ask").selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/larkspur|buttercup/);
  });
});

it("something else needs words, and five may wait at once", async () => {
  const next = () => server.app.chance.id();
  expect((await asks(next(), "something-else", " ")).refused).toBe("no-words");
  for (let count = 0; count < mostOpen; count += 1) expect((await asks(next(), "cannot-reach", "")).status).toBe(200);
  expect((await asks(next())).refused).toBe("too-many-open");
});
