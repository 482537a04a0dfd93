import { useSignal, type Signal } from "@preact/signals";
import type { ComponentChildren, TargetedSubmitEvent } from "preact";
import { EmailAddress } from "../../../../values/text.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { CheckboxGroup } from "../../../../web/ui/choice.tsx";
import { ErrorSummary, type FieldFault } from "../../../../web/ui/error-summary.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { refuseFacts } from "../rules.ts";
import type { PersonFacts } from "../schema.ts";
import { personText as text, refusalText, roleText } from "../text.ts";

/** Props of `FactsForm`. */
export interface FactsFormProps {
  readonly facts: PersonFacts;
  readonly save: string;
  readonly onSave: (facts: PersonFacts) => Promise<FieldFault | undefined>;
  /** Beside the button that saves. */
  readonly beside?: ComponentChildren;
}

/** What the programme knows of somebody, to be typed or corrected. */
export function FactsForm({ facts, save, onSave, beside }: FactsFormProps) {
  const form = useFacts(facts);
  const faults = useSignal<ReadonlyArray<FieldFault>>([]);
  const busy = useSignal(false);
  const wrong = (id: string) => faults.value.find((fault) => fault.id === id)?.text;

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = read(form);
    faults.value = faultsOf(form, typed);
    if (faults.value.length > 0) return;
    busy.value = true;
    const fault = await onSave(typed);
    busy.value = false;
    faults.value = fault ? [fault] : [];
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <ErrorSummary title={text.faults} faults={faults.value} />
      <WhoFields form={form} isNew={facts.email === ""} wrong={wrong} />
      <WhereFields form={form} wrong={wrong} />
      <div class="buttons">
        <Button type="submit" busy={busy.value} wide="phone">
          {save}
        </Button>
        {beside}
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly form: Form;
  readonly wrong: (id: string) => string | undefined;
}

const roleOptions = [
  { value: "mentor" as const, text: roleText(["mentor"]) },
  { value: "mentee" as const, text: roleText(["mentee"]) },
];

function WhoFields({ form, isNew, wrong }: FieldsProps & { readonly isNew: boolean }) {
  return (
    <>
      <TextField id="name" label={text.name} value={form.name} error={wrong("name")} />
      <TextField
        id="email"
        label={text.email}
        type="email"
        inputMode="email"
        spellcheck={false}
        hint={isNew ? undefined : text.emailHint}
        value={form.email}
        error={wrong("email")}
      />
      <CheckboxGroup
        id="roles"
        label={text.roles}
        inline
        value={form.roles}
        options={roleOptions}
        error={wrong("roles")}
      />
    </>
  );
}

function WhereFields({ form, wrong }: FieldsProps) {
  return (
    <>
      <TextField id="team" label={text.team} optional value={form.team} />
      <TextField id="site" label={text.site} optional value={form.site} />
      <TextField
        id="level"
        label={text.level}
        hint={text.levelHint}
        optional
        short
        inputMode="numeric"
        value={form.level}
        error={wrong("level")}
      />
      <TextField
        id="managerEmail"
        label={text.manager}
        hint={text.managerHint}
        optional
        type="email"
        inputMode="email"
        spellcheck={false}
        value={form.managerEmail}
        error={wrong("managerEmail")}
      />
    </>
  );
}

interface Form {
  readonly name: Signal<string>;
  readonly email: Signal<string>;
  readonly roles: Signal<ReadonlyArray<"mentor" | "mentee">>;
  readonly team: Signal<string>;
  readonly site: Signal<string>;
  readonly level: Signal<string>;
  readonly managerEmail: Signal<string>;
}

function useFacts(facts: PersonFacts): Form {
  return {
    name: useSignal(facts.name),
    email: useSignal(facts.email),
    roles: useSignal<ReadonlyArray<"mentor" | "mentee">>(facts.roles),
    team: useSignal(facts.team),
    site: useSignal(facts.site),
    level: useSignal(facts.level === null ? "" : String(facts.level)),
    managerEmail: useSignal(facts.managerEmail),
  };
}

function read(form: Form): PersonFacts {
  const level = form.level.value.trim();
  return {
    name: form.name.value.trim(),
    email: form.email.value.trim(),
    roles: [...form.roles.value],
    team: form.team.value,
    site: form.site.value,
    level: level === "" ? null : Number(level),
    managerEmail: form.managerEmail.value.trim(),
  };
}

function faultsOf(form: Form, typed: PersonFacts): ReadonlyArray<FieldFault> {
  const faults: FieldFault[] = [];
  const isAddress = (email: string) => EmailAddress.safeParse(email).success;
  if (typed.name === "") faults.push({ id: "name", text: text.nameMissing });
  if (!isAddress(typed.email)) faults.push({ id: "email", text: text.emailWrong });
  if (typed.roles.length === 0) faults.push({ id: "roles", text: text.rolesMissing });
  if (!/^(?:-?\d{1,4})?$/.test(form.level.value.trim())) faults.push({ id: "level", text: text.levelWrong });
  if (typed.managerEmail !== "" && !isAddress(typed.managerEmail))
    faults.push({ id: "managerEmail", text: text.emailWrong });
  const refused = refuseFacts(typed);
  if (refused) faults.push({ id: "managerEmail", text: refusalText[refused] });
  return faults;
}
