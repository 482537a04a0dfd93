import { type Signal, signal, useSignal } from "@preact/signals";
import { isDay } from "../../../../../values/day.ts";
import { formatDate } from "../../../../../web/client/format.ts";
import { Button } from "../../../../../web/ui/button.tsx";
import { CheckboxGroup } from "../../../../../web/ui/choice.tsx";
import { Disclosure } from "../../../../../web/ui/disclosure.tsx";
import { DateField } from "../../../../../web/ui/text-field.tsx";
import { type DaysOff, mostDaysOff } from "../../../../programme/mails/rules.ts";
import type { MailSettings } from "../../../../programme/mails/schema.ts";
import { daysText as text, weekdays } from "./text.ts";

type Weekday = (typeof weekdays)[number]["value"];

/** Working days and time off, while they are typed. */
export interface TypedDays {
  readonly work: Signal<ReadonlyArray<Weekday>>;
  readonly off: Signal<ReadonlyArray<DaysOff>>;
}

/** What was kept, ready to be changed. */
export const typedDays = ({ workDays, daysOff }: MailSettings): TypedDays => ({
  work: signal(weekdays.map(({ value }) => value).filter((day) => workDays.includes(Number(day)))),
  off: signal(daysOff),
});

/** What is to be kept. */
export const chosenDays = ({ work, off }: TypedDays) => ({
  workDays: work.value.map(Number),
  daysOff: [...off.value],
});

interface WorkDaysProps {
  readonly days: TypedDays;
  /** What to do about the working days. */
  readonly fault: string | undefined;
}

/** On which days somebody works, and when they are away. Its owner's; the other person reads nothing of it. */
export function WorkDays({ days: { work, off }, fault }: WorkDaysProps) {
  return (
    <>
      <CheckboxGroup
        inline
        id="no-work-day"
        label={text.workDays}
        hint={text.workDaysHint}
        value={work}
        options={weekdays}
        error={fault}
      />
      <Disclosure summary={text.off} open={off.value.length > 0}>
        <div class="stack">
          <p class="muted">{text.offHint}</p>
          {off.value.length > 0 && (
            <ul class="rows">
              {off.value.map((span) => (
                <OneSpan
                  key={`${span.from} ${span.to}`}
                  span={span}
                  onRemove={() => (off.value = off.value.filter((one) => one !== span))}
                />
              ))}
            </ul>
          )}
          {off.value.length < mostDaysOff && (
            <NewSpan onAdd={(span) => (off.value = [...off.value.filter(isOther(span)), span].toSorted(byStart))} />
          )}
        </div>
      </Disclosure>
    </>
  );
}

const isOther = (span: DaysOff) => (one: DaysOff) => one.from !== span.from || one.to !== span.to;
const byStart = (a: DaysOff, b: DaysOff) => (a.from < b.from ? -1 : 1);

interface OneSpanProps {
  readonly span: DaysOff;
  readonly onRemove: () => void;
}

function OneSpan({ span: { from, to }, onRemove }: OneSpanProps) {
  const words = text.span(formatDate(from), formatDate(to));
  return (
    <li class="row-apart">
      <span>{words}</span>
      <Button kind="plain" label={text.remove(words)} onClick={onRemove}>
        {text.removeShort}
      </Button>
    </li>
  );
}

function NewSpan({ onAdd }: { readonly onAdd: (span: DaysOff) => void }) {
  const from = useSignal("");
  const to = useSignal("");

  function handleAdd() {
    const first = from.value;
    const last = to.value || first;
    if (!isDay(first) || !isDay(last)) return;
    onAdd(first <= last ? { from: first, to: last } : { from: last, to: first });
    from.value = "";
    to.value = "";
  }

  return (
    <div class="cluster">
      <DateField label={text.from} value={from} />
      <DateField label={text.to} value={to} />
      <Button kind="quiet" disabled={!isDay(from.value)} onClick={handleAdd}>
        {text.add}
      </Button>
    </div>
  );
}
