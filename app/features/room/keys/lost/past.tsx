import { dayOf, formatDate } from "../../../../web/client/format.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { pastText as text } from "./text.ts";

/** What a room went through: that the two began it again, that what was written stays closed to one of them, and that the server came back from an older copy. */
export function Past({ room }: { readonly room: RoomInHand }) {
  const { begunAnewAt, isPastClosed, restored } = room.view;
  if (begunAnewAt === undefined && !isPastClosed && !restored) return null;
  return (
    <div class="muted small">
      {begunAnewAt !== undefined && <p>{text.begun(room.name, formatDate(dayOf(begunAnewAt)))}</p>}
      {isPastClosed && <p>{text.closed(room.name)}</p>}
      {restored && <p>{text.restored(formatDate(dayOf(restored.at)), restored.gave)}</p>}
    </div>
  );
}
