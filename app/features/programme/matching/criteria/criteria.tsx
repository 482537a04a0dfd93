import { type Signal, signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useMemo } from "preact/hooks";
import type { Criterion } from "@oakroom/matching";
import { hindranceText } from "../../../../web/client/answer.ts";
import { formatCount } from "../../../../web/client/format.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Checkbox, Select } from "../../../../web/ui/choice.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { changeCriteria, readCriteria, tryCriteria } from "./api.ts";
import { CriteriaDialog, type Tried } from "./criteria-dialog.tsx";
import {
  changedCriteria,
  type Criteria,
  criterionNames,
  highestFairLine,
  mostCommonHours,
  usualCriteria,
  type Weight,
  weights,
} from "./rules.ts";
import { refusalText, tableLines, text, weightText } from "./text.ts";

/** A programme's rules and points, for its managers: what a change would do is shown before it is saved (P106). */
export function CriteriaPage({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readCriteria(programmeId, abort));
  return (
    <Page title={text.title} lead={text.lead} width="form">
      <Loaded of={load}>
        {({ criteria }) => <Form programmeId={programmeId} was={criteria} onChanged={load.again} />}
      </Loaded>
    </Page>
  );
}

interface FormProps {
  readonly programmeId: string;
  /** As they are in force. */
  readonly was: Criteria;
  readonly onChanged: () => void;
}

interface Typed {
  readonly differentTeam: Signal<boolean>;
  readonly commonLanguage: Signal<boolean>;
  readonly commonHours: Signal<string>;
  readonly fairLine: Signal<string>;
  readonly weights: Readonly<Record<Criterion, Signal<Weight>>>;
}

function typedOf({ differentTeam, commonLanguage, commonHours, fairLine, weights: given }: Criteria): Typed {
  return {
    differentTeam: signal(differentTeam),
    commonLanguage: signal(commonLanguage),
    commonHours: signal(String(commonHours)),
    fairLine: signal(String(fairLine)),
    weights: {
      topics: signal(given.topics),
      "common-hours": signal(given["common-hours"]),
      languages: signal(given.languages),
      "level-distance": signal(given["level-distance"]),
      "same-site": signal(given["same-site"]),
    },
  };
}

function criteriaOf({ differentTeam, commonLanguage, commonHours, fairLine, weights: given }: Typed): Criteria {
  return {
    differentTeam: differentTeam.value,
    commonLanguage: commonLanguage.value,
    commonHours: Number(commonHours.value),
    fairLine: Number(fairLine.value),
    weights: {
      topics: given.topics.value,
      "common-hours": given["common-hours"].value,
      languages: given.languages.value,
      "level-distance": given["level-distance"].value,
      "same-site": given["same-site"].value,
    },
  };
}

function setTo(typed: Typed, criteria: Criteria): void {
  typed.differentTeam.value = criteria.differentTeam;
  typed.commonLanguage.value = criteria.commonLanguage;
  typed.commonHours.value = String(criteria.commonHours);
  typed.fairLine.value = String(criteria.fairLine);
  for (const name of criterionNames) typed.weights[name].value = criteria.weights[name];
}

/** Trying what is chosen, and saving what was tried. */
function useTrying({ programmeId, was, onChanged }: FormProps, typed: Typed) {
  const busy = useSignal<"try" | "save" | undefined>(undefined);
  const trouble = useSignal<string | undefined>(undefined);
  const tried = useSignal<Tried | undefined>(undefined);

  async function show() {
    const criteria = criteriaOf(typed);
    trouble.value = changedCriteria(was, criteria).length === 0 ? text.nothing : undefined;
    if (trouble.value !== undefined || busy.value !== undefined) return;
    busy.value = "try";
    const answer = await tryCriteria(programmeId, criteria);
    busy.value = undefined;
    if (answer.kind === "done") tried.value = { criteria, ...answer.value };
    else trouble.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
  }

  async function save({ criteria }: Tried) {
    if (busy.value !== undefined) return;
    busy.value = "save";
    const answer = await changeCriteria(programmeId, criteria, was);
    busy.value = undefined;
    tried.value = undefined;
    if (answer.kind === "done") toast(text.saved);
    else trouble.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
    onChanged();
  }

  return { busy, trouble, tried, show, save };
}

function Form(props: FormProps) {
  const { programmeId, was } = props;
  const typed = useMemo(() => typedOf(was), [was]);
  const { busy, trouble, tried, show, save } = useTrying(props, typed);

  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void show();
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={handleSubmit}>
      <Rules typed={typed} />
      <Points typed={typed} was={was} />
      {trouble.value !== undefined && <Notice announce>{trouble.value}</Notice>}
      <div class="buttons">
        <Button type="submit" busy={busy.value === "try"} wide="phone">
          {text.show}
        </Button>
        <Button kind="plain" onClick={() => setTo(typed, usualCriteria)}>
          {text.usual}
        </Button>
        <ButtonLink kind="plain" href={`/programmes/${programmeId}/matching`}>
          {text.toBoard}
        </ButtonLink>
      </div>
      <output class="unseen">{busy.value === "try" ? text.working : ""}</output>
      <CriteriaDialog was={was} tried={tried} isSaving={busy.value === "save"} onSave={(each) => void save(each)} />
    </form>
  );
}

const hourOptions = Array.from({ length: mostCommonHours + 1 }, (_, hours) => ({
  value: String(hours),
  text: hours === 0 ? text.noHours : formatCount(hours, text.someHours),
}));

function Rules({ typed }: { readonly typed: Typed }) {
  return (
    <section class="stack">
      <h2>{text.rules}</h2>
      <p class="muted">{text.always}</p>
      <Checkbox id="different-team" label={text.team} value={typed.differentTeam} />
      <Checkbox id="common-language" label={text.language} value={typed.commonLanguage} />
      <Select id="common-hours" label={text.hours} value={typed.commonHours} options={hourOptions} />
    </section>
  );
}

const lineStep = 50;

/** The fair lines to choose from; one that was set otherwise stays among them. */
function lineOptions(was: number) {
  const steps = Array.from({ length: highestFairLine / lineStep + 1 }, (_, step) => step * lineStep);
  const all = [...new Set([...steps, was])].toSorted((a, b) => a - b);
  return all.map((line) => ({ value: String(line), text: line === 0 ? text.noLine : text.someLine(line) }));
}

const weightOptions = weights.map((value) => ({ value, text: weightText[value] }));

function Points({ typed, was }: { readonly typed: Typed; readonly was: Criteria }) {
  return (
    <section class="stack">
      <h2>{text.points}</h2>
      {tableLines(criteriaOf(typed)).map(({ criterion, title, points }) => (
        <Select
          key={criterion}
          id={`weight-${criterion}`}
          label={title}
          hint={text.pointsHint(points)}
          value={typed.weights[criterion]}
          options={criterion === "topics" ? weightOptions.filter(({ value }) => value !== "none") : weightOptions}
        />
      ))}
      <Select
        id="fair-line"
        label={text.line}
        hint={text.lineHint}
        value={typed.fairLine}
        options={lineOptions(was.fairLine)}
      />
    </section>
  );
}
