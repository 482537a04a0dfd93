import { useSignal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { ErrorSummary } from "../../../web/ui/error-summary.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { readMyPlace } from "./api.ts";
import { type FormPart, useProfileForm } from "./form.tsx";
import { HoursPart } from "./hours.tsx";
import { NamePart, OfferPart } from "./parts.tsx";
import { useSaving } from "./saving.tsx";
import type { MyPlace } from "./schema.ts";
import { Seen } from "./seen.tsx";
import { text } from "./text.ts";

/** What stands around a step of joining; drawn by whoever leads through the steps. */
export interface StepFrameProps {
  /** Which of the steps, from 0. */
  readonly current: number;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
  readonly foot: ComponentChildren;
}

/** Props of `ProfileSteps`. */
export interface ProfileStepsProps {
  readonly programmeId: string;
  readonly Frame: ComponentType<StepFrameProps>;
  /** The profile is saved. */
  readonly onDone: () => void;
}

/** The profile in four steps, for whoever joins: name, what for, when, who sees it. Saved once, at the end. */
export function ProfileSteps({ programmeId, Frame, onDone }: ProfileStepsProps) {
  const load = useLoad(programmeId, (abort) => readMyPlace(programmeId, abort));
  return (
    <Loaded of={load} skeleton={<Waiting Frame={Frame} />}>
      {(place) => <PlacedSteps place={place} Frame={Frame} onDone={onDone} />}
    </Loaded>
  );
}

function Waiting({ Frame }: Pick<ProfileStepsProps, "Frame">) {
  return (
    <Frame current={0} title={text.stepTitles[0]} foot={null}>
      <Skeleton />
    </Frame>
  );
}

type Step = 0 | 1 | 2 | 3;

const parts: ReadonlyArray<ReadonlyArray<FormPart>> = [["name"], ["offer"], ["hours"], []];

function PlacedSteps({ place, Frame, onDone }: Omit<ProfileStepsProps, "programmeId"> & { readonly place: MyPlace }) {
  const form = useProfileForm(place);
  const { faults, busy, check, save } = useSaving(place, form);
  const step = useSignal<Step>(0);
  const at = step.value;
  const part = { form, place, faults: faults.value };

  async function handleOn() {
    if (at === 3) {
      if (await save()) onDone();
      return;
    }
    if (!check(parts[at] ?? [])) return;
    step.value = at === 0 ? 1 : at === 1 ? 2 : 3;
    globalThis.scrollTo?.(0, 0);
  }

  function handleBack() {
    faults.value = [];
    step.value = at === 3 ? 2 : at === 2 ? 1 : 0;
  }

  const foot = <StepFoot at={at} busy={busy.value} onBack={handleBack} onOn={() => void handleOn()} />;
  return (
    <Frame current={at} title={text.stepTitles[at]} lead={leadOf(place, at)} foot={foot}>
      <form
        class="stack stack-large"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void handleOn();
        }}
      >
        <ErrorSummary title={text.faults} faults={faults.value} />
        {at === 0 && <NamePart {...part} />}
        {at === 1 && <OfferPart {...part} />}
        {at === 2 && <HoursPart {...part} />}
        {at === 3 && <Seen form={form} place={place} />}
      </form>
    </Frame>
  );
}

/** Before the first answers: where those come from that stand there already. */
function leadOf({ saidIn }: MyPlace, at: Step): string {
  return at === 1 && saidIn !== undefined ? `${text.saidIn(saidIn)} ${text.stepLeads[at]}` : text.stepLeads[at];
}

interface StepFootProps {
  readonly at: Step;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onOn: () => void;
}

function StepFoot({ at, busy, onBack, onOn }: StepFootProps) {
  return (
    <>
      {at > 0 && (
        <Button kind="quiet" onClick={onBack}>
          {text.back}
        </Button>
      )}
      <Button busy={busy} onClick={onOn}>
        {at === 3 ? text.saveOn : text.on}
      </Button>
    </>
  );
}
