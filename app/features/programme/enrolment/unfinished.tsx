import { ButtonLink } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { me } from "../sign-in/api.ts";
import type { Participation } from "../sign-in/schema.ts";
import { text } from "./text.ts";

/** Programmes in which I stand so, but for those that have ended. */
const standing = (wanted: Participation["state"]) =>
  (me.value?.participations ?? []).filter(
    ({ state, finishesAt = Infinity }) => state === wanted && finishesAt > Date.now(),
  );

/** On Home: programmes in which it is "not this time", with the way back. */
function AsideOnHome() {
  const aside = standing("aside");
  return (
    <>
      {aside.map(({ programmeId, programmeName }) => (
        <Card key={programmeId} title={programmeName}>
          <p>
            {text.aside} <a href={`/profile/${programmeId}`}>{text.asideBack}</a>
          </p>
        </Card>
      ))}
    </>
  );
}

/** On Home: programmes that somebody has begun to join, or takes no part in this time. Nothing where there is none. */
export function UnfinishedOnHome() {
  const begun = standing("invited");
  return (
    <>
      {begun.map(({ programmeId, programmeName }) => (
        <Card key={programmeId} soft title={programmeName}>
          <div class="stack">
            <p>{text.unfinished}</p>
            <div class="buttons">
              <ButtonLink href={`/enrol/${programmeId}`}>{text.goOn}</ButtonLink>
            </div>
          </div>
        </Card>
      ))}
      <AsideOnHome />
    </>
  );
}
