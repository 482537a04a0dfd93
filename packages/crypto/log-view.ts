/** What a log knows: where the next record goes, which epoch counts, what the order of the fold is. */
import type { EpochPlan } from "./announce.ts";
import type { Bundle } from "./bundle.ts";
import type { CutFields } from "./cut.ts";
import type { Epoch } from "./epoch.ts";
import {
  type Chain,
  type Node,
  type State,
  chainKey,
  currentIdentity,
  isBehind,
  memberOf,
  stateOf,
} from "./log-state.ts";
import type { Log, Verified } from "./log-types.ts";
import { type Place, maxSeenHeads } from "./place.ts";
import type { ReadmitFields } from "./readmit.ts";
import { type DeviceId, type IskHash, type RecordHash, type UserId, compare, equal, hex, zeros32 } from "./values.ts";

const noHash = zeros32 as RecordHash;

/** Where the next record of this device goes. Hand the record in right after it is sealed. */
export function nextPlace(log: Log, user: UserId, device: DeviceId): Place {
  const state = stateOf(log);
  const own = state.chains.get(chainKey(user, device));
  const last = own?.nodes.at(-1);
  const newest = [...state.chains.values()].flatMap((chain) => (chain === own ? [] : (newestOf(state, chain) ?? [])));
  const front = frontier(newest, last?.past ?? []);
  // Beyond sixteen heads those with the newest epoch come first: the record must have its epoch behind it.
  const named = front.toSorted((a, b) => b.epoch - a.epoch || compare(a.verified.hash, b.verified.hash));
  const seenHeads = named.slice(0, maxSeenHeads).map((node) => node.verified.hash);
  seenHeads.sort(compare);
  return { device, seq: (own?.nodes.length ?? 0) + 1, previous: last?.verified.hash ?? noHash, seenHeads };
}

/** The newest record of a chain that counts; an epoch counts by its number even where it is void. */
function newestOf(state: State, chain: Chain): Node | undefined {
  return chain.nodes.findLast((node) => !node.verified.void || isNumbered(state, node));
}

function isNumbered(state: State, { verified }: Node): boolean {
  const epoch = verified.type === "epoch" ? state.epochs[verified.epoch - 1] : undefined;
  return epoch !== undefined && equal(epoch.hash, verified.hash);
}

/** Those that are neither behind `past` nor behind one another. */
function frontier(nodes: ReadonlyArray<Node>, past: ReadonlyArray<number>): ReadonlyArray<Node> {
  return nodes.filter((node) => {
    if (isBehind(node, past)) return false;
    return !nodes.some((other) => other !== node && isBehind(node, other.past));
  });
}

/** The newest verified records, sorted: what a ring, a pin or a comparison with a server remembers. */
export function heads(log: Log): ReadonlyArray<RecordHash> {
  const newest = [...stateOf(log).chains.values()].flatMap((chain) => chain.nodes.at(-1) ?? []);
  return frontier(newest, [])
    .map((node) => node.verified.hash)
    .toSorted(compare);
}

/** True where all these records were verified here: what a ring says is not longer than the log. */
export function hasAll(log: Log, hashes: ReadonlyArray<Uint8Array>): boolean {
  return hashes.every((hash) => stateOf(log).nodes.has(hex(hash)));
}

/** The newest bundle of a member's current identity. */
export function bundleOf(log: Log, user: UserId): Bundle | undefined {
  const member = memberOf(stateOf(log), user);
  return member && currentIdentity(member).bundle;
}

/** An epoch by its number. */
export function epochOf(log: Log, n: number): Epoch | undefined {
  return stateOf(log).epochs[n - 1];
}

/** The last epoch that stays closed to somebody who was let in again without history; 0 where there is none. */
export function closedUpTo(log: Log): number {
  let last = 0;
  for (const { verified } of stateOf(log).nodes.values())
    if (verified.type === "readmit" && !verified.void) last = Math.max(last, verified.epoch);
  return last;
}

/** The newest epoch, to be sealed under; `undefined` before the first, or while one is due. */
export function currentEpoch(log: Log): Epoch | undefined {
  return epochDue(log) === undefined ? stateOf(log).epochs.at(-1) : undefined;
}

/** Why an epoch is to be announced before the next item; `undefined` where none is. A wrap that does not open is one more reason. */
export function epochDue(log: Log): "first" | "newer-bundle" | "after-cut" | "readmitted" | undefined {
  const state = stateOf(log);
  const epoch = state.epochs.at(-1);
  if (epoch === undefined) return "first";
  if (state.nodes.get(hex(epoch.hash))?.verified.void) return "after-cut";
  let due: "newer-bundle" | undefined;
  for (const { user, iskHash, bundleVersion } of epoch.members) {
    const bundle = bundleOf(log, user);
    if (bundle === undefined || !equal(bundle.iskHash, iskHash)) return "readmitted";
    if (bundle.version > bundleVersion) due = "newer-bundle";
  }
  return due;
}

/** What the next epoch must say. */
export function epochPlan(log: Log): EpochPlan {
  const state = stateOf(log);
  const members = state.members.map((member) => currentIdentity(member).bundle);
  const previousEpoch = state.epochs.at(-1)?.hash ?? noHash;
  return { log: state.log, n: state.epochs.length + 1, previousEpoch, members };
}

/** What a readmit of this member must say now, once the words were compared anew; `undefined` where that identity's bundle is not known. */
export function readmitPlan(log: Log, user: UserId, newIskHash: IskHash, history: boolean): ReadmitFields | undefined {
  const state = stateOf(log);
  const member = memberOf(state, user);
  const lastEpoch = state.epochs.at(-1);
  if (lastEpoch === undefined || !member?.candidates.has(hex(newIskHash))) return undefined;
  const { bundle, ends: known } = currentIdentity(member);
  const ends = bundle.devices.map(({ device }) => {
    const last = state.chains.get(chainKey(user, device))?.nodes.at(-1)?.verified;
    const end = { device, lastSeq: last?.seq ?? 0, lastHash: last?.hash ?? noHash };
    const cut = known.get(hex(device));
    return cut !== undefined && cut.lastSeq < end.lastSeq ? cut : end;
  });
  const identities = { oldIskHash: bundle.iskHash, newIskHash, oldBundleHash: bundle.hash };
  return { log: state.log, user, ...identities, lastEpoch: lastEpoch.hash, ends, history };
}

/** What a cut of this device must say now; `undefined` where one is here, or where the member is nobody's. The device is retired first. */
export function cutPlan(log: Log, user: UserId, device: DeviceId): CutFields | undefined {
  const state = stateOf(log);
  const member = memberOf(state, user);
  if (member === undefined || currentIdentity(member).ends.has(hex(device))) return undefined;
  const last = state.chains.get(chainKey(user, device))?.nodes.at(-1)?.verified;
  return { log: state.log, user, device, lastSeq: last?.seq ?? 0, lastHash: last?.hash ?? noHash };
}

/**
 * The order of the fold: by the causal graph, ties by hash; void records left out. Equal for any order of arrival.
 * With `isIn`, those records, each at its place.
 */
export function foldOrder(log: Log, isIn: (one: Verified) => boolean = (one) => !one.void): ReadonlyArray<Verified> {
  const chains = [...stateOf(log).chains.values()];
  const done = chains.map(() => 0);
  const order: Verified[] = [];
  // Each chain has at most one record that can come next: the first not yet given whose whole past was given.
  const isReady = (node: Node): boolean =>
    node.past.every((count, index) => index === node.chain.index || count <= (done[index] ?? 0));
  for (;;) {
    let next: Node | undefined;
    for (const chain of chains) {
      const node = chain.nodes[done[chain.index] ?? 0];
      if (node !== undefined && (next === undefined || node.key < next.key) && isReady(node)) next = node;
    }
    if (next === undefined) return order;
    done[next.chain.index] = next.verified.seq;
    if (isIn(next.verified)) order.push(next.verified);
  }
}
