import { vault } from "../../../vault/browser/client.ts";
import type { RoomView } from "../../../vault/vault.ts";
import { shownTypes } from "./lines.tsx";
import { firstUnseen } from "./rules.ts";
import { placed, seenIn } from "./seen.tsx";

/** How far back to look, in entries: whoever has missed more has missed the newest too. */
const lookBack = 50;

/** Whether the other put something into a room that this device has not shown yet. */
export async function unseenIn({ room, other }: RoomView): Promise<boolean> {
  const page = await vault.timeline(room, { limit: lookBack, types: shownTypes });
  return page !== "no-such-room" && firstUnseen(placed(page.entries), seenIn(room), other) !== undefined;
}
