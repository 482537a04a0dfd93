import { useEffect } from "preact/hooks";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Card } from "../../../../web/ui/card.tsx";
import { refreshSuggestions, suggestions } from "./api.ts";
import { text } from "./text.ts";

/** Home's line about suggestions: who waits for my answer, else that nothing needs to be done. Nothing where there is nothing to say. */
export function SuggestionsOnHome() {
  useEffect(() => {
    const stopper = new AbortController();
    // An answer that comes after the screen has gone is of no interest.
    refreshSuggestions(stopper.signal).catch(() => undefined);
    return () => stopper.abort();
  }, []);

  const list = suggestions.value;
  if (!list) return null;
  const unanswered = list.open.filter(({ answered }) => !answered);
  const [first] = unanswered;
  if (first) {
    const name = first.other.seen.callName ?? first.other.seen.name ?? "";
    return (
      <Card soft tag={text.title}>
        <div class="stack stack-small">
          <h2 dir="auto">{unanswered.length === 1 ? text.homeOne(name) : text.homeMany(unanswered.length)}</h2>
          <p class="muted">{text.openUntil(formatDay(dayOf(first.closesAt)))}</p>
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
        <Card key={place.programmeId} title={text.waitingTitle}>
          <p>{text.waiting(place.programmeName, place.roles)}</p>
        </Card>
      ))}
    </>
  );
}
