/**
 * The bodies and pages that travel as CBOR between vault and server, besides the records themselves:
 *
 *   page    = [generation, last number, [[number, kind, bytes]...]]        kind 0 item, 1 epoch, 2 readmit, 3 cut, 4 erasure, 5 founding
 *   my keys = [] or [bundle, ring, [slot...]]     bundles, wraps = [bytes...]
 *   enrol   = [bundle, [slot...], ring, epoch 1 of the own log, [wrap]]     announce = [epoch, [wrap...]]
 */
import { decode, encode } from "@oakroom/crypto";
import { entryLimitBytes, pageLimit } from "../features/room/log/schema.ts";

/** What a server's entry says it is. */
export type EntryKind = "item" | "epoch" | "readmit" | "cut" | "erasure" | "founding";

/** One entry of a page, before anything about it is believed. */
export interface Entry {
  readonly number: number;
  readonly kind: EntryKind;
  readonly bytes: Uint8Array;
}

/** A page of entries. */
export interface Page {
  readonly generation: number;
  /** The number of the log's newest entry. */
  readonly last: number;
  /** With rising numbers. */
  readonly entries: ReadonlyArray<Entry>;
}

/** The caller's own key records. */
export interface MyKeys {
  readonly bundle: Uint8Array;
  readonly ring: Uint8Array;
  readonly slots: ReadonlyArray<Uint8Array>;
}

const kinds: ReadonlyArray<EntryKind> = ["item", "epoch", "readmit", "cut", "erasure", "founding"];
const largest = pageLimit * (entryLimitBytes + 16) + 64;

function isList(value: unknown): value is ReadonlyArray<unknown> {
  return Array.isArray(value);
}

function isBytesList(value: unknown): value is ReadonlyArray<Uint8Array> {
  return isList(value) && value.every((one) => one instanceof Uint8Array);
}

/** The word of a kind; `undefined` for any other. */
export function entryKind(word: string): EntryKind | undefined {
  return kinds.find((kind) => kind === word);
}

function readEntry(value: unknown, after: number): Entry | undefined {
  if (!isList(value) || value.length !== 3) return undefined;
  const [number, kindNumber, bytes] = value;
  if (typeof number !== "number" || typeof kindNumber !== "number" || !(bytes instanceof Uint8Array)) return undefined;
  const kind = kinds[kindNumber];
  return kind === undefined || number <= after ? undefined : { number, kind, bytes };
}

/** Reads a page of entries after a number; `undefined` where it is none. */
export function readPage(bytes: Uint8Array, after: number): Page | undefined {
  const value: unknown = decode(bytes, largest);
  if (!isList(value) || value.length !== 3) return undefined;
  const [generation, last, list] = value;
  if (typeof generation !== "number" || typeof last !== "number" || !isList(list)) return undefined;
  const entries: Entry[] = [];
  for (const one of list) {
    const entry = readEntry(one, entries.at(-1)?.number ?? after);
    if (!entry || entry.number > last) return undefined;
    entries.push(entry);
  }
  return { generation, last, entries };
}

/** Reads the caller's own key records: "none" where no keys are enrolled, `undefined` where the bytes are something else. */
export function readMyKeys(bytes: Uint8Array): MyKeys | "none" | undefined {
  const value: unknown = decode(bytes, largest);
  if (!isList(value)) return undefined;
  if (value.length === 0) return "none";
  const [bundle, ring, slots] = value;
  if (value.length !== 3 || !(bundle instanceof Uint8Array) || !(ring instanceof Uint8Array)) return undefined;
  return isBytesList(slots) ? { bundle, ring, slots } : undefined;
}

/** Reads a list of records; `undefined` where the bytes are something else. */
export function readRecords(bytes: Uint8Array): ReadonlyArray<Uint8Array> | undefined {
  const value: unknown = decode(bytes, largest);
  return isBytesList(value) ? value : undefined;
}

/** What an enrolment sends. */
export interface Enrolment {
  readonly bundle: Uint8Array;
  readonly slots: ReadonlyArray<Uint8Array>;
  readonly ring: Uint8Array;
  readonly epoch: Uint8Array;
  readonly wraps: ReadonlyArray<Uint8Array>;
}

/** Writes an enrolment. */
export function writeEnrolment({ bundle, slots, ring, epoch, wraps }: Enrolment): Uint8Array {
  return encode([bundle, slots, ring, epoch, wraps]);
}

/** Writes the announcement of an epoch. */
export function writeAnnouncement(epoch: Uint8Array, wraps: ReadonlyArray<Uint8Array>): Uint8Array {
  return encode([epoch, wraps]);
}
