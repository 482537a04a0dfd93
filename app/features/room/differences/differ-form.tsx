import { useSignal } from "@preact/signals";
import { draft } from "../../../web/client/draft.ts";
import { TextArea, TextField } from "../../../web/ui/text-field.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps, sendKind } from "../timeline/kinds/kind-form.tsx";
import { DifferenceSaid } from "./schema.ts";
import { differencesText as text } from "./text.ts";

/** "We see this differently": what it is about, and how its writer sees it. */
export function DifferForm({ room, sessionId, onDone }: KindFormProps) {
  const keys = [`differ:${room.roomId}:about`, `differ:${room.roomId}:view`] as const;
  const about = draft(keys[0]);
  const view = draft(keys[1]);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSend() {
    const said = { about: about.value.trim(), text: view.value.trim() };
    fault.value = said.about === "" || said.text === "" ? text.nothing : undefined;
    if (fault.value !== undefined) return;
    if (await sendKind(room, eventOf(DifferenceSaid, { ...said, ...(sessionId ? { sessionId } : {}) }), keys)) onDone();
  }

  return (
    <KindFrame room={room} fault={fault.value} onSend={handleSend}>
      <TextField label={text.about} value={about} />
      <TextArea label={text.view} hint={text.viewHint} value={view} words rows={2} most={longestWords} />
      <p class="muted small">{text.after(room.name)}</p>
    </KindFrame>
  );
}
