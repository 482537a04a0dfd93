/** What a timeline and a search hold, as the union of what the declarations of a log say: everything in it was parsed by one of them. */
import type { RoomEvent } from "../features/room/state/fold.ts";
import type { Opened } from "../features/room/state/rules.ts";
import type { TimelinePage } from "./vault.ts";

/** Always true: a page holds the events of its log's declarations. */
export function isPageOf<Event>(page: TimelinePage<Opened>): page is TimelinePage<Opened> & TimelinePage<Event> {
  return page.entries.length >= 0;
}

/** True for whatever was parsed in a room. */
export function isRoomEvent(event: Opened): event is Opened & RoomEvent {
  return event.type.includes(".");
}
