import { encode } from "@oakroom/crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeBackup } from "../../../../server/database/backup/take.ts";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { LogId } from "../../../../values/id.ts";
import { AnnounceEpoch, AppendEntry, ListLogs, ReadEntries, ReadWraps, ReplaceWrap } from "../schema.ts";
import { closeLog } from "../store.ts";
import { aMember, aRoom, type Member, readPage, readRecords, shapedErasure, type ShapedEpoch } from "../testing.ts";
import { PutErasure } from "./schema.ts";

let server: TestServer;
let ana: Member;
let ben: Member;
let room: LogId;
let epoch: ShapedEpoch;
let item: Uint8Array;

beforeAll(async () => {
  server = await testServer();
  ana = await aMember(server, "Ana");
  ben = await aMember(server, "Ben");
});

afterAll(() => server.end());

beforeEach(async () => {
  room = await aRoom(server, ana, ben);
  epoch = ana.writer.epoch(room, 1, [ana, ben]);
  item = ana.writer.item(room);
  await server.call(AnnounceEpoch, { params: { logId: room }, body: epoch.body }, ana.cookie);
  await server.call(AppendEntry, { params: { logId: room }, query: { kind: "item" }, body: item }, ana.cookie);
});

const end = () => server.app.db.write((writer) => closeLog(writer, room, server.now));
const put = (who: Member, ...erasures: ReadonlyArray<Uint8Array>) =>
  server.call(PutErasure, { params: { logId: room }, body: encode([...erasures]) }, who.cookie);
const word = (who: Member, version = 1, yes = true) => shapedErasure(room, who.accountId, version, yes);
const wrapsOf = async (who: Member) =>
  readRecords((await server.call(ReadWraps, { params: { logId: room } }, who.cookie)).answer);
const page = async () =>
  readPage(
    (await server.call(ReadEntries, { params: { logId: room }, query: { after: "0" } }, ben.cookie)).answer,
  ).entries.map(([, kind]) => kind);
const summary = async (who: Member) =>
  (await server.call(ListLogs, {}, who.cookie)).answer.logs.find(({ logId }) => logId === room);

describe("C26: Ana and Ben erase their room", () => {
  it("with a word of each: wraps, epochs and items go, the two words stay", async () => {
    await end();
    expect((await put(ana, word(ana))).answer).toEqual({ erased: false });
    expect(await page()).toEqual([1, 0, 4]);
    expect((await put(ben, word(ben))).answer).toEqual({ erased: true });
    expect(await page()).toEqual([4, 4]);
    expect([await wrapsOf(ana), await wrapsOf(ben)]).toEqual([[], []]);
    expect(await summary(ben)).toMatchObject({ open: false, gone: "erased", lastNumber: 4 });
    const wrap = epoch.wraps[0] ?? new Uint8Array();
    const again = await server.call(ReplaceWrap, { params: { logId: room }, body: wrap }, ana.cookie);
    expect(again.refused).toBe("no-such-epoch");
  });

  it("and neither a wrap nor an item is in a backup taken later", async () => {
    await end();
    await Promise.all([put(ana, word(ana)), put(ben, word(ben))]);
    expect(await page()).toEqual([4, 4]);
    const file = join(server.dataFolder, `after-${room}.backup`);
    await takeBackup(server.app.config, file, { version: "test", now: server.now });
    expect((await readdir(server.dataFolder)).length).toBeGreaterThan(0);
    const backup = await readFile(file);
    for (const bytes of [item, epoch.bytes, ...epoch.wraps]) {
      const tail = Buffer.from(bytes.subarray(-48));
      for (const form of [tail, tail.toString("hex"), tail.toString("base64").slice(0, 60)])
        expect(backup.includes(form)).toBe(false);
    }
  });

  it("only the newest word of each counts, and a word that came before is none", async () => {
    await end();
    await put(ana, word(ana, 1));
    expect((await put(ana, word(ana, 2, false))).answer).toEqual({ erased: false });
    expect((await put(ana, word(ana, 1, false))).refused).toBe("not-next");
    expect((await put(ben, word(ben))).answer).toEqual({ erased: false });
    expect((await wrapsOf(ana)).length).toBe(1);
    expect((await put(ana, word(ana, 3))).answer).toEqual({ erased: true });
    expect((await put(ana, word(ana, 4, false))).refused).toBe("erased");
  });

  it("the same words again change nothing, in any order and many at once", async () => {
    await end();
    const [mine, theirs] = [word(ana), word(ben)];
    const tries = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? put(ana, mine) : put(ben, theirs)));
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 200));
    expect(await page()).toEqual([4, 4]);
  });
});

describe("C26: nobody erases", () => {
  it.each([
    ["a room that has not ended", () => put(ana, word(ana)), "open"],
    ["with the other's word alone", () => put(ana, word(ben)), "other-author"],
    ["another room", () => put(ana, shapedErasure(ana.ownLog, ana.accountId, 1, true)), "other-log"],
    ["with something else", () => put(ana, item), "unreadable"],
    ["with no word at all", () => put(ana), "unreadable"],
    ["with a word that nobody signed", () => put(ana, unsigned(word(ana))), "not-signed"],
    ["with one's own word and a forged one", () => put(ana, word(ana), unsigned(word(ben))), "not-signed"],
  ])("%s", async (_, ask, refused) => {
    if (refused !== "open") await end();
    expect((await ask()).refused).toBe(refused);
    expect(await page()).toEqual([1, 0]);
  });
});

it("C26, C27: a server restored to before the ending erases again, with the words that either of them brings", async () => {
  expect((await put(ben, word(ana), word(ben))).answer).toEqual({ erased: true });
  expect(await summary(ana)).toMatchObject({ open: false, gone: "erased" });
});

function unsigned(erasure: Uint8Array): Uint8Array {
  return Uint8Array.from(erasure, (byte, at) => (at === erasure.length - 1 ? byte ^ 1 : byte));
}
