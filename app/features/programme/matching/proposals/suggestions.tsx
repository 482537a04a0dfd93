import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { menteeChoose } from "../../../../../content/en/mentee.generated.ts";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Card } from "../../../../web/ui/card.tsx";
import { EmptyState } from "../../../../web/ui/empty-state.tsx";
import { Guidance } from "../../../../web/ui/guidance.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { Skeleton } from "../../../../web/ui/skeleton.tsx";
import { PreparationLink } from "../../preparation/offer/offer.tsx";
import { refreshRelationships, relationships } from "../../relationships/api.ts";
import { me } from "../../sign-in/api.ts";
import { refreshSuggestions, suggestions } from "./api.ts";
import { useMatchFacts } from "./live.tsx";
import type { Suggestions } from "./schema.ts";
import { type NewPair, SuggestionCard } from "./suggestion-card.tsx";
import { text } from "./text.ts";
import "./suggestions.css";

/** The people who are suggested to me: their cards, the reasons, and my answer. */
export function SuggestionsPage() {
  const load = useLoad("suggestions", (abort) => refreshSuggestions(abort));
  const pair = useSignal<NewPair | undefined>(undefined);
  const known = suggestions.value;
  useMatchFacts(load.again);

  useEffect(() => {
    // What the live stream or an answer brought is the newer truth.
    if (known) load.put(known);
    // oxlint-disable-next-line react/exhaustive-deps -- `load` is new at each drawing, its signals are not
  }, [known]);

  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded of={load} skeleton={<Skeleton shape="card" />}>
        {(value) => (
          <div class="stack stack-large">
            {pair.value && <Came pair={pair.value} />}
            <Open list={value} onPair={(made) => (pair.value = made)} />
            {value.waiting.map((place) => (
              <Card key={place.programmeId} title={text.waitingTitle}>
                <div class="stack stack-small">
                  <p>{text.waiting(place)}</p>
                  <p>
                    <PreparationLink programmeId={place.programmeId} roles={place.roles} />
                  </p>
                </div>
              </Card>
            ))}
            {value.open.length + value.waiting.length === 0 && !pair.value && (
              <EmptyState title={text.nothingTitle} example={text.nothingExample}>
                {text.nothing}
              </EmptyState>
            )}
            <Closed list={value} />
            <More />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** The second yes: a warm line that stays until the page is left. */
function Came({ pair }: { readonly pair: NewPair }) {
  useEffect(() => void refreshRelationships().catch(() => undefined), [pair]);
  const made = relationships.value?.find(({ relationshipId }) => relationshipId === pair.relationshipId);
  return (
    <Notice
      kind="kept"
      announce
      actions={<ButtonLink href={`/rooms/${pair.relationshipId}`}>{text.toRoom}</ButtonLink>}
    >
      {text.pairTold(pair.name)} {made?.namedEachOther === true && text.namedEachOther}
    </Notice>
  );
}

function Open({ list, onPair }: { readonly list: Suggestions; readonly onPair: (pair: NewPair) => void }) {
  const isChoosing = list.open.some(({ myRole, answered }) => myRole === "mentee" && !answered);
  return (
    <>
      {isChoosing && <Guidance block={menteeChoose} />}
      {list.open.map((suggestion) => (
        <SuggestionCard key={suggestion.matchId} suggestion={suggestion} onPair={onPair} />
      ))}
    </>
  );
}

function Closed({ list }: { readonly list: Suggestions }) {
  if (list.closed.length === 0) return null;
  return (
    <section class="stack stack-small">
      <h2>{text.closedTitle}</h2>
      <ul class="rows">
        {list.closed.map(({ matchId, name, closedAt }) => (
          <li key={matchId} class="muted" dir="auto">
            {text.closed(name, formatDay(dayOf(closedAt)))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function More() {
  // Only who has a pair can end one.
  const hasPair = relationships.value?.some(({ state }) => state !== "ended") ?? false;
  const places = me.value?.participations ?? [];
  useEffect(() => {
    if (!relationships.peek()) void refreshRelationships().catch(() => undefined);
  }, []);
  return (
    <section class="stack stack-small">
      {places.map(({ programmeId, programmeName }) => (
        <p key={programmeId} class="cluster">
          <a href={`/wishes/${programmeId}`}>{text.wishes(places.length > 1 ? programmeName : undefined)}</a>
          <a href={`/how-suggestions/${programmeId}`}>{text.how(places.length > 1 ? programmeName : undefined)}</a>
        </p>
      ))}
      {hasPair && (
        <p class="muted small">
          <span class="strong">{text.another}</span> {text.anotherWords}
        </p>
      )}
    </section>
  );
}
