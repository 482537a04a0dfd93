import { pulsePair } from "../../../../../content/en/pulse.generated.ts";
import { checkText as text } from "./text.ts";

/** The five sentences for a mentee, or for a mentor (pulse.pair), without their numbers. */
export function sentencesFor(isMentee: boolean): ReadonlyArray<string> {
  const lists = pulsePair.pieces.flatMap((piece) => (piece.kind === "list" ? [piece.items] : []));
  const sentences = lists[isMentee ? 0 : 1] ?? [];
  return sentences.map((words) =>
    words
      .map(String)
      .join("")
      .replace(/^T\d(?: \(\w+\))? /, ""),
  );
}

/** Props of `CheckWords`. */
export interface CheckWordsProps {
  readonly isMentee: boolean;
  readonly answers: ReadonlyArray<number>;
}

/** Five sentences with what somebody said to each. Nothing is added up. */
export function CheckWords({ isMentee, answers }: CheckWordsProps) {
  return (
    <ul>
      {sentencesFor(isMentee).map((sentence, at) => (
        <li key={sentence}>
          {sentence} <span class="strong">{text.scale[answers[at] ?? 0]}</span>
        </li>
      ))}
    </ul>
  );
}
