import { useSignal } from "@preact/signals";
import { fbUpwardReply } from "../../../../content/en/feedback.generated.ts";
import { isDay } from "../../../values/day.ts";
import { draft } from "../../../web/client/draft.ts";
import { dayOf } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { DateField, TextArea, TextField } from "../../../web/ui/text-field.tsx";
import { longestCommitment } from "../commitments/rules.ts";
import { CommitmentMade } from "../commitments/schema.ts";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { longestWords, referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, sendKind } from "../timeline/kinds/kind-form.tsx";
import { ManualOf } from "./manual-card.tsx";
import type { Upward, UpwardAnswer } from "./rules.ts";
import { UpwardAnswered, UpwardReplied } from "./schema.ts";
import { Starters } from "./starters.tsx";
import { upwardText as text } from "./text.ts";

/** Props of `UpwardTurn`. */
export interface UpwardTurnProps {
  readonly room: RoomInHand;
  readonly upward: Upward;
}

/** Whoever's turn it is: the answer by a choice, in words or not now; or the reply to it. */
export function UpwardTurn({ room, upward }: UpwardTurnProps) {
  return upward.by === room.me ? <Reply room={room} upward={upward} /> : <Answer room={room} upward={upward} />;
}

function Answer({ room, upward }: UpwardTurnProps) {
  const key = `upward:${upward.id}`;
  const words = draft(key);
  async function answer(given: UpwardAnswer, said = ""): Promise<void> {
    const answered = eventOf(UpwardAnswered, { to: referTo(upward), answer: given, text: said });
    if (await sendKind(room, answered, [key])) toast(text.answered);
  }
  async function handleWords() {
    const said = words.value.trim();
    if (said !== "") await answer("words", said);
  }
  return (
    <div class="stack stack-small">
      <ManualOf room={room} />
      <div class="buttons">
        {(["first", "second"] as const).map((choice) => (
          <Button key={choice} kind="quiet" onClick={() => void answer(choice)}>
            {upward.choices[choice]}
          </Button>
        ))}
        <Button kind="plain" onClick={() => void answer("not-now")}>
          {text.notNow}
        </Button>
      </div>
      <KindFrame room={room} send={text.sendAnswer} onSend={handleWords}>
        <TextArea label={text.answer} value={words} words rows={2} most={longestWords} optional />
        <Starters starters={text.starters} words={words} />
      </KindFrame>
    </div>
  );
}

/** Thank you, what I take from it, a question; and one thing to do differently, which becomes a commitment (P31, P42). */
function Reply({ room, upward }: UpwardTurnProps) {
  const key = (name: string) => `upward:${upward.id}:${name}`;
  const [thanks, take, question] = [draft(key("thanks")), draft(key("take")), draft(key("question"))];
  const differently = draft(key("differently"));
  const by = draft(`choice:${key("by")}`);
  const fault = useSignal<string | undefined>(undefined);
  async function handleSend() {
    if (!upward.answer) return;
    const said = { thanks: thanks.value.trim(), take: take.value.trim(), question: question.value.trim() };
    const doing = differently.value.trim();
    // What will be done differently is an answer by itself.
    const words = Object.values(said).every((each) => each === "") ? { ...said, take: doing } : said;
    fault.value = Object.values(words).every((each) => each === "") ? text.empty : undefined;
    if (fault.value !== undefined) return;
    const due = isDay(by.value) ? { due: by.value } : {};
    const made =
      doing === "" ||
      (await room.write(eventOf(CommitmentMade, { owner: room.me, text: cut(doing), ...due }))) !== undefined;
    if (!made) return;
    differently.value = "";
    await sendKind(room, eventOf(UpwardReplied, { to: referTo(upward.answer), ...words }), [
      ...["thanks", "take", "question", "differently"].map(key),
      `choice:${key("by")}`,
    ]);
  }
  return (
    <KindFrame room={room} fault={fault.value} send={text.send} onSend={handleSend}>
      <ManualOf room={room} />
      <Guidance block={fbUpwardReply} values={{ date: "…" }} />
      <TextArea label={text.thanks} value={thanks} words rows={2} most={longestWords} optional />
      <TextArea label={text.take} value={take} words rows={2} most={longestWords} optional />
      <TextArea label={text.replyQuestion} value={question} words rows={2} most={longestWords} optional />
      <TextField label={text.differently} hint={text.differentlyHint} value={differently} optional />
      <DateField label={text.by} value={by} min={dayOf(useNow())} optional />
    </KindFrame>
  );
}

function cut(words: string): string {
  return Array.from(words).slice(0, longestCommitment).join("");
}
