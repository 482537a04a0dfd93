/** What is new of a page: the pieces of its document, told once each, and once more when what waited has a hash. */
import { isPageEvent, type PageEvent } from "../features/room/state/documents.ts";
import { waitingEvents } from "./log/timeline.ts";
import type { Room } from "./room.ts";

/** All pieces in the order of the fold, then those that wait to be sent. A room of 10,000 items takes a few milliseconds. */
function piecesOf({ log }: Room, page: string): ReadonlyArray<PageEvent> {
  const placed = log.memory.order.flatMap((hash) => {
    const content = log.memory.contentOf(hash);
    return content?.is === "event" ? content.event : [];
  });
  return [...placed, ...waitingEvents(log)].filter(isPageEvent).filter(({ payload }) => payload.page === page);
}

/** Tells a listener what is new each time it is asked to look. The first time it tells all, also where that is nothing. */
export function pageNews(page: string, listener: (pieces: ReadonlyArray<PageEvent>) => void) {
  const told = new Map<string, string>();
  let hasTold = false;
  return (room: Room | undefined): void => {
    // While a long room is read for the first time, a page would be told in halves.
    if (!room || room.reading) return;
    const news = piecesOf(room, page).filter(({ id, hash }) => told.get(id) !== hash);
    if (news.length === 0 && hasTold) return;
    hasTold = true;
    for (const { id, hash } of news) told.set(id, hash);
    listener(news);
  };
}
