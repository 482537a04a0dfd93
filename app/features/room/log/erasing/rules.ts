/** When a room is erased: once the newest signed word of each of its two members says yes. */
import { decode, type Erasure, readErasure, verifyBundle, verifyErasure } from "@oakroom/crypto";
import { type AccountId, uuidText } from "../../../../values/id.ts";
import { dayLength, type Instant, later } from "../../../../values/instant.ts";
import { byteStrings, everyRead } from "../rules.ts";

/** Reads a body: CBOR `[erasure, …]`, of one or of both. */
export function readErasures(body: Uint8Array): ReadonlyArray<Erasure> | "unreadable" {
  const records = byteStrings(decode(body), 2);
  const read = records && everyRead(records, readOne);
  return read && read.length > 0 ? read : "unreadable";
}

function readOne(bytes: Uint8Array): Erasure | "unreadable" {
  const erasure = readErasure(bytes);
  return typeof erasure === "string" ? "unreadable" : erasure;
}

/** When a room that was closed at an instant goes; `undefined` where it is kept. */
export function goesAt(closed: Instant, keptDays: number | undefined): Instant | undefined {
  return keptDays === undefined ? undefined : later(closed, keptDays * dayLength);
}

/** For so long new keys erase nothing: whoever opens the keys of before can take them back, and would find nothing there. */
export const newKeysWaitMs = 7 * dayLength;

/** Something signed that a member says about a room. It has no place in a chain. */
type Word = Pick<Erasure, "log" | "user">;

/** The room that words are about, as a guard has proven it. */
export interface RoomOfWords {
  readonly accountId: AccountId;
  readonly logId: string;
  readonly logKind: "room" | "own";
  readonly members: ReadonlyArray<AccountId>;
}

/** Why words are not about this room, or not the caller's to bring: alone one brings one's own. */
export function refuseWords(
  words: ReadonlyArray<Word>,
  { accountId, logId, logKind, members }: RoomOfWords,
): "other-log" | "other-author" | undefined {
  if (logKind !== "room" || words.some(({ log }) => uuidText(log) !== logId)) return "other-log";
  const authors = words.map(authorOf);
  const isBoth = members.every((member) => authors.includes(member));
  const isMine = authors.length === 1 && authors[0] === accountId;
  return isBoth || isMine ? undefined : "other-author";
}

/** Whose word it is. */
export function authorOf({ user }: Pick<Word, "user">): string {
  return uuidText(user);
}

/** True where the identity of this bundle has signed the erasure. */
export async function isSignedBy(erasure: Erasure, bundleBytes: Uint8Array): Promise<boolean> {
  const bundle = await verifyBundle(bundleBytes);
  return typeof bundle === "object" && verifyErasure(erasure, bundle.isk);
}

/** The newest word of each, by their account. */
export function newestWords(erasures: ReadonlyArray<Erasure>): ReadonlyMap<string, Erasure> {
  const newest = new Map<string, Erasure>();
  for (const one of erasures) {
    const before = newest.get(authorOf(one));
    if (!before || one.version > before.version) newest.set(authorOf(one), one);
  }
  return newest;
}

/** True where the newest word of every member is yes. */
export function isErased(erasures: ReadonlyArray<Erasure>, members: ReadonlyArray<string>): boolean {
  const newest = newestWords(erasures);
  return members.length === 2 && members.every((member) => newest.get(member)?.yes === true);
}
