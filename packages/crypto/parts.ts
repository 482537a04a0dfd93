/** Contents above 16 kB: parts as items of their own, and a last item that names them. The formats are in event.ts. */
import { digest } from "./domain.ts";
import { decodeContent, encodePart, encodeWhole, maxContentBytes } from "./event.ts";
import { maxPlaintextBytes } from "./item.ts";
import { type Bytes, type ItemId, equal, join } from "./values.ts";

/** One item to be sealed for a long content, in order; the last one is the whole's. */
export interface PartToSeal {
  readonly itemId: ItemId;
  readonly plaintext: Bytes;
}

/** Why parts make no whole. */
export type JoinRefusal = "missing-part" | "wrong-hash" | "not-an-event";

const chunkBytes = 16_000;

/**
 * Cuts an encoded event into the plaintexts of items: itself alone where it fits, else its parts and the last item.
 * `newId` gives an id for each. Throws above 900 parts (14.4 MB).
 */
export function splitContent(event: Bytes, newId: () => ItemId): ReadonlyArray<PartToSeal> {
  if (event.length <= maxPlaintextBytes) return [{ itemId: newId(), plaintext: event }];
  if (event.length > maxContentBytes) throw new Error("too long even for parts");
  const parts = Array.from({ length: Math.ceil(event.length / chunkBytes) }, (_, at) => {
    const chunk = event.subarray(at * chunkBytes, (at + 1) * chunkBytes);
    return { itemId: newId(), plaintext: encodePart(chunk) };
  });
  const last = encodeWhole(
    parts.map(({ itemId }) => itemId),
    digest("parts", event),
  );
  return [...parts, { itemId: newId(), plaintext: last }];
}

/**
 * Joins the parts that a last item names and verifies the whole.
 * `partOf` gives the chunk of an item of the same author; `undefined` where it is not there (yet).
 */
export function joinParts(
  whole: { readonly parts: ReadonlyArray<ItemId>; readonly hash: Bytes },
  partOf: (item: ItemId) => Bytes | undefined,
): Bytes | JoinRefusal {
  const chunks: Bytes[] = [];
  for (const item of whole.parts) {
    const chunk = partOf(item);
    if (chunk === undefined) return "missing-part";
    chunks.push(chunk);
  }
  const content = join(...chunks);
  if (!equal(digest("parts", content), whole.hash)) return "wrong-hash";
  return decodeContent(content)?.type === "event" ? content : "not-an-event";
}
