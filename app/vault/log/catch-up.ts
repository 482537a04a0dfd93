/** Asking the server for what is new in a log, and noticing where it has less than it had. */
import { foldOrder, hex } from "@oakroom/crypto";
import type { States } from "../../features/room/state/rules.ts";
import { takeErasures } from "./erasing.ts";
import { firstGeneration, givingBack } from "./giving-back-load.ts";
import type { SyncedLog } from "./synced-log.ts";
import { fetchPage } from "./pages.ts";
import { isBegunByOthers } from "./returning.ts";
import { digestOf } from "./tip.ts";

/** Told while a long log is read. */
export type Progress = (done: number, all: number) => void;

/** The part of a log that catching up uses. */
type Behind = SyncedLog<States>;

/**
 * Takes everything beyond the cursor. `newest` is the server's generation. One that is another, also an older one after a
 * lie, counts once everything that is here was shown in it.
 */
export async function catchUp(log: Behind, newest: number, onProgress: Progress): Promise<"done" | "offline"> {
  const caught = await catchUpFromStart(log, newest, onProgress);
  if (caught === "done" && !log.stopped && !log.returning.record.isRead) await noteRead(log);
  return caught;
}

/** From now on what is here is the log as it was at some time, also without a connection. */
function noteRead(log: Behind): Promise<void> {
  return keepSoon(log, () => (log.returning.record = { ...log.returning.record, isRead: true }));
}

async function catchUpFromStart(log: Behind, newest: number, onProgress: Progress): Promise<"done" | "offline"> {
  const caught = log.returning.isAwaited ? "others" : await catchUpOnce(log, newest, onProgress);
  if (caught !== "others") return caught;
  // It was begun by keys that somebody lost: where it starts, a readmit says.
  const { findStart } = await import("./start.ts");
  const start = await findStart(log);
  if (start !== "found") return start === "offline" ? start : "done";
  return (await catchUpOnce(log, newest, onProgress, true)) === "offline" ? "offline" : "done";
}

/** `isFound`: where it starts is known, whatever else stands in it. */
async function catchUpOnce(
  log: Behind,
  newest: number,
  onProgress: Progress,
  isFound = false,
): Promise<"done" | "offline" | "others"> {
  // What was missing may be back: the server was restored, or another device has given it what it lacked.
  const mayHeal = log.stopped === "restored" || log.stopped === "shrunk" || log.stopped === "own-log-short";
  if (log.erasing.gone || (log.stopped && !mayHeal)) return "done";
  // Where somebody has no keys yet there is nothing that could be taken.
  if (!log.begin()) {
    if (log.generation !== newest) await settle(log, newest);
    return "done";
  }
  if (mayHeal || newest !== log.generation) return learnAnew(log, newest, onProgress, isFound);
  const shown = await readOn(log, log.cursor, newest, onProgress, isFound);
  if (shown === "offline" || shown === "others") return shown;
  // What is lacking may stand where a lie stood when it was read: once, everything is read anew.
  const isDue = log.hasGaps && !log.isUnanswered && !log.hasReadAnew;
  if (shown === "unlike" || (isDue && !log.stopped)) return learnAnew(log, newest, onProgress, isFound);
  log.isCaughtUp = true;
  return "done";
}

/** Remembers the generation in which the log was last read. */
function settle(log: Behind, generation: number): Promise<void> {
  return keepSoon(log, () => (log.generation = generation));
}

/** Changes what is remembered of a log. What is read is shown before it is on the disk. */
function keepSoon(log: Behind, change: () => void): Promise<void> {
  return log.run(async () => {
    change();
    void log.keep().catch(() => undefined);
  });
}

/** What a run through the pages showed. */
interface Shown {
  /** Hashes of the entries that the log has. */
  readonly held: ReadonlySet<string>;
  readonly reached: number;
}

/**
 * Reads all pages after a number. The next page travels while this one is verified. The entry at that number is shown once
 * more: "unlike" where it is another than the one that was taken, so that one of the two was a lie.
 */
async function readOn(
  log: Behind,
  from: number,
  newest: number,
  onProgress: Progress,
  isFound: boolean,
): Promise<Shown | "offline" | "unlike" | "others"> {
  const held = new Set<string>();
  const { tip } = log;
  let coming = fetchPage(log, Math.max(0, from - 1));
  let after = from;
  for (;;) {
    const page = await coming;
    if (page === "offline" || log.session.ending.signal.aborted) return "offline";
    // Of a room that both erased nothing else is left to compare.
    if (await log.run(() => takeErasures(log, page.entries))) return { held, reached: page.last };
    // Less than it had, without having said that it was restored.
    if (page.generation < newest || page.last < after) await log.stop("shrunk");
    if (log.stopped) return { held, reached: after };
    if (after === 0 && !isFound && isBegunByOthers(log, page.entries)) return "others";
    const isAgain = after === from && from > 0;
    const [again] = page.entries;
    if (isAgain && tip !== (again?.number === from ? await digestOf(again.bytes) : undefined)) return "unlike";
    const entries = isAgain ? page.entries.slice(1) : page.entries;
    const reached = entries.at(-1)?.number ?? after;
    const isLast = reached >= page.last || page.entries.length === 0;
    if (!isLast) coming = fetchPage(log, reached);
    for (const hash of await log.take(entries, reached, isLast)) held.add(hash);
    onProgress(reached, page.last);
    if (isLast || log.stopped) return { held, reached };
    after = reached;
  }
}

/** In a new generation everything is read once more: what this device holds and the server lacks is given back, and stops the log until it is there. */
async function learnAnew(
  log: Behind,
  newest: number,
  onProgress: Progress,
  isFound: boolean,
): Promise<"done" | "offline" | "others"> {
  const { stopped } = log;
  // What comes or is sent while the pages travel is in none of them, and nobody has to show it.
  const mine = await log.run(async () => {
    const unsent = log.outbox.sealed;
    log.stopped = undefined;
    log.isCaughtUp = false;
    log.cursor = 0;
    log.damaged = [];
    log.waiting.put([]);
    log.hasReadAnew = true;
    return hashesOf(log).filter((hash) => !unsent.has(hash));
  });
  const shown = await readOn(log, 0, newest, onProgress, isFound);
  if (shown === "others") return shown;
  if (shown === "offline" || shown === "unlike") {
    if (stopped) await log.stop(stopped);
    return "offline";
  }
  const isRestored = newest > log.generation && newest !== firstGeneration && !log.stopped;
  const given = isRestored ? await (await givingBack()).giveBack(log, shown.held, newest) : "whole";
  if (given === "gave") return learnAnew(log, newest, onProgress, isFound);
  if (given === "offline") return given;
  if (mine.some((hash) => !shown.held.has(hash))) {
    await log.stop(newest > log.generation ? "restored" : (stopped ?? "shrunk"));
    return "done";
  }
  await settle(log, newest);
  log.isCaughtUp = true;
  return "done";
}

function hashesOf({ verifier }: Behind): ReadonlyArray<string> {
  return verifier ? foldOrder(verifier).map(({ hash }) => hex(hash)) : [];
}
