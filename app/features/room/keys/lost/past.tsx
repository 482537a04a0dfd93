import { dayOf, formatDate } from "../../../../web/client/format.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { pastText as text } from "./text.ts";

/** What a room went through: that the two began it again, and that the server came back from an older copy. */
export function Past({ room }: { readonly room: RoomInHand }) {
  const { begunAnewAt, restored } = room.view;
  if (begunAnewAt === undefined && !restored) return null;
  return (
    <div class="muted small">
      {begunAnewAt !== undefined && <p>{text.begun(room.name, formatDate(dayOf(begunAnewAt)))}</p>}
      {restored && <p>{text.restored(formatDate(dayOf(restored.at)), restored.gave)}</p>}
    </div>
  );
}
