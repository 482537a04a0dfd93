/** Where the chains of retired devices end, and what that leaves of the order. */
import { type Item, type Log, type Verified, closedUpTo, foldOrder, hex, readItem, takeCut } from "@oakroom/crypto";
import type { States } from "../../features/room/state/rules.ts";
import type { Line } from "./content.ts";
import { type LogMemory, type Places, isSigned } from "./memory.ts";
import { type Reader, readLines } from "./reading.ts";

/** What came of cuts. */
export interface Ended {
  /** What counted before. */
  readonly voided: ReadonlyArray<Verified>;
  readonly isFork: boolean;
  /** Cuts of devices that no bundle at hand has retired: they are tried again. */
  readonly left: ReadonlyArray<Uint8Array>;
  /** Cuts that hold. */
  readonly taken: ReadonlyArray<Uint8Array>;
}

/** Items that a cut came before, as far as they are kept. */
export interface Late {
  readonly items: ReadonlyArray<Item>;
  readonly lines: ReadonlyArray<Line>;
}

/** True for a cut that may hold once a newer bundle is here. */
function isEarly(taken: Awaited<ReturnType<typeof takeCut>>): boolean {
  return taken === "not-retired" || taken === "unknown-device";
}

/** Takes cuts, one after the other: each counts for what follows. A cut can come before the bundle that it belongs to. */
export async function takeCuts(
  verifier: Log,
  cuts: ReadonlyArray<Uint8Array>,
  fetchBundles: () => Promise<boolean>,
): Promise<Ended> {
  const voided: Verified[] = [];
  const left: Uint8Array[] = [];
  const held: Uint8Array[] = [];
  let isFork = false;
  let hasAsked = false;
  for (const bytes of cuts) {
    let taken = await takeCut(verifier, bytes);
    if (isEarly(taken) && !hasAsked) {
      hasAsked = true;
      if (await fetchBundles()) taken = await takeCut(verifier, bytes);
    }
    if (isEarly(taken)) left.push(bytes);
    isFork ||= taken === "cut-fork";
    if (typeof taken !== "object") continue;
    voided.push(...taken.voided);
    held.push(bytes);
  }
  return { voided, isFork, left, taken: held };
}

/**
 * What came after its chain had been cut before it, and holds a signature of its author's identity: that is not the device's
 * to take back, whoever reads it first. Everything else of that kind counts for nothing.
 */
export async function readLate(late: ReadonlyArray<Uint8Array>, reader: Reader): Promise<Late> {
  const items = late.map((bytes) => readItem(bytes)).filter((item) => typeof item === "object");
  const lines = await readLines(items, reader);
  const isKept = ({ content }: Line) => content.is === "event" && isSigned(reader.parts, content.event.type);
  return { items: items.filter((_, at) => lines[at] && isKept(lines[at])), lines: lines.filter(isKept) };
}

/** A log's items in the order of the fold; what was taken back keeps its place. */
export function placesIn(verifier: Log | undefined, { takenBack }: LogMemory<States>): Places {
  if (!verifier) return { order: [], closed: 0 };
  const items = foldOrder(verifier, (one) => one.type === "item" && (!one.void || takenBack.has(hex(one.hash))));
  return { order: items.map(({ hash }) => hex(hash)), closed: closedUpTo(verifier) };
}
