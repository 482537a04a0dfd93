import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./progress.css";

/** Props of `Progress`. */
export interface ProgressProps {
  /** What is going on: "Reading the file". */
  readonly label: string;
  /** How far, out of `of`; left out while nobody knows. */
  readonly done?: number | undefined;
  readonly of?: number;
  /** In words, beside the label: "4,200 of 10,000 people". */
  readonly words?: ComponentChildren;
}

/** How far a longer piece of work has come. */
export function Progress({ label, done, of = 100, words }: ProgressProps) {
  const id = useId();
  return (
    <div class="progress">
      <p class="progress-words">
        <label for={id}>{label}</label>
        {words !== undefined && <span class="muted figures">{words}</span>}
      </p>
      <progress id={id} value={done} max={of} />
    </div>
  );
}
