/**
 * What a signed record is worth at its place. Pure rules over the verifier's memory, in the order of this page:
 * is its chain whole, is what it has seen here, are the bundles here; then, does it keep the rules. A record that is authentic
 * but breaks a rule keeps its place (void), so that every client, in any order of arrival, ends with the same log.
 */
import type { Device } from "./bundle.ts";
import type { Epoch } from "./epoch.ts";
import {
  type Chain,
  type Identity,
  type Member,
  type Node,
  type State,
  chainKey,
  currentIdentity,
  deviceOf,
  isBehind,
  memberOf,
  pastOf,
} from "./log-state.ts";
import type { AsideReason, LogRecord, RejectReason } from "./log-types.ts";
import type { Place } from "./place.ts";
import type { Readmit } from "./readmit.ts";
import { type RecordHash, equal, hex, zeros32 } from "./values.ts";

/** A record whose signature holds, with what its device is. */
export interface Signed {
  readonly record: LogRecord;
  readonly key: string;
  readonly member: Member;
  readonly identity: Identity;
  readonly device: Device;
}

/** What the rules say. `void` and `accepted` come with the parents, for the node. */
export type Judgement =
  | { readonly says: "aside"; readonly because: AsideReason; readonly missing: ReadonlyArray<RecordHash> }
  | { readonly says: "nothing"; readonly because: RejectReason }
  | { readonly says: "void"; readonly because: RejectReason; readonly parents: ReadonlyArray<Node> }
  | { readonly says: "accepted"; readonly parents: ReadonlyArray<Node> };

/** The place of any record. */
export function placeOf(record: LogRecord): Place {
  return record.type === "item" ? record.header : record;
}

/** Judges one record against what is verified so far. */
export function judge(state: State, signed: Signed): Judgement {
  const { record, member } = signed;
  const place = placeOf(record);
  const chain = state.chains.get(chainKey(member.user, place.device));
  const broken = judgeChain(state, place, chain);
  if (broken !== undefined) return broken;
  const missing = place.seenHeads.filter((hash) => !state.nodes.has(hex(hash)));
  if (missing.length > 0) return { says: "aside", because: "missing-seen", missing };
  const end = signed.identity.ends.get(hex(place.device));
  if (signed.device.retired && end === undefined) return { says: "aside", because: "waits-for-cut", missing: [] };
  if (end?.lastSeq === place.seq && !equal(end.lastHash, record.hash)) return { says: "nothing", because: "fork" };
  const lacking = judgeLacking(state, record);
  if (lacking !== undefined) return lacking;

  const own = chain?.nodes.at(-1);
  const seen = place.seenHeads.flatMap((hash) => state.nodes.get(hex(hash)) ?? []);
  const parents = own === undefined ? seen : [own, ...seen];
  const because = refuseSeen(chain, own, seen) ?? refuseRecord(state, signed, parents);
  if (because !== undefined) return { says: "void", because, parents };
  if (end !== undefined && place.seq > end.lastSeq) return { says: "void", because: "after-cut", parents };
  return { says: "accepted", parents };
}

function judgeChain(state: State, place: Place, chain: Chain | undefined): Judgement | undefined {
  const length = chain?.nodes.length ?? 0;
  const fork = { says: "nothing", because: "fork" } as const;
  if (place.seq <= length) return fork;
  if (place.seq === length + 1) {
    const head = chain?.nodes.at(-1)?.verified.hash;
    return head === undefined || equal(head, place.previous) ? undefined : fork;
  }
  if (state.nodes.has(hex(place.previous))) return fork;
  return { says: "aside", because: "gap", missing: [place.previous] };
}

/** Bundles and chain ends that a record names and that are not here yet. */
function judgeLacking(state: State, record: LogRecord): Judgement | undefined {
  const aside = (because: AsideReason, missing: ReadonlyArray<RecordHash> = []): Judgement => {
    return { says: "aside", because, missing };
  };
  if (record.type === "epoch") {
    const newer = record.members.some(({ user, iskHash, bundleVersion }) => {
      const identity = memberOf(state, user)?.identities.find((each) => equal(each.bundle.iskHash, iskHash));
      return identity !== undefined && identity.bundle.version < bundleVersion;
    });
    return newer ? aside("newer-bundle") : undefined;
  }
  if (record.type === "readmit") {
    const member = memberOf(state, record.user);
    if (member === undefined || !equal(currentIdentity(member).bundle.iskHash, record.oldIskHash)) return undefined;
    if (!member.candidates.has(hex(record.newIskHash))) return aside("new-bundle");
    const known = [...currentIdentity(member).versions.values()];
    if (!known.includes(hex(record.oldBundleHash))) return aside("newer-bundle");
    const missing = record.ends.filter((end) => end.lastSeq > 0 && !state.nodes.has(hex(end.lastHash)));
    if (missing.length > 0) {
      return aside(
        "missing-seen",
        missing.map((end) => end.lastHash),
      );
    }
  }
  return undefined;
}

/** Heads are of other chains, and none is behind the record before, or behind another. */
function refuseSeen(
  chain: Chain | undefined,
  own: Node | undefined,
  seen: ReadonlyArray<Node>,
): "bad-seen-heads" | undefined {
  const bad = seen.some((head) => {
    if (head.chain === chain || (own !== undefined && isBehind(head, own.past))) return true;
    return seen.some((other) => other !== head && isBehind(head, other.past));
  });
  return bad ? "bad-seen-heads" : undefined;
}

function refuseRecord(state: State, signed: Signed, parents: ReadonlyArray<Node>): RejectReason | undefined {
  const { record } = signed;
  const { past, epoch } = pastOf(parents);
  if (record.type === "epoch") return refuseEpoch(state, signed, record, past, epoch);
  if (record.type === "readmit") return refuseReadmit(state, signed, record, epoch);
  if (record.header.epoch !== epoch) return "wrong-epoch";
  const named = state.epochs[epoch - 1]?.members.find(({ user }) => equal(user, record.header.author));
  const inEpoch = named !== undefined && equal(named.iskHash, signed.identity.bundle.iskHash);
  return inEpoch ? undefined : "not-in-epoch";
}

/** The identity of a member that counts for a record with this past: the newest whose readmit is behind it. */
function identityAt(state: State, member: Member, past: ReadonlyArray<number>): Identity {
  const counts = ({ since }: Identity): boolean => {
    const readmit = state.nodes.get(since);
    return since === "" || (readmit !== undefined && isBehind(readmit, past));
  };
  return member.identities.findLast(counts) ?? member.identities[0];
}

function refuseEpoch(
  state: State,
  signed: Signed,
  epoch: Epoch,
  past: ReadonlyArray<number>,
  newest: number,
): RejectReason | undefined {
  const before = state.epochs[newest - 1];
  if (epoch.n !== newest + 1 || !equal(epoch.previousEpoch, before?.hash ?? zeros32)) return "wrong-epoch";
  if (state.epochs.length > newest) return "epoch-fork";
  if (!equal(epoch.checkpoint, zeros32)) return "unknown-checkpoint";
  const same = epoch.members.length === state.members.length;
  if (!same || !epoch.members.every(({ user }) => memberOf(state, user))) return "wrong-members";
  if (identityAt(state, signed.member, past) !== signed.identity) return "wrong-identity";
  for (const member of state.members) {
    const identity = identityAt(state, member, past);
    const named = epoch.members.find(({ user }) => equal(user, member.user));
    if (named === undefined || !equal(named.iskHash, identity.bundle.iskHash)) return "wrong-identity";
    const earlier = before?.members.find(({ iskHash }) => equal(iskHash, named.iskHash));
    // Whether iekVersion is the bundle's own is not judged: who joined late knows no old bundles, and all must judge alike.
    if (earlier === undefined) continue;
    if (named.bundleVersion < earlier.bundleVersion || named.iekVersion < earlier.iekVersion) return "wrong-bundle";
  }
  return undefined;
}

function refuseReadmit(state: State, signed: Signed, readmit: Readmit, newest: number): "wrong-readmit" | undefined {
  const member = memberOf(state, readmit.user);
  const candidate = member?.candidates.get(hex(readmit.newIskHash));
  if (member === undefined || candidate === undefined || member === signed.member) return "wrong-readmit";
  const again = member.identities.some(({ bundle }) => equal(bundle.iskHash, readmit.newIskHash));
  const reused = candidate.devices.some(({ device }) => deviceOf(member, device) !== undefined);
  const old = currentIdentity(member);
  const lastEpoch = state.epochs[newest - 1];
  const right = equal(old.bundle.iskHash, readmit.oldIskHash) && lastEpoch && equal(lastEpoch.hash, readmit.lastEpoch);
  const endsFit = readmit.ends.every((end) => {
    if (deviceOf(member, end.device)?.identity !== old) return false;
    const last = state.nodes.get(hex(end.lastHash));
    if (end.lastSeq === 0) return true;
    if (last === undefined || last.verified.seq !== end.lastSeq) return false;
    return equal(last.verified.author, member.user) && equal(last.verified.device, end.device);
  });
  return right && endsFit && !again && !reused ? undefined : "wrong-readmit";
}
