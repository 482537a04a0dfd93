import { decode, encode } from "@oakroom/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { AccountId, LogId } from "../../../../values/id.ts";
import { ListLogs, ReadWraps } from "../schema.ts";
import {
  aMember,
  aRoom,
  hexOf,
  type Member,
  newId,
  readEnrolmentParts,
  readKeys,
  readRecords,
  shapedBundle,
  shapedChange,
  shapedEnrolment,
  shapedRemoval,
  shapedRing,
  shapedSlot,
  Writer,
} from "../testing.ts";
import { EnrolKeys, PutBundle, PutRing, PutSlot, ReadBundles, ReadMyKeys, RemoveSlot } from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

/** Somebody who has signed in and has no keys. */
async function newcomer(name: string) {
  const { accountId, cookie } = await server.signIn(name, `${name}.${newId()}@northwind.example`);
  return { accountId, cookie, writer: new Writer(accountId) };
}

const enrol = (cookie: string, body: Uint8Array) => server.call(EnrolKeys, { body }, cookie);

async function keysOf({ cookie }: { readonly cookie: string }) {
  const { answer } = await server.call(ReadMyKeys, {}, cookie);
  return readKeys(answer);
}

describe("Ana enrols her keys", () => {
  it("and has bundle, ring, slots, an own log, its first epoch and its wrap, all at once", async () => {
    const ana = await newcomer("Ana");
    expect(await keysOf(ana)).toBeUndefined();
    const ownLog = LogId.parse(newId());
    const body = shapedEnrolment(ana.writer, ownLog);
    expect((await enrol(ana.cookie, body)).answer).toEqual({ enrolled: true });
    const { bundle, slots, ring, wraps } = readEnrolmentParts(body);
    const kept = await keysOf(ana);
    expect(kept).toMatchObject({ bundle: hexOf(bundle), ring: hexOf(ring) });
    expect(kept?.slots.toSorted()).toEqual(slots.map(hexOf).toSorted());
    const { answer } = await server.call(ListLogs, {}, ana.cookie);
    expect(answer.logs).toEqual([
      { logId: ownLog, kind: "own", lastNumber: 1, lastEpoch: 1, members: [ana.accountId], open: true },
    ]);
    const held = await server.call(ReadWraps, { params: { logId: ownLog } }, ana.cookie);
    expect(readRecords(held.answer)).toEqual(wraps.map(hexOf));
  });

  it("once, however often she sends the same; other keys come too late", async () => {
    const ana = await newcomer("Ana");
    const body = shapedEnrolment(ana.writer, LogId.parse(newId()));
    const answers = await Promise.all(Array.from({ length: 10 }, () => enrol(ana.cookie, body)));
    expect(answers.map((one) => one.status)).toEqual(answers.map(() => 200));
    const others = shapedEnrolment(new Writer(ana.accountId), LogId.parse(newId()));
    expect((await enrol(ana.cookie, others)).refused).toBe("already-enrolled");
    expect((await server.call(ListLogs, {}, ana.cookie)).answer.logs).toHaveLength(1);
  });

  it("on two devices at the same moment, and one of them wins whole", async () => {
    const ana = await newcomer("Ana");
    const bodies = [1, 2, 3, 4].map(() => shapedEnrolment(new Writer(ana.accountId), LogId.parse(newId())));
    const answers = await Promise.all(bodies.map((body) => enrol(ana.cookie, body)));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.refused === "already-enrolled")).toHaveLength(3);
    const won = bodies.find((_, at) => answers[at]?.status === 200) ?? new Uint8Array();
    expect((await keysOf(ana))?.bundle).toBe(hexOf(readEnrolmentParts(won).bundle));
  });

  it("with a recovery code, or not at all", async () => {
    const ana = await newcomer("Ana");
    const withSlots = (slots: ReadonlyArray<Uint8Array>) => {
      const { bundle, ring, epoch, wraps } = readEnrolmentParts(
        shapedEnrolment(new Writer(ana.accountId), LogId.parse(newId())),
      );
      return encode([bundle, slots, ring, epoch, wraps]);
    };
    const recoveryAlone = [shapedSlot(ana.accountId, "recovery")];
    expect((await enrol(ana.cookie, withSlots(recoveryAlone))).refused).toBe("slots-missing");
    const noRecovery = [shapedSlot(ana.accountId, "passphrase"), shapedSlot(ana.accountId, "passphrase")];
    expect((await enrol(ana.cookie, withSlots(noRecovery))).refused).toBe("slots-missing");
    expect(await keysOf(ana)).toBeUndefined();
    expect((await server.call(ListLogs, {}, ana.cookie)).answer.logs).toEqual([]);
  });

  it("never with somebody else's records, or into somebody else's log", async () => {
    const ana = await newcomer("Ana");
    const ben = await aMember(server, "Ben");
    expect((await enrol(ana.cookie, shapedEnrolment(new Writer(ben.accountId), LogId.parse(newId())))).refused).toBe(
      "unreadable",
    );
    expect((await enrol(ana.cookie, shapedEnrolment(ana.writer, ben.ownLog))).refused).toBe("unreadable");
    expect((await enrol(ana.cookie, encode([1]))).refused).toBe("unreadable");
    expect(await keysOf(ana)).toBeUndefined();
  });
});

describe("the next version", () => {
  let ana: Member;
  beforeAll(async () => {
    ana = await aMember(server, "Ana");
  });
  const put = (body: Uint8Array) => server.call(PutBundle, { body }, ana.cookie);
  const ring = (body: Uint8Array) => server.call(PutRing, { body: shapedChange(ana.accountId, body) }, ana.cookie);

  it("of a bundle follows the one before, and all are kept", async () => {
    const second = shapedBundle(ana.accountId, 2);
    expect((await put(shapedBundle(ana.accountId, 3))).refused).toBe("not-next");
    expect((await put(shapedBundle(ana.accountId, 1))).refused).toBe("not-next");
    expect((await put(second)).status).toBe(200);
    expect((await put(second)).status).toBe(200);
    expect((await put(shapedBundle(ana.accountId, 2))).refused).toBe("not-next");
    expect((await put(shapedBundle(newId(), 3))).refused).toBe("other-author");
    expect((await put(second.slice(1))).refused).toBe("unreadable");
    expect((await put(shapedBundle(ana.accountId, 3, 2))).status).toBe(200);
    expect((await put(shapedBundle(ana.accountId, 4, 1))).refused).toBe("not-next");
    const { answer } = await server.call(ReadBundles, { params: { accountId: ana.accountId } }, ana.cookie);
    expect(readRecords(answer)).toHaveLength(3);
    expect(readRecords(answer)[1]).toBe(hexOf(second));
  });

  it("of a bundle is one of those that two devices write at once", async () => {
    const ben = await aMember(server, "Ben");
    const bodies = Array.from({ length: 6 }, () => shapedBundle(ben.accountId, 2));
    const answers = await Promise.all(bodies.map((body) => server.call(PutBundle, { body }, ben.cookie)));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.refused === "not-next")).toHaveLength(5);
    const { answer } = await server.call(ReadBundles, { params: { accountId: ben.accountId } }, ben.cookie);
    const won = bodies.find((_, at) => answers[at]?.status === 200);
    expect(readRecords(answer)[1]).toBe(hexOf(won));
  });

  it("of a ring follows the one before, for the same own log", async () => {
    const second = shapedRing(ana.accountId, 2, ana.ownLog);
    expect((await ring(shapedRing(ana.accountId, 3, ana.ownLog))).refused).toBe("not-next");
    expect((await ring(second)).status).toBe(200);
    expect((await ring(second)).status).toBe(200);
    expect((await ring(shapedRing(ana.accountId, 2, ana.ownLog))).refused).toBe("not-next");
    expect((await ring(shapedRing(ana.accountId, 3, newId()))).refused).toBe("not-next");
    expect((await ring(shapedRing(newId(), 3, ana.ownLog))).refused).toBe("other-author");
    expect((await keysOf(ana))?.ring).toBe(hexOf(second));
  });

  it("of a ring is written by one of two devices that unlock at once", async () => {
    const ben = await aMember(server, "Ben");
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        server.call(
          PutRing,
          { body: shapedChange(ben.accountId, shapedRing(ben.accountId, 2, ben.ownLog)) },
          ben.cookie,
        ),
      ),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  });
});

describe("unlock slots", () => {
  const put = (who: Member, body: Uint8Array) =>
    server.call(PutSlot, { body: shapedChange(who.accountId, body) }, who.cookie);
  const remove = (who: Member, slotId: string) =>
    server.call(RemoveSlot, { body: shapedChange(who.accountId, shapedRemoval(who.accountId, slotId)) }, who.cookie);

  it("are added, replaced and removed, and two always stay, one of them the recovery code", async () => {
    const ana = await aMember(server, "Ana");
    const added = newId();
    expect((await put(ana, shapedSlot(ana.accountId, "passphrase", added))).status).toBe(200);
    const replaced = shapedSlot(ana.accountId, "passphrase", added);
    expect((await put(ana, replaced)).status).toBe(200);
    const kept = await keysOf(ana);
    expect(kept?.slots).toHaveLength(3);
    expect(kept?.slots).toContain(hexOf(replaced));
    expect((await remove(ana, added)).status).toBe(200);
    expect((await remove(ana, added)).status).toBe(200);
    const ids = await server.app.db.read
      .selectFrom("key_slot")
      .selectAll()
      .where("account_id", "=", ana.accountId)
      .execute();
    for (const { slot_id } of ids) expect((await remove(ana, slot_id)).refused).toBe("needed");
  });

  it("never lose the recovery code, whether removed or replaced by another kind", async () => {
    const ana = await aMember(server, "Ana");
    await put(ana, shapedSlot(ana.accountId, "passphrase"));
    const slots = await server.app.db.read
      .selectFrom("key_slot")
      .selectAll()
      .where("account_id", "=", ana.accountId)
      .execute();
    const recovery = slots.find((slot) => slot.kind === "recovery")?.slot_id ?? "";
    expect((await remove(ana, recovery)).refused).toBe("needed");
    expect((await put(ana, shapedSlot(ana.accountId, "passphrase", recovery))).refused).toBe("unreadable");
  });

  it("are not both removed by two devices at the same moment", async () => {
    const ana = await aMember(server, "Ana");
    await put(ana, shapedSlot(ana.accountId, "passphrase"));
    const slots = await server.app.db.read
      .selectFrom("key_slot")
      .selectAll()
      .where("account_id", "=", ana.accountId)
      .execute();
    const answers = await Promise.all(slots.map((slot) => remove(ana, slot.slot_id)));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  });

  it("are refused below the floor of their key derivation, for somebody else, and without keys", async () => {
    const ana = await aMember(server, "Ana");
    const ben = await newcomer("Ben");
    const weak = shapedSlot(ana.accountId, "passphrase", newId(), 65_535);
    expect((await put(ana, weak)).refused).toBe("unreadable");
    expect((await put(ana, shapedSlot(ben.accountId, "passphrase"))).refused).toBe("other-author");
    expect((await server.call(PutSlot, { body: shapedSlot(ben.accountId, "passphrase") }, ben.cookie)).refused).toBe(
      "unreadable",
    );
  });
});

describe("whoever holds a sign-in and no key of hers", () => {
  it("changes nothing of Ana's: no bundle, no ring, no slot", async () => {
    const [ana, mallory] = [await aMember(server, "Ana"), await aMember(server, "Mallory")];
    const before = await keysOf(ana);
    const noise = (record: Uint8Array) => encode([record, new Uint8Array(64)]);
    const own = await server.app.db.read
      .selectFrom("key_slot")
      .selectAll()
      .where("account_id", "=", ana.accountId)
      .execute();
    const slotId = own[0]?.slot_id ?? "";
    const ring = shapedRing(ana.accountId, 2, ana.ownLog);
    const slot = shapedSlot(ana.accountId, "passphrase", slotId);
    const removal = shapedRemoval(ana.accountId, slotId);
    const [body] = z.tuple([z.instanceof(Uint8Array), z.unknown()]).parse(decode(shapedBundle(ana.accountId, 2)));
    for (const [operation, request] of [
      [PutBundle, noise(body)],
      [PutRing, noise(ring)],
      [PutRing, shapedChange(mallory.accountId, ring)],
      [PutSlot, noise(slot)],
      [PutSlot, shapedChange(mallory.accountId, slot)],
      [RemoveSlot, noise(removal)],
    ] as const)
      expect((await server.call(operation, { body: request }, ana.cookie)).refused).toBe("not-signed");
    expect(await keysOf(ana)).toEqual(before);
  });
});

describe("bundles of others", () => {
  it("are for those who share a room, and everyone else hears that nothing is there", async () => {
    const [ana, ben, cleo] = [
      await aMember(server, "Ana"),
      await aMember(server, "Ben"),
      await aMember(server, "Cleo"),
    ];
    const read = (who: Member, of: AccountId) => server.call(ReadBundles, { params: { accountId: of } }, who.cookie);
    expect((await read(ben, ana.accountId)).status).toBe(404);
    await aRoom(server, ana, ben);
    const { answer } = await read(ben, ana.accountId);
    expect(readRecords(answer)).toEqual([hexOf(readEnrolmentParts(ana.enrolment).bundle)]);
    const foreign = await read(cleo, ana.accountId);
    const missing = await read(cleo, AccountId.parse(newId()));
    expect(foreign.raw.rawPayload.equals(missing.raw.rawPayload)).toBe(true);
    expect([foreign.status, missing.status]).toEqual([404, 404]);
  });
});
