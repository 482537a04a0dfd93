import { Link } from "../../../../web/ui/link.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { erasingText as text } from "./text.ts";

/** In an ended room: the other would have it erased, or keep it where oneself would not. Nobody is reminded. */
export function ErasingWish({ room }: { readonly room: RoomInHand }) {
  const { mine, theirs, keptBy, gone } = room.view.erasing;
  const isAsked = theirs && !mine && keptBy !== "me";
  if (gone || (!isAsked && keptBy !== "them")) return null;
  return (
    <Notice actions={<Link href={`/rooms/${room.roomId}/more/erasing`}>{text.title}</Link>}>
      {isAsked ? text.theirs(room.name) : text.keptByThem(room.name)}
    </Notice>
  );
}
