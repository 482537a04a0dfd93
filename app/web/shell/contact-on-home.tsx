import { me } from "../../features/programme/sign-in/api.ts";
import { formatCount } from "../client/format.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { contactText as text } from "./manages-text.ts";

/** On Home: a card for each programme whose contact for concerns I am, or am asked to be. */
export function ContactOnHome() {
  return (
    <>
      {(me.value?.contactIn ?? []).map(({ programmeId, programmeName, state, waiting = 0 }) => (
        <Card key={programmeId} soft tag={state === "asked" ? text.asked : state === "left" ? text.left : text.tag}>
          <div class="stack">
            <h2 dir="auto">{programmeName}</h2>
            {waiting > 0 && <p>{formatCount(waiting, text.waiting)}</p>}
            <div class="buttons">
              <ButtonLink href="/contact">{text.open}</ButtonLink>
            </div>
          </div>
        </Card>
      ))}
    </>
  );
}
