import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepLeft } from "../../features/programme/addresses/left/store.ts";
import { TakeAddress, UndoAddress } from "../../features/programme/addresses/schema.ts";
import { keepChange } from "../../features/programme/addresses/store.ts";
import { AnswerAsk, AskProgramme } from "../../features/programme/asks/schema.ts";
import { FinishProgramme, TakeFinishBack } from "../../features/programme/finish/schema.ts";
import { InviteManager, WithdrawManagerInvitation } from "../../features/programme/managers/schema.ts";
import { aMentee } from "../../features/programme/matching/testing.ts";
import { EraseAccount } from "../../features/programme/my-data/erasing/schema.ts";
import type { Managed } from "../../features/programme/people/testing.ts";
import { setUp } from "../../features/programme/programmes/testing.ts";
import { EnrolKeys } from "../../features/room/log/keys/schema.ts";
import { shapedEnrolment, Writer } from "../../features/room/log/testing.ts";
import { LogId, ManagerInvitationId } from "../../values/id.ts";
import { hour } from "../../values/instant.ts";
import { signedIn } from "../guards/signed-in.ts";
import { type TestServer, testServer } from "../testing.ts";
import { once, type Once, wordsOfOnce } from "./once.ts";
import { operationIds } from "./testing/cells.ts";

const bursts = 200;
const callers = 50;

let server: TestServer;
let managed: Managed;

beforeAll(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
});

afterAll(() => server.end());

interface Answered {
  readonly status: number;
}

/** One request of a burst; `at` says which of the fifty. */
type Ask = (at: number) => Promise<Answered>;

/** Lays down the thing that is there once, and answers how it is asked for. */
type Arrange = (burst: number) => Promise<Ask>;

const newId = () => server.app.chance.id();

/** Somebody who has just come, with the proof that stores ask for. */
async function somebody(name: string) {
  const { accountId, cookie } = await server.signIn(name, `${newId()}@northwind.example`);
  const { read } = server.app.db;
  const record = await read
    .selectFrom("sign_in")
    .select("id")
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  const caller = { accountId, signInId: record.id };
  const proof = await signedIn.prove({ read, params: {}, now: server.now, caller });
  if (typeof proof === "string") throw new Error(proof);
  return { accountId, cookie, proof };
}

const arranged = {
  async answerAsk() {
    const leila = await aMentee(server, managed, `Leila ${newId()}`);
    const { programmeId } = managed;
    return async () => {
      const askId = newId();
      const body = { askId, kind: "cannot-reach" as const, words: "He has not written for three weeks." };
      await server.call(AskProgramme, { params: { programmeId }, body }, leila.cookie);
      const params = { programmeId, askId };
      return (at) => server.call(AnswerAsk, { params, body: { answer: `Answer ${at}` } }, managed.cookie);
    };
  },
  async withdrawManagerInvitation() {
    const { programmeId } = managed;
    return async (burst) => {
      const invitationId = ManagerInvitationId.parse(newId());
      const body = { invitationId, name: "Otto Meier", email: `otto.${burst}@northwind.example` };
      await server.call(InviteManager, { params: { programmeId }, body }, managed.cookie);
      return () => server.call(WithdrawManagerInvitation, { params: { programmeId, invitationId } }, managed.cookie);
    };
  },
  async finishProgramme() {
    const { programmeId } = managed;
    return async () => {
      await server.call(TakeFinishBack, { params: { programmeId } }, managed.cookie);
      return () => server.call(FinishProgramme, { params: { programmeId }, body: { lastDay: null } }, managed.cookie);
    };
  },
  async takeAddress() {
    const { cookie, proof } = await somebody("Nadia");
    return async (burst) => {
      const wish = {
        id: newId(),
        place: "private" as const,
        email: `nadia.${burst}@elsewhere.example`,
        code: "314159",
      };
      await server.app.db.write((writer) => keepChange(writer, proof, wish, server.now));
      const body = { id: wish.id, code: wish.code, change: null };
      return () => server.call(TakeAddress, { body }, cookie);
    };
  },
  async undoAddress() {
    const { accountId } = await somebody("Nadia");
    return async (burst) => {
      const left = { accountId, place: "private" as const, email: `nadia.${burst}@before.example` };
      const token = await server.app.db.write((writer) => keepLeft(writer, server.app.chance, left, server.now));
      return () => server.call(UndoAddress, { body: { token } });
    };
  },
  async enrolKeys() {
    return async () => {
      const { accountId, cookie } = await server.signIn("Ana", `${newId()}@northwind.example`);
      const all = Array.from({ length: callers }, () => shapedEnrolment(new Writer(accountId), LogId.parse(newId())));
      return (at) => server.call(EnrolKeys, { body: all[at] ?? new Uint8Array() }, cookie);
    };
  },
  async eraseAccount() {
    return async () => {
      const { cookie } = await server.signIn("Quillon", `${newId()}@northwind.example`);
      return () => server.call(EraseAccount, {}, cookie);
    };
  },
} as const satisfies Readonly<Record<string, () => Promise<Arrange>>>;

const rows = Object.entries<Once | undefined>(once);
const burstOf = (entry: Once | undefined) => (entry && "burst" in entry ? entry.burst : undefined);

describe("S7: what happens once", () => {
  it.each(Object.keys(arranged))("%s", { timeout: 600_000 }, async (id) => {
    const arrange = await Object.entries(arranged).find(([name]) => name === id)?.[1]();
    let wrong = 0;
    process.stdout.write(`tried: one-time things: ${bursts}\n`);
    for (let burst = 0; burst < bursts; burst += 1) {
      server.pass(hour);
      const ask = await arrange?.(burst);
      if (!ask) throw new Error("nothing was arranged");
      const answers = await Promise.all(Array.from({ length: callers }, (_, at) => ask(at)));
      const done = answers.filter(({ status }) => status === 200).length;
      // Whoever comes after an account was erased is signed in no more.
      const refused = answers.filter(({ status }) => status === 409 || status === 401).length;
      if (done !== 1 || refused !== callers - 1) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  it("is listed, each operation that can say that something is over", () => {
    const sayers = server.built.served
      .map(({ operation }) => operation)
      .filter(({ method }) => method !== "GET")
      .filter(({ refusals = [] }) => wordsOfOnce.some((word) => refusals.includes(word)))
      .map(({ id }) => id);
    const listed: ReadonlyArray<string> = rows.map(([id]) => id);
    expect(sayers.filter((id) => !listed.includes(id))).toEqual([]);
    expect(listed.filter((id) => !operationIds.some((known) => known === id))).toEqual([]);
  });

  it("has a burst for each, here or in its feature", () => {
    const here = rows.filter(([, entry]) => burstOf(entry) === "here").map(([id]) => id);
    expect(here.toSorted()).toEqual(Object.keys(arranged).toSorted());
    for (const [id, entry] of rows) {
      const burst = burstOf(entry);
      if (burst === undefined || burst === "here") continue;
      const text = readFileSync(new URL(`../../../${burst.file}`, import.meta.url), "utf8");
      expect([id, text.includes(burst.says), text.includes("S7")]).toEqual([id, true, true]);
    }
  });
});
