/** Taking bundles and cuts into a log. */
import { type Bundle, type BundleRefusal, type SuccessionRefusal, refuseSuccessor, verifyBundle } from "./bundle.ts";
import { readCut, verifyCut } from "./cut.ts";
import { chainKey, currentIdentity, deviceOf, memberOf, remember, stateOf, voidBeyond } from "./log-state.ts";
import { endChain } from "./log-take.ts";
import type { CutRefusal, Log, Undone } from "./log-types.ts";
import { type DeviceId, equal, hex } from "./values.ts";

/**
 * Takes a bundle of a member. `undefined` where it is the next version; a refusal otherwise.
 * A bundle of another ISK is refused (`isk-changed`) and remembered as the candidate that a readmit may name.
 */
export async function takeBundle(log: Log, bytes: Uint8Array): Promise<BundleRefusal | SuccessionRefusal | undefined> {
  const bundle = await verifyBundle(bytes);
  if (typeof bundle === "string") return bundle;
  const member = memberOf(stateOf(log), bundle.user);
  if (member === undefined) return "other-user";
  const identity = currentIdentity(member);
  const older = member.identities.filter((each) => each !== identity);
  const reused = bundle.devices.some(({ device }) => older.some((each) => hasDevice(each.bundle, device)));
  const refused = refuseSuccessor(identity.bundle, bundle) ?? (reused ? "broken-succession" : undefined);
  if (refused === undefined) identity.bundle = bundle;
  // A readmit may name an older bundle than the one this client began with; its chain of hashes leads there.
  const linked = identity.versions.get(bundle.version) === hex(bundle.hash);
  if (refused === undefined || linked) remember(identity, bundle);
  if (refused === "isk-changed") {
    const known = member.candidates.get(hex(bundle.iskHash));
    const follows = known === undefined || refuseSuccessor(known, bundle) === undefined;
    if (follows) member.candidates.set(hex(bundle.iskHash), bundle);
  }
  return refused;
}

function hasDevice(bundle: Bundle, id: DeviceId): boolean {
  return bundle.devices.some(({ device }) => equal(device, id));
}

/** Takes a cut. The same one, or a higher one, changes nothing. Bundles come first: the device has to be known as retired. */
export async function takeCut(log: Log, bytes: Uint8Array): Promise<Undone | CutRefusal> {
  const cut = readCut(bytes);
  if (typeof cut === "string") return cut;
  const state = stateOf(log);
  if (!equal(cut.log, state.log)) return "wrong-log";
  const member = memberOf(state, cut.user);
  if (member === undefined) return "not-a-member";
  const found = deviceOf(member, cut.device);
  if (found === undefined) return "unknown-device";
  const { identity, device } = found;
  if (!(await verifyCut(cut, identity.bundle.isk))) return "bad-signature";
  // A readmit has settled where the chains of an older identity end.
  if (identity !== currentIdentity(member)) return { voided: [], rebuild: false };
  if (!device.retired) return "not-retired";
  const known = identity.ends.get(hex(cut.device));
  const last = state.chains.get(chainKey(cut.user, cut.device))?.nodes[cut.lastSeq - 1];
  const otherEnd = known?.lastSeq === cut.lastSeq && !equal(known.lastHash, cut.lastHash);
  if (otherEnd || (last !== undefined && !equal(last.verified.hash, cut.lastHash))) return "cut-fork";
  const { device: id, lastSeq, lastHash } = cut;
  return voidBeyond(state, cut.user, endChain(identity.ends, { device: id, lastSeq, lastHash }));
}
