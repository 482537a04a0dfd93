import { encode } from "@oakroom/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../server/testing.ts";
import { LogId } from "../../../values/id.ts";
import { quotas } from "./quota/rules.ts";
import { AppendEntry, entryLimitBytes, ListLogs, ReadEntries } from "./schema.ts";
import { closeLog, openRoomLog } from "./store.ts";
import {
  aMember,
  aRoom,
  type Member,
  newId,
  readPage,
  shapedCut,
  shapedItem,
  shapedReadmit,
  signedReadmit,
} from "./testing.ts";

let server: TestServer;
let ana: Member;
let ben: Member;
let cleo: Member;
let room: LogId;

beforeAll(async () => {
  server = await testServer();
  ana = await aMember(server, "Ana");
  ben = await aMember(server, "Ben");
  cleo = await aMember(server, "Cleo");
  room = await aRoom(server, ana, ben);
});

afterAll(() => server.end());

function append(who: Member, logId: string, body: Uint8Array, kind: "item" | "readmit" | "cut" = "item") {
  return server.call(AppendEntry, { params: { logId: LogId.parse(logId) }, query: { kind }, body }, who.cookie);
}

async function page(who: Member, logId: LogId, after = 0, limit?: number) {
  const query = { after: String(after), ...(limit === undefined ? {} : { limit: String(limit) }) };
  const read = await server.call(ReadEntries, { params: { logId }, query }, who.cookie);
  expect(read.status).toBe(200);
  return readPage(read.answer);
}

describe("Ana writes into the room that she and Ben share", () => {
  it("gets running numbers, and Ben reads the very same bytes", async () => {
    const shared = await aRoom(server, ana, ben);
    const items = [ana.writer.item(shared), ben.writer.item(shared), ana.writer.item(shared, { bucket: 16_384 })];
    const first = await append(ana, shared, items[0] ?? new Uint8Array());
    const second = await append(ben, shared, items[1] ?? new Uint8Array());
    const third = await append(ana, shared, items[2] ?? new Uint8Array());
    expect([first, second, third].map((one) => one.answer)).toEqual(
      [1, 2, 3].map((number) => ({ number, generation: 1 })),
    );
    const { lastNumber, entries } = await page(ben, shared);
    expect(lastNumber).toBe(3);
    expect(entries.map(([number, kind, bytes]) => [number, kind, Buffer.from(bytes).toString("hex")])).toEqual(
      items.map((bytes, at) => [at + 1, 0, Buffer.from(bytes).toString("hex")]),
    );
  });

  it("may send the same bytes again, and they are there once", async () => {
    const shared = await aRoom(server, ana, ben);
    const item = ana.writer.item(shared);
    const answers = await Promise.all(Array.from({ length: 8 }, () => append(ana, shared, item)));
    expect(answers.map((one) => one.answer.number)).toEqual(answers.map(() => 1));
    expect((await append(ana, shared, ana.writer.item(shared))).answer.number).toBe(2);
    expect((await page(ana, shared)).numbers).toEqual([1, 2]);
  });

  it("cannot put other bytes in a place of her chain that is taken, and no number is lost over it", async () => {
    const shared = await aRoom(server, ana, ben);
    const fields = { logId: shared, logKind: 1, author: ana.accountId, device: newId(), seq: 1, bucket: 64 } as const;
    expect((await append(ana, shared, shapedItem(fields))).status).toBe(200);
    expect((await append(ana, shared, shapedItem(fields))).refused).toBe("seq-taken");
    expect((await append(ana, shared, shapedItem({ ...fields, seq: 2 }))).answer.number).toBe(2);
  });

  it("is not hindered by Ben naming her device as his", async () => {
    const shared = await aRoom(server, ana, ben);
    const fields = { logId: shared, logKind: 1, author: ana.accountId, device: newId(), seq: 1, bucket: 64 } as const;
    expect((await append(ben, shared, shapedItem({ ...fields, author: ben.accountId }))).status).toBe(200);
    expect((await append(ana, shared, shapedItem(fields))).status).toBe(200);
  });

  it("writes 200 items at once with Ben, and every number is given once", async () => {
    const shared = await aRoom(server, ana, ben);
    const all = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? ana : ben));
    const answers = await Promise.all(all.map((who) => append(who, shared, who.writer.item(shared))));
    const numbers = answers.map((one) => one.answer.number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect((await page(ana, shared)).numbers).toEqual(numbers);
  });
});

describe("entries that arrive at the same moment", () => {
  it("each go where they belong: new ones, ones that are there, ones whose place is taken, ones for a closed room", async () => {
    const [one, two, closed] = [
      await aRoom(server, ana, ben),
      await aRoom(server, ana, ben),
      await aRoom(server, ana, ben),
    ];
    const place = (logId: LogId, seq: number) =>
      shapedItem({ logId, logKind: 1, author: ana.accountId, device: ana.writer.device, seq, bucket: 64 });
    const [first, last] = [place(one, 1), place(closed, 1)];
    await append(ana, one, first);
    await append(ana, closed, last);
    await server.app.db.write((writer) => closeLog(writer, closed, server.now));
    const sent = await Promise.all([
      append(ana, one, place(one, 2)),
      append(ana, two, place(two, 1)),
      append(ana, one, first),
      append(ana, one, place(one, 1)),
      append(ana, closed, last),
      append(ana, closed, place(closed, 2)),
      append(ben, one, ben.writer.item(one)),
      append(ana, two, place(two, 2)),
    ]);
    const told = sent.map(({ status, answer, refused }) => (status === 200 ? answer.number : refused));
    expect([told[2], told[3], told[4], told[5]]).toEqual([1, "seq-taken", 1, "closed"]);
    expect([told[1], told[7]]).toEqual([1, 2]);
    expect(new Set([told[0], told[6]])).toEqual(new Set([2, 3]));
    for (const [log, last_number] of [
      [one, 3],
      [two, 2],
      [closed, 1],
    ] as const) {
      const row = await server.app.db.read
        .selectFrom("log")
        .select("last_number")
        .where("id", "=", log)
        .executeTakeFirst();
      expect(row).toEqual({ last_number });
    }
    expect((await page(ben, one)).numbers).toEqual([1, 2, 3]);
  });
});

describe("an entry is refused", () => {
  const refusedItem = (fields: Partial<Parameters<typeof shapedItem>[0]>) =>
    shapedItem({ logId: room, logKind: 1, author: ana.accountId, device: newId(), seq: 1, bucket: 64, ...fields });

  it.each([
    ["for another log", () => refusedItem({ logId: newId() }), "other-log"],
    ["for a log of another kind", () => refusedItem({ logKind: 2 }), "other-log"],
    ["of another author", () => refusedItem({ author: ben.accountId }), "other-author"],
    ["with a byte too many", () => Buffer.concat([refusedItem({}), Buffer.alloc(1)]), "unreadable"],
    ["cut short", () => refusedItem({}).slice(0, -1), "unreadable"],
    ["that is something else", () => encode([1, 2, 3]), "unreadable"],
  ])("%s", async (_, item, word) => {
    expect((await append(ana, room, item())).refused).toBe(word);
  });

  it("that is larger than any item can be", async () => {
    expect((await append(ana, room, new Uint8Array(entryLimitBytes + 1))).status).toBe(413);
  });

  it("whatever the bytes are, without a defect", async () => {
    const item = ana.writer.item(room);
    for (let at = 0; at < item.length; at += 7) {
      const bent = item.slice();
      bent[at] = (bent[at] ?? 0) ^ 0x41;
      const { status } = await append(ana, room, bent, (["item", "readmit", "cut"] as const)[at % 3]);
      expect([200, 409]).toContain(status);
    }
  });
});

describe("a flood", () => {
  it("is asked to wait once a burst is used up, and holds nobody else up", { timeout: 300_000 }, async () => {
    const flooder = await aMember(server, "Flooder");
    const shared = await aRoom(server, flooder, ben);
    const device = newId();
    const cut = (who: Member, lastSeq: number) =>
      append(who, shared, shapedCut(shared, who.accountId, device, lastSeq), "cut");
    const answers = await Promise.all(Array.from({ length: quotas.cuts.burst + 3 }, (_, at) => cut(flooder, at + 1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(quotas.cuts.burst);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
    expect((await cut(ben, 1)).status).toBe(200);
  });
});

describe("cuts and readmits", () => {
  it("a cut is its owner's, and several may stand", async () => {
    const shared = await aRoom(server, ana, ben);
    const device = newId();
    expect((await append(ana, shared, shapedCut(shared, ana.accountId, device, 4), "cut")).answer.number).toBe(1);
    expect((await append(ana, shared, shapedCut(shared, ana.accountId, device, 2), "cut")).answer.number).toBe(2);
    expect((await append(ben, shared, shapedCut(shared, ana.accountId, device, 1), "cut")).refused).toBe(
      "other-author",
    );
  });

  it("a readmit is written by the other member alone", async () => {
    const shared = await aRoom(server, ana, ben);
    const readmit = signedReadmit(shared, ana.accountId, ben.accountId);
    expect((await append(ben, shared, shapedReadmit(shared, ana.accountId, newId(), 1), "readmit")).refused).toBe(
      "not-signed",
    );
    expect((await append(ana, shared, readmit, "readmit")).refused).toBe("other-author");
    expect((await append(ben, shared, readmit, "readmit")).answer.number).toBe(1);
    expect((await page(ana, shared)).entries[0]?.[1]).toBe(2);
    const stranger = shapedReadmit(shared, cleo.accountId, newId(), 1);
    expect((await append(ben, shared, stranger, "readmit")).refused).toBe("other-author");
  });
});

describe("pages", () => {
  it("go on after a number, and end at the last", async () => {
    const shared = await aRoom(server, ana, ben);
    for (let sent = 0; sent < 7; sent += 1) await append(ana, shared, ana.writer.item(shared, { bucket: 64 }));
    expect((await page(ben, shared, 0, 3)).numbers).toEqual([1, 2, 3]);
    expect((await page(ben, shared, 3, 3)).numbers).toEqual([4, 5, 6]);
    expect((await page(ben, shared, 6)).numbers).toEqual([7]);
    expect(await page(ben, shared, 7)).toMatchObject({ lastNumber: 7, numbers: [], generation: 1 });
  });

  it("stay near a mebibyte, however many are asked for", async () => {
    const shared = await aRoom(server, ana, ben);
    const many = Array.from({ length: 80 }, () => ana.writer.item(shared, { bucket: 16_384 }));
    await Promise.all(many.map((item) => append(ana, shared, item)));
    const first = await page(ben, shared);
    expect(first.numbers.length).toBeGreaterThan(50);
    expect(first.numbers.length).toBeLessThan(80);
    expect(first.lastNumber).toBe(80);
    const rest = await page(ben, shared, first.numbers.length);
    expect([...first.numbers, ...rest.numbers]).toHaveLength(80);
  });

  it.each(["-1", "1e3", "x", "99999999999999999"])("refuse %s as a number", async (after) => {
    const read = await server.call(ReadEntries, { params: { logId: room }, query: { after } }, ana.cookie);
    expect(read.status).toBe(400);
  });
});

describe("people who are no members", () => {
  it("are told the same of a room of others and of one that is not there", async () => {
    const foreign = await append(cleo, room, cleo.writer.item(room));
    const missing = await append(cleo, newId(), cleo.writer.item(LogId.parse(newId())));
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(foreign.raw.rawPayload.equals(missing.raw.rawPayload)).toBe(true);
    expect(
      (await server.call(ReadEntries, { params: { logId: ana.ownLog }, query: { after: "0" } }, ben.cookie)).status,
    ).toBe(404);
    expect((await server.call(ReadEntries, { params: { logId: room }, query: { after: "0" } })).status).toBe(401);
  });

  it("see only their own logs in the list", async () => {
    const { answer } = await server.call(ListLogs, {}, cleo.cookie);
    expect(answer).toEqual({
      generation: 1,
      logs: [{ logId: cleo.ownLog, kind: "own", lastNumber: 1, lastEpoch: 1, members: [cleo.accountId], open: true }],
    });
  });
});

describe("a room that was closed", () => {
  it("stays readable, takes nothing new, and still knows what it has", async () => {
    const shared = await aRoom(server, ana, ben);
    const item = ana.writer.item(shared);
    await append(ana, shared, item);
    await server.app.db.write((writer) => closeLog(writer, shared, server.now));
    expect((await append(ben, shared, ben.writer.item(shared))).refused).toBe("closed");
    expect((await append(ana, shared, item)).answer.number).toBe(1);
    expect((await page(ben, shared)).numbers).toEqual([1]);
    const { answer } = await server.call(ListLogs, {}, ben.cookie);
    expect(answer.logs.find((log) => log.logId === shared)).toMatchObject({ open: false, kind: "room", lastNumber: 1 });
  });

  it("is opened once, however often", async () => {
    const logId = LogId.parse(newId());
    const members = [ana.accountId, ben.accountId] as const;
    const open = () => server.app.db.write((writer) => openRoomLog(writer, logId, members, server.now));
    await Promise.all([open(), open(), open()]);
    expect((await page(ana, logId)).lastNumber).toBe(0);
  });
});
