import { useSignal } from "@preact/signals";
import { fbProcess } from "../../../../content/en/feedback.generated.ts";
import { draft } from "../../../web/client/draft.ts";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, sendKind } from "../timeline/kinds/kind-form.tsx";
import { refuseProcess } from "./rules.ts";
import { ProcessNoted } from "./schema.ts";
import { Starters } from "./starters.tsx";
import { upwardText as text } from "./text.ts";
import type { UpwardCardProps } from "./upward-card.tsx";

/** At Close, for the mentee who likes: how the two work, from a starter or in own words; only the mentor sees it (P41). */
export function ProcessNote({ room, session }: UpwardCardProps) {
  const keys = [`process:${session.id}`, `choice:process:${session.id}`] as const;
  const words = draft(keys[0]);
  const way = useSignal<"keep" | "change" | "">("");
  const fault = useSignal<string | undefined>(undefined);
  const open = useSignal(false);
  async function handleSend() {
    const said = words.value.trim();
    fault.value = refuseProcess(way.value, said) && text.processNone;
    if (fault.value !== undefined) return;
    const note = { change: way.value === "change", text: said || text.processWays.keep, sessionId: session.id };
    if (await sendKind(room, eventOf(ProcessNoted, note), keys)) open.value = false;
  }
  return (
    <Disclosure summary={text.process} open={open.value} onToggle={(next) => (open.value = next)}>
      <KindFrame room={room} fault={fault.value} send={text.processSend(room.name)} onSend={handleSend}>
        <Guidance block={fbProcess} />
        <RadioGroup
          label={text.process}
          value={way}
          inline
          options={[
            { value: "keep", text: text.processWays.keep },
            { value: "change", text: text.processWays.change },
          ]}
        />
        <Starters starters={text.processStarters} words={words} />
        <TextArea label={text.processWords} value={words} words rows={2} most={longestWords} optional />
      </KindFrame>
    </Disclosure>
  );
}
