import { useSignal } from "@preact/signals";
import { firstContext } from "../../../../content/en/first-meeting.generated.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { nameShown } from "../frame/named/rules.ts";
import { RoomPage } from "../frame/room-page.tsx";
import { eventOf } from "../state/schema.ts";
import { contextFields, contextOf, type ContextWords, longestContext } from "./rules.ts";
import { ContextWritten } from "./schema.ts";
import { contextText as text, fieldText } from "./text.ts";

/** The page of the mentee's context (P18): the mentee writes it, the mentor reads it. */
export function Context({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={titleFor(roomId)}>
      {(room) => <ContextBody room={room} />}
    </RoomPage>
  );
}

/** Whose context it is: the mentee's. */
function titleFor(roomId: string): string {
  const pair = relationships.value?.find((one) => one.roomId === roomId);
  return pair?.myRole === "mentor" ? text.theirs(nameShown(pair.partner.name)) : text.mine;
}

/** The same as a card of a session. */
export function ContextCard({ room }: { readonly room: RoomInHand }) {
  const isMine = room.relationship.myRole === "mentee";
  return (
    <Card soft title={isMine ? text.mine : text.theirs(room.name)}>
      <ContextBody room={room} />
    </Card>
  );
}

function ContextBody({ room }: { readonly room: RoomInHand }) {
  if (room.relationship.myRole !== "mentee" || !room.isOpen) return <ContextRead room={room} />;
  return (
    <div class="stack measure">
      <Guidance block={firstContext} />
      <ContextForm room={room} />
    </div>
  );
}

function ContextRead({ room }: { readonly room: RoomInHand }) {
  const mentee = room.relationship.myRole === "mentee" ? room.me : room.other;
  const card = contextOf(room.view.state.context, mentee);
  if (!card) return <p class="muted">{text.none}</p>;
  return (
    <div class="stack measure">
      <p class="muted small">{text.changed(formatDate(dayOf(card.at)))}</p>
      {contextFields
        .filter((field) => card.words[field] !== "")
        .map((field) => (
          <section key={field} class="stack stack-small">
            <h3>{fieldText[field]}</h3>
            <Words>{card.words[field]}</Words>
          </section>
        ))}
    </div>
  );
}

function ContextForm({ room }: { readonly room: RoomInHand }) {
  const kept = contextOf(room.view.state.context, room.me)?.words;
  const key = `context:${room.roomId}`;
  const fields = contextFields.map((field) => ({ field, value: draft(`${key}:${field}`, kept?.[field]) }));
  const said = useSignal("");

  async function save(words: ContextWords, told: string) {
    if (await room.write(eventOf(ContextWritten, words))) said.value = told;
  }
  function handleSubmit(event: Event) {
    event.preventDefault();
    const [days = "", people = "", hard = "", care = ""] = fields.map(({ value }) => value.value.trim());
    const isSame = kept && days === kept.days && people === kept.people && hard === kept.hard && care === kept.care;
    if (!isSame) void save({ days, people, hard, care }, text.saved);
  }
  function handleRemove() {
    for (const { field } of fields) dropDraft(`${key}:${field}`);
    void save({ days: "", people: "", hard: "", care: "" }, "");
    toast(text.removed, { undo: () => kept && void save(kept, "") });
  }

  return (
    <form class="stack" onSubmit={handleSubmit}>
      {fields.map(({ field, value }) => (
        <TextArea
          key={field}
          label={fieldText[field]}
          value={value}
          rows={2}
          words
          most={longestContext}
          onChange={() => (said.value = "")}
        />
      ))}
      <p class="muted small">{text.readers(room.name)}</p>
      <div class="cluster">
        <Button type="submit" kind="quiet">
          {text.save}
        </Button>
        {kept && <Remove onPress={handleRemove} />}
        <output class="muted small">{said.value}</output>
      </div>
    </form>
  );
}

function Remove({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button kind="plain" onClick={onPress}>
      {text.remove}
    </Button>
  );
}
