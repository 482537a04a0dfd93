/** Search over what can be read. Fetched when somebody searches. */
import { isPageEvent } from "../features/room/state/documents.ts";
import type { Opened, States } from "../features/room/state/rules.ts";
import type { LogId } from "../values/id.ts";
import type { SyncedLog } from "./log/synced-log.ts";
import type { Room } from "./room.ts";
import { isRoomEvent } from "./typed.ts";
import type { Found } from "./vault.ts";

/** At most so many are found in one room. */
const mostFound = 200;

/** What holds all the words, newest first, in all rooms or in one. */
export function searchRooms(all: ReadonlyArray<Room>, text: string, only?: LogId): ReadonlyArray<Found> {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const rooms = all.filter(({ log }) => only === undefined || log.id === only);
  return rooms.flatMap(({ log }) =>
    searchLog(log, words, mostFound)
      .filter(isRoomEvent)
      .map((event) => ({ room: log.id, event })),
  );
}

/** The events that hold all the words, newest first. A plain scan: 10,000 take a few milliseconds. */
function searchLog(log: SyncedLog<States>, words: ReadonlyArray<string>, most: number): ReadonlyArray<Opened> {
  const { order } = log.memory;
  const found: Opened[] = [];
  // Of a page, only what it holds now is found, by its newest snapshot.
  const pages = new Set<string>();
  for (let at = order.length - 1; at >= 0 && found.length < most; at -= 1) {
    const content = log.memory.contentOf(order[at] ?? "");
    if (content?.is !== "event" || log.memory.takenBack.has(order[at] ?? "")) continue;
    if (content.event.type === "pages.kept" && isPageEvent(content.event)) {
      const { page } = content.event.payload;
      if (pages.has(page)) continue;
      pages.add(page);
    }
    if (words.every((word) => content.searched.includes(word))) found.push(content.event);
  }
  return found;
}
