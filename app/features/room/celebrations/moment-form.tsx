import { useSignal } from "@preact/signals";
import { draft } from "../../../web/client/draft.ts";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps, sendKind } from "../timeline/kinds/kind-form.tsx";
import { MomentShared } from "./schema.ts";
import { celebrationsText as text } from "./text.ts";

/** A good moment in a sentence or two (P45). */
export function MomentForm({ room, sessionId, onDone }: KindFormProps) {
  const key = `moment:${room.roomId}`;
  const words = draft(key);
  const fault = useSignal<string | undefined>(undefined);
  async function handleSend() {
    const said = words.value.trim();
    fault.value = said === "" ? text.nothing : undefined;
    if (said === "") return;
    const shared = { text: said, ...(sessionId ? { sessionId } : {}) };
    if (await sendKind(room, eventOf(MomentShared, shared), [key])) onDone();
  }
  return (
    <KindFrame room={room} fault={fault.value} onSend={handleSend}>
      <TextArea label={text.what} hint={text.hint} value={words} words rows={2} most={longestWords} />
    </KindFrame>
  );
}
