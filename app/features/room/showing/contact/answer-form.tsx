import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { vault } from "../../../../vault/browser/client.ts";
import { LetterId } from "../../../../values/id.ts";
import { formatMoment } from "../../../../web/client/format.ts";
import { newId } from "../../../../web/client/new-id.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { Checkbox } from "../../../../web/ui/choice.tsx";
import { TextArea } from "../../../../web/ui/text-field.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { answerDisclosure } from "../../../programme/disclosures/api.ts";
import { useOwn, writeOwn } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { longestAnswer } from "../rules.ts";
import { Answered, type AnswerLetter } from "../schema.ts";
import { letterText as text, refusedText } from "../text.ts";
import type { LetterRead } from "./open-shown.tsx";

/** Sends an answer, and notes it in one's own log; a sentence where it did not go. */
async function sendAnswer(
  { disclosureId, senderId }: LetterRead,
  answer: Omit<AnswerLetter, "about">,
): Promise<string | undefined> {
  if (answer.text === "") return text.empty;
  if (Array.from(answer.text).length > longestAnswer) return text.tooLong;
  const id = LetterId.parse(newId());
  const said: AnswerLetter = { about: disclosureId, ...answer };
  const made = await vault.sealLetter({ letter: id, to: senderId, text: JSON.stringify(said) });
  if (typeof made === "string") return refusedText[made];
  const done = await answerDisclosure(disclosureId, id, made.sealed);
  if (done.kind === "refused") return refusedText[done.refused];
  if (done.kind !== "done") return refusedText.offline;
  await writeOwn(eventOf(Answered, { letter: disclosureId, ...answer }));
  return undefined;
}

/** Answers whoever showed something. */
export function AnswerForm({ letter }: { readonly letter: LetterRead }) {
  const words = useSignal("");
  const mayTell = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    busy.value = true;
    fault.value = await sendAnswer(letter, { text: words.value.trim(), mayTell: mayTell.value });
    busy.value = false;
    if (fault.value !== undefined) return;
    words.value = "";
    toast(text.sent);
  }

  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <Given letter={letter} />
      <TextArea
        id="answer"
        label={text.answer}
        hint={text.answerHint(letter.senderName)}
        value={words}
        rows={3}
        words
        most={longestAnswer}
        error={fault.value === text.empty && words.value.trim() !== "" ? undefined : fault.value}
      />
      {letter.content.tell === "when-agreed" && <Checkbox label={text.agree} value={mayTell} />}
      <div class="buttons">
        <Button type="submit" busy={busy.value} wide="phone">
          {text.send}
        </Button>
      </div>
    </form>
  );
}

/** What I answered so far, out of my own log. */
function Given({ letter: { disclosureId } }: { readonly letter: LetterRead }) {
  const own = useOwn();
  const given = (own?.state.showing.answers ?? []).filter((one) => one.letter === disclosureId);
  return (
    <>
      {given.map((one) => (
        <div key={one.at} class="stack stack-small">
          <p class="small muted">
            {text.answered}, {formatMoment(one.at)}
          </p>
          <Words>{one.text}</Words>
        </div>
      ))}
    </>
  );
}
