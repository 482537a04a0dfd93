import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { hindranceText } from "../../../../web/client/answer.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { changeMyPlace } from "../../profile/api.ts";
import { refusalText } from "../../profile/text.ts";
import { refreshMe } from "../../sign-in/api.ts";
import type { Participation } from "../../sign-in/schema.ts";
import { text } from "./text.ts";

/** Props of `Choices`. */
export interface ChoicesProps {
  readonly place: Participation;
}

/** Continue, start later, step back: three equal choices. The programme cannot tell the last two apart, and nobody reads a reason (P101). */
export function Choices({ place }: ChoicesProps) {
  const { route } = useLocation();
  const busy = useSignal(false);

  async function handleChange(act: "step-back" | "come-back", told: string) {
    busy.value = true;
    const answer = await changeMyPlace(place.programmeId, act);
    busy.value = false;
    if (answer.kind === "refused") return toast(refusalText[answer.refused]);
    if (answer.kind !== "done") return toast(hindranceText[answer.kind]);
    await refreshMe();
    toast(told);
    route("/");
  }

  function handleGo() {
    if (place.state === "aside") void handleChange("come-back", text.hereTold);
    else route(place.state === "invited" ? `/enrol/${place.programmeId}` : "/");
  }

  return (
    <section class="stack">
      <h2>{text.choices}</h2>
      <div class="buttons">
        <Button kind="quiet" wide="phone" busy={busy.value} onClick={handleGo}>
          {text.go}
        </Button>
        <Button
          kind="quiet"
          wide="phone"
          busy={busy.value}
          onClick={() => void handleChange("step-back", text.laterTold)}
        >
          {text.later}
        </Button>
        <Button
          kind="quiet"
          wide="phone"
          busy={busy.value}
          onClick={() => void handleChange("step-back", text.backTold)}
        >
          {text.stepBack}
        </Button>
      </div>
      <p class="muted">{text.choicesLine}</p>
      {place.roles.length === 2 && <p class="muted">{text.both}</p>}
    </section>
  );
}
