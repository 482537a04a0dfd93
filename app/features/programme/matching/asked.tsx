import { dayOf, formatDay, formatNumber } from "../../../web/client/format.ts";
import { Figure } from "../../../web/ui/date-block.tsx";
import { CheckIcon } from "../../../web/ui/icons.tsx";
import { Table, type Column } from "../../../web/ui/table.tsx";
import type { AskedPair } from "./proposals/schema.ts";
import { askedHeading } from "./result.tsx";
import { text } from "./text.ts";

/** What came of the pairs that were asked: open, a pair, or not. Who answered what is not here, nor anywhere. */
export function Asked({ asked }: { readonly asked: ReadonlyArray<AskedPair> }) {
  const count = (state: AskedPair["state"]) => asked.filter((each) => each.state === state).length;
  return (
    <section class="stack">
      <h2 id={askedHeading} tabIndex={-1}>
        {text.askedTitle}
      </h2>
      <p class="cluster board-figures">
        <Figure number={formatNumber(count("asked"))}>{text.askedFigures.open}</Figure>
        <Figure number={formatNumber(count("came-about"))}>{text.askedFigures.pairs}</Figure>
        <Figure number={formatNumber(count("did-not-come-about"))}>{text.askedFigures.closed}</Figure>
      </p>
      <Table
        caption={text.askedCaption}
        captionUnseen
        columns={columns}
        rows={asked}
        keyOf={({ matchId }) => matchId}
        guess={56}
      />
    </section>
  );
}

const columns: ReadonlyArray<Column<AskedPair>> = [
  { head: text.mentee, kind: "name", width: "32%", cell: ({ mentee }) => <span dir="auto">{mentee.name}</span> },
  { head: text.mentor, width: "32%", cell: ({ mentor }) => <span dir="auto">{mentor.name}</span> },
  { head: text.state, cell: (pair) => <State pair={pair} /> },
];

function State({ pair }: { readonly pair: AskedPair }) {
  if (pair.state === "asked") return <>{text.openUntil(formatDay(dayOf(pair.closesAt)))}</>;
  if (pair.state === "did-not-come-about") return <span class="muted">{text.didNot}</span>;
  return (
    <span class="board-pair">
      <CheckIcon size={16} /> {text.cameAbout}
    </span>
  );
}
