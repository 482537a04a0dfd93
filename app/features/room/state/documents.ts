/** The documents among a room's events: pages that both write on. The vault hands out their pieces; what they come to, a page's own code knows. */
import type { PageEvent } from "../pages/rules.ts";
import { type Part, roomParts } from "./fold.ts";
import type { Opened } from "./rules.ts";

export type { PageEvent } from "../pages/rules.ts";

const parts: ReadonlyArray<Part> = roomParts;
const documents: ReadonlySet<string> = new Set(
  parts.flatMap(({ events }) => events.flatMap(({ type, isDocument }) => (isDocument ? [type] : []))),
);

/** The coarse kind of an event's item. */
export function itemKindOf(type: string): "content" | "document" {
  return documents.has(type) ? "document" : "content";
}

/** True for a piece of a page's document. */
export function isPageEvent(event: Opened): event is PageEvent {
  return documents.has(event.type);
}
