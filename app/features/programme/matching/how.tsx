import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { howText as text, ruleLines, tableLines } from "./text.ts";
import "./how.css";

/** How suggestions are made: the rules and the points in force, open to everyone (P106). */
export function HowMade({ summary = text.title }: { readonly summary?: string }) {
  return (
    <Disclosure summary={summary}>
      <div class="stack how-made">
        <h3>{text.rules}</h3>
        <ul>
          {ruleLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3>{text.order}</h3>
        <ol>
          {text.orders.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <Disclosure summary={text.table}>
          <dl class="how-points">
            {tableLines.map(({ title, points }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{points}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
        <p class="muted small">{text.open}</p>
      </div>
    </Disclosure>
  );
}
