/**
 * The one pipe for sealed logs: append, page, announce epochs, listen.
 * The server sees ids, sizes, coarse kinds and times of arrival; what the bytes mean, only the members know. Formats: docs/protocol.md.
 */
import * as z from "zod/mini";
import { AccountId, LogId } from "../../../values/id.ts";
import { operation } from "../../../values/operation.ts";

/** What an entry of a log is: a sealed item, an epoch record, a readmit, a cut, an erasure, or a founding. Each has a place in the log's running number. */
export const EntryKind = z.enum(["item", "epoch", "readmit", "cut", "erasure", "founding"]);
/** What an entry of a log is. */
export type EntryKind = z.infer<typeof EntryKind>;

/** The numbers that stand for entry kinds in a page. */
export const entryKindNumber = {
  item: 0,
  epoch: 1,
  readmit: 2,
  cut: 3,
  erasure: 4,
  founding: 5,
} as const satisfies Record<EntryKind, number>;

/** A room of two, or the log of one's own. */
export const LogKind = z.enum(["room", "own"]);
/** A room of two, or the log of one's own. */
export type LogKind = z.infer<typeof LogKind>;

/** Why a log is empty: its two members erased it, or the time for which ended rooms are kept was over. */
export const LogGone = z.enum(["erased", "dropped"]);
/** Why a log is empty. */
export type LogGone = z.infer<typeof LogGone>;

const logParams = z.strictObject({ logId: LogId });
const count = z.int().check(z.gte(0), z.lte(2 ** 47));
const numberInQuery = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number));

/** The largest entry: a 16 kB bucket with its header and signature. */
export const entryLimitBytes = 24 * 1024;
/** How many entries a page holds at most. */
export const pageLimit = 500;

/** Where an entry stands. `generation` rises when a backup was restored; it is part of every cursor. */
export const Place = z.object({ number: count, generation: count });
/** Where an entry stands. */
export type Place = z.infer<typeof Place>;

/** A log that the caller belongs to. */
export const LogSummary = z.object({
  logId: LogId,
  kind: LogKind,
  /** The running number of the newest entry; 0 for an empty log. */
  lastNumber: count,
  /** The newest epoch's number; 0 before the first. */
  lastEpoch: count,
  members: z.array(AccountId),
  /** False where nothing may be appended any more (the relationship has ended). */
  open: z.boolean(),
  /** True where one of the two has left: the room takes nothing but what belongs to its ending. */
  resting: z.optional(z.boolean()),
  /** True while the pair is paused: nothing that anybody writes is taken; it waits on the device. */
  paused: z.optional(z.boolean()),
  /** Where nothing of it is left but who belonged to it: both erased it, or it was kept for as long as the programme keeps ended rooms. */
  gone: z.optional(LogGone),
});
/** A log that the caller belongs to. */
export type LogSummary = z.infer<typeof LogSummary>;

/** The caller's logs: rooms and the own one. */
export const ListLogs = operation({
  id: "listLogs",
  method: "GET",
  path: "/logs",
  summary: "The sealed logs that the caller belongs to",
  answer: z.object({ generation: count, logs: z.array(LogSummary) }),
});

/**
 * Appends one sealed item (or readmit, or cut) as exact bytes. The same bytes again answer with the same place.
 * "other-log" and "other-author": the header names another log or person than the caller. "seq-taken": this device's place in the chain holds other bytes.
 * "not-signed": a readmit that no device of the caller's has signed.
 * "resting": one of the two has left, and the room takes no more than belongs to its ending (`resting/`).
 * "paused": the pair is paused, and the room takes no item until it goes on (`pausing/`).
 */
export const AppendEntry = operation({
  id: "appendEntry",
  method: "POST",
  path: "/logs/:logId/entries",
  summary: "Append one sealed entry",
  params: logParams,
  query: z.strictObject({
    kind: z.enum(["item", "readmit", "cut"]),
    /** The device says: this belongs to the ending of a room that rests, or was written before. */
    ending: z.optional(z.literal("yes")),
  }),
  takes: "cbor",
  bodyLimitBytes: entryLimitBytes,
  answer: Place,
  refusals: [
    "unreadable",
    "other-log",
    "other-author",
    "not-signed",
    "other-keys",
    "seq-taken",
    "closed",
    "resting",
    "paused",
  ],
});

/**
 * Announces the next epoch: CBOR `[epoch record, [wrap, …]]`, each record a byte string, stored together or not at all.
 * "not-next": somebody announced this number first (or it leaves a gap). "older-bundle": a member has a newer key bundle than the record names.
 * "behind": the server was restored, and not every member has been here since.
 */
export const AnnounceEpoch = operation({
  id: "announceEpoch",
  method: "POST",
  path: "/logs/:logId/epochs",
  summary: "Announce the next epoch with the wraps of all members",
  params: logParams,
  takes: "cbor",
  answer: Place,
  refusals: [
    "unreadable",
    "other-log",
    "other-author",
    "seq-taken",
    "closed",
    "not-next",
    "older-bundle",
    "behind",
    "wraps-missing",
  ],
});

/**
 * A page of entries after a running number: CBOR `[generation, last number of the log, [[number, kind number, bytes], …]]`.
 * A page may hold fewer than `limit`, since it ends at about a mebibyte: go on until the last number is there.
 */
export const ReadEntries = operation({
  id: "readEntries",
  method: "GET",
  path: "/logs/:logId/entries",
  summary: "Entries after a running number",
  params: logParams,
  query: z.strictObject({ after: numberInQuery, limit: z.optional(numberInQuery) }),
  gives: "cbor",
});

/** The caller's own wraps of a log: CBOR `[wrap, …]` ordered by epoch. */
export const ReadWraps = operation({
  id: "readWraps",
  method: "GET",
  path: "/logs/:logId/wraps",
  summary: "The caller's epoch wraps",
  params: logParams,
  gives: "cbor",
});

/**
 * Replaces one wrap (of any member) for an epoch that exists, after a member's encryption key changed.
 * "older-bundle": the wrap that is there is for a newer encryption key of that member.
 */
export const ReplaceWrap = operation({
  id: "replaceWrap",
  method: "PUT",
  path: "/logs/:logId/wraps",
  summary: "Replace one epoch wrap",
  params: logParams,
  takes: "cbor",
  refusals: ["unreadable", "other-log", "no-such-epoch", "not-a-member", "older-bundle"],
});

/**
 * The one live stream of a person: server-sent events `item` (data: JSON `{log, number, kind, entry}` with the bytes as base64url) and `fact` (data: JSON `{about, id}`).
 * The id of an `item` event is the cursor of all logs, `g<generation>.<log id base64url>:<number>.<log id>:<number>…`; sent back as Last-Event-ID the stream goes on from
 * there, without gap or duplicate. A log that the cursor does not name is sent from its first entry. Without one, or with one of another generation, it begins at what is new.
 * The first thing sent is such an id alone, without an event: where the stream stands, and the server's generation. A client may write a cursor itself.
 * `fact` events have no place in the cursor: fetch again after every reconnect. A comment line every 25 seconds keeps it open.
 */
export const ListenLive = operation({
  id: "listenLive",
  method: "GET",
  path: "/live",
  summary: "Server-sent events: new entries of one's logs, and hints about open facts",
  gives: "events",
});

/** The data of an `item` event. */
export const LiveEntry = z.object({ log: LogId, number: count, kind: EntryKind, entry: z.string() });
/** The data of an `item` event. */
export type LiveEntry = z.infer<typeof LiveEntry>;

/** The data of a `fact` event. */
export const LiveFact = z.object({
  about: z.enum(["relationship", "match", "keys", "programme", "me", "disclosure"]),
  id: z.string(),
});
/** The data of a `fact` event. */
export type LiveFact = z.infer<typeof LiveFact>;
