import { decode } from "@oakroom/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type TestServer, testServer } from "../../../../../server/testing.ts";
import { fromBase64url, toBase64url } from "../../../../../values/bytes.ts";
import { LogId } from "../../../../../values/id.ts";
import { dayLength, later } from "../../../../../values/instant.ts";
import { addPasskey, signInBy, SoftPasskey } from "../../../../programme/sign-in/passkeys/testing.ts";
import { ReadMe } from "../../../../programme/sign-in/schema.ts";
import { startSignIn } from "../../../../programme/sign-in/store.ts";
import { AnnounceEpoch, AppendEntry, ListLogs, ReadWraps, ReplaceWrap } from "../../schema.ts";
import {
  aMember,
  aRoom,
  hexOf,
  type Member,
  newId,
  readKeys,
  readRecords,
  shapedChange,
  shapedEnrolment,
  shapedPasskey,
  shapedReadmit,
  shapedWrap,
  signedReadmit,
  Writer,
} from "../../testing.ts";
import { shapedDisowning, takeIdentity } from "../testing.ts";
import { EnrolKeys, ReadBundles, ReadMyKeys } from "../schema.ts";
import { BeginAnew, CancelAnew, ReadFormerKeys, ReadIdentities, ReadLoss } from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

const Bytes = z.instanceof(Uint8Array);
const Former = z.array(z.tuple([Bytes, z.array(Bytes)]));
const Identities = z.tuple([z.array(z.array(Bytes)), z.array(Bytes)]);

/** Leila and Ingrid with a room and its first epoch. */
async function two() {
  const [leila, ingrid] = [await aMember(server, "Leila"), await aMember(server, "Ingrid")];
  const room = await aRoom(server, leila, ingrid);
  const epoch = ingrid.writer.epoch(room, 1, [leila, ingrid]);
  await server.call(AnnounceEpoch, { params: { logId: room }, body: epoch.body }, ingrid.cookie);
  return { leila, ingrid, room, epoch };
}

/** Leila loses all keys and makes new ones; the answer signs with the old ones. */
async function loses({ accountId, cookie }: Member) {
  const sign = takeIdentity(accountId);
  const body = shapedEnrolment(new Writer(accountId), LogId.parse(newId()));
  return { sign, body, begun: await server.call(BeginAnew, { body }, cookie) };
}

const keysOf = async ({ cookie }: Pick<Member, "cookie">) =>
  readKeys((await server.call(ReadMyKeys, {}, cookie)).answer);
const identitiesOf = async ({ accountId }: Member, { cookie }: Member) =>
  Identities.parse(decode((await server.call(ReadIdentities, { params: { accountId } }, cookie)).answer));
const wrapsOf = async ({ cookie }: Member, logId: LogId) =>
  readRecords((await server.call(ReadWraps, { params: { logId } }, cookie)).answer);
const lossOf = async ({ cookie }: Member) => (await server.call(ReadLoss, {}, cookie)).answer;
const cancel = (cookie: string, body: Uint8Array) => server.call(CancelAnew, { body }, cookie);

const readmits = (who: Member, logId: LogId, body: Uint8Array) =>
  server.call(AppendEntry, { params: { logId }, query: { kind: "readmit" }, body }, who.cookie);

/** Adds a passkey as the keys that count now say. */
async function addsPasskey({ accountId, cookie }: Member, passkey: SoftPasskey) {
  const id = newId();
  const credential = fromBase64url(passkey.credential) ?? new Uint8Array();
  const change = toBase64url(shapedChange(accountId, shapedPasskey(accountId, id, credential)));
  expect((await addPasskey(server, cookie, passkey, { id, change })).added.status).toBe(200);
}

describe("Leila has lost all keys", () => {
  it("and begins anew: other keys and another log of her own count, and the old ones are set aside", async () => {
    const { leila, ingrid, room } = await two();
    const before = await keysOf(leila);
    expect(await lossOf(leila)).toEqual({ begunAt: null, mayCancel: false, anewFrom: null });
    const { begun } = await loses(leila);
    expect(begun.answer).toEqual({ enrolled: true });
    const after = await keysOf(leila);
    expect(after?.bundle).not.toBe(before?.bundle);
    expect(await lossOf(leila)).toEqual({ begunAt: server.now, mayCancel: true, anewFrom: null });
    const logs = (await server.call(ListLogs, {}, leila.cookie)).answer.logs;
    expect(logs.map(({ kind }) => kind).toSorted()).toEqual(["own", "room"]);
    expect(logs.some(({ logId }) => logId === leila.ownLog)).toBe(false);
    const former = Former.parse(decode((await server.call(ReadFormerKeys, {}, leila.cookie)).answer));
    expect(former.map(([ring]) => hexOf(ring))).toEqual([before?.ring]);
    const [identities, disowned] = await identitiesOf(leila, ingrid);
    expect(identities.map(([first]) => hexOf(first))).toEqual([before?.bundle, after?.bundle]);
    expect(disowned).toEqual([]);
    expect(await wrapsOf(leila, room)).toEqual([]);
  });

  it("and is told at her address at once, and so is whoever shares a room", async () => {
    const { leila, room } = await two();
    await loses(leila);
    const mails = (await server.mails()).map((mail) => mail.replaceAll(/=\r?\n/g, ""));
    const about = (words: string) => mails.findLast((mail) => mail.includes(words));
    const hers = about("Subject: New keys were made");
    expect(hers).toContain("leila.");
    expect(hers).toContain("/keys");
    const theirs = about(`/rooms/${room}/words`);
    expect(theirs).toContain("Subject: Leila has new Oakroom keys");
    expect(theirs).toContain("To: ingrid.");
  });

  it("once, however often the same is sent, and not where there was nothing to lose", async () => {
    const { leila } = await two();
    const { body } = await loses(leila);
    const again = await Promise.all(Array.from({ length: 10 }, () => server.call(BeginAnew, { body }, leila.cookie)));
    expect(again.map(({ status }) => status)).toEqual(again.map(() => 200));
    const [identities] = await identitiesOf(leila, leila);
    expect(identities).toHaveLength(2);
    const { accountId, cookie } = await server.signIn("Nobody", `nobody.${newId()}@northwind.example`);
    const first = shapedEnrolment(new Writer(accountId), LogId.parse(newId()));
    expect((await server.call(BeginAnew, { body: first }, cookie)).refused).toBe("no-keys");
  });

  it("at the same moment on fifty devices: three follow each other, each whole, and no more within a week", async () => {
    const { leila } = await two();
    takeIdentity(leila.accountId);
    const bodies = Array.from({ length: 50 }, () => shapedEnrolment(new Writer(leila.accountId), LogId.parse(newId())));
    const came = await Promise.all(bodies.map((body) => server.call(BeginAnew, { body }, leila.cookie)));
    const won = came.filter(({ status }) => status === 200).length;
    expect(won).toBe(3);
    expect((await keysOf(leila))?.slots).toHaveLength(2);
    expect(came.filter(({ refused }) => refused === "too-soon")).toHaveLength(47);
  });

  it("and Ingrid can give her the epochs that she holds", async () => {
    const { leila, ingrid, room, epoch } = await two();
    await loses(leila);
    const wrap = shapedWrap({ logId: room, n: 1, epochHash: epoch.hash, user: leila.accountId, iekVersion: 1 });
    const put = await server.call(ReplaceWrap, { params: { logId: room }, body: wrap }, ingrid.cookie);
    expect(put.status).toBe(200);
    expect(await wrapsOf(leila, room)).toEqual([hexOf(wrap)]);
  });
});

describe("it was not Leila", () => {
  it("and her old keys take everything back; whoever it was is signed out", async () => {
    const { leila, ingrid, room } = await two();
    const before = await keysOf(leila);
    const wraps = await wrapsOf(leila, room);
    const token = await server.app.db.write((writer) => startSignIn(writer, server.app.chance, server.now, leila));
    const thief = { ...leila, cookie: `oakroom=${token}` };
    const { sign } = await loses(thief);
    const change = sign(shapedDisowning(leila.accountId));
    expect((await cancel(leila.cookie, change)).status).toBe(200);
    expect(await keysOf(leila)).toEqual(before);
    expect(await wrapsOf(leila, room)).toEqual(wraps);
    expect((await server.call(ReadMe, {}, thief.cookie)).status).toBe(401);
    const [identities, disowned] = await identitiesOf(leila, ingrid);
    expect(identities).toHaveLength(1);
    expect(disowned.map(hexOf)).toEqual([hexOf(change)]);
    const logs = (await server.call(ListLogs, {}, leila.cookie)).answer.logs.map(({ logId }) => logId);
    expect(logs.toSorted()).toEqual([leila.ownLog, room].toSorted());
    expect(await lossOf(leila)).toEqual({
      begunAt: null,
      mayCancel: false,
      anewFrom: later(server.now, 7 * dayLength),
    });
    const theirs = (await server.mails()).filter((mail) => mail.includes("To: ingrid."));
    expect(theirs.filter((mail) => mail.includes("Subject: Leila has the keys of before again"))).toHaveLength(1);
  });

  it("and nobody begins anew in her name for a week", async () => {
    const { leila } = await two();
    const { sign } = await loses(leila);
    await cancel(leila.cookie, sign(shapedDisowning(leila.accountId)));
    expect((await loses(leila)).begun.refused).toBe("too-soon");
    server.pass(7 * dayLength);
    const { cookie } = leila;
    expect((await loses({ ...leila, cookie })).begun.status).toBe(200);
  });

  it("only her old keys can, and only of the keys that count now", async () => {
    const { leila, ingrid } = await two();
    const { sign } = await loses(leila);
    const disowning = shapedDisowning(leila.accountId);
    const asNew = takeIdentity(leila.accountId);
    expect((await cancel(leila.cookie, asNew(disowning))).refused).toBe("not-signed");
    expect((await cancel(ingrid.cookie, sign(disowning))).refused).toBe("not-signed");
    expect((await cancel(leila.cookie, sign(shapedDisowning(leila.accountId)))).refused).toBe("not-signed");
    expect((await cancel(leila.cookie, new Uint8Array([1, 2]))).refused).toBe("not-signed");
    expect((await cancel(leila.cookie, sign(disowning))).status).toBe(200);
    expect((await cancel(leila.cookie, sign(disowning))).refused).toBe("not-signed");
  });

  it("whoever began anew twice is taken back to before both", async () => {
    const { leila } = await two();
    const before = await keysOf(leila);
    const { sign } = await loses(leila);
    await loses(leila);
    expect((await cancel(leila.cookie, sign(shapedDisowning(leila.accountId)))).status).toBe(200);
    expect(await keysOf(leila)).toEqual(before);
    expect((await identitiesOf(leila, leila))[0]).toHaveLength(1);
  });

  it("of fifty tries at once exactly one cancels", async () => {
    const { leila } = await two();
    const { sign } = await loses(leila);
    const change = sign(shapedDisowning(leila.accountId));
    const tries = await Promise.all(Array.from({ length: 50 }, () => cancel(leila.cookie, change)));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("too late, once Ingrid has let the new keys in", async () => {
    const { leila, ingrid, room } = await two();
    const { sign } = await loses(leila);
    expect((await readmits(ingrid, room, signedReadmit(room, leila.accountId, ingrid.accountId))).status).toBe(200);
    expect(await lossOf(leila)).toMatchObject({ mayCancel: false, anewFrom: null });
    expect((await cancel(leila.cookie, sign(shapedDisowning(leila.accountId)))).refused).toBe("readmitted");
  });

  it("a word that nobody signed lets nobody in: who merely reads Ingrid's mail has no such word", async () => {
    const { leila, ingrid, room } = await two();
    const { sign } = await loses(leila);
    const unsigned = await readmits(ingrid, room, shapedReadmit(room, leila.accountId, ingrid.writer.device, 2));
    expect(unsigned).toMatchObject({ status: 409, refused: "not-signed" });
    // Nor has whoever found one of her devices, whose keys she gave up long ago.
    const found = signedReadmit(room, leila.accountId, ingrid.accountId);
    await loses(ingrid);
    expect((await readmits(ingrid, room, found)).refused).toBe("not-signed");
    expect(await lossOf(leila)).toMatchObject({ mayCancel: true, anewFrom: null });
    expect((await cancel(leila.cookie, sign(shapedDisowning(leila.accountId)))).status).toBe(200);
  });

  it("and who reads the mail of both, and lets each in by the other's new keys, has let nobody in", async () => {
    const { leila, ingrid, room } = await two();
    const [asLeila, asIngrid] = [await loses(leila), await loses(ingrid)];
    for (const [who, by] of [[leila, ingrid] as const, [ingrid, leila] as const])
      expect((await readmits(by, room, signedReadmit(room, who.accountId, by.accountId))).status).toBe(200);
    for (const one of [leila, ingrid]) expect(await lossOf(one)).toMatchObject({ mayCancel: true, anewFrom: null });
    expect((await cancel(leila.cookie, asLeila.sign(shapedDisowning(leila.accountId)))).status).toBe(200);
    // What is disowned by now has let nobody in either.
    expect((await cancel(ingrid.cookie, asIngrid.sign(shapedDisowning(ingrid.accountId)))).status).toBe(200);
  });

  it("Ingrid, who lost everything later and was let in by Leila, lets her in as anybody does", async () => {
    const { leila, ingrid, room } = await two();
    await loses(leila);
    await readmits(ingrid, room, signedReadmit(room, leila.accountId, ingrid.accountId));
    await loses(ingrid);
    await readmits(leila, room, signedReadmit(room, ingrid.accountId, leila.accountId));
    const { sign } = await loses(leila);
    expect(await lossOf(leila)).toMatchObject({ mayCancel: true, anewFrom: null });
    await readmits(ingrid, room, signedReadmit(room, leila.accountId, ingrid.accountId, 2));
    expect((await cancel(leila.cookie, sign(shapedDisowning(leila.accountId)))).refused).toBe("readmitted");
  });

  it("no passkey that was added under the new keys signs anybody in any more", async () => {
    const { leila } = await two();
    const before = new SoftPasskey(leila.accountId);
    await addsPasskey(leila, before);
    server.pass(dayLength);
    const { sign } = await loses(leila);
    const theirs = new SoftPasskey(leila.accountId);
    await addsPasskey(leila, theirs);
    expect((await cancel(leila.cookie, sign(shapedDisowning(leila.accountId)))).status).toBe(200);
    expect((await signInBy(server, theirs)).refused).toBe("not-accepted");
    expect((await signInBy(server, before)).status).toBe(200);
  });
});

it("what was set aside is nobody else's to read", async () => {
  const { leila } = await two();
  await loses(leila);
  const stranger = await aMember(server, "Mallory");
  const asked = await server.call(ReadIdentities, { params: { accountId: leila.accountId } }, stranger.cookie);
  expect(asked.status).toBe(404);
  expect(decode((await server.call(ReadFormerKeys, {}, stranger.cookie)).answer)).toEqual([]);
  const bundles = await server.call(ReadBundles, { params: { accountId: leila.accountId } }, leila.cookie);
  expect(readRecords(bundles.answer)).toEqual([(await keysOf(leila))?.bundle]);
  expect(
    (
      await server.call(
        EnrolKeys,
        { body: shapedEnrolment(new Writer(leila.accountId), LogId.parse(newId())) },
        leila.cookie,
      )
    ).refused,
  ).toBe("already-enrolled");
});
