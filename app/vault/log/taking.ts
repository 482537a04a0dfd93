/** What came of handing entries to the verifier. */
import { type Item, type LogRecord, type Verdict, type Verified, hex } from "@oakroom/crypto";
import type { Stop } from "../vault.ts";

/** One record handed in, with the number that the server gave it (0 for one's own). */
export interface Handed {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** The verdicts, sorted by what is to be done. */
export interface Taken {
  /** What has its place now, void ones included, each after what it follows. */
  readonly placed: ReadonlyArray<Verified>;
  /** What was accepted, in the same order. */
  readonly accepted: ReadonlyArray<LogRecord>;
  /** Hashes of everything that the log holds of what was handed in. */
  readonly held: ReadonlyArray<string>;
  readonly aside: ReadonlyArray<Handed & { readonly record: LogRecord }>;
  /** Numbers of what counts for nothing. */
  readonly damaged: ReadonlyArray<number>;
  /** True where everything verified is behind the one record accepted: it may be appended. */
  readonly isNewest: boolean;
  readonly stop: Stop | undefined;
}

/** True where a record waits for a bundle that the server may have. */
export function lacksBundle(verdicts: ReadonlyArray<Verdict>): boolean {
  return verdicts.some(
    (verdict) => verdict.result === "aside" && !["gap", "missing-seen", "waits-for-cut"].includes(verdict.because),
  );
}

/** Sorts verdicts. `verdicts[n]` is that of `handed[n]`. */
export function sortVerdicts(handed: ReadonlyArray<Handed>, verdicts: ReadonlyArray<Verdict>): Taken {
  const placed: Array<{ verified: Verified; record: LogRecord | undefined }> = [];
  const held: string[] = [];
  const aside: Array<Taken["aside"][number]> = [];
  const damaged: number[] = [];
  let stop: Stop | undefined;
  let isNewest = true;
  for (const [at, verdict] of verdicts.entries()) {
    const one = handed[at] ?? { number: 0, bytes: new Uint8Array() };
    if (verdict.result === "known") held.push(hex(verdict.hash));
    if (verdict.result === "aside") aside.push({ ...one, record: verdict.record });
    if (verdict.result === "accepted") {
      placed.push({ verified: verdict.verified, record: verdict.record });
      isNewest &&= verdict.newest;
    }
    if (verdict.result === "rejected") {
      if (verdict.because === "fork") stop ??= "forked";
      else if (verdict.because === "epoch-fork") stop ??= "epoch-forked";
      damaged.push(one.number);
      if (verdict.verified) placed.push({ verified: verdict.verified, record: undefined });
    }
  }
  const sorted = parentsFirst(placed);
  return {
    placed: sorted.map(({ verified }) => verified),
    accepted: sorted.flatMap(({ record }) => record ?? []),
    held: [...held, ...sorted.map(({ verified }) => hex(verified.hash))],
    aside,
    damaged,
    isNewest: isNewest && sorted.length === 1,
    stop,
  };
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
