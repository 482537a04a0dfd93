/** What came of handing entries to the verifier. */
import {
  type Item,
  type Log,
  type LogRecord,
  type SignatureCheck,
  type Verdict,
  type Verified,
  hex,
  takeRecords,
} from "@oakroom/crypto";
import type { LogRecord as LogRow } from "../store.ts";
import type { Stop } from "../vault.ts";

/** One record handed in, with the number that the server gave it (0 for one's own). */
export interface Handed {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** The item, where it is signed and waits only for what it follows: it can be shown. */
  readonly signed?: Item | undefined;
}

/** The verdicts, sorted by what is to be done. */
export interface Taken {
  /** What has its place now, void ones included, each after what it follows. */
  readonly placed: ReadonlyArray<Verified>;
  /** What was accepted, in the same order. */
  readonly accepted: ReadonlyArray<LogRecord>;
  /** Hashes of everything that the log holds of what was handed in. */
  readonly held: ReadonlyArray<string>;
  /** Items that came after their chain had been cut before them. */
  readonly late: ReadonlyArray<Uint8Array>;
  /** What counted before, and does no longer: a readmit has ended its chain before it. */
  readonly undone: ReadonlyArray<Verified>;
  /** What waits for something. */
  readonly aside: ReadonlyArray<Handed>;
  /** What counts for nothing: its number, and the item that came before it, where one did. */
  readonly damaged: ReadonlyArray<{ readonly number: number; readonly after: string | undefined }>;
  /** True where everything verified is behind the one record accepted: it may be appended. */
  readonly isNewest: boolean;
  readonly stop: Stop | undefined;
}

/** True where a record waits for a bundle that the server may have. */
function lacksBundle(verdict: Verdict): boolean {
  return verdict.result === "aside" && !["gap", "missing-seen", "waits-for-cut"].includes(verdict.because);
}

/** So many records are verified in one go; what was accepted is read while the next are verified. */
const sliceSize = 250;

/** Whom `judge` asks and tells. */
export interface Judging {
  /** Fetches the newest bundles; false where what the server says stops the log. */
  readonly fetchBundles: () => Promise<boolean>;
  /** Takes what was accepted, parts before the whole. */
  readonly onAccepted: (records: ReadonlyArray<LogRecord>) => void;
  /** Checks signatures beside this thread; missing where the host has no such place. */
  readonly checkBeside: SignatureCheck | undefined;
}

/**
 * Hands records to the verifier, a slice ahead of what is waited for; what lacks a bundle or a record of a later slice is
 * handed in once more.
 */
export async function judge(verifier: Log, handed: ReadonlyArray<Handed>, judging: Judging): Promise<Taken> {
  const verdicts: Verdict[] = [];
  const isSliced = handed.length > sliceSize;
  // A few are checked before a second thread would have begun.
  const check = isSliced ? judging.checkBeside : undefined;
  let before: Promise<void> = Promise.resolve();
  for (let from = 0; from < handed.length; from += sliceSize) {
    const slice = handed.slice(from, from + sliceSize);
    const judged = takeRecords(verifier, bytesOf(slice), check);
    await before;
    before = judged.then((some) => {
      verdicts.push(...some);
      return judging.onAccepted(sortVerdicts(slice, some).accepted);
    });
  }
  await before;
  const isLacking = verdicts.some(lacksBundle) && (await judging.fetchBundles());
  const open = verdicts.flatMap((verdict, at) => (verdict.result === "aside" ? at : []));
  if (open.length > 0 && (isSliced || isLacking)) {
    const left = open.flatMap((at) => handed[at] ?? []);
    const again = await takeRecords(verifier, bytesOf(left));
    judging.onAccepted(sortVerdicts(left, again).accepted);
    for (const [index, verdict] of again.entries()) verdicts[open[index] ?? 0] = verdict;
  }
  return sortVerdicts(handed, verdicts);
}

function bytesOf(handed: ReadonlyArray<Handed>): ReadonlyArray<Uint8Array> {
  return handed.map(({ bytes }) => bytes);
}

/** Sorts verdicts. `verdicts[n]` is that of `handed[n]`. */
function sortVerdicts(handed: ReadonlyArray<Handed>, verdicts: ReadonlyArray<Verdict>): Taken {
  const placed: Array<{ verified: Verified; record: LogRecord | undefined }> = [];
  const held: string[] = [];
  const aside: Handed[] = [];
  const undone: Verified[] = [];
  const late: Uint8Array[] = [];
  const damaged: Array<Taken["damaged"][number]> = [];
  let last: string | undefined;
  let stop: Stop | undefined;
  let isNewest = true;
  for (const [at, verdict] of verdicts.entries()) {
    const one = handed[at] ?? { number: 0, bytes: new Uint8Array() };
    if (verdict.result === "known") held.push(hex(verdict.hash));
    if (verdict.result === "accepted" && verdict.record.type === "item") last = hex(verdict.verified.hash);
    if (verdict.result === "aside") {
      const isSigned = verdict.because === "gap" || verdict.because === "missing-seen";
      aside.push({ ...one, signed: isSigned && verdict.record.type === "item" ? verdict.record : undefined });
    }
    if (verdict.result === "accepted") {
      placed.push({ verified: verdict.verified, record: verdict.record });
      isNewest &&= verdict.newest;
      undone.push(...(verdict.undone?.voided ?? []));
    }
    if (verdict.result === "rejected") {
      if (verdict.because === "fork") stop ??= "forked";
      else if (verdict.because === "epoch-fork") stop ??= "epoch-forked";
      damaged.push({ number: one.number, after: last });
      if (verdict.because === "after-cut") late.push(one.bytes);
      if (verdict.verified) placed.push({ verified: verdict.verified, record: undefined });
    }
  }
  const sorted = parentsFirst(placed);
  return {
    placed: sorted.map(({ verified }) => verified),
    accepted: sorted.flatMap(({ record }) => record ?? []),
    held: [...held, ...sorted.map(({ verified }) => hex(verified.hash))],
    late,
    undone,
    aside,
    damaged,
    isNewest: isNewest && sorted.length === 1,
    stop,
  };
}

/** Adds what counts for nothing, once each; where no item came before it, it stands behind the `newest`. */
export function withDamaged(known: LogRow["damaged"], fresh: Taken["damaged"], newest: string): LogRow["damaged"] {
  const numbers = new Set(known.map(({ number }) => number));
  const added = fresh.filter(({ number }) => !numbers.has(number));
  return added.length === 0 ? known : [...known, ...added.map(({ number, after = newest }) => ({ number, after }))];
}

/** The items among records. */
export function itemsOf(records: ReadonlyArray<LogRecord>): ReadonlyArray<Item> {
  return records.filter((record) => record.type === "item");
}

/** Puts each record behind those it follows, as the verifier placed them. */
function parentsFirst<One extends { readonly verified: Verified }>(placed: ReadonlyArray<One>): ReadonlyArray<One> {
  const left = new Map(placed.map((one) => [hex(one.verified.hash), one]));
  const sorted: One[] = [];
  const stack: Array<{ readonly hash: string; readonly isDone: boolean }> = [];
  for (const start of placed.map(({ verified }) => hex(verified.hash))) {
    stack.push({ hash: start, isDone: false });
    for (let top = stack.pop(); top; top = stack.pop()) {
      const one = left.get(top.hash);
      if (!one) continue;
      if (top.isDone) {
        left.delete(top.hash);
        sorted.push(one);
      } else {
        stack.push({ hash: top.hash, isDone: true });
        for (const parent of one.verified.parents)
          if (left.has(hex(parent))) stack.push({ hash: hex(parent), isDone: false });
      }
    }
  }
  return sorted;
}
