import { encode } from "@oakroom/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import type { LogId } from "../../../../values/id.ts";
import { PutBundle } from "../keys/schema.ts";
import { AnnounceEpoch, ListLogs, ReadEntries, ReadWraps, ReplaceWrap } from "../schema.ts";
import { closeLog } from "../store.ts";
import {
  aMember,
  aRoom,
  type Member,
  hexOf,
  newId,
  readPage,
  readRecords,
  shapedBundle,
  shapedEpoch,
  shapedWrap,
  Writer,
} from "../testing.ts";

let server: TestServer;
let ana: Member;
let ben: Member;
let room: LogId;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

async function freshPair() {
  ana = await aMember(server, "Ana");
  ben = await aMember(server, "Ben");
  room = await aRoom(server, ana, ben);
}

const announce = (who: Member, body: Uint8Array, logId = room) =>
  server.call(AnnounceEpoch, { params: { logId }, body }, who.cookie);

async function wrapsOf(who: Member, logId = room): Promise<ReadonlyArray<string>> {
  const { answer } = await server.call(ReadWraps, { params: { logId } }, who.cookie);
  return readRecords(answer);
}

async function summary() {
  const { answer } = await server.call(ListLogs, {}, ana.cookie);
  return answer.logs.find((log) => log.logId === room);
}

describe("Ana announces the first epoch of the room", () => {
  it("and each of the two finds their own wrap, and nobody else's", async () => {
    await freshPair();
    const { body, wraps } = ana.writer.epoch(room, 1, [ana, ben]);
    expect((await announce(ana, body)).answer).toEqual({ number: 1, generation: 1 });
    expect(await wrapsOf(ana)).toEqual([hexOf(wraps[0])]);
    expect(await wrapsOf(ben)).toEqual([hexOf(wraps[1])]);
    expect(await summary()).toMatchObject({ lastNumber: 1, lastEpoch: 1 });
  });

  it("twice, since the answer was lost, and it is there once", async () => {
    await freshPair();
    const { body } = ana.writer.epoch(room, 1, [ana, ben]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => announce(ana, body)));
    expect(answers.map((one) => one.answer?.number)).toEqual(answers.map(() => 1));
    expect(await wrapsOf(ben)).toHaveLength(1);
  });

  it("at the same moment as Ben, and one of them is first", async () => {
    await freshPair();
    const answers = await Promise.all(
      [ana, ben].flatMap((who) =>
        Array.from({ length: 5 }, () => announce(who, new Writer(who.accountId).epoch(room, 1, [ana, ben]).body)),
      ),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.refused === "not-next")).toHaveLength(9);
    expect(await summary()).toMatchObject({ lastNumber: 1, lastEpoch: 1 });
    expect([await wrapsOf(ana), await wrapsOf(ben)].map((wraps) => wraps.length)).toEqual([1, 1]);
  });
});

describe("an epoch is refused, and nothing of it is stored", () => {
  const stranger = { accountId: newId() };
  const fields = () => ({ logId: room, n: 1, author: ana.accountId, device: newId(), seq: 1, members: [ana, ben] });
  it.each([
    ["for another log", () => shapedEpoch({ ...fields(), logId: newId() }).body, "other-log"],
    ["of another author", () => shapedEpoch({ ...fields(), author: ben.accountId }).body, "other-author"],
    ["that leaves a gap", () => shapedEpoch({ ...fields(), n: 3, seq: 2 }).body, "not-next"],
    ["that adds a member", () => shapedEpoch({ ...fields(), members: [ana, stranger] }).body, "other-log"],
    ["that leaves a member out", () => shapedEpoch({ ...fields(), members: [ana] }).body, "other-log"],
    [
      "with a bundle version that is not the newest",
      () => shapedEpoch({ ...fields(), members: [ana, { ...ben, bundleVersion: 2 }] }).body,
      "older-bundle",
    ],
    [
      "with another key version",
      () => shapedEpoch({ ...fields(), members: [ana, { ...ben, iekVersion: 2 }] }).body,
      "older-bundle",
    ],
    ["without any wrap", () => encode([shapedEpoch(fields()).bytes, []]), "wraps-missing"],
    ["without the other's wrap", () => withWraps((wraps) => wraps.slice(0, 1)), "wraps-missing"],
    ["with one wrap twice", () => withWraps(([one = new Uint8Array()]) => [one, one]), "wraps-missing"],
    [
      "with the wraps of another epoch",
      () => encode([shapedEpoch(fields()).bytes, shapedEpoch(fields()).wraps]),
      "wraps-missing",
    ],
    ["in a form that is none", () => encode([1, 2]), "unreadable"],
    ["of bent bytes", () => encode([shapedEpoch(fields()).bytes.slice(1), shapedEpoch(fields()).wraps]), "unreadable"],
  ])("%s", async (_, body, word) => {
    await freshPair();
    expect((await announce(ana, body())).refused).toBe(word);
    expect(await summary()).toMatchObject({ lastNumber: 0, lastEpoch: 0 });
    expect(await wrapsOf(ana)).toEqual([]);
    const { answer } = await server.call(ReadEntries, { params: { logId: room }, query: { after: "0" } }, ana.cookie);
    expect(readPage(answer)).toMatchObject({ lastNumber: 0, numbers: [] });
  });

  function withWraps(change: (wraps: ReadonlyArray<Uint8Array>) => ReadonlyArray<Uint8Array>) {
    const { bytes, wraps } = shapedEpoch(fields());
    return encode([bytes, change(wraps)]);
  }

  it("after the room was closed", async () => {
    await freshPair();
    await server.app.db.write((writer) => closeLog(writer, room, server.now));
    expect((await announce(ana, ana.writer.epoch(room, 1, [ana, ben]).body)).refused).toBe("closed");
  });

  it("in a place of the chain that an item has taken, and the number goes back", async () => {
    await freshPair();
    const place = { ...fields(), device: newId() };
    expect((await announce(ana, shapedEpoch(place).body)).status).toBe(200);
    expect((await announce(ana, shapedEpoch({ ...place, n: 2 }).body)).refused).toBe("seq-taken");
    expect(await summary()).toMatchObject({ lastNumber: 1, lastEpoch: 1 });
    expect((await announce(ana, shapedEpoch({ ...place, n: 2, seq: 2 }).body)).answer.number).toBe(2);
  });
});

describe("Ben has a new encryption key", () => {
  it("so the next epoch must name it, and old wraps are replaced one by one", async () => {
    await freshPair();
    await announce(ana, ana.writer.epoch(room, 1, [ana, ben]).body);
    await server.call(PutBundle, { body: shapedBundle(ben.accountId, 2, 2) }, ben.cookie);
    expect((await announce(ana, ana.writer.epoch(room, 2, [ana, ben]).body)).refused).toBe("older-bundle");
    const newest = { ...ben, bundleVersion: 2, iekVersion: 2 };
    expect((await announce(ana, ana.writer.epoch(room, 2, [ana, newest]).body)).status).toBe(200);
    expect(await wrapsOf(ben)).toHaveLength(2);
  });

  it("and a wrap for the old one cannot push out a wrap for the new one", async () => {
    await freshPair();
    const { body, hash } = ana.writer.epoch(room, 1, [ana, ben]);
    await announce(ana, body);
    await server.call(PutBundle, { body: shapedBundle(ben.accountId, 2, 2) }, ben.cookie);
    const fields = { logId: room, n: 1, epochHash: hash, user: ben.accountId, iekVersion: 2 };
    const replace = (who: Member, wrap: Uint8Array) =>
      server.call(ReplaceWrap, { params: { logId: room }, body: wrap }, who.cookie);
    const newer = shapedWrap(fields);
    expect((await replace(ben, newer)).status).toBe(200);
    expect((await replace(ben, newer)).status).toBe(200);
    expect(await wrapsOf(ben)).toEqual([hexOf(newer)]);
    // Whoever holds his sign-in alone would take the room from his next device.
    expect((await replace(ben, shapedWrap(fields))).refused).toBe("older-bundle");
    expect((await replace(ben, shapedWrap({ ...fields, iekVersion: 1 }))).refused).toBe("older-bundle");
    expect((await replace(ben, shapedWrap({ ...fields, iekVersion: 3 }))).refused).toBe("older-bundle");
    // A wrap of hers over his would take the room from his next device.
    expect((await replace(ana, shapedWrap(fields))).refused).toBe("older-bundle");
    expect((await replace(ana, shapedWrap({ ...fields, n: 2 }))).refused).toBe("no-such-epoch");
    expect((await replace(ana, shapedWrap({ ...fields, epochHash: Buffer.alloc(32, 7) }))).refused).toBe(
      "no-such-epoch",
    );
    expect((await replace(ana, shapedWrap({ ...fields, user: newId() }))).refused).toBe("not-a-member");
    expect((await replace(ana, shapedWrap({ ...fields, logId: newId() }))).refused).toBe("other-log");
    expect((await replace(ana, newer.slice(2))).refused).toBe("unreadable");
    expect(await wrapsOf(ben)).toEqual([hexOf(newer)]);
  });

  it("at the moment in which Ana announces: the epoch names what was newest, or is refused", async () => {
    for (let round = 0; round < 20; round += 1) {
      await freshPair();
      const [announced] = await Promise.all([
        announce(ana, ana.writer.epoch(room, 1, [ana, ben]).body),
        server.call(PutBundle, { body: shapedBundle(ben.accountId, 2, 2) }, ben.cookie),
      ]);
      const after = await announce(
        ben,
        ben.writer.epoch(room, (await summary())?.lastEpoch === 1 ? 2 : 1, [ana, ben]).body,
      );
      expect([200, "older-bundle"]).toContain(announced.refused ?? announced.status);
      expect(after.refused).toBe("older-bundle");
    }
  });
});
