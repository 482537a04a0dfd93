import { signal, type Signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { dayOf } from "../../../../web/client/format.ts";
import { Checkbox } from "../../../../web/ui/choice.tsx";
import type { FieldFault } from "../../../../web/ui/error-summary.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import {
  contactFaults,
  draftOf,
  faultOf,
  isAddress,
  isLine,
  lineFault,
  type ProgrammeDraft,
  timingFaults,
  variantFaults,
} from "../draft.tsx";
import { ContactFields, TimingFields, VariantField } from "../parts.tsx";
import { fieldText } from "../text.ts";
import { text } from "./text.ts";

/** What is typed on the pages of the set-up. */
export interface Answers {
  readonly name: Signal<string>;
  readonly email: Signal<string>;
  readonly organisation: Signal<string>;
  readonly adultsOnly: Signal<boolean>;
  readonly programme: ProgrammeDraft;
}

/** Nothing typed yet. */
export function newAnswers(): Answers {
  return {
    name: signal(""),
    email: signal(""),
    organisation: signal(""),
    adultsOnly: signal(false),
    programme: draftOf(),
  };
}

interface FieldsProps {
  readonly answers: Answers;
  readonly faults: ReadonlyArray<FieldFault>;
}

/** One page of the set-up. */
export interface Question {
  readonly name: string;
  readonly title: string;
  readonly lead?: string;
  readonly Fields: ComponentType<FieldsProps>;
  /** What keeps it from being left forwards. */
  readonly faults: (answers: Answers) => ReadonlyArray<FieldFault>;
}

function You({ answers, faults }: FieldsProps) {
  return (
    <>
      <TextField
        id="your-name"
        label={text.you.name}
        autocomplete="name"
        value={answers.name}
        error={faultOf(faults, "your-name")}
      />
      <TextField
        id="your-email"
        label={text.you.email}
        hint={text.you.emailHint}
        type="email"
        inputMode="email"
        autocomplete="email"
        spellcheck={false}
        value={answers.email}
        error={faultOf(faults, "your-email")}
      />
    </>
  );
}

function Organisation({ answers, faults }: FieldsProps) {
  return (
    <TextField
      id="organisation"
      label={text.organisation.label}
      hint={text.organisation.hint}
      autocomplete="organization"
      value={answers.organisation}
      error={faultOf(faults, "organisation")}
    />
  );
}

function Adults({ answers, faults }: FieldsProps) {
  return (
    <Checkbox
      id="adults-only"
      label={text.adults.label}
      value={answers.adultsOnly}
      error={faultOf(faults, "adults-only")}
    />
  );
}

const unless = (holds: boolean, id: string, said: string): ReadonlyArray<FieldFault> =>
  holds ? [] : [{ id, text: said }];

/** Who you are, and the five questions. */
export const questions: ReadonlyArray<Question> = [
  {
    name: "you",
    title: text.you.title,
    lead: text.you.lead,
    Fields: You,
    faults: ({ name, email }) => [
      ...unless(isLine(name.value), "your-name", lineFault(name.value, text.you.nameWrong)),
      ...unless(isAddress(email.value), "your-email", text.you.emailWrong),
    ],
  },
  {
    name: "organisation",
    title: text.organisation.title,
    Fields: Organisation,
    faults: ({ organisation: { value } }) =>
      unless(isLine(value), "organisation", lineFault(value, text.organisation.wrong)),
  },
  {
    name: "programme",
    title: text.programme.title,
    Fields: ({ answers, faults }) => <TimingFields draft={answers.programme} faults={faults} />,
    faults: ({ programme }) => timingFaults(programme, dayOf(Date.now())),
  },
  {
    name: "adults",
    title: text.adults.title,
    lead: text.adults.lead,
    Fields: Adults,
    faults: ({ adultsOnly }) => unless(adultsOnly.value, "adults-only", text.adults.wrong),
  },
  {
    name: "place",
    title: text.place.title,
    Fields: ({ answers, faults }) => <VariantField draft={answers.programme} faults={faults} />,
    faults: ({ programme }) => variantFaults(programme),
  },
  {
    name: "contacts",
    title: text.contacts.title,
    lead: fieldText.contactsHint,
    Fields: ({ answers, faults }) => <ContactFields draft={answers.programme} faults={faults} />,
    faults: ({ programme }) => contactFaults(programme),
  },
];
