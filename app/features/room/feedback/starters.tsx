import type { Signal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";

/** Props of `Starters`. */
export interface StartersProps {
  readonly starters: ReadonlyArray<string>;
  readonly words: Signal<string>;
}

/** Beginnings of a sentence: a press puts one into the field, to be written on. */
export function Starters({ starters, words }: StartersProps) {
  return (
    <div class="buttons-plain">
      {starters.map((starter) => (
        <Button
          key={starter}
          kind="plain"
          onClick={() => (words.value = `${words.value}${words.value === "" ? "" : " "}${starter.replace(/ …$/, " ")}`)}
        >
          {starter}
        </Button>
      ))}
    </div>
  );
}
