import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readItem } from "../../../../server/live/testing.ts";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { LogId } from "../../../../values/id.ts";
import { SignOutEverywhere } from "../../../programme/sign-in/schema.ts";
import { EnrolKeys } from "../keys/schema.ts";
import { ListenLive } from "../schema.ts";
import { aMember, aRoom, type Member, newId, shapedEnrolment, Writer } from "../testing.ts";
import { appendAt, isItem, leaveAll, listenAt, standing } from "./testing.ts";

let server: TestServer;
let ana: Member;
let ben: Member;
let room: LogId;

beforeAll(async () => {
  server = await testServer();
  ana = await aMember(server, "Ana");
  ben = await aMember(server, "Ben");
  room = await aRoom(server, ana, ben);
});

afterEach(leaveAll);

afterAll(() => server.end());

const listen = (who: Pick<Member, "cookie">, lastEventId?: string) => listenAt(server, who, lastEventId);
const append = (who: Member, logId: LogId, item?: Uint8Array) => appendAt(server, who, logId, item);

describe("Ben listens", () => {
  it("and hears at once what Ana writes, as the exact bytes, and what he writes himself", async () => {
    const client = await listen(ben);
    expect(client.status).toBe(200);
    await client.next(standing);
    const { item, number } = await append(ana, room);
    const { data = "" } = await client.next(isItem);
    expect(JSON.parse(data)).toEqual({
      log: room,
      number,
      kind: "item",
      entry: Buffer.from(item).toString("base64url"),
    });
    const own = await append(ben, room);
    expect(readItem((await client.next(isItem)).data ?? "").number).toBe(own.number);
  });

  it("without an id begins at what is new", async () => {
    const { number } = await append(ana, room);
    const client = await listen(ben);
    await client.next(standing);
    await append(ana, room);
    await client.next(isItem);
    expect(client.numbers()).toEqual([number + 1]);
  });

  it("with the id of any event goes on right there", async () => {
    const first = await listen(ben);
    const { id: start = "" } = await first.next(standing);
    for (let sent = 0; sent < 30; sent += 1) await append(sent % 3 ? ana : ben, room);
    const ids = [start];
    for (let heard = 0; heard < 30; heard += 1) ids.push((await first.next(isItem)).id ?? "");
    const all = first.numbers();
    for (const at of [0, 1, 13, 29, 30]) {
      const again = await listen(ben, ids[at]);
      await again.next(standing);
      for (let heard = at; heard < 30; heard += 1) await again.next(isItem);
      expect(again.numbers()).toEqual(all.slice(at));
      again.close();
    }
  });

  it("may write a cursor himself: from a number, and from the beginning for a log that it does not name", async () => {
    const other = await aRoom(server, ana, ben);
    await append(ana, other);
    await append(ana, other);
    const short = Buffer.from(other.replaceAll("-", ""), "hex").toString("base64url");
    const after = await listen(ben, `g1.${short}:1`);
    await after.next((block) => isItem(block) && readItem(block.data ?? "").log === other);
    expect(after.numbers(other)).toEqual([2]);
    expect(after.numbers(ben.ownLog)).toEqual([1]);
  });

  it("with an id of another generation hears which one it is, and begins at what is new", async () => {
    const client = await listen(ben, "g7");
    expect((await client.next(standing)).id).toMatch(/^g1\./);
    await append(ana, room);
    await client.next(isItem);
    expect(client.numbers()).toHaveLength(1);
  });

  it.each(["x", "g", "g1.", "g1.abc:1", "g1.AAAAAAAAAAAAAAAAAAAAAA:1", "1", "g-1"])(
    "with %j is told that it is no cursor",
    async (id) => {
      expect((await listen(ben, id)).status).toBe(400);
    },
  );

  it("takes in a room that opens meanwhile, from its first entry", async () => {
    const client = await listen(ben);
    await client.next(standing);
    const fresh = await aRoom(server, ana, ben);
    await append(ana, fresh);
    const block = await client.next(isItem);
    expect(readItem(block.data ?? "")).toMatchObject({ log: fresh, number: 1 });
    const again = await listen(ben, block.id);
    await again.next(standing);
    await append(ana, fresh);
    await again.next(isItem);
    expect(again.numbers(fresh)).toEqual([2]);
  });

  it("hears nothing of other people's logs", async () => {
    const cleo = await aMember(server, "Cleo");
    const client = await listen(cleo);
    await client.next(standing);
    await append(ana, room);
    await append(ana, ana.ownLog, ana.writer.item(ana.ownLog, { logKind: 2 }));
    await append(cleo, cleo.ownLog, cleo.writer.item(cleo.ownLog, { logKind: 2 }));
    await client.next(isItem);
    expect(client.numbers()).toHaveLength(1);
    expect(
      client.blocks.every(
        (block) => !block.id?.includes(Buffer.from(room.replaceAll("-", ""), "hex").toString("base64url")),
      ),
    ).toBe(true);
  });

  it("hears hints about facts", async () => {
    const client = await listen(ben);
    await client.next(standing);
    const id = newId();
    server.app.live.factChanged({ about: "relationship", id }, [ben.accountId]);
    const { data, id: cursor } = await client.next(({ event }) => event === "fact");
    expect(JSON.parse(data ?? "")).toEqual({ about: "relationship", id });
    expect(cursor).toBeUndefined();
  });

  it("hears that the other one of a room has made keys", async () => {
    const { accountId, cookie } = await server.signIn("Dora", `Dora.${newId()}@northwind.example`);
    await aRoom(server, ben, { accountId });
    const client = await listen(ben);
    await client.next(standing);
    const body = shapedEnrolment(new Writer(accountId), LogId.parse(newId()));
    await server.call(EnrolKeys, { body }, cookie);
    const { data } = await client.next(
      ({ event, data: told = "" }) => event === "fact" && told.includes(accountId) && told.includes("keys"),
    );
    expect(JSON.parse(data ?? "")).toEqual({ about: "keys", id: accountId });
  });

  it("is nobody without signing in", async () => {
    expect((await listen({ cookie: "oakroom=nobody" })).status).toBe(401);
    expect((await server.call(ListenLive, {})).status).toBe(401);
  });
});

describe("no gap and no duplicate", () => {
  it("while Ana writes and Ben's connection breaks again and again", async () => {
    const other = await aRoom(server, ana, ben);
    const heard: number[] = [];
    const total = 150;
    let client = await listen(ben);
    await client.next(standing);
    let cursor = `${client.lastEventId}`;
    const writing = (async () => {
      for (let sent = 0; sent < total; sent += 5) {
        await Promise.all(Array.from({ length: 5 }, () => append(ana, other)));
      }
    })();
    for (let breaks = 0; heard.length < total; breaks += 1) {
      const most = 1 + ((breaks * 7) % 11);
      for (let taken = 0; taken < most && heard.length < total; taken += 1) {
        const { id = "", data = "" } = await client.next(isItem);
        if (readItem(data).log === other) heard.push(readItem(data).number);
        cursor = id;
      }
      client.close();
      client = await listen(ben, cursor);
    }
    await writing;
    expect(heard).toEqual(Array.from({ length: total }, (_, at) => (heard[0] === undefined ? 0 : heard[0] + at)));
    expect(heard.at(-1)).toBe(total);
  });

  it("with a client that takes nothing for a while, and then everything", async () => {
    const other = await aRoom(server, ana, ben);
    const client = await listen(ben);
    await client.next(standing);
    client.pause();
    const large = Array.from({ length: 120 }, () => ana.writer.item(other, { bucket: 16_384 }));
    await Promise.all(large.map((item) => append(ana, other, item)));
    client.resume();
    for (let heard = 0; heard < 120; heard += 1) await client.next(isItem);
    expect(client.numbers(other)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
  });
});

describe("signing out", () => {
  it("everywhere ends every stream of the person at once", async () => {
    const cleo = await aMember(server, "Cleo");
    const clients = await Promise.all([listen(cleo), listen(cleo)]);
    await Promise.all(clients.map((client) => client.next(standing)));
    await server.call(SignOutEverywhere, {}, cleo.cookie);
    expect(await Promise.all(clients.map((client) => client.end()))).toEqual([true, true]);
    expect((await listen(cleo)).status).toBe(401);
  });

  it("lets nothing through, even where no hint came: 40 times in the middle of Ana's writing", async () => {
    for (let round = 0; round < 40; round += 1) {
      const cleo = await aMember(server, "Cleo");
      const shared = await aRoom(server, ana, cleo);
      const client = await listen(cleo);
      await client.next(standing);
      let revoked = false;
      const written = (async () => {
        let after = 0;
        for (let sent = 0; sent < 8; sent += 1) {
          const sentAfter = revoked;
          const { number } = await append(ana, shared);
          if (sentAfter && after === 0) after = number;
        }
        return after;
      })();
      await new Promise((resolve) => setTimeout(resolve, round % 8));
      await server.app.db.write((writer) =>
        writer
          .updateTable("sign_in")
          .set({ revoked_at: server.now })
          .where("account_id", "=", cleo.accountId)
          .execute(),
      );
      revoked = true;
      const after = await written;
      server.app.live.endAll(cleo.accountId);
      await client.end();
      expect(client.numbers(shared).filter((number) => after !== 0 && number >= after)).toEqual([]);
    }
  });
});
