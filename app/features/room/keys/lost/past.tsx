import { dayOf, formatDate } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { lookedBackAt, type RoomInHand } from "../../frame/hand.tsx";
import { pastText as text } from "./text.ts";

/** What a room went through: that the two began it again, that what was written stays closed to one of them, and that the server came back from an older copy. */
export function Past({ room }: { readonly room: RoomInHand }) {
  const { begunAnewAt, isPastClosed, before, restored } = room.view;
  if (begunAnewAt === undefined && !isPastClosed && !before && !restored) return null;
  return (
    <div class="muted small">
      {begunAnewAt !== undefined && <p>{text.begun(room.name, formatDate(dayOf(begunAnewAt)))}</p>}
      {isPastClosed && <p>{text.closed(room.name)}</p>}
      {before && <p>{text.kept(room.name)}</p>}
      {before && (
        <Button kind="plain" onClick={() => (lookedBackAt.value = room.roomId)}>
          {text.look}
        </Button>
      )}
      {restored && <p>{text.restored(formatDate(dayOf(restored.at)), restored.gave)}</p>}
    </div>
  );
}

/** Stands above every screen of a room that shows what was before, with the way back. */
export function AsItWas({ room }: { readonly room: RoomInHand }) {
  return (
    <Notice
      title={text.before}
      actions={
        <Button kind="quiet" onClick={() => (lookedBackAt.value = undefined)}>
          {text.back}
        </Button>
      }
    >
      {text.beforeLine(room.name)}
    </Notice>
  );
}
