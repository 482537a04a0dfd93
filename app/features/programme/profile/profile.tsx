import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useLocation } from "preact-iso/router";
import { hindranceText } from "../../../web/client/answer.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { ErrorSummary } from "../../../web/ui/error-summary.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { me, refreshMe } from "../sign-in/api.ts";
import { changeMyPlace, readMyPlace } from "./api.ts";
import { useProfileForm } from "./form.tsx";
import { HoursPart } from "./hours.tsx";
import { NamePart, OfferPart } from "./parts.tsx";
import { useSaving } from "./saving.tsx";
import type { MyPlace } from "./schema.ts";
import { Seen } from "./seen.tsx";
import { refusalText, text } from "./text.ts";

/** My profile in one programme: what I say, who reads it, and my place. */
export function Profile({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readMyPlace(programmeId, abort));
  const state = load.state.value;
  const lead = state.kind === "ready" ? text.lead(state.value.programmeName) : undefined;
  return (
    <Page title={text.title} {...(lead !== undefined && { lead })} width="form">
      <Loaded of={load}>
        {(place) => (
          <div class="stack stack-sections">
            <ProfileFields key={place.participantId} place={place} />
            <Place place={place} onChanged={load.again} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function ProfileFields({ place }: { readonly place: MyPlace }) {
  const form = useProfileForm(place);
  const { faults, busy, save } = useSaving(place, form);
  const part = { form, place, faults: faults.value };

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (await save()) toast(text.saved);
  }

  return (
    <form class="stack stack-sections" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <ErrorSummary title={text.faults} faults={faults.value} />
      <NamePart {...part} />
      <OfferPart {...part} />
      <HoursPart {...part} />
      <Seen form={form} place={place} title={text.seenTitle} />
      <div class="stack stack-small">
        <div class="buttons">
          <Button type="submit" busy={busy.value} wide="phone">
            {text.save}
          </Button>
        </div>
        <p class="muted small">{text.kept}</p>
      </div>
    </form>
  );
}

function Place({ place, onChanged }: { readonly place: MyPlace; readonly onChanged: () => void }) {
  const { route } = useLocation();
  const leaving = useSignal(false);
  const { state, programmeId } = place;

  async function handleAct(act: "pause" | "resume" | "leave") {
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
      <div class="buttons">
        {(state === "invited" || state === "added") && (
          <ButtonLink href={`/enrol/${programmeId}`}>{text.finish}</ButtonLink>
        )}
        {(state === "enrolled" || state === "paused") && (
          <Button kind="quiet" onClick={() => void handleAct(state === "enrolled" ? "pause" : "resume")}>
            {state === "enrolled" ? text.pause : text.resume}
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

/** Which of my profiles; with one programme there is nothing to choose. */
export function Profiles() {
  const places = (me.value?.participations ?? []).filter(({ state }) => state !== "left");
  const only = places.length === 1 ? places[0] : undefined;
  if (only) return <Profile programmeId={only.programmeId} />;
  return (
    <Page title={text.title} width="form">
      {places.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <section class="stack">
          <h2>{text.which}</h2>
          <ul class="rows">
            {places.map(({ programmeId, programmeName }) => (
              <li key={programmeId}>
                <a href={`/profile/${programmeId}`}>{programmeName}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
