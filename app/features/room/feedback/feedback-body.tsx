import { useSignal } from "@preact/signals";
import { draft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { OfferProps } from "../reuse/parts.tsx";
import { closedSessions } from "../sessions/rules.ts";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { AskedWords } from "./asked-words.tsx";
import { ManualOf, ManualWords } from "./manual-card.tsx";
import { isUpwardHere, type Manual } from "./rules.ts";
import { ManualWritten } from "./schema.ts";
import { feedbackText as text, manualChoices } from "./text.ts";
import { UpwardCard } from "./upward-card.tsx";

/** Thoughts that wait for their moment, and how each of the two likes feedback. */
export function FeedbackBody({ room }: { readonly room: RoomInHand }) {
  return (
    <div class="stack stack-sections measure">
      <Upwards room={room} />
      {room.view.state.feedback.asked
        .filter(({ given }) => given === undefined)
        .map(({ id, by, topic }) => (
          <div key={id} data-news>
            <AskedWords room={room} id={id} by={by} topic={topic} />
          </div>
        ))}
      <Theirs room={room} />
      <section class="stack">
        <h2>{text.mine}</h2>
        <ManualForm room={room} />
      </section>
    </div>
  );
}

const ManualElsewhere = lazily<OfferProps<Manual>>(() => import("../reuse/parts.tsx").then((m) => m.ManualElsewhere));

/** One's own manual as a card of a session, and the other's where they have written one (P81). */
export function ManualCard({ room }: { readonly room: RoomInHand }) {
  return (
    <Card soft title={text.mine}>
      <div class="stack">
        <ManualOf room={room} />
        <ManualForm room={room} />
      </div>
    </Card>
  );
}

/** After every third session, until it was asked: the mentor's question about their own mentoring (P30). */
function Upwards({ room }: { readonly room: RoomInHand }) {
  const { feedback, sessions } = room.view.state;
  const closed = closedSessions(sessions);
  const last = closed.at(-1);
  if (!last || !room.isOpen) return null;
  const here = { sessionId: last.id, me: room.me };
  if (!isUpwardHere(closed.length, room.relationship.myRole, feedback, here)) return null;
  return <UpwardCard room={room} session={last} />;
}

function Theirs({ room }: { readonly room: RoomInHand }) {
  const manual = room.view.state.feedback.manuals[room.other];
  if (!manual) return null;
  return (
    <section class="stack" data-news>
      <h2>{text.manualOf(room.name)}</h2>
      <ManualWords manual={manual} />
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

  function take(found: Manual) {
    how.value = found.how;
    moment.value = found.moment;
    medium.value = found.medium;
    avoid.value = found.avoid;
    quiet.value = found.quiet;
  }

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
      {!kept && <ManualElsewhere room={room} onTake={take} />}
    </form>
  );
}
