/** What the items of a log turned out to hold. */
import type { Opened } from "../../features/room/state/rules.ts";
import type { AccountId, DeviceId, ItemId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";

/** An event of the vault itself, in one's own log. */
export interface SelfEvent {
  readonly type: string;
  readonly payload: unknown;
}

/** What an accepted record holds. */
export type Content =
  /** An event of a feature, with the words that search finds it by. */
  | { readonly is: "event"; readonly event: Opened; readonly searched: string }
  | { readonly is: "self"; readonly event: SelfEvent }
  /** A piece of a long content, with its place: only a whole that follows closely takes it. */
  | { readonly is: "part"; readonly chunk: Uint8Array; readonly device: DeviceId; readonly seq: number }
  /** A type or version that this program does not know. The next program reads it from the sealed item. */
  | { readonly is: "newer"; readonly at: Instant; readonly type: string; readonly version: number }
  | { readonly is: "damaged" }
  /** The key of its epoch is not here. */
  | { readonly is: "shut" }
  /** An epoch or a readmit: it has a place, and nothing to read. */
  | { readonly is: "record" };

/** An accepted record with what it holds. */
export interface Line {
  readonly hash: string;
  readonly id: ItemId | undefined;
  readonly author: AccountId;
  readonly device: DeviceId;
  readonly epoch: number;
  readonly content: Content;
}

/** True for what a timeline shows. */
export function isShown(content: Content): boolean {
  return content.is === "event" || content.is === "newer" || content.is === "damaged";
}
