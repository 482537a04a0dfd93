import { useSignal } from "@preact/signals";
import { askOpen } from "../../../../content/en/questions.generated.ts";
import { listenWait, talkLimits } from "../../../../content/en/talking.generated.ts";
import { draft } from "../../../web/client/draft.ts";
import { Checkbox, RadioGroup } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { longestCommitment } from "../commitments/rules.ts";
import { CommitmentMade } from "../commitments/schema.ts";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps, sendKind } from "../timeline/kinds/kind-form.tsx";
import { adviceSources, type AdviceSource, refuseAdvice } from "./rules.ts";
import { AdviceGiven } from "./schema.ts";
import { adviceText as text, refusalText } from "./text.ts";

/** Suggests something: where it comes from is always said, and whoever suggests it may do it too (P05, P68, P102). */
export function AdviceForm({ room, sessionId, onDone }: KindFormProps) {
  const key = `advice:${room.roomId}`;
  const words = draft(key);
  const from = useSignal<AdviceSource | "">("");
  const too = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSend() {
    const refused = refuseAdvice(words.value, from.value);
    fault.value = refused && refusalText[refused];
    if (refused || from.value === "") return;
    const said = words.value.trim();
    const session = sessionId ? { sessionId } : {};
    const given = { text: said, from: from.value, ...(too.value ? { too: true } : {}), ...session };
    if (!(await sendKind(room, eventOf(AdviceGiven, given), [key]))) return;
    if (too.value) await room.write(eventOf(CommitmentMade, { owner: room.me, text: inOneLine(said), ...session }));
    onDone();
  }

  return (
    <KindFrame room={room} fault={fault.value} onSend={handleSend}>
      <Disclosure summary={text.three}>
        <Guidance block={listenWait} />
        <Guidance block={askOpen} />
      </Disclosure>
      <TextArea label={text.what} hint={text.whatHint} value={words} words rows={2} most={longestWords} />
      <RadioGroup
        label={text.from}
        value={from}
        inline
        options={adviceSources.map((value) => ({ value, text: text.sources[value] }))}
      />
      <Checkbox label={text.too} hint={text.tooHint} value={too} />
      <Disclosure summary={text.notKnowing}>
        <Guidance block={talkLimits} />
      </Disclosure>
    </KindFrame>
  );
}

/** As a commitment says it. */
function inOneLine(words: string): string {
  return Array.from(words.replaceAll(/\s+/gu, " ")).slice(0, longestCommitment).join("");
}
