/** What came and cannot be taken yet: records behind something that is not here, and cuts whose bundle is not here. */
import { equal, hex } from "@oakroom/crypto";
import type { LogId } from "../../values/id.ts";
import type { Change, WaitingRecord } from "../store.ts";
import type { Line } from "./content.ts";
import { type Reader, readLines } from "./reading.ts";
import type { Handed } from "./taking.ts";

/** So many records of a chain wait, and as many that nobody could verify: a device can be flooded with no more. */
const most = { ofChain: 100, unverified: 500, cuts: 32 };

function chainOf({ signed }: Handed): string {
  return signed ? hex(signed.header.author) + hex(signed.header.device) : "";
}

/** The oldest of each chain, as many as may wait. What is left out the server has: it is read once more. */
function capped(records: ReadonlyArray<Handed>): ReadonlyArray<Handed> {
  const counts = new Map<string, number>();
  return records.filter((one) => {
    const chain = chainOf(one);
    const count = (counts.get(chain) ?? 0) + 1;
    counts.set(chain, count);
    return count <= (chain === "" ? most.unverified : most.ofChain);
  });
}

/** What waits in one log, with the cuts that hold: a server that lost them is given them back. It lies in a place of its own on the device, and is written only where it changed. */
export class Waiting {
  #records: ReadonlyArray<Handed> = [];
  #cuts: ReadonlyArray<Uint8Array> = [];
  #taken: ReadonlyArray<Uint8Array> = [];
  #isKept = true;
  /** What stands behind a gap, opened where that is possible. */
  behindGaps: ReadonlyArray<Line> = [];
  /** How many records wait that nobody could verify yet. */
  unplaced = 0;

  /** Records, oldest first. */
  get records(): ReadonlyArray<Handed> {
    return this.#records;
  }

  /** Cuts, oldest first. */
  get cuts(): ReadonlyArray<Uint8Array> {
    return this.#cuts;
  }

  /** Cuts that hold. */
  get taken(): ReadonlyArray<Uint8Array> {
    return this.#taken;
  }

  /** Takes what this device kept. */
  load(kept: WaitingRecord | undefined): void {
    this.#records = kept?.records ?? [];
    this.#cuts = kept?.cuts ?? [];
    this.#taken = kept?.taken ?? [];
  }

  /** Keeps the records that still wait. */
  put(records: ReadonlyArray<Handed>): void {
    const next = capped(records);
    const isSame =
      next.length === this.#records.length && next.every(({ bytes }, at) => this.#records[at]?.bytes === bytes);
    this.#isKept &&= isSame;
    this.#records = next;
  }

  /** Keeps the cuts that still wait, and those that hold now. */
  putCuts(cuts: ReadonlyArray<Uint8Array>, taken: ReadonlyArray<Uint8Array>): void {
    const fresh = taken.filter((one) => !this.#taken.some((known) => equal(known, one)));
    if (cuts.length + fresh.length === 0 && this.#cuts.length === 0) return;
    this.#cuts = cuts.slice(0, most.cuts);
    this.#taken = [...this.#taken, ...fresh];
    this.#isKept = false;
  }

  /** Reads what is signed and follows something that is not here: it can be shown. What nobody has verified is counted alone. */
  async look(reader: Reader): Promise<void> {
    const records = this.#records;
    const signed = records.flatMap((one) => one.signed ?? []);
    this.behindGaps = await readLines(signed, reader);
    this.unplaced = records.length - signed.length;
  }

  /** What to write since the last time this was asked. */
  changes(log: LogId): ReadonlyArray<Change> {
    if (this.#isKept) return [];
    this.#isKept = true;
    const records = this.#records.map(({ number, bytes }) => ({ number, bytes }));
    return [{ put: "waiting", key: [log, 0], value: { records, cuts: this.#cuts, taken: this.#taken } }];
  }
}
