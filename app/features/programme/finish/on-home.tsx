import { useState } from "preact/hooks";
import { formatDate } from "../../../web/client/format.ts";
import { Card } from "../../../web/ui/card.tsx";
import { me } from "../sign-in/api.ts";
import { hasFinished, isShownOnHome, lastDayOf } from "./rules.ts";
import { homeText as text } from "./text.ts";

/** On Home, for whoever takes part: that a programme ends or has ended, and that rooms go on. */
export function FinishedOnHome() {
  const [now] = useState(() => Date.now());
  return (
    <>
      {(me.value?.participations ?? []).map(({ programmeId, programmeName, state, finishesAt }) =>
        finishesAt === undefined || state === "left" || !isShownOnHome(finishesAt, now) ? null : (
          <Card
            key={programmeId}
            soft
            title={
              hasFinished(finishesAt, now)
                ? text.ended(programmeName)
                : text.ends(programmeName, formatDate(lastDayOf(finishesAt)))
            }
          >
            <p>{text.room}</p>
          </Card>
        ),
      )}
    </>
  );
}
