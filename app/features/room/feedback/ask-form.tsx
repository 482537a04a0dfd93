import { useSignal } from "@preact/signals";
import { draft } from "../../../web/client/draft.ts";
import { TextField } from "../../../web/ui/text-field.tsx";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps, sendKind } from "../timeline/kinds/kind-form.tsx";
import { ManualOf } from "./manual-card.tsx";
import { FeedbackAsked } from "./schema.ts";
import { feedbackText as text } from "./text.ts";

/** A feedback note begins with a topic and a question: now, later or not today (P22). */
export function AskForm({ room, onDone }: KindFormProps) {
  const key = `feedback:${room.roomId}`;
  const topic = draft(key);
  const fault = useSignal<string | undefined>(undefined);
  async function handleSend() {
    const about = topic.value.trim();
    fault.value = about === "" ? text.topicNone : undefined;
    if (about === "") return;
    if (await sendKind(room, eventOf(FeedbackAsked, { topic: about }), [key])) onDone();
  }
  return (
    <KindFrame room={room} fault={fault.value} send={text.ask(room.name)} onSend={handleSend}>
      <ManualOf room={room} />
      <TextField label={text.topic} hint={text.topicHint(room.name)} value={topic} />
    </KindFrame>
  );
}
