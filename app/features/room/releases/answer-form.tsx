import { useSignal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { TakeTopic } from "../sessions/topics/take-topic.tsx";
import { referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import type { AskedItem } from "./item.tsx";
import { type AnswerKind, longestWording, type Request } from "./rules.ts";
import { ReleaseAnswered } from "./schema.ts";
import { releasesText as text } from "./text.ts";

/** Props of `AnswerForm`. */
export interface AnswerFormProps {
  readonly room: RoomInHand;
  readonly request: Request;
  readonly item: AskedItem;
  readonly onDone?: () => void;
}

/** The owner's answer. Nothing is chosen beforehand. */
export function AnswerForm({ room, request, item: { words, isWhole }, onDone }: AnswerFormProps) {
  const kind = useSignal<AnswerKind | "">(request.answer?.kind ?? "");
  const wording = useSignal(request.answer?.text || (isWhole ? words.join("\n\n") : ""));
  const fault = useSignal<string | undefined>(undefined);

  // What cannot be shown here is not said yes to as it stands.
  const offered = text.answers.filter(({ value }) => value !== "as-written" || isWhole);

  async function handleSend(answer: AnswerKind | "") {
    const isReworded = answer === "in-other-words";
    fault.value =
      answer === "" ? text.chooseOne : isReworded && wording.value.trim() === "" ? text.wordingMissing : undefined;
    if (answer === "" || fault.value !== undefined) return;
    const written = await room.write(
      eventOf(ReleaseAnswered, {
        request: referTo(request),
        item: request.item.hash,
        ...(request.to === "" ? {} : { to: request.to }),
        answer,
        ...(isReworded ? { text: wording.value.trim() } : {}),
      }),
    );
    if (written) onDone?.();
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleSend(kind.value);
      }}
    >
      <RadioGroup label={text.answer} hint={text.untilMade} value={kind} options={offered} error={fault.value} />
      {kind.value === "in-other-words" && (
        <TextArea label={text.wording} value={wording} words most={longestWording} rows={3} />
      )}
      <p class="muted small">
        {kind.value === "in-other-words" ? text.onlyThese : text.alsoShows} {text.mayBePhotographed}
      </p>
      <div class="buttons">
        <Button type="submit" kind="quiet">
          {text.send}
        </Button>
        {request.answer === undefined && <TakeTopic room={room} topic={text.topic(request.to)} />}
      </div>
    </form>
  );
}
