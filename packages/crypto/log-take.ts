/** Taking records, as a server hands them out, into a log. */
import { decodeSigned } from "./cbor.ts";
import { type SignatureCheck, verify } from "./curves.ts";
import type { ChainEnd } from "./cut.ts";
import { readEpoch, verifyEpoch } from "./epoch.ts";
import { readItem, readItemOfMany, verifyItem } from "./item.ts";
import { type Signed, judge, placeOf } from "./log-rules.ts";
import {
  type Member,
  type Node,
  type State,
  addNode,
  currentIdentity,
  deviceOf,
  identityOf,
  isBehind,
  memberOf,
  pastOf,
  stateOf,
  voidBeyond,
} from "./log-state.ts";
import type { Log, LogRecord, RejectReason, Undone, Verdict, Verified } from "./log-types.ts";
import { type Readmit, readReadmit, verifyReadmit } from "./readmit.ts";
import { type DskPublic, type RecordHash, equal, hex, zeros32 } from "./values.ts";

/** So many signatures are started before the results of as many are awaited: reading overlaps with verifying, memory stays bounded. */
const batchSize = 256;

/**
 * Takes records in any order and repeats until nothing more fits; verdict `n` is that of record `n`.
 * Signatures are verified side by side; places are given in one synchronous step, so calls for one log may overlap.
 * `check` is for the signatures of items, where the host has another thread for them.
 */
export async function takeRecords(
  log: Log,
  records: ReadonlyArray<Uint8Array>,
  check: SignatureCheck = verify,
): Promise<ReadonlyArray<Verdict>> {
  const state = stateOf(log);
  const verdicts: Verdict[] = [];
  let open = records.map((_, at) => at);
  while (open.length > 0) {
    // oxlint-disable-next-line no-await-in-loop -- a second round needs what the first made known
    const signed = await checkSignatures({ state, records, verdicts, check }, open);
    const readmitted = settle(state, signed, verdicts);
    open = open.filter((at) => readmitted && isUnknownDevice(verdicts[at]));
  }
  return verdicts;
}

/** One call of `takeRecords`. */
interface Taking {
  readonly state: State;
  readonly records: ReadonlyArray<Uint8Array>;
  readonly verdicts: Verdict[];
  readonly check: SignatureCheck;
}

async function checkSignatures(
  { state, records, verdicts, check }: Taking,
  open: ReadonlyArray<number>,
): Promise<ReadonlyMap<number, Signed>> {
  const signed = new Map<number, Signed>();
  const checkOne = async (at: number): Promise<void> => {
    const result = await checkSignature(state, records[at] ?? nothing, check);
    if ("key" in result) signed.set(at, result);
    else verdicts[at] = result;
  };
  let before: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < open.length; from += batchSize) {
    const batch = Promise.all(open.slice(from, from + batchSize).map(checkOne));
    // oxlint-disable-next-line no-await-in-loop -- one batch ahead is the point
    await before;
    before = batch;
  }
  await before;
  return signed;
}

const nothing = new Uint8Array(0);

function isUnknownDevice(verdict: Verdict | undefined): boolean {
  return verdict?.result === "aside" && verdict.because === "unknown-device";
}

/** Gives places until nothing more fits. True where a readmit was accepted, which makes devices known. */
function settle(state: State, signed: ReadonlyMap<number, Signed>, verdicts: Verdict[]): boolean {
  const waiting = new Map<string, number[]>();
  const queue = [...signed.keys()].toSorted((a, b) => a - b);
  let readmitted = false;
  for (const at of queue) {
    const one = signed.get(at);
    if (one === undefined) continue;
    const verdict = settleOne(state, one);
    verdicts[at] = verdict;
    const [lacks] = verdict.result === "aside" ? verdict.missing : [];
    if (lacks !== undefined) waiting.set(hex(lacks), [...(waiting.get(hex(lacks)) ?? []), at]);
    if (verdict.result === "aside") continue;
    readmitted ||= verdict.result === "accepted" && one.record.type === "readmit";
    // The loop runs on over what is pushed here.
    queue.push(...(waiting.get(one.key) ?? []));
    waiting.delete(one.key);
  }
  return readmitted;
}

function settleOne(state: State, signed: Signed): Verdict {
  const { record } = signed;
  if (state.nodes.has(signed.key)) return { result: "known", hash: record.hash };
  const judged = judge(state, signed);
  if (judged.says === "aside") return { result: "aside", because: judged.because, record, missing: judged.missing };
  if (judged.says === "nothing") return { result: "rejected", because: judged.because };
  const isVoid = judged.says === "void";
  // An epoch that a removed device announced keeps its number, or the log could never go on; nothing is sealed under it.
  const numbered = record.type === "epoch" && (!isVoid || judged.because === "after-cut");
  const verified = verifiedOf(signed, judged.parents, isVoid);
  const node = addNode(state, verified, judged.parents, numbered ? record.n : undefined);
  if (numbered) state.epochs.push(record);
  if (isVoid) return { result: "rejected", because: judged.because, verified };
  const undone = record.type === "readmit" ? readmit(state, record, node) : undefined;
  const newest = isNewest(state, node);
  return { result: "accepted", record, verified, newest, ...(undone && { undone }) };
}

/** True where all that is folded is behind this record. */
function isNewest(state: State, node: Node): boolean {
  return [...state.chains.values()].every((chain) => {
    const last = chain.nodes.findLast(({ verified }) => !verified.void);
    return last === undefined || isBehind(last, node.past);
  });
}

function verifiedOf({ record, member }: Signed, parents: ReadonlyArray<Node>, isVoid: boolean): Verified {
  const { device, seq } = placeOf(record);
  const epoch = epochIn(record, parents);
  const hashes = parents.map((parent) => parent.verified.hash);
  return {
    hash: record.hash,
    author: member.user,
    device,
    seq,
    type: record.type,
    epoch,
    parents: hashes,
    void: isVoid,
  };
}

/** See `Verified`. */
function epochIn(record: LogRecord, parents: ReadonlyArray<Node>): number {
  if (record.type === "readmit") return record.history ? 0 : pastOf(parents).epoch;
  return record.type === "item" ? record.header.epoch : record.n;
}

/** Ends the old identity's chains and lets the new one in. */
function readmit(state: State, record: Readmit, node: Node): Undone | undefined {
  const member = memberOf(state, record.user);
  const candidate = member?.candidates.get(hex(record.newIskHash));
  if (member === undefined || candidate === undefined) return undefined;
  const old = currentIdentity(member);
  const undone = old.bundle.devices.map(({ device }) => {
    const named = record.ends.find((end) => equal(end.device, device));
    const end = named ?? { device, lastSeq: 0, lastHash: zeros32 as RecordHash };
    return voidBeyond(state, member.user, endChain(old.ends, end));
  });
  member.identities.push(identityOf(candidate, node.key));
  member.candidates.clear();
  return { voided: undone.flatMap(({ voided }) => voided), rebuild: undone.some(({ rebuild }) => rebuild) };
}

/** Remembers where a chain ends; of two ends the lower counts, and is given back. */
export function endChain(ends: Map<string, ChainEnd>, end: ChainEnd): ChainEnd {
  const name = hex(end.device);
  const known = ends.get(name);
  const lower = known !== undefined && known.lastSeq <= end.lastSeq ? known : end;
  ends.set(name, lower);
  return lower;
}

/** Reads a record of any kind by its outer form: `[hdr, com, ct, sig]`, or `[body, sig]` with a body of 12 or 13 fields. */
export function readRecord(bytes: Uint8Array): LogRecord | RejectReason {
  if (isItem(bytes)) return readItem(bytes);
  const signed = decodeSigned(bytes);
  if (typeof signed === "string") return signed;
  return signed[0][0] === 0x8d ? readReadmit(bytes) : readEpoch(bytes);
}

/** An array of four; everything else that is signed is an array of two. */
function isItem(bytes: Uint8Array): boolean {
  return bytes[0] === 0x84;
}

async function checkSignature(state: State, bytes: Uint8Array, check: SignatureCheck): Promise<Signed | Verdict> {
  const record = isItem(bytes) ? await readItemOfMany(bytes) : readRecord(bytes);
  if (typeof record === "string") return { result: "rejected", because: record };
  const key = hex(record.hash);
  if (state.nodes.has(key)) return { result: "known", hash: record.hash };
  const log = record.type === "item" ? record.header.log : record.log;
  const kind = record.type === "item" ? record.header.logKind : state.logKind;
  if (!equal(log, state.log) || kind !== state.logKind) return { result: "rejected", because: "wrong-log" };
  const member = authorOf(state, record);
  if (member === undefined) return { result: "rejected", because: "not-a-member" };
  const found = deviceOf(member, placeOf(record).device);
  if (found === undefined) return { result: "aside", because: "unknown-device", record, missing: [] };
  const holds = await verifyRecord(record, found.device.dsk, check);
  return holds ? { record, key, member, ...found } : { result: "rejected", because: "bad-signature" };
}

/** A readmit names who comes back; the other one signed it. */
function authorOf(state: State, record: LogRecord): Member | undefined {
  if (record.type === "item") return memberOf(state, record.header.author);
  if (record.type === "epoch") return memberOf(state, record.author);
  const back = memberOf(state, record.user);
  return back && state.members.find((member) => member !== back);
}

function verifyRecord(record: LogRecord, dsk: DskPublic, check: SignatureCheck): Promise<boolean> {
  if (record.type === "item") return verifyItem(record, dsk, check);
  return record.type === "epoch" ? verifyEpoch(record, dsk) : verifyReadmit(record, dsk);
}
