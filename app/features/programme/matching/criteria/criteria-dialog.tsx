import type { Signal } from "@preact/signals";
import { formatCount, formatNumber } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { useOpenWith } from "../open-with.tsx";
import type { Criteria } from "./rules.ts";
import type { CriteriaChanges } from "./schema.ts";
import { orderLines, ruleLines, tableLines, text } from "./text.ts";
import "../board.css";

/** Criteria that were tried, and what they would change. */
export interface Tried {
  readonly criteria: Criteria;
  /** Null where there is no draft. */
  readonly changes: CriteriaChanges | null;
  readonly leavesOutOwn: boolean;
}

interface CriteriaDialogProps {
  readonly was: Criteria;
  readonly tried: Signal<Tried | undefined>;
  readonly isSaving: boolean;
  readonly onSave: (tried: Tried) => void;
}

/** What other criteria would change, before they are saved: their own lines, who would move, and the draft as a whole. */
export function CriteriaDialog({ was, tried, isSaving, onSave }: CriteriaDialogProps) {
  const open = useOpenWith(tried);
  const shown = tried.value;
  const actions = (
    <>
      <Button busy={isSaving} onClick={() => shown && onSave(shown)}>
        {text.save}
      </Button>
      <Button kind="plain" onClick={() => (open.value = false)}>
        {text.back}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={text.changesTitle} actions={actions}>
      {shown && (
        <div class="stack">
          <Lines was={was} then={shown.criteria} />
          {shown.changes ? <InDraft changes={shown.changes} /> : <p>{text.noDraft}</p>}
          {shown.leavesOutOwn && <p class="muted">{text.own}</p>}
          <p class="muted small">{text.open}</p>
        </div>
      )}
    </Dialog>
  );
}

/** The lines that everyone reads, where they differ. */
function Lines({ was, then }: { readonly was: Criteria; readonly then: Criteria }) {
  const linesOf = (criteria: Criteria) => [...ruleLines(criteria), ...orderLines(criteria)];
  const [rulesNow, rulesThen] = [linesOf(was), linesOf(then)];
  const pointsNow = new Map(tableLines(was).map(({ criterion, points }) => [criterion, points]));
  const lines = [
    ...rulesNow.filter((line) => !rulesThen.includes(line)).map((line) => ({ line, what: text.gone })),
    ...rulesThen.filter((line) => !rulesNow.includes(line)).map((line) => ({ line, what: text.added })),
    ...tableLines(then).flatMap(({ criterion, title, points }) => {
      const before = pointsNow.get(criterion) ?? "";
      return before === points ? [] : [{ line: title, what: text.fromTo(before, points) }];
    }),
  ];
  return (
    <section class="stack stack-small">
      <h3>{text.changedLines}</h3>
      <ul class="rows">
        {lines.map(({ line, what }) => (
          <li key={line}>
            {line} <span class="muted">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many who would move are named; the board shows all once a new draft is made. */
const movesShown = 20;

function InDraft({ changes: { moves, letGo, before, after } }: { readonly changes: CriteriaChanges }) {
  const waits = "waiting";
  const rest = moves.length - movesShown;
  return (
    <>
      {moves.length === 0 ? <p>{text.noMoves}</p> : <p>{formatCount(moves.length, text.moves)}</p>}
      <ul class="rows">
        {moves.slice(0, movesShown).map(({ mentee, from, to }) => (
          <li key={`${mentee} ${from ?? ""} ${to ?? ""}`} dir="auto">
            {mentee}: {text.fromTo(from ?? waits, to ?? waits)}
          </li>
        ))}
        {rest > 0 && <li class="muted">{formatCount(rest, text.more)}</li>}
      </ul>
      {letGo.length > 0 && <p>{text.letGo(letGo.map(({ mentee, mentor }) => `${mentee} – ${mentor}`).join("; "))}</p>}
      <Figures before={before} after={after} />
    </>
  );
}

function Figures({ before, after }: Pick<CriteriaChanges, "before" | "after">) {
  const rows = [
    { head: text.have, was: before.placed, is: after.placed },
    { head: text.byNow, was: before.byNow, is: after.byNow },
    { head: text.byThen, was: before.byThen, is: after.byThen },
    ...(before.below === null || after.below === null
      ? []
      : [{ head: text.below, was: before.below, is: after.below }]),
  ];
  return (
    <table class="board-levels">
      <caption class="unseen">{text.levels}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{text.what}</span>
          </th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ head, was, is }) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            <td>{formatNumber(was)}</td>
            <td>{formatNumber(is)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
