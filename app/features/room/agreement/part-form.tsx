import { signal, type Signal, useSignal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { NumberField, TextArea, TextField } from "../../../web/ui/text-field.tsx";
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
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(wordingOf(part, fields));
      }}
    >
      {labels[part].map(([name, label, kind]) => {
        const value = fields[name];
        if (!value) return null;
        if (kind === "number") return <NumberField key={name} label={label} value={value} min={0} max={600} />;
        return kind === "line" ? (
          <TextField key={name} label={label} value={value} />
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
type Label = readonly [name: string, label: string, kind: "number" | "line" | "text"];

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
    ["quietHours", text.quiet, "line"],
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
  reply: { withinWorkingDays: 2, channel: firstWords.channel, quietHours: firstWords.quietHours },
  cancel: { text: firstWords.cancel },
  boundaries: { text: firstWords.boundaries },
  slip: { text: firstWords.slip },
  roles: { mentor: firstWords.mentor, mentee: firstWords.mentee },
};

function fieldsOf(part: WrittenPart, start: PartWording | undefined): Fields {
  const content = start?.part === part ? start.content : usual[part];
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, signal(String(value))]));
}

function wordingOf(part: WrittenPart, fields: Fields): PartWording {
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
  if (part === "reply")
    return {
      part,
      content: {
        withinWorkingDays: whole("withinWorkingDays", 0, 30, 2),
        channel: line("channel"),
        quietHours: line("quietHours"),
      },
    };
  if (part === "roles") return { part, content: { mentor: line("mentor"), mentee: line("mentee") } };
  return { part, content: { text: line("text") } };
}
