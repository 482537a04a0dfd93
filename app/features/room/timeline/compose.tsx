import { useSignal } from "@preact/signals";
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
import { timelineText as text } from "./text.ts";

/** The box to write in. It always says whose room the words go into; a draft outlives leaving the page. */
export function Compose({ room, sessionId }: { readonly room: RoomInHand; readonly sessionId?: SessionId }) {
  const key = `note:${room.roomId}${sessionId ?? ""}`;
  const words = draft(key);
  const kind = useSignal<"note" | "heard">("note");

  async function handleSend() {
    const said = words.value.trim();
    if (said === "" || Array.from(said).length > longestNote) return;
    const written = await room.write(
      eventOf(kind.value === "heard" ? HeardSent : NoteWritten, { text: said, ...(sessionId ? { sessionId } : {}) }),
    );
    if (written === undefined) return;
    dropDraft(key);
    kind.value = "note";
  }

  return (
    <Card>
      <div class="stack">
        <TextArea
          label={<NameDot name={text.compose(room.name)} id={room.other} />}
          value={words}
          words
          rows={2}
          most={longestNote}
          placeholder={kind.value === "heard" ? text.heardHint : text.placeholder}
          onSend={() => void handleSend()}
        />
        <div class="cluster cluster-apart">
          <div class="buttons-plain">
            {(["note", "heard"] as const).map((each) => (
              <Button key={each} kind="plain" pressed={kind.value === each} onClick={() => (kind.value = each)}>
                {text.kinds[each]}
              </Button>
            ))}
          </div>
          <Button kind="quiet" onClick={() => void handleSend()} disabled={words.value.trim() === ""}>
            {text.send}
          </Button>
        </div>
      </div>
    </Card>
  );
}
