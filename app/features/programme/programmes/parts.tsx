import { Button } from "../../../web/ui/button.tsx";
import { Checkbox, RadioGroup } from "../../../web/ui/choice.tsx";
import type { FieldFault } from "../../../web/ui/error-summary.tsx";
import { DateField, TextField } from "../../../web/ui/text-field.tsx";
import { faultOf, type PersonDraft, personDraft, type ProgrammeDraft } from "./draft.tsx";
import { leastContacts, mostContacts, type Variant, variants } from "./rules.ts";
import { fieldText as text, placeSentence, variantText } from "./text.ts";

interface PartProps {
  readonly draft: ProgrammeDraft;
  readonly faults: ReadonlyArray<FieldFault>;
}

/** What the programme is called and when it runs. */
export function TimingFields({ draft, faults }: PartProps) {
  return (
    <>
      <TextField id="name" label={text.name} hint={text.nameHint} value={draft.name} error={faultOf(faults, "name")} />
      <RadioGroup
        id="kind"
        label={text.timing}
        value={draft.kind}
        error={faultOf(faults, "kind")}
        options={[
          { value: "cohort", text: text.cohort },
          { value: "rolling", text: text.rolling },
        ]}
      />
      {draft.kind.value === "cohort" && (
        <div class="columns">
          <DateField id="starts-on" label={text.startsOn} value={draft.startsOn} error={faultOf(faults, "starts-on")} />
          <DateField id="ends-on" label={text.endsOn} value={draft.endsOn} error={faultOf(faults, "ends-on")} />
        </div>
      )}
    </>
  );
}

const places: ReadonlyArray<{ readonly value: Variant; readonly text: string; readonly hint: string }> = variants.map(
  (variant) => ({ value: variant, text: variantText[variant], hint: placeSentence(variant) }),
);

/** The kind of place, each with the sentence that it adds to what people promise each other. */
export function VariantField({ draft, faults, label = text.variant }: PartProps & { readonly label?: string }) {
  return (
    <RadioGroup
      id="variant"
      label={label}
      hint={text.variantHint}
      value={draft.variant}
      error={faultOf(faults, "variant")}
      options={places}
    />
  );
}

interface NameAndAddressProps {
  readonly at: number;
  readonly contact: PersonDraft;
  readonly faults: ReadonlyArray<FieldFault>;
}

function NameAndAddress({ at, contact, faults }: NameAndAddressProps) {
  return (
    <div class="columns">
      <TextField
        id={`contact-name-${at}`}
        label={text.contactName(at)}
        value={contact.name}
        error={faultOf(faults, `contact-name-${at}`)}
      />
      <TextField
        id={`contact-email-${at}`}
        label={text.contactEmail(at)}
        type="email"
        inputMode="email"
        spellcheck={false}
        value={contact.email}
        error={faultOf(faults, `contact-email-${at}`)}
      />
    </div>
  );
}

/** The contacts for concerns: two at least, and more where two would leave somebody without one. */
export function ContactFields({ draft: { contacts, contactsApart }, faults }: PartProps) {
  const list = contacts.value;
  // Whoever changes who is named, declares anew that they stand apart.
  function handleChange(next: typeof list) {
    contacts.value = next;
    contactsApart.value = false;
  }

  return (
    <>
      {list.map((contact, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the ids of the fields go by their place
        <div class="stack stack-small" key={at}>
          <NameAndAddress at={at} contact={contact} faults={faults} />
          {list.length > leastContacts && (
            <p>
              <Button
                kind="plain"
                label={text.takeOutLabel(at, contact.name.value)}
                onClick={() => handleChange(list.filter((one) => one !== contact))}
              >
                {text.takeOut}
              </Button>
            </p>
          )}
        </div>
      ))}
      {list.length < mostContacts && (
        <p>
          <Button kind="plain" onClick={() => handleChange([...list, personDraft()])}>
            {text.oneMore}
          </Button>
        </p>
      )}
      <Checkbox
        id="contacts-apart"
        label={text.apart}
        value={contactsApart}
        error={faultOf(faults, "contacts-apart")}
      />
    </>
  );
}
