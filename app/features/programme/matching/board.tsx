import { useSignal } from "@preact/signals";
import { formatCount, formatNumber } from "../../../web/client/format.ts";
import { type Load, useLoad } from "../../../web/client/load.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { Asked } from "./asked.tsx";
import { BoardAside } from "./board-aside.tsx";
import { BoardPairs } from "./board-pairs.tsx";
import { BoardSummary } from "./board-summary.tsx";
import { ChangesDialog } from "./changes-dialog.tsx";
import { type Choosing, MentorDialog } from "./mentor-dialog.tsx";
import { readBoard } from "./drafts/api.ts";
import type { Board } from "./drafts/schema.ts";
import { type Hand, useHand } from "./hand.tsx";
import { HowMade } from "./how.tsx";
import { namesOf } from "./names.tsx";
import { useFocusOnResult } from "./result.tsx";
import { StopDraft } from "./stop-draft.tsx";
import { refusalText, text } from "./text.ts";
import "./board.css";

/** The matching board: a draft with its reasons and its proof, a manager's hand in it, and what came of the pairs that were asked. */
export function MatchingBoard({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readBoard(programmeId, abort));
  const state = load.state.value;
  const board = state.kind === "ready" ? state.value : undefined;
  const lead = board?.draft ? text.draftOf(board.programmeName, board.draft.number) : board?.programmeName;
  return (
    <Page title={text.title} {...(lead !== undefined && { lead })} width="wide">
      <Loaded of={load} skeleton={<Skeleton shape="rows" count={6} />}>
        {(value) => <Whole programmeId={programmeId} board={value} load={load} />}
      </Loaded>
    </Page>
  );
}

interface WholeProps {
  readonly programmeId: string;
  readonly board: Board;
  readonly load: Load<Board>;
}

function Whole({ programmeId, board, load }: WholeProps) {
  const hand = useHand(programmeId, board, load);
  const choosing = useSignal<Choosing | undefined>(undefined);
  const { draft, asked } = board;
  useFocusOnResult(draft?.draftId);
  if (board.hasFinished)
    return (
      <div class="stack stack-sections">
        <Notice>{refusalText.finished}</Notice>
        {asked.length > 0 && <Asked asked={asked} />}
      </div>
    );
  return (
    <div class="stack stack-sections">
      <Full board={board} />
      {draft ? (
        <div class="stack stack-large">
          <BoardSummary hand={hand} draft={draft} />
          <Trouble hand={hand} />
          <p class="muted">{text.namedEachOther(board.namedEachOther)}</p>
          {board.leavesOutOwn && <p class="muted">{text.ownLeftOut}</p>}
          <BoardPairs hand={hand} draft={draft} choosing={choosing} />
        </div>
      ) : (
        <Nothing hand={hand} />
      )}
      {draft && <BoardAside hand={hand} draft={draft} choosing={choosing} />}
      {asked.length > 0 && <Asked asked={asked} />}
      <div class="stack stack-small">
        <HowMade programmeId={programmeId} summary={text.rules} />
        <p>
          <a href={`/programmes/${programmeId}/criteria`}>{text.changeRules}</a>
        </p>
        <p>
          <a href={`/programmes/${programmeId}/matching/rounds`}>{text.rounds}</a>
        </p>
      </div>
      <ChangesDialog hand={hand} />
      <MentorDialog hand={hand} choosing={choosing} />
    </div>
  );
}

/** Mentors who have more mentees than they offer places: nobody is over their places unseen. */
function Full({ board }: { readonly board: Board }) {
  const name = namesOf(board);
  if (board.full.length === 0) return null;
  return (
    <Notice>
      {board.full.map(({ mentor, places, mentees }) => (
        <p key={mentor}>{text.full(name(mentor), places, mentees)}</p>
      ))}
      <p>{text.fullWords}</p>
    </Notice>
  );
}

/** Why the last act did not happen. */
function Trouble({ hand }: { readonly hand: Hand }) {
  return hand.trouble.value === undefined ? null : (
    <div class="board-trouble">
      <Notice kind="care" announce>
        {hand.trouble.value}
      </Notice>
    </div>
  );
}

/** Before the first draft, and after one was sent. */
function Nothing({ hand }: { readonly hand: Hand }) {
  const { looking, freePlaces, notJoined } = hand.board;
  const joining = notJoined > 0 ? ` ${formatCount(notJoined, text.notJoined)}` : "";
  if (looking === 0) {
    const people = (
      <ButtonLink href={`/programmes/${hand.programmeId}/people`} kind="quiet">
        {text.toPeople}
      </ButtonLink>
    );
    return (
      <EmptyState title={text.nobody} action={people}>
        {text.nobodyWords}
        {joining}
      </EmptyState>
    );
  }
  const make = (
    <>
      <Button busy={hand.busy.value === "draft"} onClick={() => void hand.draft()}>
        {text.make}
      </Button>
      <StopDraft hand={hand} />
    </>
  );
  return (
    <div class="stack">
      <Trouble hand={hand} />
      <EmptyState title={text.noDraft} example={text.example} action={make}>
        {text.pool(formatCount(looking, text.looking), formatCount(freePlaces, text.places))}
        {joining}
      </EmptyState>
      <output class="unseen">{hand.busy.value === "draft" ? `${text.working}: ${formatNumber(looking)}` : ""}</output>
    </div>
  );
}
