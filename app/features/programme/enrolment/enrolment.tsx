import { useSignal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { hindranceText } from "../../../web/client/answer.ts";
import { Bar, Foot } from "../../../web/ui/bar.tsx";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Mark } from "../../../web/ui/mark.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { NoUse } from "../../../web/ui/no-use.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Steps } from "../../../web/ui/steps.tsx";
import { PreparationOffer } from "../preparation/offer/offer.tsx";
import { me, refreshMe } from "../sign-in/api.ts";
import { enrol } from "./api.ts";
import { refusalText, stepNames, text } from "./text.ts";

/** What stands around a step. */
export interface StepFrameProps {
  readonly current: number;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
  readonly foot: ComponentChildren;
}

/** The steps of the profile, handed in by the route: a screen imports no other feature's screens. */
export interface ProfileStepProps {
  readonly programmeId: string;
  readonly Frame: ComponentType<StepFrameProps>;
  readonly onDone: () => void;
}

/** The step in which keys are made; it belongs to the sealed side and is handed in by the route. */
export interface KeysStepProps {
  readonly onDone: () => void;
  /** Tells which heading stands above. */
  readonly onStep: (step: "passphrase" | "code") => void;
}

/** Props of `Enrolment`. */
export interface EnrolmentProps {
  readonly programmeId: string;
  readonly ProfileStep: ComponentType<ProfileStepProps>;
  readonly KeysStep: ComponentType<KeysStepProps>;
}

type Stage = "profile" | "keys" | "enrolling" | "done";

const keysKey = "oakroom.enrolling-with-keys";

/** True where this page was loaded anew at the keys: the profile is saved, and what becomes of the code is asked there. */
function wasAtKeys(programmeId: string): boolean {
  try {
    return sessionStorage.getItem(keysKey) === programmeId;
  } catch {
    return false;
  }
}

function noteKeysStep(programmeId: string): void {
  try {
    sessionStorage.setItem(keysKey, programmeId);
  } catch {
    // Without storage the steps begin anew after a reload.
  }
}

/** From an accepted invitation to taking part: name, profile, keys, done. Each step can be left and taken up again. */
export function Enrolment({ programmeId, ProfileStep, KeysStep }: EnrolmentProps) {
  const place = me.value?.participations.find((each) => each.programmeId === programmeId);
  const isOver = useMemo(() => (place?.finishesAt ?? Infinity) <= Date.now(), [place]);
  const stage = useSignal<Stage>(place?.state === "enrolled" ? "done" : wasAtKeys(programmeId) ? "keys" : "profile");

  if (isOver && place?.state === "invited")
    return <NoUse title={text.ended} said={refusalText.finished} onward={text.home} />;
  if (stage.value === "profile")
    return (
      <ProfileStep
        programmeId={programmeId}
        Frame={StepFrame}
        onDone={() => {
          stage.value = me.value?.hasKeys ? "enrolling" : "keys";
          if (stage.value === "keys") noteKeysStep(programmeId);
        }}
      />
    );
  if (stage.value === "keys") return <Keys KeysStep={KeysStep} onDone={() => (stage.value = "enrolling")} />;
  if (stage.value === "enrolling")
    return (
      <Enrolling
        programmeId={programmeId}
        onDone={() => (stage.value = "done")}
        onProfile={() => (stage.value = "profile")}
      />
    );
  return <Done programmeId={programmeId} />;
}

/** The bar with the steps, the page, and the foot that stays in view. */
export function StepFrame({ current, title, lead, children, foot }: StepFrameProps) {
  return (
    <>
      <Bar
        home="/"
        middle={<Steps label={text.steps} steps={stepNames.map((name) => ({ text: name }))} current={current} />}
        end={<a href="/help">{text.help}</a>}
      />
      <Page key={current} title={title} {...(lead !== undefined && { lead })} width="form">
        {children}
      </Page>
      {foot !== null && <Foot>{foot}</Foot>}
    </>
  );
}

function Keys({ KeysStep, onDone }: { readonly KeysStep: ComponentType<KeysStepProps>; readonly onDone: () => void }) {
  const step = useSignal<"passphrase" | "code">("passphrase");
  const isCode = step.value === "code";
  return (
    <StepFrame
      current={4}
      title={isCode ? text.codeTitle : text.keysTitle}
      {...(isCode ? {} : { lead: text.keysLead })}
      foot={null}
    >
      <KeysStep onDone={onDone} onStep={(next) => (step.value = next)} />
    </StepFrame>
  );
}

interface EnrollingProps {
  readonly programmeId: string;
  readonly onDone: () => void;
  readonly onProfile: () => void;
}

function Enrolling({ programmeId, onDone, onProfile }: EnrollingProps) {
  const fault = useSignal<string | undefined>(undefined);
  const round = useSignal(0);
  const done = useRef(onDone);
  done.current = onDone;
  const turn = round.value;

  useEffect(() => {
    const run = async () => {
      const answer = await enrol(programmeId);
      if (answer.kind === "done") {
        await refreshMe();
        done.current();
      } else fault.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
    };
    void run();
  }, [programmeId, turn, fault]);

  if (fault.value === undefined) return <main id="main" class="page" aria-busy="true" />;
  return (
    <StepFrame current={4} title={text.keysTitle} foot={null}>
      <Notice
        kind="care"
        announce
        actions={
          <>
            <Button onClick={() => (round.value += 1)}>{text.again}</Button>
            <Button kind="quiet" onClick={onProfile}>
              {text.toProfile}
            </Button>
          </>
        }
      >
        {fault.value}
      </Notice>
    </StepFrame>
  );
}

function Done({ programmeId }: { readonly programmeId: string }) {
  const place = me.value?.participations.find((each) => each.programmeId === programmeId);
  return (
    <>
      <Bar home="/" end={<a href="/help">{text.help}</a>} />
      <Page title={text.doneTitle} lead={text.doneLead(me.value?.name ?? "")} width="form" mark={<Mark />}>
        <div class="stack stack-large">
          <h2>{text.doneNext}</h2>
          <ol class="stack">
            {text.doneSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {place && <PreparationOffer programmeId={programmeId} roles={place.roles} />}
          <div class="buttons">
            <ButtonLink href="/">{text.home}</ButtonLink>
            <ButtonLink href="/profile" kind="quiet">
              {text.profile}
            </ButtonLink>
          </div>
        </div>
      </Page>
    </>
  );
}
