/** One good record of every kind, for fuzzing and for tables of refusals. */
import { makeRecoverySecret, newAmk } from "../index.ts";
import { agreementBytes } from "../agree.ts";
import { commitCard, encodeReveal } from "../card.ts";
import { makeCut } from "../cut.ts";
import { encodeEvent, encodePart, encodeWhole } from "../event.ts";
import { openItem, readItem } from "../item.ts";
import { nextPlace } from "../log-view.ts";
import { sealToSelf } from "../outbox.ts";
import { makeProof } from "../proof.ts";
import { makeReadmit } from "../readmit.ts";
import { makeRing, newSecrets } from "../ring.ts";
import { makeSlot } from "./slots.ts";
import { type Bytes, type RecordHash, utf8, zeros32 } from "../values.ts";
import { aRoom, idOf, newItemId } from "./people.ts";

/** The kinds of records. */
export type RecordName =
  | "bundle"
  | "cut"
  | "epoch"
  | "wrap"
  | "item"
  | "readmit"
  | "slot"
  | "ring"
  | "proof"
  | "agree"
  | "reveal"
  | "waiting"
  | "event"
  | "part"
  | "whole";

/** Makes one good record of every kind. */
export async function goodRecords(): Promise<Readonly<Record<RecordName, Bytes>>> {
  const { ana, ben, announced, room } = await aRoom();
  const { person, own } = ana;
  const sent = await ana.write("a good record");
  const item = readItem(sent.bytes);
  const key = ana.keys.get(1);
  const opened = typeof item === "string" || key === undefined ? "none" : await openItem(key, item);
  if (typeof item === "string" || typeof opened === "string") throw new Error("no item");
  const { user, isk, bundle } = person;
  const end = { device: own.device, lastSeq: 2, lastHash: sent.hash };
  const place = nextPlace(ana.log, user, own.device);
  const hashes = { oldIskHash: ben.person.bundle.iskHash, newIskHash: bundle.iskHash, oldBundleHash: bundle.hash };
  const readmit = await makeReadmit(own.dsk, place, {
    ...hashes,
    log: room,
    user: ben.person.user,
    lastEpoch: announced.epoch.hash,
    ends: [end],
    history: true,
  });
  const facts = { user, version: 1, bundleHash: bundle.hash, ownLog: idOf("log", 9) };
  const heads = { ownLogEpoch1Hash: zeros32 as RecordHash, ownLogHeads: [sent.hash, announced.epoch.hash] };
  const locked = await newAmk(async (amk) => {
    const slot = await makeSlot(amk, user, idOf("slot", 7), { type: "recovery", code: makeRecoverySecret() });
    return { slot, ring: await newSecrets((secrets) => makeRing(amk, { ...facts, ...heads }, secrets)) };
  });
  const iek = person.identity.ieks[0];
  if (iek === undefined) throw new Error("no iek");
  const card = { log: room, card: idOf("card", 3), user };
  const parties = [bundle, ben.person.bundle];
  return {
    ...locked,
    bundle: bundle.bytes,
    cut: (await makeCut(isk, { log: room, user, ...end })).bytes,
    epoch: announced.epoch.bytes,
    wrap: announced.wraps[0]?.bytes ?? zeros32,
    item: sent.bytes,
    readmit: readmit.bytes,
    proof: makeProof(item, opened, bundle),
    agree: agreementBytes({ room, agreement: idOf("agreement", 4), version: 1, text: utf8("we agree"), parties }),
    reveal: encodeReveal(commitCard(card, utf8("my card")).reveal),
    waiting: await sealToSelf(iek, user, utf8("later")),
    event: encodeEvent({ type: "commitments.made", version: 1, at: 1_760_000_000_000, payload: utf8("{}") }),
    part: encodePart(utf8("chunk")),
    whole: encodeWhole([newItemId(), newItemId()], zeros32),
  };
}
