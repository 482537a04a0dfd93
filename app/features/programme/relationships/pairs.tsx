import { useSignal } from "@preact/signals";
import { plainText } from "../../../../content/blocks.ts";
import { pmWord } from "../../../../content/en/programme.generated.ts";
import { formatCount, formatDate } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { ButtonLink } from "../../../web/ui/button.tsx";
import { Select } from "../../../web/ui/choice.tsx";
import { CopyText } from "../../../web/ui/copy-text.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { CheckIcon } from "../../../web/ui/icons.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { PromiseLine } from "../../../web/ui/promise-line.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { Table, type Column } from "../../../web/ui/table.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import type { KnownPairsProps } from "../matching/known-pairs/known-pairs.tsx";
import { listPairs } from "./api.ts";
import { type ShownState, shownState } from "./rules.ts";
import type { PairForManager } from "./schema.ts";
import { pairsText as text } from "./text.ts";
import "./pairs.css";

/** Few programmes begin with pairs of before, and nobody waits for them here. */
const KnownPairs = lazily<KnownPairsProps>(() =>
  import("../matching/known-pairs/known-pairs.tsx").then((m) => m.KnownPairs),
);

/** The pairs of a programme, for its managers: who is a pair, in which state, and whether they have met. Nothing else is known here. */
export function Pairs({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => listPairs(programmeId, abort));
  return (
    <Page
      title={text.title}
      width="wide"
      head={<PromiseLine links={[{ href: "/what-oakroom-can-see", text: text.see }]}>{text.promise}</PromiseLine>}
    >
      <div class="stack stack-sections">
        <Loaded of={load} skeleton={<Skeleton shape="rows" count={6} />}>
          {({ pairs }) => (pairs.length === 0 ? <Nobody programmeId={programmeId} /> : <List pairs={pairs} />)}
        </Loaded>
        <KnownPairs programmeId={programmeId} />
      </div>
    </Page>
  );
}

function Nobody({ programmeId }: { readonly programmeId: string }) {
  const action = <ButtonLink href={`/programmes/${programmeId}/matching`}>{text.toMatching}</ButtonLink>;
  return (
    <EmptyState title={text.none} example={text.example} action={action}>
      {text.noneWords}
    </EmptyState>
  );
}

/** How many pairs there are before finding and narrowing help. */
const narrowFrom = 8;

function List({ pairs }: { readonly pairs: ReadonlyArray<PairForManager> }) {
  const words = useSignal("");
  const state = useSignal<ShownState | "">("");
  const wanted = words.value.trim().toLowerCase();
  const shown = pairs.filter(
    (pair) =>
      (state.value === "" || shownState(pair) === state.value) &&
      `${pair.mentee.name}\n${pair.mentor.name}`.toLowerCase().includes(wanted),
  );
  return (
    <div class="stack">
      {pairs.some(({ mayLikeAWord }) => mayLikeAWord) && <AWord />}
      {pairs.length >= narrowFrom && (
        <div class="pairs-narrow">
          <TextField label={text.find} type="search" value={words} />
          <Select label={text.state} value={state} options={text.states} />
        </div>
      )}
      <output class="muted">{formatCount(shown.length, text.count)}</output>
      <Table
        caption={text.caption}
        captionUnseen
        columns={columns}
        rows={shown}
        keyOf={({ relationshipId }) => relationshipId}
        guess={57}
        empty={<p class="muted">{text.noneFound}</p>}
      />
    </div>
  );
}

/** Words to write to a pair that may like some: to be copied, and sent by hand. */
function AWord() {
  return (
    <Disclosure summary={text.wordSummary}>
      <div class="stack">
        <p class="muted">{text.wordLead}</p>
        <CopyText label={text.word} text={plainText(pmWord)} />
      </div>
    </Disclosure>
  );
}

const columns: ReadonlyArray<Column<PairForManager>> = [
  { head: text.mentee, kind: "name", width: "30%", cell: ({ mentee }) => <span dir="auto">{mentee.name}</span> },
  { head: text.mentor, width: "30%", cell: ({ mentor }) => <span dir="auto">{mentor.name}</span> },
  { head: text.state, cell: (pair) => <State pair={pair} /> },
  { head: text.met, cell: (pair) => <Met pair={pair} /> },
];

function State({ pair: { state, endedOn, leaving, mayLikeAWord } }: { readonly pair: PairForManager }) {
  if (leaving) return <span dir="auto">{text.endsOn(formatDate(leaving.until), leaving.names)}</span>;
  if (mayLikeAWord)
    return (
      <>
        {text.stateNames[state]} · <b>{text.mayLikeAWord}</b>
      </>
    );
  return state === "ended" && endedOn ? <>{text.endedOn(formatDate(endedOn))}</> : <>{text.stateNames[state]}</>;
}

function Met({ pair: { firstMeetingHeld } }: { readonly pair: PairForManager }) {
  if (!firstMeetingHeld) return <span class="muted">{text.notYet}</span>;
  return (
    <span class="pairs-met">
      <CheckIcon size={16} /> {text.held}
    </span>
  );
}
