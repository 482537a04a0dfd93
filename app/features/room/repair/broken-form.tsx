import { useSignal } from "@preact/signals";
import { draft } from "../../../web/client/draft.ts";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps, sendKind } from "../timeline/kinds/kind-form.tsx";
import { repairLineText as said } from "./said/text.ts";
import { ConfidenceBroken } from "./schema.ts";
import { repairText as text } from "./text.ts";

/** "A confidence was broken": the facts, an apology without "but", and what would help (conf.breach). */
export function BrokenForm({ room, onDone }: KindFormProps) {
  const key = (name: string) => `broken:${room.roomId}:${name}`;
  const [facts, sorry, help] = [draft(key("facts")), draft(key("sorry")), draft(key("help"))];
  const whose = useSignal<"mine" | "theirs" | "">("");
  const fault = useSignal<string | undefined>(undefined);
  const isThroughMe = whose.value === "theirs";
  async function handleSend() {
    const words = {
      facts: facts.value.trim(),
      sorry: isThroughMe ? sorry.value.trim() : "",
      help: help.value.trim(),
    };
    fault.value = whose.value === "" || words.facts === "" ? text.brokenNone : undefined;
    if (fault.value !== undefined) return;
    const broken = eventOf(ConfidenceBroken, { ...words, mine: isThroughMe });
    if (await sendKind(room, broken, ["facts", "sorry", "help"].map(key))) onDone();
  }
  const whoses = text.whoses(room.name);
  return (
    <KindFrame room={room} fault={fault.value} onSend={handleSend}>
      <RadioGroup
        label={text.whose}
        value={whose}
        options={[
          { value: "theirs", text: whoses.mine },
          { value: "mine", text: whoses.theirs },
        ]}
      />
      <TextArea label={said.brokenParts.facts} hint={text.factsHint} value={facts} words rows={2} most={longestWords} />
      {isThroughMe && <TextArea label={text.sorry} value={sorry} words rows={2} most={longestWords} optional />}
      <TextArea
        label={isThroughMe ? text.helpTheirs : text.help}
        value={help}
        words
        rows={2}
        most={longestWords}
        optional
      />
      <p class="muted small">{text.noWait(room.name)}</p>
    </KindFrame>
  );
}
