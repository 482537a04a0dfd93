import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generationChanged } from "../../../../server/database/generation.ts";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import type { LogId } from "../../../../values/id.ts";
import { minute } from "../../../../values/instant.ts";
import { ReadBundles } from "../keys/schema.ts";
import { AnnounceEpoch, ReadEntries } from "../schema.ts";
import {
  aMember,
  aRoom,
  type Member,
  hexOf,
  newId,
  readPage,
  readRecords,
  shapedBundle,
  shapedCut,
  shapedReadmit,
} from "../testing.ts";
import { GiveBack, TellWhole } from "./schema.ts";

let server: TestServer;
let ana: Member;
let ben: Member;
let cleo: Member;
let room: LogId;

beforeAll(async () => {
  server = await testServer();
  [ana, ben, cleo] = [await aMember(server, "Ana"), await aMember(server, "Ben"), await aMember(server, "Cleo")];
  room = await aRoom(server, ana, ben);
});
afterAll(() => server.end());

type Kind = "bundle" | "cut" | "readmit" | "epoch" | "item";

const give = (who: Member, kind: Kind, body: Uint8Array) =>
  server.call(GiveBack, { params: { logId: room }, query: { kind }, body }, who.cookie);

async function entries() {
  const { answer } = await server.call(ReadEntries, { params: { logId: room }, query: { after: "0" } }, ana.cookie);
  return readPage(answer).entries;
}

async function restore(): Promise<void> {
  await server.app.db.write(async (writer) => {
    await writer.updateTable("meta").set({ value: "2" }).where("name", "=", "generation").execute();
    const members = [ana, ben].map(({ accountId }) => ({ log_id: room, account_id: accountId }));
    await writer.insertInto("log_behind").values(members).execute();
  });
  await generationChanged(server.app.db);
}

describe("C27: a server is given back what it lost", () => {
  it("never, where it was never restored", async () => {
    expect(await give(ana, "item", ana.writer.item(room))).toMatchObject({
      status: 409,
      refused: "not-restored",
    });
  });

  it("by members alone, and nothing that its author did not sign: nobody takes the other's place in a chain", async () => {
    await restore();
    const forged: ReadonlyArray<readonly [Kind, Uint8Array]> = [
      ["item", ben.writer.item(room)],
      ["item", ana.writer.item(room)],
      ["cut", shapedCut(room, ben.accountId, newId(), 1)],
      ["readmit", shapedReadmit(room, ben.accountId, newId(), 1)],
      ["epoch", ben.writer.epoch(room, 1, [ana, ben]).body],
    ];
    for (const [kind, body] of forged) {
      const { status, refused } = await give(ana, kind, body);
      expect([kind, status, refused]).toEqual([kind, 409, "not-signed"]);
    }
    expect(await give(ana, "item", cleo.writer.item(room))).toMatchObject({ refused: "other-author" });
    expect(await give(ana, "bundle", shapedBundle(cleo.accountId, 2))).toMatchObject({
      refused: "other-author",
    });
    expect(await give(ana, "item", new Uint8Array([1]))).toMatchObject({ refused: "unreadable" });
    expect((await give(cleo, "item", cleo.writer.item(room))).status).toBe(404);
    expect(await entries()).toEqual([]);
  });

  it("the other's newer bundle too, which has to follow the one that is there", async () => {
    const bundles = async () => {
      const { answer } = await server.call(ReadBundles, { params: { accountId: ben.accountId } }, ana.cookie);
      return readRecords(answer);
    };
    const [second, third] = [shapedBundle(ben.accountId, 2), shapedBundle(ben.accountId, 3)];
    expect(await give(ana, "bundle", third)).toMatchObject({ refused: "not-next" });
    expect((await give(ana, "bundle", second)).status).toBe(200);
    expect((await give(ana, "bundle", second)).status).toBe(200);
    expect((await give(ana, "bundle", third)).status).toBe(200);
    expect((await bundles()).slice(1)).toEqual([hexOf(second), hexOf(third)]);
  });

  it("and no epoch is announced before each member has been there", async () => {
    const { body } = ana.writer.epoch(room, 1, [ana, { accountId: ben.accountId, bundleVersion: 3 }]);
    const announce = () => server.call(AnnounceEpoch, { params: { logId: room }, body }, ana.cookie);
    const whole = (who: Member) => server.call(TellWhole, { params: { logId: room } }, who.cookie);
    expect(await announce()).toMatchObject({ status: 409, refused: "behind" });
    expect((await whole(ana)).status).toBe(200);
    expect((await whole(cleo)).status).toBe(404);
    expect(await announce()).toMatchObject({ status: 409, refused: "behind" });
    expect((await whole(ben)).status).toBe(200);
    expect((await announce()).status).toBe(200);
  });

  it("nor while keys that came back may be followed by epochs of the same hand, for ten minutes at most", async () => {
    const announce = (n: number, bundleVersion: number) => {
      const { body } = ana.writer.epoch(room, n, [ana, { accountId: ben.accountId, bundleVersion }]);
      return server.call(AnnounceEpoch, { params: { logId: room }, body }, ana.cookie);
    };
    const behind = { status: 409, refused: "behind" };
    expect((await give(ben, "bundle", shapedBundle(ben.accountId, 4))).status).toBe(200);
    expect(await announce(2, 4)).toMatchObject(behind);
    expect((await server.call(TellWhole, { params: { logId: room } }, ben.cookie)).status).toBe(200);
    expect((await announce(2, 4)).status).toBe(200);
    expect((await give(ben, "bundle", shapedBundle(ben.accountId, 5))).status).toBe(200);
    expect(await announce(3, 5)).toMatchObject(behind);
    server.pass(10 * minute);
    expect((await announce(3, 5)).status).toBe(200);
  });
});
