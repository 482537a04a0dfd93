import { expect, test } from "vitest";
import {
  type Bundle,
  type Epoch,
  type EpochKey,
  type Iek,
  currentEpoch,
  epochDue,
  epochPlan,
  foldOrder,
  importIdentity,
  makeNextBundle,
  newSecrets,
  nextPlace,
  openItem,
  openWrap,
  readEpoch,
  readItem,
  readWrap,
  rewrap,
  startLog,
} from "./index.ts";
import { type Value, decode, encode } from "./cbor.ts";
import { importIek, sign } from "./curves.ts";
import { tagged } from "./domain.ts";
import { type EpochFields, commitEpochKey, signEpoch } from "./epoch.ts";
import { hpkeSeal } from "./hpke.ts";
import { Writer, aPerson, aRoom, idOf, words, fail } from "./testing/people.ts";
import { type Bytes, type IskHash, type RecordHash, hex, random } from "./values.ts";

const wrapFor = (wraps: ReadonlyArray<{ user: Bytes; bytes: Bytes }>, user: Bytes): Bytes =>
  wraps.find((wrap) => hex(wrap.user) === hex(user))?.bytes ?? fail("no wrap");

/** An epoch that says whatever its signer likes, in the next place of the writer. */
async function anEpoch(writer: Writer, change: (fields: EpochFields) => Partial<EpochFields>): Promise<Epoch> {
  const plan = epochPlan(writer.log);
  const members = plan.members.map(({ user, iskHash, version, iekVersion }) => ({
    user,
    iskHash,
    bundleVersion: version,
    iekVersion,
  }));
  const place = nextPlace(writer.log, writer.person.user, writer.own.device);
  const { log, n, previousEpoch } = plan;
  const open = { author: writer.person.user, checkpoint: new Uint8Array(32), keyCommitment: random(32) };
  const fields = { ...place, log, n, previousEpoch, members, ...open };
  return signEpoch(writer.own.dsk, { ...fields, ...change(fields) });
}

test("each member opens their own wrap, and no other's", async () => {
  const { ana, ben, announced } = await aRoom();
  const { epoch, wraps } = announced;
  expect(wraps).toHaveLength(2);
  const forBen = wrapFor(wraps, ben.person.user);
  const key = await openWrap(ben.person.identity.ieks, ben.person.user, epoch, forBen);
  if (typeof key === "string") throw new Error(key);
  const item = readItem((await ana.write("for both")).bytes);
  expect(typeof item === "object" && typeof (await openItem(key, item))).toBe("object");
  expect(await openWrap(ana.person.identity.ieks, ana.person.user, epoch, forBen)).toBe("other-user");
  expect(await openWrap(ana.person.identity.ieks, ben.person.user, epoch, forBen)).toBe("unopenable");
  expect(await openWrap([], ben.person.user, epoch, forBen)).toBe("no-such-iek");
});

test("C05 an epoch's key cannot be exported", async () => {
  const { announced } = await aRoom();
  await expect(crypto.subtle.exportKey("raw", announced.key.base)).rejects.toThrow(/extractable|not supported/);
});

test.each<[string, number, Value, string]>([
  ["suite", 0, 2, "unknown-suite"],
  ["log", 1, idOf("log", 1), "other-epoch"],
  ["number", 2, 2, "other-epoch"],
  ["epoch", 3, new Uint8Array(32), "other-epoch"],
  ["user", 4, idOf("user", 1), "other-user"],
  ["version of IEK", 5, 2, "no-such-iek"],
  ["ephemeral key", 6, new Uint8Array(32).fill(9), "unopenable"],
  ["ephemeral key of low order", 6, new Uint8Array(32), "unopenable"],
  ["sealed key", 7, new Uint8Array(48), "unopenable"],
  ["length of the sealed key", 7, new Uint8Array(47), "malformed"],
])("C17 C24 a wrap with another %s does not open", async (_, at, value, word) => {
  const { ben, announced } = await aRoom();
  const wrap = wrapFor(announced.wraps, ben.person.user);
  const changed = encode((decode(wrap) as ReadonlyArray<Value>).with(at, value));
  expect(await openWrap(ben.person.identity.ieks, ben.person.user, announced.epoch, changed)).toBe(word);
});

test("C17 a wrap of one epoch is refused for another, although it was sealed to the right key", async () => {
  const { ana, ben, announced } = await aRoom();
  const second = await ana.announce();
  const old = wrapFor(announced.wraps, ben.person.user);
  const dressed = encode((decode(old) as ReadonlyArray<Value>).with(2, 2).with(3, second.epoch.hash));
  expect(await openWrap(ben.person.identity.ieks, ben.person.user, second.epoch, dressed)).toBe("unopenable");
});

test("C17 a server that seals a key of its own is found out by the commitment", async () => {
  const { ben, announced } = await aRoom();
  const { epoch } = announced;
  const { user, bundle, identity } = ben.person;
  const info = encode([new TextEncoder().encode("oakroom/wrap/v1"), epoch.log, epoch.n, epoch.hash, user]);
  const { enc, sealed } = await hpkeSeal(bundle.iek, info, random(32));
  const forged = encode([1, epoch.log, epoch.n, epoch.hash, user, 1, enc, sealed]);
  expect(await openWrap(identity.ieks, user, epoch, forged)).toBe("wrong-key");
  const target = { user, iekVersion: 1, iek: bundle.iek };
  expect(await rewrap(identity.ieks, user, epoch, forged, target)).toBe("wrong-key");
});

test("a new encryption key takes over by wrapping anew, and the old one can go", async () => {
  const { ben, announced } = await aRoom();
  const { user, identity } = ben.person;
  const next: Iek = await importIek(2, random(32));
  const wrap = wrapFor(announced.wraps, user);
  const anew = await rewrap(identity.ieks, user, announced.epoch, wrap, { user, iekVersion: 2, iek: next.iekPublic });
  if (typeof anew === "string") throw new Error(anew);
  expect(readWrap(anew)).toMatchObject({ n: 1, iekVersion: 2 });
  expect(await openWrap([next], user, announced.epoch, wrap)).toBe("no-such-iek");
  expect(typeof (await openWrap([next], user, announced.epoch, anew))).toBe("object");
});

const swappedMember = (fields: EpochFields, iskHash: IskHash) =>
  fields.members.map((member, at) => (at === 1 ? { ...member, iskHash } : member));

test.each<[string, (fields: EpochFields) => Partial<EpochFields>, string]>([
  ["jumps over a number", () => ({ n: 3 }), "rejected wrong-epoch"],
  [
    "names another epoch as its predecessor",
    () => ({ previousEpoch: random(32) as RecordHash }),
    "rejected wrong-epoch",
  ],
  ["leaves a member out", ({ members }) => ({ members: members.slice(0, 1) }), "rejected wrong-members"],
  [
    "puts a stranger in Ben's place",
    ({ members }) => ({ members: members.with(1, { ...(members[1] ?? fail()), user: idOf("user", 9) }) }),
    "rejected wrong-members",
  ],
  [
    "names another identity of Ben",
    (fields) => ({ members: swappedMember(fields, random(32) as IskHash) }),
    "rejected wrong-identity",
  ],
  [
    "names a newer bundle than is known",
    ({ members }) => ({ members: members.map((member) => ({ ...member, bundleVersion: 2 })) }),
    "aside newer-bundle",
  ],
  ["names a checkpoint before there is a key log", () => ({ checkpoint: random(32) }), "rejected unknown-checkpoint"],
  ["is of another log", () => ({ log: idOf("log", 1) }), "rejected wrong-log"],
])("C17 an epoch that %s is refused", async (_, change, word) => {
  const { ana, ben } = await aRoom();
  const epoch = await anEpoch(ana, change);
  expect(words(await ben.take([epoch.bytes]))).toEqual([word]);
  expect(currentEpoch(ben.log)?.n).toBe(1);
});

test("C17 a server can neither add a third member nor sign an epoch", async () => {
  const { ana, ben, epoch } = await aRoom();
  const third = { user: idOf("user", 3), iskHash: random(32) as IskHash, bundleVersion: 1, iekVersion: 1 };
  const two = epoch.members;
  await expect(signEpoch(ana.own.dsk, { ...epoch, members: [...two, third] })).rejects.toThrow("refused");
  const three = [...two, third].map((each) => [each.user, each.iskHash, 1, 1]);
  const body = encode((decode(epoch.body) as ReadonlyArray<Value>).with(5, three));
  const signed = encode([body, await sign(ana.own.dsk, tagged("epoch", body))]);
  expect(readEpoch(signed)).toBe("malformed");
  const forged = await anEpoch(ana, () => ({}));
  const server = await aPerson(9);
  const unsigned = encode([forged.body, await sign(server.isk, tagged("epoch", forged.body))]);
  expect(words(await ben.take([unsigned]))).toEqual(["rejected bad-signature"]);
});

test("C17 two epochs with one number are a fork, and the first stays", async () => {
  const { ana, ben } = await aRoom();
  const left = await anEpoch(ana, () => ({}));
  const right = await anEpoch(ben, () => ({}));
  expect(words(await ben.take([left.bytes, right.bytes]))).toEqual(["accepted", "rejected epoch-fork"]);
  expect(hex(currentEpoch(ben.log)?.hash ?? random(1))).toBe(hex(left.hash));
});

test("C17 an epoch handed out again is known, and one handed out too early waits", async () => {
  const { ana, ben, epoch } = await aRoom();
  const second = await ana.announce();
  const third = await ana.announce();
  expect(words(await ben.take([epoch.bytes]))).toEqual(["known"]);
  expect(words(await ben.take([third.epoch.bytes]))).toEqual(["aside gap"]);
  expect(words(await ben.take([third.epoch.bytes, second.epoch.bytes]))).toEqual(["accepted", "accepted"]);
});

test("an item under an older epoch counts, unless a later one is already behind it", async () => {
  const { ana, ben } = await aRoom();
  const late = await ben.write("written on the train, under epoch 1", 1);
  await ana.announce();
  const wrong = await ana.write("under epoch 1 again, which Ana had left", 1);
  const second = currentEpoch(ana.log) ?? fail("no epoch");
  expect(words(await ana.take([late.bytes]))).toEqual(["accepted"]);
  const [, verdict] = await ben.take([second.bytes, wrong.bytes]);
  expect(verdict).toMatchObject({ result: "rejected", because: "wrong-epoch", verified: { void: true } });
  const right = await ana.write("under epoch 2", 2);
  expect(words(await ben.take([right.bytes]))).toEqual(["accepted"]);
});

test("an item that claims an epoch it has not seen is refused", async () => {
  const { ana, ben, epoch } = await aRoom();
  const second = await ana.announce();
  const apart = new Writer(startLog(ben.log.log, "room", [ana.person.bundle, ben.person.bundle]), ben.person, ana.keys);
  await apart.take([epoch.bytes]);
  const early = await apart.write("sealed under 2, with only 1 behind it", 2);
  expect(words(await ana.take([early.bytes]))).toEqual(["rejected wrong-epoch"]);
  expect(second.epoch.n).toBe(2);
});

test("C25 a newer bundle of either makes an epoch due, sealed to the new key alone", async () => {
  const { ana, ben } = await aRoom();
  const person = ben.person;
  const next = await importIek(2, random(32));
  const renewed: Bundle = await makeNextBundle(person.isk, person.bundle, {
    iek: { iekVersion: 2, iek: next.iekPublic },
  });
  expect(await ana.learn(renewed)).toBeUndefined();
  expect(epochDue(ana.log)).toBe("newer-bundle");
  expect(currentEpoch(ana.log)).toBeUndefined();
  const { epoch, wraps } = await ana.announce();
  expect(epochDue(ana.log)).toBeUndefined();
  const wrap = wrapFor(wraps, person.user);
  expect(await openWrap(person.identity.ieks, person.user, epoch, wrap)).toBe("no-such-iek");
  const key: EpochKey | string = await openWrap([next], person.user, epoch, wrap);
  expect(typeof key).toBe("object");
  expect(words(await ben.take([epoch.bytes]))).toEqual(["aside newer-bundle"]);
  await ben.learn(renewed);
  expect(words(await ben.take([epoch.bytes]))).toEqual(["accepted"]);
  const back = await anEpoch(ana, ({ members }) => ({
    members: members.map((member) => ({ ...member, bundleVersion: 1, iekVersion: 1 })),
  }));
  expect(words(await ben.take([back.bytes]))).toEqual(["rejected wrong-bundle"]);
});

test("what an epoch commits to is its key alone", async () => {
  const key = random(32);
  expect(hex(commitEpochKey(key))).not.toBe(hex(commitEpochKey(random(32))));
  const { ana } = await aRoom();
  expect(foldOrder(ana.log)).toHaveLength(1);
  const other = await newSecrets(importIdentity);
  expect(other.ieks[0]?.version).toBe(1);
});
