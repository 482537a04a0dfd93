/**
 * Our own test vectors: every format of the protocol, made once with fixed keys (vectors/own-v1.json) and checked forever.
 * What is deterministic is made again and must be equal byte for byte; the rest is read, verified and opened. A red line here
 * means that records already written would no longer be understood.
 */
import { agreementBytes, inForce, signAgreement } from "./agree.ts";
import { makeFirstBundle, makeNextBundle, verifyBundle } from "./bundle.ts";
import { decodeReveal, encodeReveal, opensCard } from "./card.ts";
import { importIek, importSigning } from "./curves.ts";
import { makeCut } from "./cut.ts";
import { type EpochKey, commitEpochKey, readEpoch, signEpoch } from "./epoch.ts";
import { decodeContent, encodeEvent, encodePart, encodeWhole } from "./event.ts";
import { openItem, readItem } from "./item.ts";
import { startLog } from "./log-state.ts";
import { takeRecords } from "./log-take.ts";
import { foldOrder } from "./log-view.ts";
import { openFromSelf } from "./outbox.ts";
import { verifyProof } from "./proof.ts";
import { makeReadmit, readReadmit } from "./readmit.ts";
import { type RecoverySecret, readRecoveryCode, recoveryGroups } from "./recovery.ts";
import { importIdentity, openRing } from "./ring.ts";
import { openSlot } from "./slot.ts";
import {
  type AgreementId,
  type Bytes,
  type CardId,
  type Commitment,
  type DeviceId,
  type DskKey,
  type DskPublic,
  type LogId,
  type PrivateKey,
  type RecordHash,
  type UserId,
  fromHex,
  hex,
  utf8,
} from "./values.ts";
import type { VectorReport } from "./vectors.ts";
import { matchingWords, wordNumbers } from "./words.ts";
import { openWrap } from "./wrap.ts";

/** One person of the file; bytes as hex, as everywhere in it. */
export interface OwnPerson {
  readonly user: string;
  readonly iskSeed: string;
  readonly iekSecret: string;
  readonly device: string;
  readonly dskSeed: string;
  readonly addedAt: number;
  readonly bundle: string;
  readonly iskHash: string;
}

/** The file. */
export interface OwnFile {
  readonly people: readonly [OwnPerson, OwnPerson];
  readonly nextBundle: string;
  readonly room: {
    readonly log: string;
    readonly epochKey: string;
    readonly epoch: string;
    readonly wraps: readonly [string, string];
    readonly items: ReadonlyArray<{ readonly bytes: string; readonly plaintext: string; readonly hash: string }>;
    readonly order: ReadonlyArray<string>;
    readonly cut: string;
    readonly readmit: string;
    readonly proof: string;
  };
  readonly unlock: {
    readonly passphrase: string;
    readonly passphraseSlot: string;
    readonly recoverySecret: string;
    readonly recoveryCode: string;
    readonly recoverySlot: string;
    readonly amk: string;
    readonly ring: string;
    readonly ringHeads: ReadonlyArray<string>;
  };
  readonly agreement: {
    readonly id: string;
    readonly text: string;
    readonly bytes: string;
    readonly signatures: ReadonlyArray<string>;
  };
  readonly card: { readonly id: string; readonly commitment: string; readonly reveal: string; readonly text: string };
  readonly words: { readonly numbers: ReadonlyArray<number>; readonly words: string };
  readonly event: string;
  readonly part: string;
  readonly whole: string;
  readonly waiting: string;
}

/** The keys of a person of the file. */
export async function ownKeys(person: OwnPerson) {
  const { isk, iskPublic } = await importSigning(fromHex(person.iskSeed));
  const device = await importSigning(fromHex(person.dskSeed));
  const [dsk, dskPublic] = [device.isk as PrivateKey as DskKey, device.iskPublic as Bytes as DskPublic];
  const iek = await importIek(1, fromHex(person.iekSecret));
  const user = fromHex(person.user) as UserId;
  const id = fromHex(person.device) as DeviceId;
  const devices = [{ device: id, dsk: dskPublic, addedAt: person.addedAt, retired: false }];
  const bundle = await makeFirstBundle(isk, { user, isk: iskPublic, iekVersion: 1, iek: iek.iekPublic, devices });
  return { user, isk, iek, dsk, device: id, bundle };
}

/** Runs the whole file: each line is a name and whether it holds. */
export async function runOwn(parsed: unknown): Promise<VectorReport> {
  const file = parsed as OwnFile;
  const checks = [checkPeople, checkRoom, checkLog, checkUnlock, checkAgreement, checkSmall];
  const lines = (await Promise.all(checks.map((check) => check(file)))).flat();
  const failed = lines.filter(([, holds]) => !holds).map(([name]) => name);
  return { passed: lines.length - failed.length, failed, notOurs: 0 };
}

type Lines = ReadonlyArray<readonly [string, boolean]>;

async function checkPeople({ people, nextBundle }: OwnFile): Promise<Lines> {
  const [ana, ben] = await Promise.all([ownKeys(people[0]), ownKeys(people[1])]);
  const next = await makeNextBundle(ana.isk, ana.bundle, { retire: [ana.device] });
  const read = await verifyBundle(fromHex(people[0].bundle));
  return [
    ["bundle of Ana, made again", hex(ana.bundle.bytes) === people[0].bundle],
    ["bundle of Ben, made again", hex(ben.bundle.bytes) === people[1].bundle],
    ["next bundle, made again", hex(next.bytes) === nextBundle],
    ["bundle, read", typeof read === "object" && hex(read.iskHash) === people[0].iskHash],
  ];
}

async function checkRoom({ people, room }: OwnFile): Promise<Lines> {
  const [ana, ben] = await Promise.all([ownKeys(people[0]), ownKeys(people[1])]);
  const epoch = readEpoch(fromHex(room.epoch));
  if (typeof epoch === "string") return [["epoch, read", false]];
  const again = await signEpoch(ana.dsk, { ...epoch, keyCommitment: commitEpochKey(fromHex(room.epochKey)) });
  const keys = await Promise.all([
    openWrap([ana.iek], ana.user, epoch, fromHex(room.wraps[0])),
    openWrap([ben.iek], ben.user, epoch, fromHex(room.wraps[1])),
  ]);
  const opened = keys.map(async (key, at): Promise<Lines> => {
    const texts = await Promise.all(room.items.map(({ bytes }) => textOfItem(key, bytes)));
    const same = room.items.every(({ plaintext }, index) => texts[index] === plaintext);
    return [
      [`wrap ${at}, opened`, typeof key === "object"],
      [`items, opened by ${at}`, same],
    ];
  });
  return [["epoch, made again", hex(again.bytes) === room.epoch], ...(await Promise.all(opened)).flat()];
}

async function textOfItem(key: EpochKey | string, bytes: string): Promise<string | undefined> {
  const item = readItem(fromHex(bytes));
  if (typeof key === "string" || typeof item === "string") return undefined;
  const opened = await openItem(key, item);
  return typeof opened === "object" ? hex(opened.plaintext) : undefined;
}

async function checkLog({ people, room }: OwnFile): Promise<Lines> {
  const [ana, ben] = await Promise.all([ownKeys(people[0]), ownKeys(people[1])]);
  const log = startLog(fromHex(room.log) as LogId, "room", [ana.bundle, ben.bundle]);
  const records = [...room.items.map(({ bytes }) => fromHex(bytes)), fromHex(room.epoch)];
  const verdicts = await takeRecords(log, records);
  const order = foldOrder(log).map(({ hash }) => hex(hash));
  const readmit = readReadmit(fromHex(room.readmit));
  const [last] = room.items.slice(-1);
  const end = { device: ana.device, lastSeq: 3, lastHash: fromHex(last?.hash ?? "") as RecordHash };
  const cut = await makeCut(ana.isk, { log: log.log, user: ana.user, ...end });
  const proof = await verifyProof(fromHex(room.proof), { iskHash: ana.bundle.iskHash, log: log.log });
  return [
    ["log, verified", verdicts.every(({ result }) => result === "accepted")],
    ["log, order of the fold", order.join() === room.order.join()],
    ["cut, made again", hex(cut.bytes) === room.cut],
    [
      "readmit, made again",
      typeof readmit === "object" && hex((await makeReadmit(ana.dsk, readmit, readmit)).bytes) === room.readmit,
    ],
    ["proof, verified", typeof proof === "object" && proof.result === "authentic"],
  ];
}

async function checkUnlock({ people, unlock }: OwnFile): Promise<Lines> {
  const ana = await ownKeys(people[0]);
  const code = readRecoveryCode(unlock.recoveryCode);
  if (typeof code === "string") return [["recovery code, read", false]];
  const groups = recoveryGroups(fromHex(unlock.recoverySecret) as RecoverySecret).join("-");
  const byPassphrase = await openSlot(
    fromHex(unlock.passphraseSlot),
    ana.user,
    { type: "passphrase", passphrase: unlock.passphrase },
    async (amk) => hex(amk),
  );
  const byCode = await openSlot(fromHex(unlock.recoverySlot), ana.user, { type: "recovery", code }, (amk) =>
    openRing(amk, fromHex(unlock.ring), ana.user, async (facts, secrets) => {
      const { iskPublic, ieks } = await importIdentity(secrets);
      const same =
        hex(iskPublic) === hex(ana.bundle.isk) && hex(ieks[0]?.iekPublic ?? iskPublic) === hex(ana.bundle.iek);
      return same && facts.ownLogHeads.map(hex).join() === unlock.ringHeads.join();
    }),
  );
  return [
    ["recovery code, made again", groups === unlock.recoveryCode && hex(code) === unlock.recoverySecret],
    ["passphrase slot, opened", typeof byPassphrase === "object" && byPassphrase.value === unlock.amk],
    [
      "recovery slot and ring, opened",
      typeof byCode === "object" && typeof byCode.value === "object" && byCode.value.value,
    ],
  ];
}

async function checkAgreement({ people, room, agreement, card }: OwnFile): Promise<Lines> {
  const [ana, ben] = await Promise.all([ownKeys(people[0]), ownKeys(people[1])]);
  const [log, text] = [fromHex(room.log) as LogId, utf8(agreement.text)];
  const parties = [ben.bundle, ana.bundle];
  const fields = { room: log, agreement: fromHex(agreement.id) as AgreementId, version: 1, text, parties };
  const bytes = agreementBytes(fields);
  const signatures = await Promise.all([ana, ben].map(({ isk }) => signAgreement(isk, bytes)));
  const signed = [ana, ben].flatMap(({ bundle }, at) => {
    const signature = signatures[at];
    return signature ? [{ isk: bundle.isk, signature }] : [];
  });
  const place = { log, card: fromHex(card.id) as CardId, user: ana.user };
  const reveal = decodeReveal(fromHex(card.reveal));
  return [
    ["agreement, made again", hex(bytes) === agreement.bytes],
    ["agreement, signed again", signatures.map(hex).join() === agreement.signatures.join()],
    ["agreement, in force", await inForce(fields, signed)],
    [
      "reveal, opens its card",
      reveal !== undefined && opensCard(place, fromHex(card.commitment) as Commitment, reveal),
    ],
    ["reveal, made again", reveal !== undefined && hex(encodeReveal(reveal)) === card.reveal],
    ["reveal, text", reveal !== undefined && hex(reveal.text) === hex(utf8(card.text))],
  ];
}

async function checkSmall({ people, words, event, part, whole, waiting }: OwnFile): Promise<Lines> {
  const [ana, ben] = await Promise.all([ownKeys(people[0]), ownKeys(people[1])]);
  const [one, two] = [ana, ben].map(({ user, bundle }) => ({ user, isk: bundle.isk }));
  if (one === undefined || two === undefined) return [];
  const opened = await openFromSelf([ana.iek], ana.user, fromHex(waiting));
  return [
    ["matching words, numbers", [...wordNumbers(one), ...wordNumbers(two)].join() === words.numbers.join()],
    ["matching words", (await matchingWords(two, one)).join(" ") === words.words],
    ["event, made again", remade(event) === event],
    ["part, made again", remade(part) === part],
    ["whole, made again", remade(whole) === whole],
    ["outbox, opened", typeof opened === "object" && hex(opened.plaintext) === event],
  ];
}

function remade(content: string): string {
  const read = decodeContent(fromHex(content));
  if (read?.type === "event") return hex(encodeEvent(read.event));
  if (read?.type === "part") return hex(encodePart(read.chunk));
  return read?.type === "whole" ? hex(encodeWhole(read.parts, read.hash)) : "";
}
