import { vault } from "../../../vault/browser/client.ts";
import type { RoomView } from "../../../vault/vault.ts";
import { FeedbackAsked, UpwardAsked } from "../feedback/schema.ts";
import { QuestionAsked } from "../questions/schema.ts";
import { ReleaseAsked } from "../releases/schema.ts";
import { SessionOffered } from "../sessions/schema.ts";
import { shownTypes } from "./lines.tsx";
import { unseen } from "./rules.ts";
import { placed, seenIn } from "./seen.tsx";

/** How far back to look, in entries: whoever has missed more has missed the newest too. */
const lookBack = 50;

/** What waits for an answer of the reader. */
const asking = new Set<string>(
  [FeedbackAsked, UpwardAsked, QuestionAsked, ReleaseAsked, SessionOffered].map(({ type }) => type),
);

/** What the other put into a room that this device has not shown yet: how many things, and whether one of them asks something. */
export async function unseenIn({ room, other }: RoomView): Promise<{ readonly count: number; readonly asks: boolean }> {
  const page = await vault.timeline(room, { limit: lookBack, types: shownTypes });
  if (page === "no-such-room") return { count: 0, asks: false };
  const news = new Set(unseen(placed(page.entries), seenIn(room), other));
  const asks = page.entries.some(
    (entry) => entry.is === "event" && news.has(entry.place) && asking.has(entry.event.type),
  );
  return { count: news.size, asks };
}
