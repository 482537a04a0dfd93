/** Windows of a log's timeline. */
import { epochOf, equal, iskHashOf } from "@oakroom/crypto";
import type { Opened, States } from "../../features/room/state/rules.ts";
import type { TimelineEntry, TimelinePage, TimelineWindow } from "../vault.ts";
import { type Line, isShown } from "./content.ts";
import type { SyncedLog } from "./synced-log.ts";

type AnyLog = SyncedLog<States>;

const mostEntries = 200;

/** The events of this device that have no place in the log yet. */
export function waitingEvents(log: AnyLog): ReadonlyArray<Opened> {
  return log.outbox.contents.flatMap((content) => {
    const isNew = content.is === "event" && log.memory.lineOf(content.event.author, content.event.id) === undefined;
    return isNew ? content.event : [];
  });
}

function entryOf(log: AnyLog, hash: string, sealed: ReadonlySet<string>): TimelineEntry<Opened> | undefined {
  const content = log.memory.contentOf(hash);
  const line = log.memory.line(hash);
  if (!content || !line || !isShown(content)) return undefined;
  if (content.is === "event" && log.memory.takenBack.has(hash))
    return { is: "taken-back", place: hash, author: line.author, event: content.event };
  if (content.is === "event") return { is: "event", place: hash, event: content.event, isWaiting: sealed.has(hash) };
  if (content.is === "newer") return { is: "newer", place: hash, author: line.author, at: content.at };
  return { is: "damaged", place: hash, author: line.author };
}

function fits(entry: TimelineEntry<Opened>, types: ReadonlyArray<string> | undefined): boolean {
  return (
    types === undefined || ((entry.is === "event" || entry.is === "taken-back") && types.includes(entry.event.type))
  );
}

function behindGap(line: Line): TimelineEntry<Opened> {
  const event = line.content.is === "event" ? line.content.event : undefined;
  return { is: "after-gap", place: line.hash, author: line.author, event };
}

/** What stands behind everything that has its place: what follows a gap, then what waits to be sent. */
function lastEntries(log: AnyLog): ReadonlyArray<TimelineEntry<Opened>> {
  const waiting = waitingEvents(log).map((event): TimelineEntry<Opened> => ({
    is: "event",
    place: event.id,
    event,
    isWaiting: true,
  }));
  return [...log.waiting.behindGaps.map(behindGap), ...waiting];
}

/** What counts for nothing, by the hash it stands behind. */
function damagedBehind(log: AnyLog): ReadonlyMap<string, ReadonlyArray<TimelineEntry<Opened>>> {
  const behind = new Map<string, Array<TimelineEntry<Opened>>>();
  for (const { number, after } of log.damaged) {
    const entry: TimelineEntry<Opened> = { is: "damaged", place: `damaged-${number}`, author: undefined };
    const place = log.memory.placeOf(after) === -1 ? "" : after;
    behind.set(place, [...(behind.get(place) ?? []), entry]);
  }
  return behind;
}

/** Entries from the newest to the oldest. While a long log is read, the newest alone. */
function* newestFirst(log: AnyLog, of: TimelineWindow["of"]): Generator<TimelineEntry<Opened>> {
  if (log.preview) {
    yield* lastEntries(log).toReversed();
    for (const { hash, content } of log.preview.toReversed()) {
      if (content.is === "event") yield { is: "event", place: hash, event: content.event, isWaiting: false };
    }
    return;
  }
  const { order } = log.memory;
  const { sealed } = log.outbox;
  const damaged = damagedBehind(log);
  if (of !== "before") yield* lastEntries(log).toReversed();
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const hash = order[at] ?? "";
    const line = log.memory.line(hash);
    if (of && line && log.memory.isBefore(line) !== (of === "before")) continue;
    yield* damaged.get(hash)?.toReversed() ?? [];
    const entry = entryOf(log, hash, sealed);
    if (entry) yield entry;
  }
  yield* damaged.get("")?.toReversed() ?? [];
}

/** A window of a timeline, oldest first. */
export function timelinePage(
  log: AnyLog,
  { before, limit, types, of }: TimelineWindow,
  revision: number,
): TimelinePage<Opened> {
  const most = Math.max(1, Math.min(limit, mostEntries));
  const entries: Array<TimelineEntry<Opened>> = [];
  let hasBegun = before === undefined;
  for (const entry of newestFirst(log, of)) {
    if (hasBegun && fits(entry, types)) {
      if (entries.length === most) return { entries: entries.toReversed(), hasEarlier: true, revision };
      entries.push(entry);
    }
    hasBegun ||= entry.place === before;
  }
  return { entries: entries.toReversed(), hasEarlier: false, revision };
}

/** What was written before this person was let in anew, and was not opened for them again: it stays shut. */
function shutForGood({ memory, session, verifier }: AnyLog): number {
  const isBack = memory.counts.shut > 0 && session.bundles.identitiesOf(session.me).length > 1;
  if (!isBack || !verifier) return 0;
  const isMine = (n: number) =>
    epochOf(verifier, n)?.members.some(({ iskHash }) => equal(iskHash, iskHashOf(session.iskPublic)));
  let first = 1;
  while (epochOf(verifier, first) && !isMine(first)) first += 1;
  const lines = memory.order.flatMap((hash) => memory.line(hash) ?? []);
  return lines.filter(({ content, epoch }) => content.is === "shut" && epoch < first).length;
}

/** How the lines of a log count for its view. */
export function countsOf(log: AnyLog): {
  readonly events: number;
  readonly waiting: number;
  readonly damaged: number;
  readonly opening: number;
  readonly newer: number;
  readonly gaps: number;
} {
  const { event, newer, damaged, shut } = log.memory.counts;
  const waiting = waitingEvents(log).length;
  return {
    events: event + waiting,
    waiting: log.outbox.written,
    damaged: damaged + log.damaged.length,
    opening: shut - shutForGood(log),
    newer,
    gaps: log.waiting.behindGaps.length + log.waiting.unplaced,
  };
}
