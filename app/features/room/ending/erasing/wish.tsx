import { Link } from "../../../../web/ui/link.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { erasingText as text } from "./text.ts";

/** In an ended room: the other would have it erased, and waits for nothing. Nobody is reminded. */
export function ErasingWish({ room }: { readonly room: RoomInHand }) {
  const { mine, theirs, gone } = room.view.erasing;
  if (!theirs || mine || gone) return null;
  return (
    <Notice actions={<Link href={`/rooms/${room.roomId}/more/erasing`}>{text.title}</Link>}>
      {text.theirs(room.name)}
    </Notice>
  );
}
