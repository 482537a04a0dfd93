import { useState } from "preact/hooks";
import { dayOf, formatDate } from "../../../../web/client/format.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { hasFinished } from "../../finish/rules.ts";
import { me } from "../../sign-in/api.ts";
import { readWaiting } from "./api.ts";
import { text } from "./text.ts";

/** For somebody to whom nobody is suggested just now: why in general, what comes next, and by when. */
export function Waiting({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readWaiting(programmeId, abort));
  const [now] = useState(() => Date.now());
  const place = me.value?.participations.find((each) => each.programmeId === programmeId);
  if (hasFinished(place?.finishesAt ?? null, now))
    return (
      <Page title={text.ended}>
        <p>{text.endedWords}</p>
      </Page>
    );
  return (
    <Page title={text.title}>
      <Loaded of={load}>
        {({ programmeName, openUntil }) => (
          <div class="stack stack-large">
            <p class="strong" dir="auto">
              {programmeName}
            </p>
            <section class="stack stack-small">
              <h2>{text.whyTitle}</h2>
              {text.why.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <p class="cluster">
                <a href={`/wishes/${programmeId}`}>{text.wishes}</a>
                <a href={`/how-suggestions/${programmeId}`}>{text.how}</a>
              </p>
            </section>
            <section class="stack stack-small">
              <h2>{text.nextTitle}</h2>
              <p>{text.next}</p>
            </section>
            <section class="stack stack-small">
              <h2>{text.whenTitle}</h2>
              <p>{openUntil === null ? text.noDay : text.until(formatDate(dayOf(openUntil)))}</p>
              <div class="buttons">
                <ButtonLink kind="quiet" href={`/ask/${programmeId}`}>
                  {text.ask}
                </ButtonLink>
              </div>
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
