import { signal, useSignal, type Signal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useMemo } from "preact/hooks";
import { refuseText } from "../../../values/text.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Checkbox } from "../../../web/ui/choice.tsx";
import { ErrorSummary, type FieldFault } from "../../../web/ui/error-summary.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { TextArea, TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { changeProgramme, readProgramme } from "./api.ts";
import {
  contactFaults,
  contactsOf,
  draftOf,
  faultOf,
  type ProgrammeDraft,
  timingFaults,
  timingOf,
  variantFaults,
} from "./draft.tsx";
import { ContactFields, TimingFields, VariantField } from "./parts.tsx";
import { leastLeavingDays, mostLeavingDays } from "../leaving/rules.ts";
import { managersText as leavingText } from "../leaving/text.ts";
import { changedOnly, leastSuggestionDays, mostSuggestionDays } from "./rules.ts";
import type { ProgrammeFacts, ProgrammeSettings } from "./schema.ts";
import { fieldText, overviewText, refusalText, settingsText as text } from "./text.ts";

type Settings = ProgrammeFacts & Pick<ProgrammeSettings, "mayLikeAWord" | "suggestionDays" | "leavingDays">;

const mostWords = 2000;

/** What a manager may change about a programme. */
export function ProgrammeSettingsPage({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readProgramme(programmeId, abort));
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded of={load}>
        {(programme) => <Form programmeId={programmeId} programme={programme} onSaved={load.again} />}
      </Loaded>
    </Page>
  );
}

interface FormProps {
  readonly programmeId: string;
  readonly programme: Settings;
  /** Reads them anew: another manager may have changed some meanwhile. */
  readonly onSaved: () => void;
}

interface Typed {
  readonly draft: ProgrammeDraft;
  readonly wording: Signal<string>;
  readonly mayLikeAWord: Signal<boolean>;
  readonly suggestionDays: Signal<string>;
  readonly leavingDays: Signal<string>;
}

function typedOf(programme: Settings): Typed {
  return {
    draft: draftOf(programme),
    wording: signal(programme.wording),
    mayLikeAWord: signal(programme.mayLikeAWord),
    suggestionDays: signal(String(programme.suggestionDays)),
    leavingDays: signal(String(programme.leavingDays)),
  };
}

/** Saves what was changed in a form that showed these settings; what another manager has changed since stays. */
async function save(programmeId: string, shown: Settings, settings: ProgrammeSettings) {
  const now = await readProgramme(programmeId, new AbortController().signal);
  if (now.kind !== "done") return now;
  const [before, current] = [settingsOf(typedOf(shown)), settingsOf(typedOf(now.value))];
  return changeProgramme(programmeId, before && current ? changedOnly(before, settings, current) : settings);
}

function Form({ programmeId, programme, onSaved }: FormProps) {
  const typed = useMemo(() => typedOf(programme), [programme]);
  const faults = useSignal<ReadonlyArray<FieldFault>>([]);
  const hindrance = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    faults.value = faultsIn(typed);
    const settings = settingsOf(typed);
    if (faults.value.length > 0 || !settings) return;
    busy.value = true;
    const answer = await save(programmeId, programme, settings);
    busy.value = false;
    hindrance.value = undefined;
    if (answer.kind === "done") {
      toast(text.saved);
      onSaved();
    } else hindrance.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <ErrorSummary title={fieldText.faults} faults={faults.value} />
      {hindrance.value !== undefined && (
        <Notice kind="care" announce>
          {hindrance.value}
        </Notice>
      )}
      <Fields typed={typed} faults={faults.value} />
      <div class="buttons">
        <Button type="submit" busy={busy.value} wide="phone">
          {text.save}
        </Button>
      </div>
    </form>
  );
}

function Fields({ typed, faults }: { readonly typed: Typed; readonly faults: ReadonlyArray<FieldFault> }) {
  const { draft, wording, mayLikeAWord, suggestionDays, leavingDays } = typed;
  return (
    <>
      <TimingFields draft={draft} faults={faults} />
      <VariantField draft={draft} faults={faults} label={overviewText.limits} />
      <TextArea
        id="wording"
        label={text.wording}
        hint={text.wordingHint}
        value={wording}
        most={mostWords}
        optional
        error={faultOf(faults, "wording")}
      />
      <h2>{text.contactsPlace}</h2>
      <ContactFields draft={draft} faults={faults} />
      <TextField
        id="suggestion-days"
        label={text.days}
        hint={text.daysHint}
        value={suggestionDays}
        short
        inputMode="numeric"
        error={faultOf(faults, "suggestion-days")}
      />
      <TextField
        id="leaving-days"
        label={leavingText.days}
        hint={leavingText.daysHint}
        value={leavingDays}
        short
        inputMode="numeric"
        error={faultOf(faults, "leaving-days")}
      />
      <Checkbox id="may-like-a-word" label={text.nudge} hint={text.nudgeHint} value={mayLikeAWord} />
    </>
  );
}

function faultsIn({ draft, wording, suggestionDays, leavingDays }: Typed): ReadonlyArray<FieldFault> {
  return [
    ...timingFaults(draft),
    ...variantFaults(draft),
    ...(refuseText(wording.value, mostWords) ? [{ id: "wording", text: text.wordingWrong }] : []),
    ...contactFaults(draft),
    ...(daysIn(suggestionDays.value, answerDays) === undefined
      ? [{ id: "suggestion-days", text: text.daysWrong }]
      : []),
    ...(daysIn(leavingDays.value, waitingDays) === undefined
      ? [{ id: "leaving-days", text: leavingText.daysWrong }]
      : []),
  ];
}

/** Days as they were typed; `undefined` where they are none, or too few or many. */
function daysIn(typed: string, [least, most]: readonly [number, number]): number | undefined {
  const days = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  return days >= least && days <= most ? days : undefined;
}

const answerDays = [leastSuggestionDays, mostSuggestionDays] as const;
const waitingDays = [leastLeavingDays, mostLeavingDays] as const;

function settingsOf(typed: Typed): ProgrammeSettings | undefined {
  const { draft, wording, mayLikeAWord } = typed;
  const timing = timingOf(draft);
  const variant = draft.variant.value;
  const suggestionDays = daysIn(typed.suggestionDays.value, answerDays);
  const leavingDays = daysIn(typed.leavingDays.value, waitingDays);
  if (!timing || variant === "" || suggestionDays === undefined || leavingDays === undefined) return undefined;
  return {
    name: draft.name.value,
    timing,
    variant,
    wording: wording.value,
    contacts: contactsOf(draft),
    contactsApart: true,
    mayLikeAWord: mayLikeAWord.value,
    suggestionDays,
    leavingDays,
  };
}
