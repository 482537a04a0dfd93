import { dayOf, formatDate, formatTime } from "../../../web/client/format.ts";
import "./changes.css";

/** One line of the log. */
export interface ChangeLine {
  readonly id: string;
  readonly madeAt: number;
  readonly sentence: string;
  /** Stands behind the time: the programme's name. */
  readonly where?: string;
}

/** Changes by day, the newest first. */
export function ChangesList({ lines }: { readonly lines: ReadonlyArray<ChangeLine> }) {
  const days = [...new Set(lines.map(({ madeAt }) => dayOf(madeAt)))];
  return (
    <div class="stack stack-large">
      {days.map((day) => (
        <section key={day} class="stack stack-small" aria-labelledby={`changes-${day}`}>
          <h2 id={`changes-${day}`} class="changes-day">
            {formatDate(day)}
          </h2>
          <ul class="plain-list changes-list">
            {lines
              .filter(({ madeAt }) => dayOf(madeAt) === day)
              .map(({ id, madeAt, sentence, where }) => (
                <li key={id}>
                  <span dir="auto">{sentence}</span>
                  <span class="muted small">{[formatTime(madeAt), where].filter(Boolean).join(" · ")}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
