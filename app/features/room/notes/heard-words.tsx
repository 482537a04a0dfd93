import { useSignal } from "@preact/signals";
import type { AccountId } from "../../../values/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import type { Heard, HeardAnswer } from "./rules.ts";
import { HeardAnswered } from "./schema.ts";
import { notesText as text } from "./text.ts";

/** Props of `HeardWords`. */
export interface HeardWordsProps {
  readonly room: RoomInHand;
  readonly id: string;
  readonly by: AccountId;
  /** As they were sent. */
  readonly words: string;
}

/** "What I heard", with what became of it; whoever was heard answers here. */
export function HeardWords({ room, id, by, words }: HeardWordsProps) {
  const heard = room.view.state.notes.heard.find((one) => one.id === id && one.by === by);
  const standing = heard?.text ?? words;
  return (
    <div class="heard">
      <p class="heard-title">{titleOf(heard)}</p>
      <Words>{standing}</Words>
      {heard && heard.answer === undefined && heard.by !== room.me && <AnswerHeard room={room} heard={heard} />}
    </div>
  );
}

function titleOf(heard: Heard | undefined): string {
  if (heard?.answer === "yes") return text.heardConfirmed;
  if (heard?.answer === "almost") return text.heardAlmost;
  return heard?.answer === "no" ? text.heardNo : text.heardAsked;
}

function AnswerHeard({ room, heard }: { readonly room: RoomInHand; readonly heard: Heard }) {
  const own = useSignal<string | undefined>(undefined);
  const words = useSignal(heard.text);
  const named = referTo(heard);
  const answer = (given: HeardAnswer) =>
    void room.write(
      eventOf(
        HeardAnswered,
        given === "almost" ? { heard: named, answer: given, text: words.value } : { heard: named, answer: given },
      ),
    );

  if (own.value !== undefined)
    return (
      <div class="stack stack-small">
        <TextArea label={text.almostLabel} value={words} words autofocus onSend={() => answer("almost")} />
        <Button kind="quiet" onClick={() => answer("almost")}>
          {text.almostSend}
        </Button>
      </div>
    );
  return (
    <div class="buttons-plain">
      <Button kind="plain" onClick={() => answer("yes")}>
        {text.heardAnswers.yes}
      </Button>
      <Button kind="plain" onClick={() => (own.value = "")}>
        {text.heardAnswers.almost}
      </Button>
      <Button kind="plain" onClick={() => answer("no")}>
        {text.heardAnswers.no}
      </Button>
    </div>
  );
}
