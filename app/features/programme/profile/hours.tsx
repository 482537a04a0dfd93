import type { Signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { ownZone } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { CheckboxGroup, Select } from "../../../web/ui/choice.tsx";
import { FieldFrame, useFieldIds } from "../../../web/ui/field.tsx";
import { AddIcon, CloseIcon } from "../../../web/ui/icons.tsx";
import { NumberField, TimeField } from "../../../web/ui/text-field.tsx";
import { weekdays } from "./availability/rules.ts";
import { hoursEntry, type HoursEntry } from "./form.tsx";
import { LanguagesField } from "./languages-field.tsx";
import type { PartProps } from "./parts.tsx";
import { limitsOf } from "./rules.ts";
import { readersLine, dayText, text } from "./text.ts";
import { timeZones, zoneInWords } from "./time-zone/rules.ts";
import "./hours.css";

/** Languages, time zone, weekly hours, and for mentors the number of places. */
export function HoursPart({ form, place, faults }: PartProps) {
  const wrong = (id: string) => faults.find((fault) => fault.id === id)?.text;
  return (
    <div class="stack stack-large">
      <Hours entries={form.hours} wrong={wrong} />
      <Zone value={form.timeZone} error={wrong("time-zone")} />
      <LanguagesField value={form.languages} error={wrong("languages")} />
      {place.roles.includes("mentor") && (
        <NumberField
          id="capacity"
          label={text.capacity}
          hint={text.capacityHint}
          min={0}
          max={limitsOf.places}
          value={form.capacity}
          error={wrong("capacity")}
          readers={readersLine("capacity")}
        />
      )}
    </div>
  );
}

function Zone({ value, error }: { readonly value: Signal<string>; readonly error: string | undefined }) {
  const own = ownZone();
  const [options] = useState(() => zoneOptions(own, value.peek()));
  return (
    <div class="stack stack-small">
      <Select
        id="time-zone"
        label={text.timeZone}
        value={value}
        options={options}
        error={error}
        readers={readersLine("timeZone")}
      />
      {value.value !== own && (
        <p class="hours-device small muted">
          {text.timeZoneDevice(zoneInWords(own))}
          <Button kind="plain" onClick={() => (value.value = own)}>
            {text.timeZoneUse}
          </Button>
        </p>
      )}
    </div>
  );
}

/**
 * The zone of a person may have a name that this browser writes otherwise; it stays in the list as it is. Each begins with its
 * city, so that typing the first letters finds it.
 */
function zoneOptions(own: string, chosen: string) {
  const names = [...new Set([own, ...timeZones(), "UTC", chosen])].filter((name) => name !== "");
  const options = names.map((name) => ({ value: name, text: zoneInWords(name) }));
  return [
    { value: "", text: text.zoneChoose },
    ...options.slice(0, 1),
    ...options.slice(1).toSorted((a, b) => a.text.localeCompare(b.text)),
  ];
}

interface HoursProps {
  readonly entries: Signal<ReadonlyArray<HoursEntry>>;
  readonly wrong: (id: string) => string | undefined;
}

function Hours({ entries, wrong }: HoursProps) {
  const props = {
    id: "hours",
    label: text.hours,
    hint: text.hoursHint,
    optional: true,
    readers: readersLine("availability"),
  };
  const ids = useFieldIds(props);
  return (
    <FieldFrame {...props} ids={ids} group>
      <ul class="plain-list stack">
        {entries.value.map((entry) => (
          <HoursRow
            key={entry.key}
            entry={entry}
            error={wrong(`hours-${entry.key}`)}
            onRemove={() => (entries.value = entries.value.filter(({ key }) => key !== entry.key))}
          />
        ))}
      </ul>
      <Button kind="plain" icon={<AddIcon />} onClick={() => (entries.value = [...entries.value, hoursEntry()])}>
        {text.addHours}
      </Button>
    </FieldFrame>
  );
}

const dayOptions = weekdays.map((day) => ({ value: String(day), text: dayText[day].short }));

function HoursRow({
  entry,
  error,
  onRemove,
}: {
  readonly entry: HoursEntry;
  readonly error: string | undefined;
  readonly onRemove: () => void;
}) {
  return (
    <li class="hours-row">
      <CheckboxGroup
        id={`hours-${entry.key}`}
        label={text.days}
        inline
        value={entry.days}
        options={dayOptions}
        error={error}
      />
      <div class="hours-times">
        <TimeField label={text.from} value={entry.from} />
        <TimeField label={text.to} value={entry.to} />
        <Button kind="plain" icon={<CloseIcon />} label={text.removeHours} onClick={onRemove}>
          {text.remove}
        </Button>
      </div>
    </li>
  );
}
