/** The memory of a log's verifier: who is in it, whose chains it has, and what lies behind what. */
import type { Bundle, Device } from "./bundle.ts";
import type { ChainEnd } from "./cut.ts";
import type { Epoch } from "./epoch.ts";
import type { LogKind } from "./item.ts";
import type { Log, Undone, Verified } from "./log-types.ts";
import { type DeviceId, type LogId, type UserId, compare, equal, hex } from "./values.ts";

/** One identity of a member: the first is pinned, each later one came by a readmit. */
export interface Identity {
  /** The newest bundle. */
  bundle: Bundle;
  /** The hash in hex of each version that is known, be it as the predecessor that a later one names. */
  readonly versions: Map<number, string>;
  /** Where chains of retired devices end, by device in hex. */
  readonly ends: Map<string, ChainEnd>;
  /** The readmit that brought it, in hex; empty for the first. */
  readonly since: string;
}

/** A member, with every identity they had; the last one is the current one. */
export interface Member {
  readonly user: UserId;
  readonly identities: [Identity, ...Identity[]];
  /** Bundles of other identities that claim to be this user: nothing, until a readmit names one. By ISK hash in hex. */
  readonly candidates: Map<string, Bundle>;
}

/** A verified record in its chain. */
export interface Node {
  verified: Verified;
  readonly key: string;
  readonly chain: Chain;
  /** For each chain by its index: how many of its records are behind this one, itself included. */
  readonly past: ReadonlyArray<number>;
  /** The newest epoch behind it, itself included; 0 where there is none. */
  readonly epoch: number;
}

/** The records of one device, by seq. */
export interface Chain {
  readonly index: number;
  readonly author: UserId;
  readonly device: DeviceId;
  readonly nodes: Node[];
}

/** All that the verifier remembers. */
export interface State {
  readonly log: LogId;
  readonly logKind: LogKind;
  readonly members: ReadonlyArray<Member>;
  readonly chains: Map<string, Chain>;
  readonly nodes: Map<string, Node>;
  /** By number, from 1 at index 0. */
  readonly epochs: Epoch[];
}

/** The inside of a log. */
export function stateOf(log: Log): State {
  return log as unknown as State;
}

/** The outside of a state. */
export function logOf(state: State): Log {
  return state as unknown as Log;
}

/** A first identity, or one that a readmit brings. */
export function identityOf(bundle: Bundle, since: string): Identity {
  const identity = { bundle, versions: new Map(), ends: new Map(), since };
  remember(identity, bundle);
  return identity;
}

/** Remembers which bundle a version was, and which came before it. */
export function remember({ versions }: Identity, bundle: Bundle): void {
  versions.set(bundle.version, hex(bundle.hash));
  if (bundle.version > 1) versions.set(bundle.version - 1, hex(bundle.previous));
}

/** Starts a log with the pinned bundle of each member (one for an own log, two for a room). For one who was readmitted: the old bundle. */
export function startLog(log: LogId, logKind: LogKind, pinned: ReadonlyArray<Bundle>): Log {
  const bundles = pinned.toSorted((a, b) => compare(a.user, b.user));
  const [first, second] = bundles;
  const right = bundles.length === (logKind === "room" ? 2 : 1) && !(first && second && equal(first.user, second.user));
  if (!right) throw new Error("a room has two members, an own log one");
  const members = bundles.map((bundle): Member => {
    return { user: bundle.user, identities: [identityOf(bundle, "")], candidates: new Map() };
  });
  return logOf({ log, logKind, members, chains: new Map(), nodes: new Map(), epochs: [] });
}

/** The member with this id. */
export function memberOf(state: State, user: UserId): Member | undefined {
  return state.members.find((member) => equal(member.user, user));
}

/** The identity that counts now. */
export function currentIdentity(member: Member): Identity {
  return member.identities.at(-1) ?? member.identities[0];
}

/** A device of a member, and the identity it belongs to. */
export function deviceOf(member: Member, id: DeviceId): { identity: Identity; device: Device } | undefined {
  for (const identity of member.identities.toReversed()) {
    const device = identity.bundle.devices.find((each) => equal(each.device, id));
    if (device !== undefined) return { identity, device };
  }
  return undefined;
}

/** The name of a chain: two people may, by malice, use one device id. */
export function chainKey(author: UserId, device: DeviceId): string {
  return hex(author) + hex(device);
}

/** True where `node` is among what `past` counts. */
export function isBehind(node: Node, past: ReadonlyArray<number>): boolean {
  return (past[node.chain.index] ?? 0) >= node.verified.seq;
}

/** What lies behind a record with these parents. */
export function pastOf(parents: ReadonlyArray<Node>): { past: number[]; epoch: number } {
  const past: number[] = [];
  let epoch = 0;
  for (const parent of parents) {
    parent.past.forEach((count, index) => {
      past[index] = Math.max(past[index] ?? 0, count);
    });
    epoch = Math.max(epoch, parent.epoch);
  }
  return { past: Array.from(past, (count) => count ?? 0), epoch };
}

/** Gives a record its place. `numbered` is the epoch it opens, where it does. */
export function addNode(state: State, verified: Verified, parents: ReadonlyArray<Node>, numbered?: number): Node {
  const name = chainKey(verified.author, verified.device);
  const { author, device } = verified;
  const chain = state.chains.get(name) ?? { index: state.chains.size, author, device, nodes: [] };
  state.chains.set(name, chain);
  const { past, epoch } = pastOf(parents);
  while (past.length <= chain.index) past.push(0);
  past[chain.index] = verified.seq;
  const node = { verified, key: hex(verified.hash), chain, past, epoch: numbered ?? epoch };
  chain.nodes.push(node);
  state.nodes.set(node.key, node);
  return node;
}

/** Voids what a chain holds after its end. */
export function voidBeyond(state: State, user: UserId, end: ChainEnd): Undone {
  const chain = state.chains.get(chainKey(user, end.device));
  const beyond = (chain?.nodes ?? []).filter(({ verified }) => verified.seq > end.lastSeq && !verified.void);
  for (const node of beyond) node.verified = { ...node.verified, void: true };
  const voided = beyond.map((node) => node.verified);
  return { voided, rebuild: voided.some(({ type }) => type === "readmit") };
}
