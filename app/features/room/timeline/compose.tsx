import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { NameDot } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { SessionId } from "../../../values/id.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { longestNote } from "../notes/rules.ts";
import { HeardSent, NoteWritten } from "../notes/schema.ts";
import { eventOf } from "../state/schema.ts";
import { type Kind, KindPlace, Kinds } from "./kinds/kinds.tsx";
import { timelineText as text } from "./text.ts";
import "./compose.css";

/** The box to write in. It always says whose room the words go into; a draft outlives leaving the page. */
export function Compose({ room, sessionId }: { readonly room: RoomInHand; readonly sessionId?: SessionId }) {
  const key = `note:${room.roomId}${sessionId ?? ""}`;
  const words = draft(key);
  const field = useId();
  const kind = useSignal<Kind>("note");
  const isEmpty = useSignal(false);

  async function handleSend() {
    const said = words.value.trim();
    isEmpty.value = said === "";
    if (isEmpty.value || Array.from(said).length > longestNote) {
      document.getElementById(field)?.focus();
      return;
    }
    const written = await room.write(
      eventOf(kind.value === "heard" ? HeardSent : NoteWritten, { text: said, ...(sessionId ? { sessionId } : {}) }),
    );
    if (written === undefined) return;
    dropDraft(key);
    kind.value = "note";
  }

  if (kind.value !== "note" && kind.value !== "heard") {
    return (
      <Card>
        <KindPlace room={room} sessionId={sessionId} name={kind.value} onLeave={() => (kind.value = "note")} />
      </Card>
    );
  }
  return (
    <Card>
      <div class="stack">
        <TextArea
          id={field}
          label={<NameDot name={text.compose(room.name)} id={room.other} />}
          value={words}
          words
          rows={2}
          most={longestNote}
          error={isEmpty.value && words.value.trim() === "" ? text.nothingToSend : undefined}
          placeholder={kind.value === "heard" ? text.heardHint : text.placeholder}
          onSend={() => void handleSend()}
        />
        <div class="cluster cluster-apart">
          <Kinds kind={kind} />
          <Button kind="quiet" onClick={() => void handleSend()}>
            {text.send}
          </Button>
        </div>
      </div>
    </Card>
  );
}
