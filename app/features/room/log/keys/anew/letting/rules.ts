/**
 * Who was let into a room with new keys, by whom. A sign-in alone signs nothing, and keys that nobody has let in yet let nobody in: else
 * whoever reads the mail of both could begin anew for both and let each in by the other.
 */
import {
  type Bundle,
  equal,
  type Founding,
  type Readmit,
  readReadmit,
  verifyBundle,
  verifyFounding,
  verifyReadmit,
} from "@oakroom/crypto";

/** One identity of a member, by its newest bundle. */
export interface Identity {
  readonly bundle: Bundle;
  /** True where it was there when the room was opened. */
  readonly isFirst: boolean;
}

/** The identities of the two, oldest first. */
export type Two = readonly [ReadonlyArray<Identity>, ReadonlyArray<Identity>];

type Known = ReadonlyArray<Pick<Identity, "isFirst">>;
type Side = 0 | 1;

/** A signed word that holds: the identity of one side came in by one of the other side, or both of them at once. */
export interface Letting {
  readonly side: Side;
  readonly identity: number;
  readonly by: number | "both";
}

const otherOf = (side: Side): Side => (side === 0 ? 1 : 0);

function sideOf(two: Two, user: Readmit["user"]): Side {
  return two[0].some(({ bundle }) => equal(bundle.user, user)) ? 0 : 1;
}

function indexOf(identities: ReadonlyArray<Identity>, iskHash: Readmit["newIskHash"]): number {
  return identities.findIndex(({ bundle }) => equal(bundle.iskHash, iskHash));
}

/**
 * Why a readmit lets nobody in: no device of its author's newest bundle has signed it, or it names other keys than those that count for
 * whoever comes back.
 */
export async function refuseReadmit(
  record: Uint8Array,
  byBundle: Uint8Array | undefined,
  backBundle: Uint8Array | undefined,
): Promise<"not-signed" | "other-keys" | undefined> {
  const readmit = readReadmit(record);
  const by = byBundle && (await verifyBundle(byBundle));
  const back = backBundle && (await verifyBundle(backBundle));
  if (typeof readmit !== "object" || typeof by !== "object") return "not-signed";
  const device = by.devices.find((one) => equal(one.device, readmit.device) && !one.retired);
  if (!device || !(await verifyReadmit(readmit, device.dsk))) return "not-signed";
  return typeof back === "object" && equal(back.iskHash, readmit.newIskHash) ? undefined : "other-keys";
}

/** What a readmit says; nothing where no device of the other side has signed it. */
export async function lettingOf(readmit: Readmit, two: Two): Promise<ReadonlyArray<Letting>> {
  const side = sideOf(two, readmit.user);
  const signed = await Promise.all(
    two[otherOf(side)].map(async ({ bundle }) => {
      const device = bundle.devices.find((one) => equal(one.device, readmit.device));
      return device !== undefined && verifyReadmit(readmit, device.dsk);
    }),
  );
  const [identity, by] = [indexOf(two[side], readmit.newIskHash), signed.indexOf(true)];
  return identity < 0 || by < 0 ? [] : [{ side, identity, by }];
}

/** What foundings say: the two who name each other came in together. */
export async function lettingsBy(foundings: ReadonlyArray<Founding>, two: Two): Promise<ReadonlyArray<Letting>> {
  const read = await Promise.all(
    foundings.map(async (founding) => {
      const side = sideOf(two, founding.user);
      const identity = indexOf(two[side], founding.iskHash);
      const isk = two[side][identity]?.bundle.isk;
      const isSigned = isk !== undefined && (await verifyFounding(founding, isk));
      return isSigned ? [{ side, identity, other: indexOf(two[otherOf(side)], founding.otherIskHash) }] : [];
    }),
  );
  const said = read.flat();
  return said
    .filter((one) =>
      said.some(({ side, identity, other }) => side !== one.side && identity === one.other && other === one.identity),
    )
    .map(({ side, identity }) => ({ side, identity, by: "both" }));
}

/** Whether one of the first side's identities from this one on was let in, by one that was in the room itself. */
export function isLetIn(two: readonly [Known, Known], lettings: ReadonlyArray<Letting>, from: number): boolean {
  return lettings.some((one) => one.side === 0 && one.identity >= from && holds(two, lettings, one, [nameOf(one)]));
}

const nameOf = ({ side, identity }: Pick<Letting, "side" | "identity">) => `${side} ${identity}`;

/** `asked` are those on whom it hangs already: who let each other in are in by nobody. */
function holds(
  two: readonly [Known, Known],
  lettings: ReadonlyArray<Letting>,
  { side, by }: Letting,
  asked: ReadonlyArray<string>,
): boolean {
  if (by === "both") return true;
  const who = { side: otherOf(side), identity: by };
  if (two[who.side][by]?.isFirst) return true;
  const name = nameOf(who);
  if (asked.includes(name)) return false;
  return lettings.some((one) => nameOf(one) === name && holds(two, lettings, one, [...asked, name]));
}
