import { useState } from "preact/hooks";
import { me } from "../../features/programme/sign-in/api.ts";
import { formatCount } from "../client/format.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { managesText as text } from "./manages-text.ts";

/** On Home: a card for each programme that I manage. */
export function ManagesOnHome() {
  const [now] = useState(() => Date.now());
  return (
    <>
      {(me.value?.manages ?? []).map(({ programmeId, programmeName, finishesAt, newAsks = 0 }) => (
        <Card key={programmeId} soft tag={(finishesAt ?? Infinity) <= now ? text.ended : text.tag}>
          <div class="stack">
            <h2 dir="auto">{programmeName}</h2>
            <div class="buttons">
              <ButtonLink href={`/programmes/${programmeId}`}>{text.open}</ButtonLink>
              {newAsks > 0 && (
                <ButtonLink kind="quiet" href={`/programmes/${programmeId}/asks`}>
                  {formatCount(newAsks, text.asks)}
                </ButtonLink>
              )}
            </div>
          </div>
        </Card>
      ))}
    </>
  );
}
