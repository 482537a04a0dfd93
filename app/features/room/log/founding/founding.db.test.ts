import { encode } from "@oakroom/crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { LogId } from "../../../../values/id.ts";
import { dayLength } from "../../../../values/instant.ts";
import { BeginAnew, CancelAnew, ReadLoss } from "../keys/anew/schema.ts";
import { shapedDisowning, takeIdentity } from "../keys/testing.ts";
import { AnnounceEpoch, AppendEntry, ListLogs, ReadEntries, ReadWraps } from "../schema.ts";
import { closeLog } from "../store.ts";
import {
  aMember,
  aRoom,
  type Member,
  newId,
  readPage,
  readRecords,
  shapedEnrolment,
  shapedFounding,
  Writer,
} from "../testing.ts";
import { PutFounding } from "./schema.ts";

let server: TestServer;
let leila: Member;
let ingrid: Member;
let room: LogId;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

beforeEach(async () => {
  [leila, ingrid] = [await aMember(server, "Leila"), await aMember(server, "Ingrid")];
  room = await aRoom(server, leila, ingrid);
  const { body } = leila.writer.epoch(room, 1, [leila, ingrid]);
  await server.call(AnnounceEpoch, { params: { logId: room }, body }, leila.cookie);
  const item = leila.writer.item(room);
  await server.call(AppendEntry, { params: { logId: room }, query: { kind: "item" }, body: item }, leila.cookie);
});

/** Somebody loses every key and makes new ones; the answer signs with the old ones. */
async function loses({ accountId, cookie }: Member) {
  const sign = takeIdentity(accountId);
  const body = shapedEnrolment(new Writer(accountId), LogId.parse(newId()));
  expect((await server.call(BeginAnew, { body }, cookie)).status).toBe(200);
  return sign;
}

async function bothLose() {
  const signs = [await loses(leila), await loses(ingrid)] as const;
  server.pass(3 * dayLength);
  return signs;
}

const says = (who: Member, other = who === leila ? ingrid : leila) =>
  shapedFounding(room, who.accountId, other.accountId);
const put = (who: Member, ...foundings: ReadonlyArray<Uint8Array>) =>
  server.call(PutFounding, { params: { logId: room }, body: encode([...foundings]) }, who.cookie);
const page = async () =>
  readPage(
    (await server.call(ReadEntries, { params: { logId: room }, query: { after: "0" } }, leila.cookie)).answer,
  ).entries.map(([, kind]) => kind);
const summary = async () =>
  (await server.call(ListLogs, {}, leila.cookie)).answer.logs.find(({ logId }) => logId === room);

describe("C14: Leila and Ingrid have both lost every key", () => {
  it("and begin their room anew with a founding of each: what nobody can open goes, and the first epoch is next", async () => {
    await bothLose();
    expect((await put(leila, says(leila))).answer).toEqual({ begun: false });
    expect(await page()).toEqual([1, 0, 5]);
    expect((await put(ingrid, says(ingrid))).answer).toEqual({ begun: true });
    expect(await page()).toEqual([5, 5]);
    expect(await summary()).toMatchObject({ open: true, lastEpoch: 0, lastNumber: 4 });
    for (const who of [leila, ingrid]) {
      const wraps = await server.call(ReadWraps, { params: { logId: room } }, who.cookie);
      expect(readRecords(wraps.answer)).toEqual([]);
    }
    const again = new Writer(ingrid.accountId);
    const { body } = again.epoch(room, 1, [leila, ingrid]);
    expect((await server.call(AnnounceEpoch, { params: { logId: room }, body }, ingrid.cookie)).status).toBe(200);
    expect(await page()).toEqual([5, 5, 1]);
  });

  it("the same again changes nothing, in any order, from either and many at once", async () => {
    await bothLose();
    const both = [says(leila), says(ingrid)] as const;
    const tries = Array.from({ length: 20 }, (_, at) =>
      at % 3 === 0 ? put(leila, both[0]) : at % 3 === 1 ? put(ingrid, both[1]) : put(ingrid, ...both),
    );
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 200));
    expect(await page()).toEqual([5, 5]);
    expect((await put(leila, ...both)).answer).toEqual({ begun: true });
  });

  it("a second word of the same person, signed a moment later, takes nothing away", async () => {
    await bothLose();
    await put(leila, says(leila));
    await put(ingrid, says(ingrid));
    const { body } = new Writer(leila.accountId).epoch(room, 1, [leila, ingrid]);
    await server.call(AnnounceEpoch, { params: { logId: room }, body }, leila.cookie);
    const later = shapedFounding(room, leila.accountId, ingrid.accountId, 1_760_000_000_001);
    expect((await put(leila, later)).answer).toEqual({ begun: true });
    expect(await page()).toEqual([5, 5, 1]);
  });

  it("and cannot be taken back from then on; until then it can", async () => {
    const [sign] = await bothLose();
    await put(ingrid, says(ingrid));
    const loss = async () => (await server.call(ReadLoss, {}, leila.cookie)).answer;
    expect(await loss()).toMatchObject({ mayCancel: true });
    await put(leila, says(leila));
    expect(await loss()).toMatchObject({ mayCancel: false });
    const cancelled = await server.call(CancelAnew, { body: sign(shapedDisowning(leila.accountId)) }, leila.cookie);
    expect(cancelled.refused).toBe("readmitted");
  });

  it("and lose everything once more: what they signed before begins nothing", async () => {
    await bothLose();
    const before = says(leila);
    await put(leila, before);
    await loses(leila);
    server.pass(3 * dayLength);
    expect((await put(ingrid, says(ingrid))).answer).toEqual({ begun: false });
    expect((await put(leila, says(leila))).answer).toEqual({ begun: true });
    expect(await page()).toEqual([5, 5]);
  });
});

describe("C14: nobody begins a room anew", () => {
  it("whose other member has lost nothing, whatever the one who did says", async () => {
    await loses(leila);
    server.pass(3 * dayLength);
    expect((await put(leila, says(leila))).refused).toBe("not-lost");
    expect((await put(ingrid, says(leila), says(ingrid))).refused).toBe("not-lost");
    expect(await page()).toEqual([1, 0]);
  });

  it("within three days, while whoever opens the old keys may take them back", async () => {
    await loses(leila);
    await loses(ingrid);
    server.pass(3 * dayLength - 1);
    expect((await put(leila, says(leila))).refused).toBe("too-soon");
    server.pass(1);
    expect((await put(leila, says(leila))).status).toBe(200);
  });

  it.each([
    ["with the other's word alone", () => put(leila, says(ingrid)), "other-author"],
    ["with something else", () => put(leila, new Uint8Array([1])), "unreadable"],
    ["with no word at all", () => put(leila), "unreadable"],
    ["with a word about another room", () => put(leila, elsewhere()), "other-log"],
    ["with a word that nobody signed", () => put(leila, unsigned(says(leila))), "not-signed"],
    ["with one's own word and a forged one", () => put(leila, says(leila), unsigned(says(ingrid))), "not-signed"],
    ["with keys that are not the other's", () => put(leila, says(leila, leila)), "not-lost"],
  ])("%s", async (_, ask, refused) => {
    await bothLose();
    expect((await ask()).refused).toBe(refused);
    expect(await page()).toEqual([1, 0]);
  });

  it("that has ended", async () => {
    await bothLose();
    await server.app.db.write((writer) => closeLog(writer, room, server.now));
    expect((await put(leila, says(leila))).refused).toBe("closed");
  });
});

function elsewhere(): Uint8Array {
  return shapedFounding(leila.ownLog, leila.accountId, ingrid.accountId);
}

function unsigned(founding: Uint8Array): Uint8Array {
  return Uint8Array.from(founding, (byte, at) => (at === founding.length - 1 ? byte ^ 1 : byte));
}
