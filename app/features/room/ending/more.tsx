import { useSignal } from "@preact/signals";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import {
  endRelationship,
  pauseRelationship,
  refreshRelationships,
  resumeRelationship,
} from "../../programme/relationships/api.ts";
import { me } from "../../programme/sign-in/api.ts";
import { type RoomInHand, untilSent } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { longestNote } from "../notes/rules.ts";
import { NoteWritten } from "../notes/schema.ts";
import { eventOf } from "../state/schema.ts";
import { endingText as text } from "./text.ts";

/** Pausing, ending, and what else belongs to a room; each takes effect at once. */
export function More({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="more">
      {(room) => (
        <div class="stack stack-sections measure">
          <p class="cluster">
            <Link href={`/rooms/${room.roomId}/off-limits`}>{text.off}</Link>
            <Link href="/help">{text.safety}</Link>
          </p>
          {room.relationship.state === "ended" ? (
            <Notice title={text.endedTitle}>{text.endedLine}</Notice>
          ) : (
            <Acts room={room} />
          )}
        </div>
      )}
    </RoomPage>
  );
}

function Acts({ room }: { readonly room: RoomInHand }) {
  return (
    <>
      <PauseAct room={room} />
      <EndAct room={room} />
    </>
  );
}

function PauseAct({ room }: { readonly room: RoomInHand }) {
  const { relationshipId, state } = room.relationship;
  async function handlePress() {
    const answer = await (state === "paused" ? resumeRelationship(relationshipId) : pauseRelationship(relationshipId));
    if (answer.kind !== "done") toast(text.offline);
    await refreshRelationships();
  }
  return (
    <section class="stack">
      <h2>{text.pauseTitle}</h2>
      <p>{state === "paused" ? text.paused : text.pauseLine(room.name)}</p>
      <div>
        <Button kind="quiet" onClick={() => void handlePress()}>
          {state === "paused" ? text.goOn : text.pause}
        </Button>
      </div>
    </section>
  );
}

function EndAct({ room }: { readonly room: RoomInHand }) {
  const key = `ending:${room.roomId}`;
  const message = draft(key);
  const busy = useSignal(false);

  async function handleEnd() {
    busy.value = true;
    if (message.value.trim() !== "" && (await room.write(eventOf(NoteWritten, { text: message.value.trim() })))) {
      dropDraft(key);
      // The room closes with the ending, so the words go first; ending itself is never held up for long.
      await untilSent(room.roomId);
    }
    const answer = await endRelationship(room.relationship.relationshipId);
    busy.value = false;
    toast(answer.kind === "done" ? text.ended : text.offline);
    await refreshRelationships();
  }

  return (
    <section class="stack">
      <h2>{text.endTitle}</h2>
      <p>{text.endLine}</p>
      <p class="muted">{text.heard(me.value?.name ?? "")}</p>
      <TextArea
        label={text.message}
        hint={text.messageHint(room.name)}
        value={message}
        rows={2}
        words
        most={longestNote}
        optional
      />
      <div>
        <Button kind="quiet" busy={busy.value} onClick={() => void handleEnd()}>
          {text.end}
        </Button>
      </div>
    </section>
  );
}
