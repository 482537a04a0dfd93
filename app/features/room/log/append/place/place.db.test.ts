import { createHash, randomBytes } from "node:crypto";
import { encode } from "@oakroom/crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../../server/testing.ts";
import { type LogId, uuidBytes, uuidText } from "../../../../../values/id.ts";
import { firstDeviceOf, signatureOf } from "../../keys/testing.ts";
import { AnnounceEpoch, AppendEntry, ReadEntries, ReadWraps } from "../../schema.ts";
import {
  aMember,
  aRoom,
  hexOf,
  type Member,
  newId,
  readPage,
  readRecords,
  shapedEpoch,
  shapedItem,
  shapedWrap,
} from "../../testing.ts";

let server: TestServer;
let ana: Member, ben: Member;
let room: LogId;

beforeAll(async () => {
  server = await testServer();
  [ana, ben] = [await aMember(server, "Ana"), await aMember(server, "Ben")];
});

beforeEach(async () => {
  room = await aRoom(server, ana, ben);
});

afterAll(() => server.end());

const zeros = new Uint8Array(32);
const chain = (seq: number) => [
  uuidBytes(ana.accountId),
  firstDeviceOf(ana.accountId),
  seq,
  seq === 1 ? zeros : randomBytes(32),
];

/** An item of Ana's, as her device signs it. */
function signedItem(seq: number): Uint8Array {
  const header = encode([1, uuidBytes(room), 1, 1, ...chain(seq), 1, uuidBytes(newId()), []]);
  const [com, sealed] = [randomBytes(32), randomBytes(284)].map((bytes) => new Uint8Array(bytes));
  const core = encode([
    header,
    com ?? zeros,
    createHash("sha256")
      .update(sealed ?? zeros)
      .digest(),
  ]);
  return encode([header, com ?? zeros, sealed ?? zeros, signatureOf(ana.accountId, "item", core)]);
}

/** An epoch of Ana's, as her device signs it. */
function signedEpoch(n: number, seq: number): { readonly body: Uint8Array; readonly wraps: ReadonlyArray<Uint8Array> } {
  const members = [ana, ben].toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const named = members.map((one) => [uuidBytes(one.accountId), randomBytes(32), 1, 1]);
  const before = n === 1 ? zeros : randomBytes(32);
  const body = encode([1, uuidBytes(room), n, before, randomBytes(32), named, zeros, ...chain(seq), []]);
  const epochHash = createHash("sha256").update("oakroom/epoch-hash/v1\0").update(body).digest();
  const wraps = members.map((one) => shapedWrap({ logId: room, n, epochHash, user: one.accountId, iekVersion: 1 }));
  return { body: encode([encode([body, signatureOf(ana.accountId, "epoch", body)]), wraps]), wraps };
}

const device = () => uuidText(firstDeviceOf(ana.accountId));
const junk = (seq: number) =>
  shapedItem({ logId: room, logKind: 1, author: ana.accountId, device: device(), seq, bucket: 256 });
const junkEpoch = (n: number, seq: number) =>
  shapedEpoch({ logId: room, n, author: ana.accountId, device: device(), seq, members: [ana, ben] }).body;
const append = (body: Uint8Array) =>
  server.call(AppendEntry, { params: { logId: room }, query: { kind: "item" }, body }, ana.cookie);
const announce = (body: Uint8Array) => server.call(AnnounceEpoch, { params: { logId: room }, body }, ana.cookie);

async function bytesInRoom(): Promise<ReadonlyArray<string>> {
  const { answer } = await server.call(ReadEntries, { params: { logId: room }, query: { after: "0" } }, ben.cookie);
  const { numbers, entries } = readPage(answer);
  expect(numbers).toEqual(entries.map((_, at) => at + 1));
  return entries.map(([, , bytes]) => hexOf(bytes));
}

describe("whoever holds Ana's sign-in and none of her devices", () => {
  it("keeps no place in her chain: what her device signed takes it, and every number stays", async () => {
    const [first, squatting, second] = [signedItem(1), junk(2), signedItem(2)];
    expect((await append(first)).answer.number).toBe(1);
    expect((await append(squatting)).answer.number).toBe(2);
    expect((await append(second)).answer.number).toBe(3);
    expect((await append(second)).answer.number).toBe(3);
    expect((await append(squatting)).refused).toBe("seq-taken");
    expect(await bytesInRoom()).toEqual([first, squatting, second].map(hexOf));
  });

  it("while what two of her devices' keys signed for one place stays a fork", async () => {
    await append(signedItem(1));
    expect((await append(signedItem(1))).refused).toBe("seq-taken");
    expect((await append(junk(1))).refused).toBe("seq-taken");
  });

  it("keeps no number of an epoch: the one that her device signed takes it, with its wraps", async () => {
    expect((await announce(junkEpoch(1, 1))).status).toBe(200);
    expect((await announce(junkEpoch(2, 2))).status).toBe(200);
    const [first, second] = [signedEpoch(1, 1), signedEpoch(2, 2)];
    expect((await announce(first.body)).answer.number).toBe(3);
    expect((await announce(first.body)).answer.number).toBe(3);
    expect((await announce(second.body)).answer.number).toBe(4);
    expect((await announce(junkEpoch(2, 3))).refused).toBe("not-next");
    expect((await announce(signedEpoch(2, 3).body)).refused).toBe("not-next");
    const { answer } = await server.call(ReadWraps, { params: { logId: room } }, ana.cookie);
    const own = [first, second].flatMap(({ wraps }) => wraps.map(hexOf));
    for (const wrap of readRecords(answer)) expect(own).toContain(wrap);
    expect(await bytesInRoom()).toHaveLength(4);
  });

  it("of ten that her device sends at once into a place that is held, one gets it", async () => {
    await append(junk(1));
    const all = await Promise.all(Array.from({ length: 10 }, () => append(signedItem(1))));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await bytesInRoom()).toHaveLength(2);
  });
});
