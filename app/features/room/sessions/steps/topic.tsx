import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import type { Session } from "../rules.ts";
import { SessionTopic } from "../schema.ts";
import { stepsText as text } from "./text.ts";

/** The topics of a session: the mentee's first, the mentor's only below it (P59, P79). */
export function TopicField({ room, session }: { readonly room: RoomInHand; readonly session: Session }) {
  const isMentee = room.relationship.myRole === "mentee";
  const theirs = session.topics[room.other] ?? "";
  const other = theirs !== "" && (
    <div>
      <p class="muted small">{text.theirTopic(room.name)}</p>
      <Words>{theirs}</Words>
    </div>
  );
  return (
    <section class="stack">
      {!isMentee && (other || <p class="muted">{text.comesFirst(room.name)}</p>)}
      <OwnTopic room={room} session={session} />
      {isMentee && (other || <p class="muted small">{text.mayAdd(room.name)}</p>)}
    </section>
  );
}

function OwnTopic({ room, session }: { readonly room: RoomInHand; readonly session: Session }) {
  const kept = session.topics[room.me] ?? "";
  const topic = useSignal(kept);
  const touched = useSignal(false);
  const said = useSignal("");
  useEffect(() => {
    if (!touched.peek()) topic.value = kept;
  }, [kept, topic, touched]);

  async function handleSave() {
    if (topic.value.trim() === kept) return;
    const written = await room.write(eventOf(SessionTopic, { sessionId: session.id, text: topic.value.trim() }));
    if (written) said.value = text.saved;
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSave();
      }}
    >
      <TextField
        label={room.relationship.myRole === "mentee" ? text.topic : text.topicMentor}
        hint={text.topicHint(room.name)}
        value={topic}
        onChange={() => (touched.value = true)}
      />
      <div class="cluster">
        <Button type="submit" kind="quiet">
          {text.saveTopic}
        </Button>
        <output class="muted small">{said.value}</output>
      </div>
    </form>
  );
}
