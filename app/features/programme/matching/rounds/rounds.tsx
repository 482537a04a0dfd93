import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../../web/client/answer.ts";
import { dayOf, formatCount, formatDate } from "../../../../web/client/format.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Select } from "../../../../web/ui/choice.tsx";
import { EmptyState } from "../../../../web/ui/empty-state.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { Levels, Moves } from "../two-drafts.tsx";
import { compareRounds, listRounds } from "./api.ts";
import type { Round, RoundChanges } from "./schema.ts";
import { text } from "./text.ts";

/** The drafts that were on the board, and any two of them beside each other. For managers. */
export function RoundsPage({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(`rounds ${programmeId}`, (abort) => listRounds(programmeId, abort));
  const back = { href: `/programmes/${programmeId}/matching`, text: text.toBoard };
  return (
    <Page title={text.title} lead={text.lead} back={back}>
      <Loaded of={load}>
        {({ rounds, leavesOutOwn }) =>
          rounds.length === 0 ? (
            <EmptyState title={text.none}>{text.noneLine}</EmptyState>
          ) : (
            <div class="stack stack-sections">
              {leavesOutOwn && <p class="muted">{text.own}</p>}
              {rounds.length > 1 && <Comparing programmeId={programmeId} rounds={rounds} />}
              <ul class="rows">
                {rounds.map((round) => (
                  <Line key={round.draftId} round={round} />
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Line({ round: { number, state, madeAt, madeBy, sentAt, placed, waiting } }: { readonly round: Round }) {
  return (
    <li class="stack stack-small">
      <p>
        <span class="strong">{text.draft(number)}</span>, {text.states[state]}
      </p>
      <p>
        {formatCount(placed, text.placed)}, {formatCount(waiting, text.waiting)}
      </p>
      <p class="muted small" dir="auto">
        {text.made(formatDate(dayOf(madeAt)), madeBy)} {sentAt !== null && text.sent(formatDate(dayOf(sentAt)))}
      </p>
    </li>
  );
}

interface ComparingProps {
  readonly programmeId: string;
  readonly rounds: ReadonlyArray<Round>;
}

interface Compared {
  readonly numbers: readonly [earlier: number, later: number];
  readonly changes: RoundChanges;
}

function Comparing({ programmeId, rounds }: ComparingProps) {
  const earlier = useSignal<string>(rounds[1]?.draftId ?? "");
  const later = useSignal<string>(rounds[0]?.draftId ?? "");
  const fault = useSignal<string | undefined>(undefined);
  const found = useSignal<Compared | undefined>(undefined);
  const busy = useSignal(false);
  const options = rounds.map(({ draftId, number, madeAt }) => ({
    value: draftId,
    text: `${text.draft(number)}, ${formatDate(dayOf(madeAt))}`,
  }));
  const numberOf = (id: string) => rounds.find(({ draftId }) => draftId === id)?.number ?? 0;

  async function handleCompare() {
    found.value = undefined;
    fault.value = earlier.value === later.value ? text.same : undefined;
    if (fault.value !== undefined) return;
    busy.value = true;
    const numbers = [numberOf(earlier.value), numberOf(later.value)] as const;
    const answer = await compareRounds(programmeId, later.value, earlier.value, new AbortController().signal);
    busy.value = false;
    if (answer.kind === "done") found.value = { numbers, changes: answer.value };
    else fault.value = answer.kind === "refused" ? text.gone : hindranceText[answer.kind];
  }

  return (
    <section class="stack">
      <h2>{text.compareTitle}</h2>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void handleCompare();
        }}
      >
        <div class="columns">
          <Select label={text.earlier} value={earlier} options={options} error={fault.value} />
          <Select label={text.later} value={later} options={options} />
        </div>
        <div>
          <Button type="submit" kind="quiet" busy={busy.value}>
            {text.compare}
          </Button>
        </div>
      </form>
      {found.value && <Result {...found.value} />}
    </section>
  );
}

function Result({ numbers: [earlier, later], changes }: Compared) {
  return (
    <Notice title={text.result(earlier, later)} announce>
      <div class="stack">
        <Moves moves={changes.moves} />
        <Levels {...changes} heads={[text.draft(earlier), text.draft(later)]} />
      </div>
    </Notice>
  );
}
