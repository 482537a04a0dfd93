/**
 * What the vault keeps on the device. Values are plain data and keys that the host holds (structured clones).
 * Locking removes `unlocked`, `epochKey` and `readable`; everything else is sealed, public, or this device's signing key.
 */
import type { DeviceKeys, EpochKey, Iek, IskPublic } from "@oakroom/crypto";
import type { AccountId, DeviceId, ItemId } from "../values/id.ts";
import type { Stop } from "./vault.ts";

/** A key that the host holds and does not give out. */
export type HostKey = EpochKey["base"];

/** This device and what it remembers of its owner's key records. One record. */
export interface AccountRecord {
  readonly device: DeviceId;
  readonly keys: DeviceKeys;
  /** False until the owner's bundle lists this device. */
  readonly isListed: boolean;
  /** The newest ring seen: no older one is taken. */
  readonly ringVersion: number;
  /** The generation of the server in which that was. */
  readonly ringGeneration?: number | undefined;
  /** The newest generation of the server that was seen. */
  readonly generation: number;
  readonly ownLog: string;
  /** What an offline unlock needs, as the server gave it. */
  readonly ring: Uint8Array;
  readonly slots: ReadonlyArray<Uint8Array>;
  readonly stopped?: Stop | undefined;
}

/** An enrolment that was prepared and may or may not have reached the server. One record. */
export interface EnrolmentRecord {
  readonly body: Uint8Array;
  readonly bundle: Uint8Array;
}

/** What is there only while unlocked. One record. */
export interface UnlockedRecord {
  readonly iskPublic: IskPublic;
  /** Oldest first. */
  readonly ieks: ReadonlyArray<Iek>;
  /** Seals what is readable on this device. */
  readonly readableKey: HostKey;
}

/** A log's memory without its records. */
export interface LogRecord {
  readonly kind: "room" | "own";
  readonly members: ReadonlyArray<AccountId>;
  readonly isOpen: boolean;
  /** Up to where the server's entries were taken. */
  readonly cursor: number;
  readonly generation: number;
  /** The verifier's own memory; none while a member has no keys. */
  readonly saved: Uint8Array | undefined;
  /** SHA-256 of the entry at the cursor, in hex: another one there means that somebody lied. */
  readonly tip: string | undefined;
  /** The hashes of items that counted until a cut ended their chain before them. */
  readonly takenBack?: ReadonlyArray<string> | undefined;
  /** Entries that count for nothing: their number, and the hash that stood last when they came. */
  readonly damaged: ReadonlyArray<{ readonly number: number; readonly after: string }>;
  readonly stopped?: Stop | undefined;
  /** The newest signed words of its members about erasing it. */
  readonly erasures?: ReadonlyArray<Uint8Array> | undefined;
  /** What its members signed who began it anew, having both lost every key, and when. */
  readonly foundings?: ReadonlyArray<Uint8Array> | undefined;
  readonly begunAnewAt?: number | undefined;
  /** When the server had last come back from a backup and this log was whole again, and how many items this device gave back. */
  readonly restored?: { readonly at: number; readonly gave: number } | undefined;
  /** True where the other member let this person's new keys in without what was written before: it stays closed to them. */
  readonly isPastClosed?: boolean | undefined;
  /** True once all that the server had was read on this device: before, what is here is no room yet. */
  readonly isRead?: boolean | undefined;
  /** Why nothing of it is kept: both erased it, and so did this device; or the server kept it for as long as it said. */
  readonly gone?: "erased" | "dropped" | undefined;
}

/** What a log remembers of its own past. */
export type LogPast = Pick<LogRecord, "foundings" | "begunAnewAt" | "restored" | "isPastClosed" | "isRead">;

/** What a log cannot take yet. */
export interface WaitingRecord {
  readonly records: ReadonlyArray<{ readonly number: number; readonly bytes: Uint8Array }>;
  readonly cuts: ReadonlyArray<Uint8Array>;
  /** Cuts that hold, for a server that lost them. */
  readonly taken?: ReadonlyArray<Uint8Array> | undefined;
}

/** Sealed entries as the server gave them: for proofs, and to give back what a server lost. */
export interface SealedChunk {
  readonly entries: ReadonlyArray<{ readonly hash: string; readonly bytes: Uint8Array }>;
}

/** Opened contents under the readable key: `iv12`, then AES-256-GCM of UTF-8 JSON. */
export interface ReadableChunk {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** An event that waits to be sent. */
export interface OutboxRecord {
  readonly itemId: ItemId;
  /** The content, sealed to one's own encryption key. */
  readonly waiting: Uint8Array;
  readonly kind: "content" | "document" | "control";
  /** The item, once it is sealed and has its place: re-sent unchanged until the server has it. */
  readonly item?: { readonly hash: string; readonly bytes: Uint8Array } | undefined;
}

/** An epoch that was prepared and may or may not have reached the server. Its key is in one's own wrap. */
export interface PendingEpoch {
  readonly epoch: Uint8Array;
  readonly wraps: ReadonlyArray<Uint8Array>;
}

/** A readmit that was signed and may or may not have reached the server. */
export interface PendingReadmit {
  readonly bytes: Uint8Array;
  /** Whether the epochs that are held here are sealed for the new keys first. */
  readonly history: boolean;
}

/** The tables. The first part of a key is a log, an account, or empty; the second a number. */
export interface Tables {
  readonly account: AccountRecord;
  readonly enrolment: EnrolmentRecord;
  readonly unlocked: UnlockedRecord;
  /** By account and version, as signed. */
  readonly bundle: Uint8Array;
  readonly log: LogRecord;
  readonly waiting: WaitingRecord;
  /** Packs of the verifier, in the order in which they were made. */
  readonly verified: ReadonlyArray<Uint8Array>;
  readonly sealed: SealedChunk;
  readonly readable: ReadableChunk;
  readonly epochKey: EpochKey;
  /** One's own wraps, as the server gave them: for an unlock without a connection. */
  readonly wrap: Uint8Array;
  readonly epochPending: PendingEpoch;
  readonly readmitPending: PendingReadmit;
  readonly outbox: OutboxRecord;
  /** By page and visit: what was typed and is in no room yet, sealed to one's own encryption key. */
  readonly draft: Uint8Array;
  /** By log and seq: this device has sealed something for that place, and never seals for it again. */
  readonly place: 1;
  /** By its name: what happened to its owner's keys elsewhere, and was seen here. */
  readonly told: 1;
}

/** The name of a table. */
export type TableName = keyof Tables;

/** Every table, for a host that has to make them. */
export const tableNames: ReadonlyArray<TableName> = [
  "account",
  "enrolment",
  "unlocked",
  "bundle",
  "log",
  "waiting",
  "verified",
  "sealed",
  "readable",
  "epochKey",
  "wrap",
  "epochPending",
  "readmitPending",
  "outbox",
  "draft",
  "place",
  "told",
];

/** Where a value lies. */
export type Key = readonly [scope: string, at: number];

/** The key of a table with one record. */
export const only: Key = ["", 0];

/** One change. `add` fails where the key is taken; `clear` without a scope empties the table. */
export type Change = {
  readonly [Name in TableName]:
    | { readonly put: Name; readonly key: Key; readonly value: Tables[Name] }
    | { readonly add: Name; readonly key: Key; readonly value: Tables[Name] }
    | { readonly remove: Name; readonly key: Key }
    | { readonly clear: Name; readonly scope?: string };
}[TableName];

/** A value with the second part of its key. */
export interface Row<Value> {
  readonly at: number;
  readonly value: Value;
}

/** A device's storage. */
export interface VaultStore {
  get<Name extends TableName>(table: Name, key: Key): Promise<Tables[Name] | undefined>;
  /** All values of a scope, by rising number. */
  list<Name extends TableName>(table: Name, scope: string): Promise<ReadonlyArray<Row<Tables[Name]>>>;
  /** The scopes that have values. */
  scopes(table: TableName): Promise<ReadonlyArray<string>>;
  /** All of the changes or none, on the disk when it resolves. "taken": the key of an `add` was there. */
  commit(changes: ReadonlyArray<Change>): Promise<"done" | "taken">;
}
