import { useSignal } from "@preact/signals";
import type { ItemId } from "../../../values/id.ts";
import { draft } from "../../../web/client/draft.ts";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, sendKind } from "../timeline/kinds/kind-form.tsx";
import { ManualOf } from "./manual-card.tsx";
import { refuseBalanced } from "./rules.ts";
import { feedbackLineText as said } from "./said/text.ts";
import { FeedbackGiven } from "./schema.ts";
import { feedbackText as text, refusalText } from "./text.ts";

/** Keep, try, my part: below the manual of whoever will hear it (P27, P81). */
export function BalancedForm({ room, asked }: { readonly room: RoomInHand; readonly asked: ItemId }) {
  const keys = [`feedback:${asked}:keep`, `feedback:${asked}:try`, `feedback:${asked}:part`] as const;
  const [keep, attempt, part] = [draft(keys[0]), draft(keys[1]), draft(keys[2])];
  const fault = useSignal<string | undefined>(undefined);
  async function handleSend() {
    const words = { keep: keep.value.trim(), try: attempt.value.trim(), part: part.value.trim() };
    const refused = refuseBalanced(words);
    fault.value = refused && refusalText[refused];
    if (!refused) await sendKind(room, eventOf(FeedbackGiven, { asked, ...words }), keys);
  }
  const fields = [
    { label: said.parts.keep, hint: text.hints.keep, value: keep },
    { label: said.parts.try, hint: text.hints.try, value: attempt },
    { label: said.parts.part, hint: text.hints.part, value: part },
  ];
  return (
    <KindFrame room={room} fault={fault.value} onSend={handleSend}>
      <ManualOf room={room} />
      {fields.map((field) => (
        <TextArea key={field.label} {...field} words rows={2} most={longestWords} />
      ))}
    </KindFrame>
  );
}
