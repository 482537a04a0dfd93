import { useSignal } from "@preact/signals";
import { repairOwn } from "../../../../content/en/repair.generated.ts";
import { draft } from "../../../web/client/draft.ts";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps, sendKind } from "../timeline/kinds/kind-form.tsx";
import { refuseOwned } from "./rules.ts";
import { repairLineText as said } from "./said/text.ts";
import { MistakeOwned } from "./schema.ts";
import { repairText as text } from "./text.ts";

/** "I got this wrong": three short prompts; there is no place to ask for forgiveness (P16). */
export function OwnedForm({ room, sessionId, onDone }: KindFormProps) {
  const key = (name: string) => `owned:${room.roomId}:${name}`;
  const [what, effect, now] = [draft(key("what")), draft(key("effect")), draft(key("now"))];
  const fault = useSignal<string | undefined>(undefined);
  async function handleSend() {
    const words = { what: what.value.trim(), effect: effect.value.trim(), now: now.value.trim() };
    fault.value = refuseOwned(words) && text.ownedNone;
    if (fault.value !== undefined) return;
    const owned = eventOf(MistakeOwned, { ...words, ...(sessionId ? { sessionId } : {}) });
    if (await sendKind(room, owned, ["what", "effect", "now"].map(key))) onDone();
  }
  const fields = [
    { label: said.ownedParts.what, value: what },
    { label: said.ownedParts.effect, value: effect },
    { label: said.ownedParts.now, value: now },
  ];
  return (
    <KindFrame room={room} fault={fault.value} onSend={handleSend}>
      <Guidance block={repairOwn} />
      {fields.map((field) => (
        <TextArea key={field.label} {...field} words rows={2} most={longestWords} />
      ))}
    </KindFrame>
  );
}
