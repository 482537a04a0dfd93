import { useSignal } from "@preact/signals";
import { draft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { AskedWords } from "./asked-words.tsx";
import { ManualWords } from "./manual-card.tsx";
import type { Manual } from "./rules.ts";
import { ManualWritten } from "./schema.ts";
import { feedbackText as text, manualChoices } from "./text.ts";

/** Thoughts that wait for their moment, and how each of the two likes feedback. */
export function FeedbackBody({ room }: { readonly room: RoomInHand }) {
  return (
    <div class="stack stack-sections measure">
      {room.view.state.feedback.asked
        .filter(({ given }) => given === undefined)
        .map(({ id, by, topic }) => (
          <AskedWords key={id} room={room} id={id} by={by} topic={topic} />
        ))}
      <Theirs room={room} />
      <section class="stack">
        <h2>{text.mine}</h2>
        <ManualForm room={room} />
      </section>
    </div>
  );
}

/** One's own manual and the other's, as a card of a session. */
export function ManualCard({ room }: { readonly room: RoomInHand }) {
  return (
    <div class="stack">
      <Theirs room={room} />
      <Disclosure summary={text.mine}>
        <ManualForm room={room} />
      </Disclosure>
    </div>
  );
}

function Theirs({ room }: { readonly room: RoomInHand }) {
  const manual = room.view.state.feedback.manuals[room.other];
  return (
    <section class="stack">
      <h2>{text.manualOf(room.name)}</h2>
      {manual ? <ManualWords manual={manual} /> : <p class="muted">{text.manualNone(room.name)}</p>}
    </section>
  );
}

function ManualForm({ room }: { readonly room: RoomInHand }) {
  const kept = room.view.state.feedback.manuals[room.me];
  const how = useSignal<Manual["how"]>(kept?.how ?? "");
  const moment = useSignal<Manual["moment"]>(kept?.moment ?? "");
  const medium = useSignal<Manual["medium"]>(kept?.medium ?? "");
  const avoid = draft(`manual:${room.roomId}:avoid`, kept?.avoid);
  const quiet = draft(`manual:${room.roomId}:quiet`, kept?.quiet);
  const said = useSignal("");

  async function handleSubmit(event: Event) {
    event.preventDefault();
    const manual: Manual = {
      how: how.value,
      moment: moment.value,
      medium: medium.value,
      avoid: avoid.value.trim(),
      quiet: quiet.value.trim(),
    };
    if (await room.write(eventOf(ManualWritten, manual))) said.value = text.saved;
  }

  return (
    <form class="stack" onSubmit={(event) => void handleSubmit(event)}>
      <RadioGroup label={text.how} value={how} inline optional options={manualChoices.how} />
      <RadioGroup label={text.moment} value={moment} inline optional options={manualChoices.moment} />
      <RadioGroup label={text.medium} value={medium} inline optional options={manualChoices.medium} />
      <TextArea label={text.avoid} value={avoid} words rows={2} most={longestWords} optional />
      <TextArea label={text.quiet} value={quiet} words rows={2} most={longestWords} optional />
      <p class="muted small">{text.readers(room.name)}</p>
      <div class="cluster">
        <Button type="submit" kind="quiet">
          {text.save}
        </Button>
        <output class="muted small">{said.value}</output>
      </div>
    </form>
  );
}
