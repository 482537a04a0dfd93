import { usualTable } from "@oakroom/matching";
import { useLoad } from "../../../web/client/load.ts";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { readCriteria } from "./criteria/api.ts";
import type { Criteria } from "./criteria/rules.ts";
import { howText as text, orderLines, ruleLines, tableLines } from "./criteria/text.ts";
import "./how.css";

interface HowMadeProps {
  readonly programmeId: string;
  readonly summary?: string;
}

/** How suggestions are made: the rules and the points in force, open to everyone in a programme (P106). */
export function HowMade({ programmeId, summary = text.title }: HowMadeProps) {
  const load = useLoad(programmeId, (abort) => readCriteria(programmeId, abort));
  return (
    <Disclosure summary={summary}>
      <Loaded of={load}>{({ criteria }) => <RulesAndPoints criteria={criteria} />}</Loaded>
    </Disclosure>
  );
}

interface RulesAndPointsProps {
  readonly criteria: Criteria;
  /** The headings of the page it stands on. */
  readonly head?: "h2" | "h3";
}

/** The rules, the order in which things count, and the table of points, in plain words. */
export function RulesAndPoints({ criteria, head: Head = "h3" }: RulesAndPointsProps) {
  return (
    <div class="stack how-made">
      <Head>{text.rules}</Head>
      <ul>
        {ruleLines(criteria).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Head>{text.order}</Head>
      <ol>
        {orderLines(criteria).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <Head>{text.table}</Head>
      <dl class="how-points">
        {tableLines(criteria).map(({ title, points }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{points}</dd>
          </div>
        ))}
      </dl>
      <p>{text.wishes(usualTable.menteeNamed, usualTable.mentorNamed)}</p>
      <p class="muted small">{text.open}</p>
    </div>
  );
}
