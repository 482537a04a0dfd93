import { type Signal, useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { hindranceText } from "../../../web/client/answer.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import type { OwnPlaceAct } from "../people/rules.ts";
import { refreshMe } from "../sign-in/api.ts";
import { changeMyPlace } from "./api.ts";
import type { MyPlace } from "./schema.ts";
import { refusalText, text } from "./text.ts";

/** Props of `Place`. */
export interface PlaceProps {
  readonly place: MyPlace;
  readonly onChanged: () => void;
}

/** My place in the programme, and what I can do about it: rest, not this time, back again, leave. Nothing asks why. */
export function Place({ place, onChanged }: PlaceProps) {
  const { route } = useLocation();
  const leaving = useSignal(false);
  const { state, programmeId } = place;

  async function handleAct(act: OwnPlaceAct) {
    leaving.value = false;
    const answer = await changeMyPlace(programmeId, act);
    if (answer.kind === "refused") toast(refusalText[answer.refused]);
    else if (answer.kind !== "done") toast(hindranceText[answer.kind]);
    await refreshMe();
    if (act === "leave" && answer.kind === "done") route("/", true);
    else onChanged();
  }

  return (
    <section class="stack">
      <h2>{text.place}</h2>
      <p>{text.placeState[state]}</p>
      {state === "aside" && <p class="muted">{text.aside}</p>}
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
        <Button kind="plain" onClick={() => (leaving.value = true)}>
          {text.leave}
        </Button>
      </div>
      <AskToLeave open={leaving} onLeave={() => void handleAct("leave")} />
    </section>
  );
}

function AskToLeave({ open, onLeave }: { readonly open: Signal<boolean>; readonly onLeave: () => void }) {
  return (
    <Dialog
      open={open}
      title={text.leaveTitle}
      actions={
        <>
          <Button onClick={onLeave}>{text.leave}</Button>
          <Button kind="quiet" onClick={() => (open.value = false)}>
            {text.stay}
          </Button>
        </>
      }
    >
      <p>{text.leaveHint}</p>
    </Dialog>
  );
}
