/**
 * Makes vectors/own-v1.json, once: `node packages/crypto/testing/make-own-vectors.ts`. It never writes over a file that is
 * there, since the point of the file is to stay. A new version of a format gets a new file beside it.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { agreementBytes, signAgreement } from "../agree.ts";
import { makeNextBundle } from "../bundle.ts";
import { commitCard, encodeReveal } from "../card.ts";
import { makeCut } from "../cut.ts";
import { digest } from "../domain.ts";
import { commitEpochKey, importEpochKey, signEpoch } from "../epoch.ts";
import { encodeEvent, encodePart, encodeWhole } from "../event.ts";
import { openItem, readItem, sealItem } from "../item.ts";
import { startLog } from "../log-state.ts";
import { takeRecords } from "../log-take.ts";
import { epochPlan, foldOrder, nextPlace } from "../log-view.ts";
import { sealToSelf } from "../outbox.ts";
import { type OwnFile, type OwnPerson, ownKeys } from "../own-vectors.ts";
import { makeProof } from "../proof.ts";
import { makeReadmit } from "../readmit.ts";
import { type RecoverySecret, recoveryGroups } from "../recovery.ts";
import {
  type Amk,
  type Bytes,
  type IskHash,
  type ItemId,
  type RecordHash,
  type UserId,
  fromHex,
  hex,
  id,
  utf8,
  zeros32,
} from "../values.ts";
import { matchingWords, wordNumbers } from "../words.ts";
import { sealWrap } from "../wrap.ts";
import { makeRing } from "../ring.ts";
import { makeFormerSlot } from "./slots.ts";

const target = new URL("../vectors/own-v1.json", import.meta.url);

/** Bytes that count up from a first one: plain to see in the file, and no secret of anybody. */
const counting = (first: number, length: number): Bytes => Uint8Array.from({ length }, (_, at) => (first + at) % 256);

async function aPerson(first: number): Promise<OwnPerson> {
  const secret = { user: hex(counting(first, 16)), device: hex(counting(first + 16, 16)), addedAt: 1_760_000_000_000 };
  const seeds = { iskSeed: hex(counting(first + 1, 32)), iekSecret: hex(counting(first + 2, 32)) };
  const open = { ...secret, ...seeds, dskSeed: hex(counting(first + 3, 32)), bundle: "", iskHash: "" };
  const { bundle } = await ownKeys(open);
  return { ...open, bundle: hex(bundle.bytes), iskHash: hex(bundle.iskHash) };
}

async function theRoom(people: readonly [OwnPerson, OwnPerson]): Promise<OwnFile["room"]> {
  const [ana, ben] = [await ownKeys(people[0]), await ownKeys(people[1])];
  const log = startLog(id("log", counting(0xc0, 16)), "room", [ana.bundle, ben.bundle]);
  const secret = counting(0x40, 32);
  const { members, ...plan } = epochPlan(log);
  const named = members.map(({ user, iskHash, version, iekVersion }) => ({
    user,
    iskHash,
    bundleVersion: version,
    iekVersion,
  }));
  const place = nextPlace(log, ana.user, ana.device);
  const said = {
    ...plan,
    members: named,
    keyCommitment: commitEpochKey(secret),
    checkpoint: zeros32,
    author: ana.user,
  };
  const epoch = await signEpoch(ana.dsk, { ...said, ...place });
  const key = await importEpochKey(epoch, secret);
  if (key === undefined) throw new Error("no key");
  await takeRecords(log, [epoch.bytes]);
  const items: Array<OwnFile["room"]["items"][number]> = [];
  const write = async (writer: typeof ana, text: string, itemId: ItemId): Promise<RecordHash> => {
    const stands = nextPlace(log, writer.user, writer.device);
    const header = { ...stands, logKind: "room" as const, author: writer.user, kind: "content" as const, itemId };
    const plaintext = utf8(text);
    const sealed = await sealItem(writer.dsk, key, header, plaintext);
    await takeRecords(log, [sealed.bytes]);
    items.push({ bytes: hex(sealed.bytes), plaintext: hex(plaintext), hash: hex(sealed.hash) });
    return sealed.hash;
  };
  await write(ana, "Ana's first item", id("item", counting(1, 16)));
  await write(ben, `Ben's answer, in a larger bucket: ${"x".repeat(300)}`, id("item", counting(2, 16)));
  const last = await write(ana, "", id("item", counting(3, 16)));
  const cut = await makeCut(ana.isk, { log: log.log, user: ana.user, device: ana.device, lastSeq: 3, lastHash: last });
  const hashes = {
    oldIskHash: ben.bundle.iskHash,
    newIskHash: counting(9, 32) as IskHash,
    oldBundleHash: ben.bundle.hash,
  };
  const ends = [{ device: ben.device, lastSeq: 0, lastHash: zeros32 as RecordHash }];
  const back = { log: log.log, user: ben.user, ...hashes, lastEpoch: epoch.hash, ends, history: true };
  const readmit = await makeReadmit(ana.dsk, nextPlace(log, ana.user, ana.device), back);
  const item = readItem(fromHex(items[0]?.bytes ?? ""));
  const opened = typeof item === "object" ? await openItem(key, item) : item;
  if (typeof item === "string" || typeof opened === "string") throw new Error("nothing to prove");
  const wrap = async (person: typeof ana): Promise<string> =>
    hex(await sealWrap(epoch, secret, { user: person.user, iekVersion: 1, iek: person.bundle.iek }));
  return {
    log: hex(log.log),
    epochKey: hex(secret),
    epoch: hex(epoch.bytes),
    wraps: [await wrap(ana), await wrap(ben)],
    items,
    order: foldOrder(log).map(({ hash }) => hex(hash)),
    cut: hex(cut.bytes),
    readmit: hex(readmit.bytes),
    proof: hex(makeProof(item, opened, ana.bundle)),
  };
}

async function theUnlock(person: OwnPerson): Promise<OwnFile["unlock"]> {
  const { bundle } = await ownKeys(person);
  const user = fromHex(person.user) as UserId;
  const amk = counting(0x60, 32) as Amk;
  const code = counting(0x77, 20) as RecoverySecret;
  const passphrase = "river copper window seldom echo bright";
  const heads = [counting(4, 32) as RecordHash, counting(5, 32) as RecordHash];
  const facts = { user, version: 1, bundleHash: bundle.hash, ownLog: id("log", counting(0xd0, 16)) };
  const ieks = [{ version: 1, secret: fromHex(person.iekSecret) }];
  const secrets = { iskSeed: fromHex(person.iskSeed), ieks, logSalt: counting(6, 32), doors: "none" } as const;
  const ring = await makeRing(
    amk,
    { ...facts, ownLogEpoch1Hash: counting(7, 32) as RecordHash, ownLogHeads: heads },
    secrets,
  );
  return {
    passphrase,
    passphraseSlot: hex(
      await makeFormerSlot(amk, user, id("slot", counting(1, 16)), { type: "passphrase", passphrase }),
    ),
    recoverySecret: hex(code),
    recoveryCode: recoveryGroups(code).join("-"),
    recoverySlot: hex(await makeFormerSlot(amk, user, id("slot", counting(2, 16)), { type: "recovery", code })),
    amk: hex(amk),
    ring: hex(ring),
    ringHeads: heads.map(hex),
  };
}

async function theFile(): Promise<OwnFile> {
  const people = [await aPerson(0x10), await aPerson(0x90)] as const;
  const [ana, ben] = [await ownKeys(people[0]), await ownKeys(people[1])];
  const room = await theRoom(people);
  const log = id("log", fromHex(room.log));
  const text = "We meet every second Tuesday.\n";
  const agreement = id("agreement", counting(0xe0, 16));
  const fields = { room: log, agreement, version: 1, text: utf8(text), parties: [ana.bundle, ben.bundle] };
  const bytes = agreementBytes(fields);
  const card = id("card", counting(0xf0, 16));
  const cardText = "What I hope for";
  const made = commitCard({ log, card, user: ana.user }, utf8(cardText));
  const [one, two] = [
    { user: ana.user, isk: ana.bundle.isk },
    { user: ben.user, isk: ben.bundle.isk },
  ];
  const event = encodeEvent({
    type: "commitments.made",
    version: 1,
    at: 1_760_000_000_000,
    payload: utf8('{"text":"call"}'),
  });
  return {
    people,
    nextBundle: hex((await makeNextBundle(ana.isk, ana.bundle, { retire: [ana.device] })).bytes),
    room,
    unlock: await theUnlock(people[0]),
    agreement: {
      id: hex(agreement),
      text,
      bytes: hex(bytes),
      signatures: [hex(await signAgreement(ana.isk, bytes)), hex(await signAgreement(ben.isk, bytes))],
    },
    card: { id: hex(card), commitment: hex(made.commitment), reveal: hex(encodeReveal(made.reveal)), text: cardText },
    words: { numbers: [...wordNumbers(one), ...wordNumbers(two)], words: (await matchingWords(one, two)).join(" ") },
    event: hex(event),
    part: hex(encodePart(utf8("a piece"))),
    whole: hex(
      encodeWhole([id("item", counting(1, 16)), id("item", counting(2, 16))], digest("parts", utf8("a piece"))),
    ),
    waiting: hex(await sealToSelf(ana.iek, ana.user, event)),
  };
}

if (existsSync(target)) throw new Error("vectors/own-v1.json is there, and stays as it is");
mkdirSync(new URL(".", target), { recursive: true });
writeFileSync(target, `${JSON.stringify(await theFile(), null, 2)}\n`);
