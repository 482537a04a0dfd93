import "./steps.css";

/** Props of `Steps`. */
export interface StepsProps {
  /** Names the list: "Steps of this session". */
  readonly label: string;
  readonly steps: ReadonlyArray<{
    readonly text: string;
    readonly href?: string;
    /** False for a step that may have been passed by, and is not said to be done. */
    readonly isDone?: boolean;
  }>;
  /** Index of the step one is in. */
  readonly current: number;
}

/** Where one is in a short way of named steps: Prepare, Open, Talk, Close. */
export function Steps({ label, steps, current }: StepsProps) {
  return (
    <ol class="plain-list steps" aria-label={label}>
      {steps.map((step, at) => {
        const isDone = at < current && step.isDone !== false;
        const words = step.href === undefined || at === current ? step.text : <a href={step.href}>{step.text}</a>;
        return (
          <li key={step.text} data-past={isDone || undefined} aria-current={at === current ? "step" : undefined}>
            {words}
            {isDone && <span class="unseen"> (done)</span>}
          </li>
        );
      })}
    </ol>
  );
}
