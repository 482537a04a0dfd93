import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { away } from "../../../../web/client/client.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Card } from "../../../../web/ui/card.tsx";
import { me } from "../../sign-in/api.ts";
import { CheckLink, PreparationLink } from "../../preparation/offer/offer.tsx";
import { namesIn } from "../reasons/rules.ts";
import { refreshSuggestions, suggestions } from "./api.ts";
import { WaitingLink } from "../waiting/waiting-link.tsx";
import { useMatchFacts } from "./live.tsx";
import type { WaitingIn } from "./schema.ts";
import { text } from "./text.ts";

/** What does not arrive now is fetched by the next screen, or at the next hint. */
const refresh = () => refreshSuggestions().catch(() => undefined);

/** Props of `SuggestionsOnHome`. */
export interface SuggestionsOnHomeProps {
  /** False while only fetching. */
  readonly isShown: boolean;
  /** Called once it is known what there is to say. */
  readonly onKnown: () => void;
}

/** Home's line about suggestions: who waits for my answer, else that nothing needs to be done. Nothing where there is nothing to say. */
export function SuggestionsOnHome({ isShown, onKnown }: SuggestionsOnHomeProps) {
  const hasAnswer = useSignal(false);
  useMatchFacts(() => void refresh());
  const isAway = away.value;
  useEffect(() => {
    // While the server is away there is nothing to ask; once it is back, what could not be fetched is.
    if (isAway) hasAnswer.value = true;
    else void refresh().then(() => (hasAnswer.value = true));
  }, [isAway, hasAnswer]);
  const list = suggestions.value;
  const isKnown = hasAnswer.value || list !== undefined;
  useLayoutEffect(() => {
    if (isKnown) onKnown();
    // The caller hears it once, whatever it passes then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isKnown]);
  if (!list || !isShown) return null;
  const unanswered = list.open.filter(({ answered }) => !answered);
  const [first] = unanswered;
  if (first) {
    const { fullName: name } = namesIn(first.other.seen);
    return (
      <Card soft tag={text.title}>
        <div class="stack stack-small">
          <h2 dir="auto">{unanswered.length === 1 ? text.homeOne(name) : text.homeMany(unanswered.length)}</h2>
          <p class="muted">{text.openUntil(formatDay(dayOf(first.closesAt)))}</p>
          {unanswered.length === 1 && (me.value?.participations.length ?? 0) > 1 && (
            <p class="muted small" dir="auto">
              {first.programmeName}
            </p>
          )}
          <div class="buttons">
            <ButtonLink href="/suggestions">{text.homeLook}</ButtonLink>
          </div>
        </div>
      </Card>
    );
  }
  return (
    <>
      {list.waiting.map((place) => (
        <WaitingCard key={place.programmeId} place={place} />
      ))}
    </>
  );
}

/** Nobody is suggested to me just now: what I can do meanwhile, and why it takes a while. */
function WaitingCard({ place }: { readonly place: WaitingIn }) {
  const { programmeId, roles } = place;
  return (
    <Card title={text.waitingTitle}>
      <div class="stack stack-small">
        <p>{text.waiting(place)}</p>
        <p>
          <PreparationLink programmeId={programmeId} roles={roles} />
          {" · "}
          <CheckLink programmeId={programmeId} roles={roles} />
        </p>
        <p>
          <WaitingLink programmeId={programmeId} />
        </p>
      </div>
    </Card>
  );
}
