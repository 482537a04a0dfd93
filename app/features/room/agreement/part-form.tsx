import { signal, type Signal, useSignal } from "@preact/signals";
import { inFigures } from "../../../values/clock.ts";
import { Button } from "../../../web/ui/button.tsx";
import { NumberField, TextArea, TextField, TimeField } from "../../../web/ui/text-field.tsx";
import { quietHoursOf, readQuietHours } from "./quiet/rules.ts";
import type { PartContents, PartId, PartWording } from "./rules.ts";
import { agreementText as text, firstWords } from "./text.ts";

/** The parts that have a form of their own: all but the limits. */
export type WrittenPart = Exclude<PartId, "limits">;

/** Props of `PartForm`. */
export interface PartFormProps {
  readonly part: WrittenPart;
  /** What stands in the fields at first; the usual words where there is none. */
  readonly start: PartWording | undefined;
  readonly button: string;
  readonly onDone: (wording: PartWording) => void;
}

/** The fields of one part, filled with usual words, and one button. */
export function PartForm({ part, start, button, onDone }: PartFormProps) {
  const fields = useSignal<Fields>(fieldsOf(part, start)).value;
  const fault = useSignal<string | undefined>(undefined);
  function handleSubmit() {
    const wording = wordingOf(part, fields);
    fault.value = wording === "not-both" ? text.quietBoth : undefined;
    if (wording !== "not-both") onDone(wording);
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        handleSubmit();
      }}
    >
      {labels[part].map(([name, label, kind]) => {
        const value = fields[name];
        if (!value) return null;
        if (kind === "number") return <NumberField key={name} label={label} value={value} min={0} max={600} />;
        if (kind === "from") return <QuietFields key={name} fields={fields} fault={fault.value} />;
        return kind === "line" ? (
          <TextField key={name} label={label} value={value} optional={name === "quietHours"} />
        ) : (
          <TextArea key={name} label={label} value={value} words rows={2} most={3000} />
        );
      })}
      <div>
        <Button type="submit" kind="quiet">
          {button}
        </Button>
      </div>
    </form>
  );
}

type Fields = Readonly<Record<string, Signal<string>>>;
type Label = readonly [name: string, label: string, kind: "number" | "line" | "text" | "from"];

const words: ReadonlyArray<Label> = [["text", text.words, "text"]];
const labels: Readonly<Record<WrittenPart, ReadonlyArray<Label>>> = {
  scope: [
    ["here", text.here, "text"],
    ["notHere", text.notHere, "text"],
  ],
  rhythm: [
    ["everyDays", text.every, "number"],
    ["lengthMinutes", text.length, "number"],
    ["way", text.way, "line"],
  ],
  reply: [
    ["channel", text.channel, "line"],
    ["withinWorkingDays", text.within, "number"],
    ["quietFrom", text.quietFrom, "from"],
    ["quietHours", text.quietWords, "line"],
  ],
  cancel: words,
  boundaries: words,
  slip: words,
  roles: [
    ["mentor", text.mentor, "text"],
    ["mentee", text.mentee, "text"],
  ],
};

const usual: Readonly<{ [P in WrittenPart]: PartContents[P] }> = {
  scope: { here: firstWords.here, notHere: firstWords.notHere },
  rhythm: { everyDays: 14, lengthMinutes: 60, way: firstWords.way },
  reply: { withinWorkingDays: 2, channel: firstWords.channel, quiet: { from: 20 * 60, to: 8 * 60 }, quietHours: "" },
  cancel: { text: firstWords.cancel },
  boundaries: { text: firstWords.boundaries },
  slip: { text: firstWords.slip },
  roles: { mentor: firstWords.mentor, mentee: firstWords.mentee },
};

function fieldsOf(part: WrittenPart, start: PartWording | undefined): Fields {
  const content = start?.part === part ? start.content : usual[part];
  const quiet = "quietHours" in content ? quietHoursOf(content) : undefined;
  const times = { quietFrom: quiet ? inFigures(quiet.from) : "", quietTo: quiet ? inFigures(quiet.to) : "" };
  return Object.fromEntries(
    Object.entries({ ...content, ...times }).flatMap(([name, value]) =>
      typeof value === "object" ? [] : [[name, signal(String(value))]],
    ),
  );
}

/** The two times of the quiet hours: clock times, which each keeps to in their own zone. */
function QuietFields({ fields, fault }: { readonly fields: Fields; readonly fault: string | undefined }) {
  const { quietFrom, quietTo } = fields;
  if (!quietFrom || !quietTo) return null;
  return (
    <div class="stack stack-small">
      <div class="cluster">
        <TimeField label={text.quietFrom} value={quietFrom} error={fault} />
        <TimeField label={text.quietTo} value={quietTo} />
      </div>
      <p class="muted small">{text.quietHint}</p>
    </div>
  );
}

function wordingOf(part: WrittenPart, fields: Fields): PartWording | "not-both" {
  const line = (name: string) => fields[name]?.value.trim() ?? "";
  const whole = (name: string, least: number, most: number, otherwise: number) => {
    const number = Math.round(Number(line(name)));
    return number >= least && number <= most ? number : otherwise;
  };
  if (part === "scope") return { part, content: { here: line("here"), notHere: line("notHere") } };
  if (part === "rhythm")
    return {
      part,
      content: {
        everyDays: whole("everyDays", 1, 366, 14),
        lengthMinutes: whole("lengthMinutes", 5, 600, 60),
        way: line("way"),
      },
    };
  if (part === "reply") {
    const quiet = readQuietHours(line("quietFrom"), line("quietTo"));
    if (quiet === "not-both") return quiet;
    return {
      part,
      content: {
        withinWorkingDays: whole("withinWorkingDays", 0, 30, 2),
        channel: line("channel"),
        ...(quiet === "none" ? {} : { quiet }),
        quietHours: line("quietHours"),
      },
    };
  }
  if (part === "roles") return { part, content: { mentor: line("mentor"), mentee: line("mentee") } };
  return { part, content: { text: line("text") } };
}
