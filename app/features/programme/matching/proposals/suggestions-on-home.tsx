import { useEffect } from "preact/hooks";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Card } from "../../../../web/ui/card.tsx";
import { namesIn } from "../reasons/rules.ts";
import { refreshSuggestions, suggestions } from "./api.ts";
import { useMatchFacts } from "./live.tsx";
import { text } from "./text.ts";

/** Home's line about suggestions: who waits for my answer, else that nothing needs to be done. Nothing where there is nothing to say. */
export function SuggestionsOnHome() {
  // What does not arrive now is fetched by the next screen, or at the next hint.
  const refresh = () => void refreshSuggestions().catch(() => undefined);
  useMatchFacts(refresh);
  useEffect(refresh, []);
  const list = suggestions.value;
  if (!list) return null;
  const unanswered = list.open.filter(({ answered }) => !answered);
  const [first] = unanswered;
  if (first) {
    const { fullName: name } = namesIn(first.other.seen);
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
