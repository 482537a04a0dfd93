import { encode } from "@oakroom/crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../../../../server/testing.ts";
import { uuidBytes } from "../../../../values/id.ts";
import { aMember, hexOf, type Member, newId, readKeys, shapedChange, shapedRing, shapedSlot } from "../testing.ts";
import { ReadMyKeys, RenewKeys } from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

async function keysOf({ cookie }: Member) {
  const { answer } = await server.call(ReadMyKeys, {}, cookie);
  return readKeys(answer);
}

const kinds = ["passphrase", "recovery", "passkey"] as const;
const slotsOf = (who: Member) => kinds.map((kind) => shapedSlot(who.accountId, kind, newId()));

function renewal(who: Member, version: number, slots: ReadonlyArray<Uint8Array>, user = who.accountId): Uint8Array {
  return encode([1, uuidBytes(user), shapedRing(user, version, who.ownLog), slots]);
}

const renew = (who: Member, record: Uint8Array) =>
  server.call(RenewKeys, { body: shapedChange(who.accountId, record) }, who.cookie);

it("Ana's ring and all her slots are replaced together, and the same bytes again are no error", async () => {
  const ana = await aMember(server, "Ana");
  const slots = slotsOf(ana);
  const record = renewal(ana, 2, slots);
  for (const _ of [1, 2]) expect((await renew(ana, record)).status).toBe(200);
  expect((await keysOf(ana))?.slots.toSorted()).toEqual(slots.map(hexOf).toSorted());
  const next = slots.slice(1);
  expect((await renew(ana, renewal(ana, 3, next))).status).toBe(200);
  expect((await keysOf(ana))?.slots.toSorted()).toEqual(next.map(hexOf).toSorted());
});

it("nothing is replaced where one thing does not fit", async () => {
  const [ana, ben] = [await aMember(server, "Ana"), await aMember(server, "Ben")];
  const before = await keysOf(ana);
  const slots = slotsOf(ana);
  const [first = new Uint8Array(), code = new Uint8Array()] = slots;
  const refusals = [
    [renewal(ana, 3, slots), "not-next"],
    [renewal(ana, 1, slots), "not-next"],
    [renewal(ana, 2, slots, ben.accountId), "unreadable"],
    [renewal(ana, 2, slotsOf(ben), ben.accountId), "other-author"],
    [renewal(ana, 2, [...slots, ...slotsOf(ben)]), "unreadable"],
    [renewal(ana, 2, [first, first, code]), "unreadable"],
    [renewal(ana, 2, Array.from({ length: 7 }, () => slotsOf(ana)).flat()), "unreadable"],
    [renewal(ana, 2, [code]), "slots-missing"],
    [
      renewal(
        ana,
        2,
        slots.filter((slot) => slot !== code),
      ),
      "slots-missing",
    ],
    [encode([1, uuidBytes(ana.accountId), shapedRing(ana.accountId, 2, newId()), slots]), "not-next"],
    [shapedRing(ana.accountId, 2, ana.ownLog), "unreadable"],
  ] as const;
  for (const [record, word] of refusals) expect((await renew(ana, record)).refused).toBe(word);
  const unsigned = encode([renewal(ana, 2, slots), new Uint8Array(64)]);
  const byBen = shapedChange(ben.accountId, renewal(ana, 2, slots));
  for (const body of [unsigned, byBen])
    expect((await server.call(RenewKeys, { body }, ana.cookie)).refused).toBe("not-signed");
  expect(await keysOf(ana)).toEqual(before);
});

it("of two devices that renew at once one is heard, and its slots are those of its ring", async () => {
  const ana = await aMember(server, "Ana");
  const tries = Array.from({ length: 6 }, () => {
    const slots = slotsOf(ana);
    return { slots, record: renewal(ana, 2, slots) };
  });
  const answers = await Promise.all(tries.map(({ record }) => renew(ana, record)));
  const won = tries.filter((_, at) => answers[at]?.status === 200);
  expect(won).toHaveLength(1);
  expect((await keysOf(ana))?.slots.toSorted()).toEqual(won[0]?.slots.map(hexOf).toSorted());
});
