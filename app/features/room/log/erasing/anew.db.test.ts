import { encode } from "@oakroom/crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { LogId } from "../../../../values/id.ts";
import { dayLength } from "../../../../values/instant.ts";
import { BeginAnew, CancelAnew } from "../keys/anew/schema.ts";
import { shapedDisowning, takeIdentity } from "../keys/testing.ts";
import { AppendEntry, ListLogs } from "../schema.ts";
import { closeLog } from "../store.ts";
import { aMember, aRoom, type Member, newId, shapedEnrolment, shapedErasure, Writer } from "../testing.ts";
import { PutErasure } from "./schema.ts";

let server: TestServer;
let leila: Member, ingrid: Member;
let room: LogId;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());
beforeEach(async () => {
  [leila, ingrid] = [await aMember(server, "Leila"), await aMember(server, "Ingrid")];
  room = await aRoom(server, leila, ingrid);
  const body = leila.writer.item(room);
  await server.call(AppendEntry, { params: { logId: room }, query: { kind: "item" }, body }, leila.cookie);
});

/** Somebody begins anew in a person's name; the answer signs with the old keys. */
async function beginsAnew({ accountId, cookie }: Member) {
  const sign = takeIdentity(accountId);
  const body = shapedEnrolment(new Writer(accountId), LogId.parse(newId()));
  expect((await server.call(BeginAnew, { body }, cookie)).status).toBe(200);
  return sign;
}

const word = (who: Member, version: number, yes: boolean) => shapedErasure(room, who.accountId, version, yes);
const put = async (by: Member, ...words: ReadonlyArray<Uint8Array>) => {
  const { refused, answer } = await server.call(
    PutErasure,
    { params: { logId: room }, body: encode([...words]) },
    by.cookie,
  );
  return refused ?? (answer.erased ? "erased" : "kept");
};
const isGone = async () => {
  const { logs } = (await server.call(ListLogs, {}, ingrid.cookie)).answer;
  return logs.find(({ logId }) => logId === room)?.gone !== undefined;
};

describe("C26: whoever reads Leila's mail begins anew in her name", () => {
  it("and erases no room with Ingrid, who says yes: not within the week in which the old keys take it back", async () => {
    await server.app.db.write((writer) => closeLog(writer, room, server.now));
    expect(await put(ingrid, word(ingrid, 1, true))).toBe("kept");
    const sign = await beginsAnew(leila);
    expect(await put(leila, word(leila, 1, true))).toBe("began-anew");
    expect(await put(leila, word(leila, 1, false))).toBe("kept");
    const disowning = sign(shapedDisowning(leila.accountId));
    expect((await server.call(CancelAnew, { body: disowning }, leila.cookie)).status).toBe(200);
    expect(await isGone()).toBe(false);
  });

  it("and Ingrid's too: who holds the new keys of both erases no room that lives", async () => {
    await beginsAnew(leila);
    await beginsAnew(ingrid);
    expect(await put(ingrid, word(leila, 1, true), word(ingrid, 1, true))).toBe("began-anew");
    expect(await isGone()).toBe(false);
  });

  it("after a week nobody took it back: her word counts, beside those of keys that count no more", async () => {
    await server.app.db.write((writer) => closeLog(writer, room, server.now));
    await put(ingrid, word(ingrid, 1, true));
    await put(leila, word(leila, 9, false));
    await beginsAnew(leila);
    server.pass(7 * dayLength);
    expect(await put(leila, word(leila, 1, true))).toBe("erased");
  });
});
