import { useSignal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { type RoomInHand, useOwn, writeOwn } from "../frame/hand.tsx";
import { type OwnTopic, topicsFor } from "../offlimits/rules.ts";
import { TopicKept, TopicRemoved } from "../offlimits/schema.ts";
import { eventOf } from "../state/schema.ts";
import { reviewsText as text } from "./text.ts";

/** One's own off-limits topics, read again by their owner alone: keep, loosen or remove (P38, P96). Nothing where there are none. */
export function OwnTopics({ room }: { readonly room: RoomInHand }) {
  const own = useOwn();
  const looked = useSignal<ReadonlyArray<string>>([]);
  const topics = own ? topicsFor(own.state.offlimits, room.roomId) : [];
  const open = topics.filter(({ id }) => !looked.value.includes(id));
  if (open.length === 0) return null;
  return (
    <section class="stack">
      <h2>{text.off}</h2>
      <p class="muted">{text.offLine}</p>
      <ul class="rows">
        {open.map((topic) => (
          <Topic key={topic.id} topic={topic} onKeep={() => (looked.value = [...looked.value, topic.id])} />
        ))}
      </ul>
    </section>
  );
}

function Topic({ topic, onKeep }: { readonly topic: OwnTopic; readonly onKeep: () => void }) {
  const words = useSignal<string>(topic.text);
  const loosening = useSignal(false);
  const remove = () => writeOwn(eventOf(TopicRemoved, { topic: topic.id }));

  async function handleLoosen() {
    const looser = words.value.trim();
    if (looser === "" || looser === topic.text) onKeep();
    else if (await writeOwn(eventOf(TopicKept, { roomId: topic.roomId, text: looser }))) await remove();
  }

  if (loosening.value)
    return (
      <li>
        <form
          class="stack stack-small"
          onSubmit={(event) => {
            event.preventDefault();
            void handleLoosen();
          }}
        >
          <TextField label={text.looser} value={words} />
          <div>
            <Button type="submit" kind="quiet">
              {text.keepWords}
            </Button>
          </div>
        </form>
      </li>
    );
  return (
    <li class="row-apart">
      <span dir="auto">{topic.text}</span>
      <span class="buttons-plain">
        <Button kind="plain" label={text.labelOf(text.keep, topic.text)} onClick={onKeep}>
          {text.keep}
        </Button>
        <Button kind="plain" label={text.labelOf(text.loosen, topic.text)} onClick={() => (loosening.value = true)}>
          {text.loosen}
        </Button>
        <Button kind="plain" label={text.labelOf(text.remove, topic.text)} onClick={() => void remove()}>
          {text.remove}
        </Button>
      </span>
    </li>
  );
}
