/** What a device kept of a log, read back. */
import { type Item, type Log, readItem, restoreLog, saveLog } from "@oakroom/crypto";
import type { LogId } from "../../values/id.ts";
import type { Session } from "../session.ts";
import type { LogPast, LogRecord, WaitingRecord } from "../store.ts";
import type { Line } from "./content.ts";
import { openLines } from "./keeping.ts";

/** A log as it lay on the device. */
export interface Loaded {
  readonly record: LogRecord;
  readonly waiting: WaitingRecord | undefined;
  /** Missing where its pieces do not fit together. */
  readonly verifier: Log | undefined;
  readonly lines: ReadonlyArray<Line>;
  readonly nextChunk: number;
  readonly chunks: number;
}

/** A log as `recordOf` writes it down. */
interface Recorded extends Omit<LogRecord, "saved" | "takenBack" | "erasures" | "gone" | keyof LogPast> {
  readonly verifier: Log | undefined;
  readonly memory: { readonly takenBack: ReadonlySet<string> };
  readonly erasing: { readonly record: Pick<LogRecord, "erasures" | "gone"> };
  readonly returning: { readonly record: LogPast };
}

/** What is written down of a log, without its records. */
export function recordOf(log: Recorded): LogRecord {
  const { kind, members, isOpen, cursor, tip, generation, damaged, stopped, verifier, memory, erasing, returning } =
    log;
  const saved = verifier && saveLog(verifier);
  const takenBack = [...memory.takenBack];
  return {
    kind,
    members,
    isOpen,
    cursor,
    tip,
    generation,
    damaged,
    stopped,
    saved,
    takenBack,
    ...erasing.record,
    ...returning.record,
  };
}

/** Reads a log back; `undefined` where nothing of it lies here. */
export async function loadLog({ host, readableKey }: Session, log: LogId): Promise<Loaded | undefined> {
  const { store } = host;
  const record = await store.get("log", [log, 0]);
  if (!record) return undefined;
  const [packs, readable, waiting] = await Promise.all([
    store.list("verified", log),
    store.list("readable", log),
    store.get("waiting", [log, 0]),
  ]);
  const [verifier, lines] = await Promise.all([
    record.saved &&
      restoreLog(
        record.saved,
        packs.flatMap(({ value }) => value),
      ),
    Promise.all(readable.map(({ value }) => openLines(readableKey, value))),
  ]);
  const newest = Math.max(packs.at(-1)?.at ?? 0, readable.at(-1)?.at ?? 0);
  return {
    record,
    waiting,
    verifier,
    lines: lines.flat(),
    nextChunk: newest + 1,
    chunks: Math.max(packs.length, readable.length),
  };
}

/** The bytes of all records that lie here, in the order in which they were accepted. */
export async function sealedOf(
  { host }: Session,
  log: LogId,
): Promise<ReadonlyArray<{ readonly hash: string; readonly bytes: Uint8Array }>> {
  const rows = await host.store.list("sealed", log);
  return rows.flatMap(({ value }) => value.entries);
}

/** The items that lie here and are wanted. They were verified before. */
export async function sealedItems(
  session: Session,
  log: LogId,
  isWanted: (hash: string) => boolean,
): Promise<ReadonlyArray<Item>> {
  const sealed = await sealedOf(session, log);
  return sealed
    .filter(({ hash }) => isWanted(hash))
    .flatMap(({ bytes }) => {
      const item = readItem(bytes);
      return typeof item === "string" ? [] : item;
    });
}
