import { useSignal } from "@preact/signals";
import type { ItemId } from "../../../values/id.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { type RoomInHand, useOwn, writeOwn } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { eventOf } from "../state/schema.ts";
import { topicsFor } from "./rules.ts";
import { TopicKept, TopicRemoved, TopicTold, TopicUntold } from "./schema.ts";
import { offlimitsText as text } from "./text.ts";

/** One's own off-limits topics for a room, and those the other let one know of (P38). */
export function Offlimits({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title} promise={text.promise}>
      {(room) => <Lists room={room} />}
    </RoomPage>
  );
}

function Lists({ room }: { readonly room: RoomInHand }) {
  const own = useOwn();
  const { told } = room.view.state.offlimits;
  const mine = own ? topicsFor(own.state.offlimits, room.roomId) : [];
  const theirs = told.filter(({ by }) => by !== room.me);
  const toldByMe = told.filter(({ by }) => by === room.me);
  return (
    <div class="stack stack-sections measure">
      <div class="stack stack-small">
        <p class="muted">{text.lead}</p>
        {mine.length === 0 && toldByMe.length === 0 && <p>{text.none}</p>}
      </div>
      {mine.length > 0 && (
        <TopicList
          title={text.mine}
          topics={mine}
          onRemove={(topic) => void writeOwn(eventOf(TopicRemoved, { topic }))}
        />
      )}
      {toldByMe.length > 0 && (
        <TopicList
          title={text.told(room.name)}
          topics={toldByMe}
          onRemove={(topic) => void room.write(eventOf(TopicUntold, { topic }))}
        />
      )}
      {room.isOpen && <AddTopic room={room} />}
      {theirs.length > 0 && <TopicList title={text.theirs(room.name)} topics={theirs} />}
    </div>
  );
}

interface TopicListProps {
  readonly title: string;
  readonly topics: ReadonlyArray<{ readonly id: ItemId; readonly text: string }>;
  readonly onRemove?: (topic: ItemId) => void;
}

function TopicList({ title, topics, onRemove }: TopicListProps) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="rows">
        {topics.map((topic) => (
          <li key={topic.id} class="row-apart">
            <span dir="auto">{topic.text}</span>
            {onRemove && (
              <Button kind="plain" label={text.removeLabel(topic.text)} onClick={() => onRemove(topic.id)}>
                {text.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddTopic({ room }: { readonly room: RoomInHand }) {
  const key = `offlimits:${room.roomId}`;
  const topic = draft(key);
  const who = useSignal<"me" | "both" | "">("me");
  async function handleAdd() {
    const words = topic.value.trim();
    if (words === "") return;
    const written =
      who.value === "both"
        ? await room.write(eventOf(TopicTold, { text: words }))
        : await writeOwn(eventOf(TopicKept, { roomId: room.roomId, text: words }));
    if (written) dropDraft(key);
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleAdd();
      }}
    >
      <TextField label={text.topic} value={topic} offers={text.offers} />
      <RadioGroup
        label={text.who}
        value={who}
        options={[
          { value: "me", text: text.onlyMe },
          { value: "both", text: text.otherMay(room.name) },
        ]}
      />
      <div>
        <Button type="submit" kind="quiet">
          {text.add}
        </Button>
      </div>
    </form>
  );
}
