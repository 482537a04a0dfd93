/** What a room takes while it rests. The server cannot read an item: the device says whether it belongs to the ending. */
import type { EntryKind } from "../schema.ts";

/** So many items of each person reach a room that rests: enough for every word of an ending, and no conversation. */
export const mostLastWords = 60;

/** True where an entry may go into a room that rests: what keeps keys and chains whole, and what is said to be of the ending. */
export function passesAtRest(kind: EntryKind, isOfEnding: boolean): boolean {
  return kind !== "item" || isOfEnding;
}
