import { useSignal } from "@preact/signals";
import { type Answer, hindranceText } from "../client/answer.ts";
import { Button } from "./button.tsx";
import { toast } from "./toast.tsx";

/** Props of `OnePress`. */
export interface OnePressProps<Refusal extends string> {
  /** What the press means. */
  readonly words: string;
  readonly say: string;
  /** What is told once it was done. */
  readonly told: string;
  readonly press: () => Promise<Answer<unknown, Refusal>>;
  readonly refusals: Readonly<Record<Refusal, string>>;
  /** Called with every answer: a refusal, too, says that something has changed. */
  readonly onAnswer: () => Promise<unknown>;
}

/** Something that takes one press and no reason: what it means, and the press, which is answered in words. */
export function OnePress<Refusal extends string = never>(props: OnePressProps<Refusal>) {
  const { words, say, told, press, refusals, onAnswer } = props;
  const busy = useSignal(false);

  async function handlePress() {
    busy.value = true;
    const answer = await press();
    busy.value = false;
    if (answer.kind === "done") toast(told);
    else toast(answer.kind === "refused" ? refusals[answer.refused] : hindranceText[answer.kind]);
    await onAnswer();
  }

  return (
    <div class="stack stack-small">
      <p>{words}</p>
      <div class="buttons">
        <Button kind="quiet" wide="phone" busy={busy.value} onClick={() => void handlePress()}>
          {say}
        </Button>
      </div>
    </div>
  );
}
