import { useSignal } from "@preact/signals";
import { Button } from "../../app/web/ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "../../app/web/ui/choice.tsx";
import { ErrorSummary } from "../../app/web/ui/error-summary.tsx";
import { FileField } from "../../app/web/ui/file-field.tsx";
import { Page } from "../../app/web/ui/page.tsx";
import { TagsField } from "../../app/web/ui/tags-field.tsx";
import { DateField, NumberField, TextArea, TextField, TimeField } from "../../app/web/ui/text-field.tsx";

type Way = "person" | "phone" | "video" | "writing";
const ways: ReadonlyArray<{ value: Way; text: string; hint?: string }> = [
  { value: "person", text: "In person", hint: "You say where" },
  { value: "phone", text: "By phone" },
  { value: "video", text: "By video" },
  { value: "writing", text: "In writing" },
];

/** Every field, at rest and with something to correct. */
export function FieldsView() {
  const wrong = useSignal(true);
  const faults = [
    { id: "why", text: "Say in a sentence why you are here" },
    { id: "topics", text: "Name at least one topic" },
  ];
  return (
    <Page
      title="Your profile"
      lead="Each field says who reads it."
      width="form"
      back={{ href: "#", text: "Back to Home" }}
    >
      <form class="stack stack-large" onSubmit={(event) => event.preventDefault()}>
        <ErrorSummary faults={wrong.value ? faults : []} />
        <Texts wrong={wrong.value} />
        <Choices />
        <Shorts />
        <FileField label="The list of people" hint="A CSV file" accept=".csv,text/csv" onFile={() => {}} />
        <div class="buttons">
          <Button onClick={() => (wrong.value = !wrong.value)}>Keep</Button>
          <Button kind="quiet" busy>
            Working
          </Button>
          <Button kind="plain">Not now</Button>
        </div>
      </form>
    </Page>
  );
}

function Texts({ wrong }: { readonly wrong: boolean }) {
  const name = useSignal("Leila Haddad");
  const why = useSignal("");
  const topics = useSignal<ReadonlyArray<string>>(["Leading for the first time", "Hearing bad news early"]);
  const code = useSignal("123456");
  return (
    <>
      <TextField id="name" label="Name" value={name} readers="Seen by the programme and the people suggested to you" />
      <TextArea
        id="why"
        label="Why I am here"
        hint="Write it as you would say it to a friend."
        words
        most={300}
        value={why}
        error={wrong ? "Say in a sentence why you are here" : undefined}
        readers="Seen by the people suggested to you"
      />
      <TagsField
        id="topics"
        label="Topics I would like help with"
        hint="One at a time."
        optional
        value={topics}
        offers={["Feedback", "Money"]}
        error={wrong ? "Name at least one topic" : undefined}
      />
      <TextField label="The six digits of the mail" code inputMode="numeric" value={code} />
    </>
  );
}

function Choices() {
  const way = useSignal<Way | "">("");
  const days = useSignal<ReadonlyArray<"mon" | "tue" | "wed">>(["tue"]);
  const language = useSignal<"en" | "cs">("en");
  const call = useSignal(true);
  return (
    <>
      <RadioGroup label="How would you like to meet?" value={way} options={ways} />
      <CheckboxGroup
        label="Days that suit"
        inline
        value={days}
        options={[
          { value: "mon", text: "Monday" },
          { value: "tue", text: "Tuesday" },
          { value: "wed", text: "Wednesday" },
        ]}
      />
      <Select
        label="Language"
        short
        value={language}
        options={[
          { value: "en", text: "English" },
          { value: "cs", text: "Čeština" },
        ]}
      />
      <Checkbox label="Please call me before we write" value={call} hint="Your pair sees this." />
    </>
  );
}

function Shorts() {
  const day = useSignal("2026-03-17");
  const time = useSignal("14:00");
  const minutes = useSignal("60");
  return (
    <div class="columns">
      <DateField label="Day" value={day} />
      <TimeField label="Time" value={time} hint="Your time: Berlin" />
      <NumberField label="Minutes" value={minutes} min={15} max={240} step={5} error="Between 15 and 240" />
    </div>
  );
}
