/** Contents above 16 kB: parts as items of their own, and a last item that names them. The formats are in event.ts. */
import type { Bytes, ItemId } from "./values.ts";

/** One item to be sealed for a long content, in order; the last one is the whole's. */
export interface PartToSeal {
  readonly itemId: ItemId;
  readonly plaintext: Bytes;
}

/** Why parts make no whole. */
export type JoinRefusal = "missing-part" | "wrong-hash" | "not-an-event";

/**
 * Cuts an encoded event into the plaintexts of items: itself alone where it fits, else its parts and the last item.
 * `newId` gives an id for each. Throws above 900 parts (14.4 MB).
 */
export function splitContent(event: Bytes, newId: () => ItemId): ReadonlyArray<PartToSeal> {
  throw new Error(`unbuilt ${event.length} ${typeof newId}`);
}

/**
 * Joins the parts that a last item names and verifies the whole.
 * `partOf` gives the chunk of an item of the same author; `undefined` where it is not there (yet).
 */
export function joinParts(
  whole: { readonly parts: ReadonlyArray<ItemId>; readonly hash: Bytes },
  partOf: (item: ItemId) => Bytes | undefined,
): Bytes | JoinRefusal {
  throw new Error(`unbuilt ${whole.parts.length} ${typeof partOf}`);
}
