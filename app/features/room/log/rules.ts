/**
 * What the server sees of sealed records, and what it decides about them: that they have their form, name this log, and come from
 * the caller. Signatures, chains and seals are the members' own to verify. Formats: docs/protocol.md.
 */
import { decode, readCut, readEpoch, readItemHeader, readReadmit, readWrap } from "@oakroom/crypto";
import { equalBytes } from "../../../values/bytes.ts";
import { uuidText } from "../../../values/id.ts";
import { type EntryKind, entryKindNumber, type LogKind } from "./schema.ts";

/** An entry as the server sees it. Ids are the texts of the uuids in its bytes; whose they are is not yet known. */
export interface Entry {
  readonly kind: EntryKind;
  readonly bytes: Uint8Array;
  readonly logId: string;
  /** What kind of log an item says it is for; the others do not say. */
  readonly logKind: LogKind | undefined;
  /** Who wrote it; a readmit does not say, but it is never the one it lets back in. */
  readonly author: string | undefined;
  /** The one whom a readmit lets back in. */
  readonly about: string | undefined;
  /** The place in its device's chain; a cut has none. */
  readonly place: { readonly device: string; readonly seq: number } | undefined;
}

/** An epoch record as the server sees it. */
export interface EpochEntry extends Entry {
  readonly n: number;
  readonly hash: Uint8Array;
  /** The members that it names, with the versions of their keys. */
  readonly members: ReadonlyArray<{
    readonly user: string;
    readonly bundleVersion: number;
    readonly iekVersion: number;
  }>;
}

/** A wrap as the server sees it. */
export interface Wrap {
  readonly bytes: Uint8Array;
  readonly logId: string;
  readonly n: number;
  readonly epochHash: Uint8Array;
  readonly user: string;
  readonly iekVersion: number;
}

/** Reads an entry that `appendEntry` takes. */
export function readEntry(kind: "item" | "readmit" | "cut", bytes: Uint8Array): Entry | "unreadable" {
  if (kind === "item") return readItemEntry(bytes);
  if (kind === "cut") {
    const cut = readCut(bytes);
    if (typeof cut === "string") return "unreadable";
    return { ...nothing, kind, bytes, logId: uuidText(cut.log), author: uuidText(cut.user) };
  }
  const readmit = readReadmit(bytes);
  if (typeof readmit === "string") return "unreadable";
  const about = uuidText(readmit.user);
  return { ...nothing, kind, bytes, logId: uuidText(readmit.log), about, place: placeOf(readmit) };
}

const nothing = { logKind: undefined, author: undefined, about: undefined, place: undefined };

function readItemEntry(bytes: Uint8Array): Entry | "unreadable" {
  const header = readItemHeader(bytes);
  if (typeof header === "string") return "unreadable";
  const { log, logKind, author } = header;
  return {
    kind: "item",
    bytes,
    logId: uuidText(log),
    logKind,
    author: uuidText(author),
    about: undefined,
    place: placeOf(header),
  };
}

function placeOf({ device, seq }: { readonly device: Uint8Array; readonly seq: number }) {
  return { device: uuidText(device), seq };
}

/** Reads an epoch record. */
export function readEpochEntry(bytes: Uint8Array): EpochEntry | "unreadable" {
  const epoch = readEpoch(bytes);
  if (typeof epoch === "string") return "unreadable";
  const members = epoch.members.map(({ user, bundleVersion, iekVersion }) => ({
    user: uuidText(user),
    bundleVersion,
    iekVersion,
  }));
  const ids = { logId: uuidText(epoch.log), author: uuidText(epoch.author), place: placeOf(epoch) };
  return { ...nothing, ...ids, kind: "epoch", bytes, n: epoch.n, hash: epoch.hash, members };
}

/** Reads a wrap. */
export function readWrapFacts(bytes: Uint8Array): Wrap | "unreadable" {
  const wrap = readWrap(bytes);
  if (typeof wrap === "string") return "unreadable";
  const { n, epochHash, iekVersion } = wrap;
  return { bytes, logId: uuidText(wrap.log), n, epochHash, user: uuidText(wrap.user), iekVersion };
}

/** An epoch with the wraps of its members. */
export interface Announcement {
  readonly epoch: EpochEntry;
  readonly wraps: ReadonlyArray<Wrap>;
}

/** Reads CBOR `[epoch record, [wrap, …]]`, each record a byte string. */
export function readAnnouncement(body: Uint8Array): Announcement | "unreadable" {
  const parts = listOf(decode(body));
  if (parts?.length !== 2) return "unreadable";
  const [record, list] = parts;
  const wrapBytes = byteStrings(list, 8);
  if (!(record instanceof Uint8Array) || !wrapBytes) return "unreadable";
  const epoch = readEpochEntry(record);
  const wraps = everyRead(wrapBytes, readWrapFacts);
  return epoch === "unreadable" || !wraps ? "unreadable" : { epoch, wraps };
}

/** The parts of a list; `undefined` for anything else. */
export function listOf(value: unknown): ReadonlyArray<unknown> | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A list of at most `most` byte strings; `undefined` for anything else. */
export function byteStrings(list: unknown, most: number): ReadonlyArray<Uint8Array> | undefined {
  if (!Array.isArray(list) || list.length > most) return undefined;
  const strings = list.filter((part) => part instanceof Uint8Array);
  return strings.length === list.length ? strings : undefined;
}

/** Reads each record of a list; `undefined` where one is unreadable. */
export function everyRead<T>(
  records: ReadonlyArray<Uint8Array>,
  read: (bytes: Uint8Array) => T | "unreadable",
): ReadonlyArray<T> | undefined {
  const found: T[] = [];
  for (const record of records) {
    const one = read(record);
    if (one === "unreadable") return undefined;
    found.push(one);
  }
  return found;
}

/** Whose log an entry is for, as a guard has proven it. */
export interface Place {
  readonly accountId: string;
  readonly logId: string;
  readonly logKind: LogKind;
  readonly members: ReadonlyArray<string>;
}

/** Why an entry is not for this log or not from this person; `undefined` means that it is both. */
export function refuseEntry(entry: Entry, at: Place): "other-log" | "other-author" | undefined {
  if (entry.logId !== at.logId) return "other-log";
  if (entry.logKind !== undefined && entry.logKind !== at.logKind) return "other-log";
  if (entry.kind !== "readmit") return entry.author === at.accountId ? undefined : "other-author";
  // Only the other member can let somebody back in.
  return entry.about !== at.accountId && at.members.some((member) => member === entry.about)
    ? undefined
    : "other-author";
}

/** The newest versions of a member's keys that the server holds. */
export interface HeldKeys {
  readonly accountId: string;
  readonly bundleVersion: number;
  readonly iekVersion: number;
}

/** Why an announcement cannot be one for this log, whatever else is stored. */
export function refuseAnnouncement(
  { epoch, wraps }: Announcement,
  at: Place,
): "other-log" | "other-author" | "wraps-missing" | undefined {
  const refused = refuseEntry(epoch, at);
  if (refused) return refused;
  const named = epoch.members.map((member) => member.user);
  if (!sameSet(named, at.members)) return "other-log";
  const fits = ({ user, iekVersion, logId, n, epochHash }: Wrap) =>
    logId === at.logId &&
    n === epoch.n &&
    equalBytes(epochHash, epoch.hash) &&
    epoch.members.some((member) => member.user === user && member.iekVersion === iekVersion);
  const forAll = sameSet(
    wraps.map((wrap) => wrap.user),
    at.members,
  );
  return forAll && wraps.every(fits) ? undefined : "wraps-missing";
}

/** True where the epoch names the newest keys of every member. */
export function namesNewestKeys(epoch: EpochEntry, held: ReadonlyArray<HeldKeys>): boolean {
  return epoch.members.every(({ user, bundleVersion, iekVersion }) =>
    held.some(
      (keys) => keys.accountId === user && keys.bundleVersion === bundleVersion && keys.iekVersion === iekVersion,
    ),
  );
}

function sameSet(some: ReadonlyArray<string>, others: ReadonlyArray<string>): boolean {
  return (
    some.length === others.length && new Set(some).size === some.length && some.every((one) => others.includes(one))
  );
}

/** The entry kind that a number in a table or page stands for. Throws for a number that stands for none. */
export function entryKindOf(number: number): EntryKind {
  const found = kinds[number];
  if (!found) throw new Error(`no entry kind has the number ${number}`);
  return found;
}

const kinds: ReadonlyArray<EntryKind> = [
  "item",
  "epoch",
  "readmit",
  "cut",
  "erasure",
  "founding",
] satisfies ReadonlyArray<keyof typeof entryKindNumber>;
