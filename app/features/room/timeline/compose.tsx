import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
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

interface ComposeProps {
  readonly room: RoomInHand;
  readonly sessionId?: SessionId;
}

/** The box to write in. It always says whose room the words go into; a draft outlives leaving the page. */
export function Compose({ room, sessionId }: ComposeProps) {
  const kind = useSignal<Kind>("note");
  const hasLeft = useSignal(false);
  const handleLeave = () => {
    hasLeft.value = true;
    kind.value = "note";
  };
  return (
    <Card>
      {kind.value === "note" || kind.value === "heard" ? (
        <NoteBox room={room} {...(sessionId ? { sessionId } : {})} kind={kind} takesFocus={hasLeft.value} />
      ) : (
        <KindPlace room={room} sessionId={sessionId} name={kind.value} onLeave={handleLeave} />
      )}
    </Card>
  );
}

interface NoteBoxProps extends ComposeProps {
  readonly kind: Signal<Kind>;
  /** True where somebody came back from a form: the focus would be nowhere. */
  readonly takesFocus: boolean;
}

function NoteBox({ room, sessionId, kind, takesFocus }: NoteBoxProps) {
  const key = `note:${room.roomId}${sessionId ?? ""}`;
  const words = draft(key);
  const field = useId();
  const isEmpty = useSignal(false);
  const busy = useSignal(false);
  useEffect(() => {
    if (takesFocus) document.getElementById(field)?.focus();
  }, [takesFocus, field]);

  async function handleSend() {
    if (busy.value) return;
    const said = words.value.trim();
    isEmpty.value = said === "";
    if (isEmpty.value || Array.from(said).length > longestNote) {
      document.getElementById(field)?.focus();
      return;
    }
    busy.value = true;
    const content = { text: said, ...(sessionId ? { sessionId } : {}) };
    const written = await room.write(eventOf(kind.value === "heard" ? HeardSent : NoteWritten, content));
    busy.value = false;
    if (written === undefined) return;
    dropDraft(key);
    kind.value = "note";
  }

  return (
    <div class="stack">
      <TextArea
        id={field}
        label={<NameDot name={text.compose(room.name)} id={room.other} />}
        value={words}
        words
        rows={2}
        most={longestNote}
        error={isEmpty.value && words.value.trim() === "" ? text.nothingToSend : undefined}
        {...(kind.value === "heard" ? { hint: text.heardLine(room.name) } : {})}
        placeholder={kind.value === "heard" ? text.heardHint : text.placeholder}
        onSend={() => void handleSend()}
      />
      <div class="cluster cluster-apart">
        <Kinds kind={kind} name={room.name} />
        <Button kind="quiet" onClick={() => void handleSend()}>
          {text.send}
        </Button>
      </div>
    </div>
  );
}
