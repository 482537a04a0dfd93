import { hindranceText } from "../../../web/client/answer.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import type { OwnPlaceAct } from "../people/rules.ts";
import { refreshMe } from "../sign-in/api.ts";
import { changeMyPlace } from "./api.ts";
import { JustPaired } from "./just-paired.tsx";
import type { MyPlace } from "./schema.ts";
import { refusalText, text } from "./text.ts";

/** Props of `Place`. */
export interface PlaceProps {
  readonly place: MyPlace;
  readonly onChanged: () => void;
}

/** My place in the programme, and what I can do about it: rest, not this time, back again; leaving has a page of its own. Nothing asks why. */
export function Place({ place, onChanged }: PlaceProps) {
  const { state, programmeId } = place;

  async function handleAct(act: OwnPlaceAct) {
    const answer = await changeMyPlace(programmeId, act);
    if (answer.kind === "refused") toast(refusalText[answer.refused]);
    else if (answer.kind !== "done") toast(hindranceText[answer.kind]);
    await refreshMe();
    onChanged();
  }

  return (
    <section class="stack">
      <h2>{text.place}</h2>
      <p>{text.placeState[state]}</p>
      {state === "aside" && <p class="muted">{text.aside}</p>}
      {state === "aside" && <JustPaired programmeId={programmeId} />}
      <div class="buttons">
        {(state === "invited" || state === "added") && (
          <ButtonLink href={`/enrol/${programmeId}`}>{text.finish}</ButtonLink>
        )}
        {state === "aside" && <Button onClick={() => void handleAct("come-back")}>{text.comeBack}</Button>}
        {(state === "enrolled" || state === "paused") && (
          <Button kind="quiet" onClick={() => void handleAct(state === "enrolled" ? "pause" : "resume")}>
            {state === "enrolled" ? text.pause : text.resume}
          </Button>
        )}
        {(state === "invited" || state === "enrolled" || state === "paused") && (
          <Button kind="plain" onClick={() => void handleAct("step-back")}>
            {text.stepBack}
          </Button>
        )}
        <ButtonLink kind="plain" href={`/leaving/${programmeId}`}>
          {text.leave}
        </ButtonLink>
      </div>
    </section>
  );
}
