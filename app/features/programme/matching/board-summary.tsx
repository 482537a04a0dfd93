import { type Signal, useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { dayOf, formatCount, formatDay, formatNumber } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Figure } from "../../../web/ui/date-block.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { CheckIcon } from "../../../web/ui/icons.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import type { BoardDraft } from "./drafts/schema.ts";
import type { Hand } from "./hand.tsx";
import { namesOf } from "./names.tsx";
import { StopDraft } from "./stop-draft.tsx";
import { closesAt } from "./proposals/rules.ts";
import { draftHeading } from "./result.tsx";
import { text } from "./text.ts";
import { Instant } from "../../../values/instant.ts";

interface SummaryProps {
  readonly hand: Hand;
  readonly draft: BoardDraft;
}

/** The numbers of a draft, its proof, and what to do with it. */
export function BoardSummary({ hand, draft }: SummaryProps) {
  const asking = useSignal(false);
  const { pairs, waiting } = draft;
  // A number would tell a manager who takes part whether somebody is suggested to them.
  const { leavesOutOwn } = hand.board;
  const all = pairs.length + waiting.length;
  const people = new Set(pairs.flatMap(({ mentee, mentor }) => [mentee, mentor])).size;
  return (
    <div class="stack board-summary">
      <h2 id={draftHeading} tabIndex={-1}>
        {text.draftTitle}
      </h2>
      <p class="cluster board-figures">
        <Figure number={formatNumber(pairs.length)}>{text.ofPlaced(all)}</Figure>
        <Figure number={formatNumber(pairs.length)}>{text.ofPlaces(hand.board.freePlaces)}</Figure>
        {waiting.length > 0 && (
          <Figure number={formatNumber(waiting.length)}>{formatCount(waiting.length, text.waitingCount)}</Figure>
        )}
      </p>
      <p class="board-proof">
        <CheckIcon />
        {draft.pairsChecked === null
          ? text.proofAlone
          : text.proof(formatCount(draft.pairsChecked, text.pairs), seconds(draft.tookMs))}
      </p>
      <Changed hand={hand} draft={draft} />
      <div class="buttons">
        {(people > 0 || leavesOutOwn) && (
          <Button busy={hand.busy.value === "send"} onClick={() => (asking.value = true)}>
            {leavesOutOwn ? text.askAll : formatCount(people, text.ask)}
          </Button>
        )}
        <Button
          kind={people > 0 || leavesOutOwn ? "quiet" : "primary"}
          busy={hand.busy.value === "draft"}
          onClick={() => void hand.draft()}
        >
          {text.again}
        </Button>
        <StopDraft hand={hand} />
      </div>
      <AskDialog hand={hand} open={asking} people={people} />
    </div>
  );
}

/** Time in words: at least a tenth of a second, since nothing is checked in none. */
function seconds(ms: number): string {
  return formatNumber(Math.max(1, Math.round(ms / 100)) / 10);
}

/** Who has come and gone since, and pins that could not stand. */
function Changed({ hand, draft }: SummaryProps) {
  const { newcomers, gone, letGo, criteriaChanged } = draft;
  const name = namesOf(hand.board);
  if (newcomers + gone + letGo.length === 0 && !criteriaChanged) return null;
  return (
    <Notice>
      {criteriaChanged && <p>{text.criteriaChanged}</p>}
      {newcomers > 0 && <p>{formatCount(newcomers, text.newcomers)}</p>}
      {gone > 0 && <p>{formatCount(gone, text.gone)}</p>}
      {letGo.length > 0 && (
        <p>{text.letGo(letGo.map(({ mentee, mentor }) => `${name(mentee)} – ${name(mentor)}`).join("; "))}</p>
      )}
    </Notice>
  );
}

interface AskDialogProps {
  readonly hand: Hand;
  readonly open: Signal<boolean>;
  readonly people: number;
}

/** Mails cannot be taken back, so this one asks. */
function AskDialog({ hand, open, people }: AskDialogProps) {
  const [closing] = useState(() => closesAt(Instant.parse(Date.now()), hand.board.suggestionDays));
  const { leavesOutOwn } = hand.board;
  function handleAsk() {
    open.value = false;
    void hand.send();
  }
  const actions = (
    <>
      <Button onClick={handleAsk}>{leavesOutOwn ? text.askAllSure : formatCount(people, text.askSure)}</Button>
      <Button kind="plain" onClick={() => (open.value = false)}>
        {text.askBack}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={leavesOutOwn ? text.askAllTitle : formatCount(people, text.askTitle)} actions={actions}>
      <div class="stack">
        <p>{text.askWords(formatDay(dayOf(closing)))}</p>
        <p class="muted">{text.askQuiet}</p>
      </div>
    </Dialog>
  );
}
