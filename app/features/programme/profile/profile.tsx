import type { TargetedSubmitEvent } from "preact";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { ErrorSummary } from "../../../web/ui/error-summary.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { PreparationOffer } from "../preparation/offer/offer.tsx";
import { me } from "../sign-in/api.ts";
import { readMyPlace } from "./api.ts";
import { useProfileForm } from "./form.tsx";
import { HoursPart } from "./hours.tsx";
import { NamePart, OfferPart } from "./parts.tsx";
import { Place } from "./place.tsx";
import { useSaving } from "./saving.tsx";
import type { MyPlace } from "./schema.ts";
import { Seen } from "./seen.tsx";
import { text } from "./text.ts";

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
            {place.state !== "added" && <PreparationOffer programmeId={place.programmeId} roles={place.roles} />}
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
      <Disclosure summary={text.seenTitle}>
        <Seen form={form} place={place} />
      </Disclosure>
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
