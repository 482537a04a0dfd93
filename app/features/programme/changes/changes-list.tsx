import { dayOf, formatDate, formatList, formatTime } from "../../../web/client/format.ts";
import type { Change } from "./schema.ts";
import { actText, partText, text } from "./text.ts";
import "./changes.css";

/** One line of the log. */
export interface ChangeLine {
  readonly id: string;
  readonly madeAt: number;
  readonly sentence: string;
  /** Stands behind the time: the programme's name. */
  readonly where?: string;
}

/** Who did what; `whom` is "you", or names. */
export function sentenceOf(
  { act, parts, by, byOperator }: Pick<Change, "act" | "parts" | "by" | "byOperator">,
  whom: string,
): string {
  const who = byOperator ? text.operator : by || text.unnamed;
  const inWhat = act === "criteria-changed" ? text.inCriteria : text.inSettings;
  const what = parts.length > 0 ? inWhat(formatList(parts.map((part) => partText[part]))) : actText[act](whom);
  return `${who} ${what}`;
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
