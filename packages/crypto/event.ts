/**
 * The plaintext of an item is one of three contents, told apart by their first field.
 *
 *   event = [type, version, at, payload]      type: UTF-8 bytes, "feature.verb-past"; at: milliseconds since 1970 by the
 *                                             author's clock, shown, never used for order; payload: UTF-8 JSON
 *   part  = [0, chunk]                        a piece of a content too long for one item, at most 16,000 bytes
 *   whole = [1, [itemId16...], SHA-256("oakroom/parts/v1" 0 content)]       the last item: its parts in order
 */
import type { Bytes, ItemId } from "./values.ts";

/** An event of a feature. Its payload is the feature's to parse. */
export interface SealedEvent {
  /** 1 to 64 signs: a-z, hyphen, one dot. */
  readonly type: string;
  readonly version: number;
  readonly at: number;
  readonly payload: Bytes;
}

/** A content that was opened. */
export type Content =
  | { readonly type: "event"; readonly event: SealedEvent }
  | { readonly type: "part"; readonly chunk: Bytes }
  | { readonly type: "whole"; readonly parts: ReadonlyArray<ItemId>; readonly hash: Bytes };

/** Writes an event. Throws where its type or a number is not of the form. */
export function encodeEvent(event: SealedEvent): Bytes {
  throw new Error(`unbuilt ${event.type}`);
}

/** Reads an opened plaintext; `undefined` where it is no content of ours. */
export function decodeContent(plaintext: Uint8Array): Content | undefined {
  throw new Error(`unbuilt ${plaintext.length}`);
}
