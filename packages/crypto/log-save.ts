/**
 * A log's memory as bytes, for this device's own storage, which is trusted. Not a wire format.
 *
 *   saved = [1, log16, logKind 1 room 2 own,
 *            [[user16, [[bundle, [[version, bundleHash32]...], [[device16, lastSeq, lastHash32]...], since]...], [candidate...]]...],
 *            [epoch...], [[author16, device16, seq, head32]...]]
 *   pack  = [[[author16, device16]...], [[chain, type 0 item 1 epoch 2 readmit, void 0|1, epoch, hash32, [seen32...]]...]]
 *           in the order of acceptance: seq and predecessor follow from it
 */
import { type Bundle, verifyBundle } from "./bundle.ts";
import { type Value, bytes, decode, encode, list, positive, tuple, uint } from "./cbor.ts";
import type { ChainEnd } from "./cut.ts";
import { type Epoch, readEpoch } from "./epoch.ts";
import { type Identity, type Member, type State, addNode, chainKey, logOf, stateOf } from "./log-state.ts";
import type { Log, LogRecord, Verified } from "./log-types.ts";
import {
  type BundleHash,
  type Bytes,
  type DeviceId,
  type LogId,
  type RecordHash,
  type UserId,
  equal,
  fromHex,
  hex,
} from "./values.ts";

const maxSavedBytes = 2 ** 28;
const types: ReadonlyArray<LogRecord["type"]> = ["item", "epoch", "readmit"];

/** The memory of a log without its records: small; written in one transaction with the packs of the same batch. */
export function saveLog(log: Log): Bytes {
  const { log: id, logKind, members, epochs, chains } = stateOf(log);
  const heads = [...chains.values()].map(({ author, device, nodes }) => {
    return [author, device, nodes.length, nodes.at(-1)?.verified.hash ?? new Uint8Array(0)];
  });
  const epochBytes = epochs.map((epoch) => epoch.bytes);
  return encode([1, id, logKind === "room" ? 1 : 2, members.map(saveMember), epochBytes, heads]);
}

function saveMember({ user, identities, candidates }: Member): Value {
  const saved = identities.map(({ bundle, versions, ends, since }) => [
    bundle.bytes,
    [...versions].map(([version, hash]) => [version, fromHex(hash)]),
    [...ends.values()].map(({ device, lastSeq, lastHash }) => [device, lastSeq, lastHash]),
    fromHex(since),
  ]);
  return [user, saved, [...candidates.values()].map((bundle) => bundle.bytes)];
}

/** Packs verified records for storage. Packs only grow in number; what is saved again (voided) counts as saved last. */
export function saveVerified(verified: ReadonlyArray<Verified>): Bytes {
  const chains = new Map<string, readonly [number, UserId, DeviceId]>();
  const entries = verified.map((one) => {
    const name = chainKey(one.author, one.device);
    const chain = chains.get(name) ?? [chains.size, one.author, one.device];
    chains.set(name, chain);
    const seen = one.seq === 1 ? one.parents : one.parents.slice(1);
    return [chain[0], types.indexOf(one.type), one.void ? 1 : 0, one.epoch, one.hash, seen];
  });
  return encode([[...chains.values()].map(([, author, device]) => [author, device]), entries]);
}

const headShape = tuple<[UserId, DeviceId, number, RecordHash]>(bytes(16), bytes(16), positive, bytes(32));
const endShape = tuple<[DeviceId, number, RecordHash]>(bytes(16), uint, bytes(32));
type SavedIdentity = [Bytes, ReadonlyArray<[number, BundleHash]>, ReadonlyArray<[DeviceId, number, RecordHash]>, Bytes];
const identityShape = tuple<SavedIdentity>(
  bytes(),
  list(tuple<[number, BundleHash]>(positive, bytes(32))),
  list(endShape),
  bytes(),
);
type SavedMember = [UserId, ReadonlyArray<SavedIdentity>, ReadonlyArray<Bytes>];
const memberShape = tuple<SavedMember>(bytes(16), list(identityShape), list(bytes()));
type SavedLog = [
  number,
  LogId,
  number,
  ReadonlyArray<SavedMember>,
  ReadonlyArray<Bytes>,
  ReadonlyArray<[UserId, DeviceId, number, RecordHash]>,
];
const logShape = tuple<SavedLog>(uint, bytes(16), uint, list(memberShape), list(bytes()), list(headShape));

type SavedEntry = [number, number, number, number, RecordHash, ReadonlyArray<RecordHash>];
const packShape = tuple<[ReadonlyArray<[UserId, DeviceId]>, ReadonlyArray<SavedEntry>]>(
  list(tuple<[UserId, DeviceId]>(bytes(16), bytes(16))),
  list(tuple<SavedEntry>(uint, uint, uint, uint, bytes(32), list(bytes(32)))),
);

/** Restores a log from this device's own storage; `undefined` where the pieces do not fit: verify anew from the records. */
export async function restoreLog(saved: Uint8Array, packs: ReadonlyArray<Uint8Array>): Promise<Log | undefined> {
  const fields = logShape(decode(saved, maxSavedBytes));
  if (fields === undefined || fields[0] !== 1) return undefined;
  const [, log, kind, savedMembers, savedEpochs, heads] = fields;
  const members = await Promise.all(savedMembers.map(restoreMember));
  const epochs = savedEpochs.map(readEpoch).filter((epoch): epoch is Epoch => typeof epoch === "object");
  const whole = members.filter((member) => member !== undefined);
  if (whole.length < members.length || epochs.length < savedEpochs.length) return undefined;
  const logKind = kind === 1 ? ("room" as const) : ("own" as const);
  const state: State = { log, logKind, members: whole, chains: new Map(), nodes: new Map(), epochs };
  if (!packs.every((pack) => restorePack(state, pack)) || state.chains.size !== heads.length) return undefined;
  const fits = heads.every(([author, device, seq, head]) => {
    const nodes = state.chains.get(chainKey(author, device))?.nodes ?? [];
    return nodes.length === seq && equal(nodes.at(-1)?.verified.hash ?? new Uint8Array(0), head);
  });
  return fits ? logOf(state) : undefined;
}

async function restoreMember([user, saved, savedCandidates]: SavedMember): Promise<Member | undefined> {
  const candidates = new Map<string, Bundle>();
  for (const candidate of await Promise.all(savedCandidates.map(verifyBundle))) {
    if (typeof candidate === "object") candidates.set(hex(candidate.iskHash), candidate);
  }
  const [first, ...later] = await Promise.all(saved.map(restoreIdentity));
  const rest = later.filter((identity) => identity !== undefined);
  if (first === undefined || rest.length < later.length) return undefined;
  return { user, identities: [first, ...rest], candidates };
}

async function restoreIdentity([bundleBytes, savedVersions, savedEnds, since]: SavedIdentity): Promise<
  Identity | undefined
> {
  const bundle = await verifyBundle(bundleBytes);
  if (typeof bundle === "string") return undefined;
  const versions = savedVersions.map(([version, hash]) => [version, hex(hash)] as const);
  const ends = savedEnds.map(([device, lastSeq, lastHash]): [string, ChainEnd] => [
    hex(device),
    { device, lastSeq, lastHash },
  ]);
  return { bundle, versions: new Map(versions), ends: new Map(ends), since: hex(since) };
}

function restorePack(state: State, pack: Uint8Array): boolean {
  const fields = packShape(decode(pack, maxSavedBytes));
  if (fields === undefined) return false;
  const [chains, entries] = fields;
  return entries.every((entry) => restoreEntry(state, chains[entry[0]], entry));
}

function restoreEntry(state: State, chain: readonly [UserId, DeviceId] | undefined, entry: SavedEntry): boolean {
  const [, typeNumber, isVoid, epoch, hash, seen] = entry;
  const type = types[typeNumber];
  if (chain === undefined || type === undefined) return false;
  const known = state.nodes.get(hex(hash));
  if (known !== undefined) {
    known.verified = { ...known.verified, void: isVoid === 1 };
    return true;
  }
  const [author, device] = chain;
  const before = state.chains.get(chainKey(author, device))?.nodes ?? [];
  const last = before.at(-1);
  const others = seen.flatMap((head) => state.nodes.get(hex(head)) ?? []);
  if (others.length < seen.length) return false;
  const parents = last === undefined ? others : [last, ...others];
  const hashes = parents.map((parent) => parent.verified.hash);
  const verified = { hash, author, device, seq: before.length + 1, type, epoch, parents: hashes, void: isVoid === 1 };
  const opens = type === "epoch" ? state.epochs[epoch - 1] : undefined;
  const numbered = opens !== undefined && equal(opens.hash, hash);
  addNode(state, verified, parents, numbered ? epoch : undefined);
  return true;
}
