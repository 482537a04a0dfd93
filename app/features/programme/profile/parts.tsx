import { useSignal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import type { FieldFault } from "../../../web/ui/error-summary.tsx";
import { TagsField } from "../../../web/ui/tags-field.tsx";
import { TextArea, TextField } from "../../../web/ui/text-field.tsx";
import { learnedOf, type ProfileForm, readForm } from "./form.tsx";
import { limitsOf } from "./rules.ts";
import type { MyPlace } from "./schema.ts";
import { fieldText, readersLine, rolesText, text } from "./text.ts";
import "./parts.css";

/** Props of the parts of the form. */
export interface PartProps {
  readonly form: ProfileForm;
  readonly place: MyPlace;
  readonly faults: ReadonlyArray<FieldFault>;
}

function wrong(faults: ReadonlyArray<FieldFault>, id: string): string | undefined {
  return faults.find((fault) => fault.id === id)?.text;
}

const aboutIds: ReadonlySet<string> = new Set(["name", "team", "site", "level", "managerEmail"]);

/** "Please call me", and what was imported about somebody, to be corrected. */
export function NamePart({ form, place, faults }: PartProps) {
  const correcting = useSignal(false);
  const isOpen = correcting.value || faults.some(({ id }) => aboutIds.has(id));
  return (
    <div class="stack stack-large">
      <TextField
        id="callName"
        label={text.callName}
        hint={text.callNameHint}
        optional
        autocomplete="nickname"
        value={form.callName}
        error={wrong(faults, "callName")}
        readers={readersLine("callName")}
      />
      <section class="stack">
        <h2>{text.aboutTitle}</h2>
        {isOpen ? (
          <>
            <AboutFacts form={form} place={place} fixed />
            <p class="muted">{text.aboutFixed}</p>
            <AboutFields form={form} faults={faults} />
          </>
        ) : (
          <>
            <AboutFacts form={form} place={place} />
            <p class="muted">{text.aboutLead}</p>
            <div class="buttons-plain">
              <Button kind="plain" onClick={() => (correcting.value = true)}>
                {text.aboutCorrect}
              </Button>
            </div>
          </>
        )}
      </section>
    </div>
  );
}

/** What was imported, all of it, or what the programme alone can change; what nobody knows is left out. */
function AboutFacts({ form, place, fixed = false }: Omit<PartProps, "faults"> & { readonly fixed?: boolean }) {
  const { about } = readForm(form);
  const own: ReadonlyArray<readonly [string, string]> = [
    [fieldText.email, place.email],
    [fieldText.roles, rolesText(place.roles)],
  ];
  const facts: ReadonlyArray<readonly [string, string]> = [
    [text.name, about.name],
    ...own,
    [text.team, about.team],
    [text.site, about.site],
    [text.level, about.level === null ? "" : String(about.level)],
    [fieldText.managerEmail, about.managerEmail],
  ];
  return (
    <dl class="parts-about">
      {(fixed ? own : facts)
        .filter(([, value]) => value !== "")
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{breakable(value)}</dd>
          </div>
        ))}
    </dl>
  );
}

/** An address breaks after its @, where it has to break at all. */
function breakable(value: string) {
  const at = value.indexOf("@") + 1;
  return at === 0 ? (
    value
  ) : (
    <>
      {value.slice(0, at)}
      <wbr />
      {value.slice(at)}
    </>
  );
}

function Where({ id, form, faults }: Omit<PartProps, "place"> & { readonly id: "team" | "site" }) {
  return (
    <TextField id={id} label={text[id]} optional value={form[id]} error={wrong(faults, id)} readers={readersLine(id)} />
  );
}

function AboutFields({ form, faults }: Omit<PartProps, "place">) {
  return (
    <>
      <TextField
        id="name"
        label={text.name}
        autocomplete="name"
        value={form.name}
        error={wrong(faults, "name")}
        readers={readersLine("name")}
      />
      <Where id="team" form={form} faults={faults} />
      <Where id="site" form={form} faults={faults} />
      <TextField
        id="level"
        label={text.level}
        optional
        short
        inputMode="numeric"
        value={form.level}
        error={wrong(faults, "level")}
        readers={readersLine("level")}
      />
      <TextField
        id="managerEmail"
        label={text.manager}
        optional
        type="email"
        inputMode="email"
        spellcheck={false}
        value={form.managerEmail}
        error={wrong(faults, "managerEmail")}
        readers={readersLine("managerEmail")}
      />
    </>
  );
}

/** What somebody can help with and would like help with, why they are here, and what did not go well. */
export function OfferPart({ form, place, faults }: PartProps) {
  const isMentor = place.roles.includes("mentor");
  return (
    <div class="stack stack-large">
      {isMentor && <Helps form={form} error={wrong(faults, "help-with")} />}
      {isMentor && (
        <TagsField
          id="limits"
          label={text.limits}
          hint={text.limitsHint}
          optional
          value={form.limits}
          error={wrong(faults, "limits")}
          readers={readersLine("limits")}
        />
      )}
      {isMentor && <Decides form={form} error={wrong(faults, "decides-about")} />}
      {place.roles.includes("mentee") && (
        <TagsField
          id="wishes"
          label={text.wishes}
          hint={text.wishesHint}
          value={form.wishes}
          error={wrong(faults, "wishes")}
          readers={readersLine("wishes")}
        />
      )}
      <TextArea
        id="why"
        label={text.why}
        hint={isMentor ? text.whyHint.mentor : text.whyHint.mentee}
        optional={!isMentor}
        words
        rows={2}
        most={limitsOf.why}
        value={form.why}
        error={wrong(faults, "why")}
        readers={readersLine("why")}
      />
      {isMentor && <Setback form={form} error={wrong(faults, "setback")} />}
    </div>
  );
}

/** Folded away, since most have nothing to say here. */
function Decides({ form, error }: Pick<PartProps, "form"> & { readonly error: string | undefined }) {
  return (
    <Disclosure summary={text.decides} open={form.decidesAbout.peek().length > 0}>
      <TagsField
        id="decides-about"
        label={text.decidesAbout}
        hint={text.decidesAboutHint}
        optional
        value={form.decidesAbout}
        error={error}
        readers={readersLine("decidesAbout")}
      />
    </Disclosure>
  );
}

function Setback({ form, error }: Pick<PartProps, "form"> & { readonly error: string | undefined }) {
  const { setback, setbackReaders } = form;
  return (
    <>
      <TextArea
        id="setback"
        label={text.setback}
        hint={text.setbackHint}
        optional
        words
        rows={3}
        most={limitsOf.setback}
        value={setback}
        error={error}
        readers={readersLine("setback", setbackReaders.value || "pair")}
      />
      {setback.value.trim() !== "" && (
        <RadioGroup
          id="setbackReaders"
          label={text.setbackReaders}
          value={setbackReaders}
          options={[
            { value: "pair", text: text.setbackOptions.pair },
            { value: "suggested", text: text.setbackOptions.suggested },
            { value: "programme", text: text.setbackOptions.programme },
          ]}
        />
      )}
    </>
  );
}

/** Topics, and for each a line on where it was learned. */
function Helps({ form, error }: Pick<PartProps, "form"> & { readonly error: string | undefined }) {
  const topics = form.topics.value;
  return (
    <>
      <TagsField
        id="help-with"
        label={text.help}
        hint={text.helpHint}
        most={limitsOf.topics}
        value={form.topics}
        error={error}
        readers={readersLine("helpWith")}
      />
      {topics.length > 0 && (
        <section class="parts-learned" aria-labelledby="learned">
          <h2 id="learned">{text.learned}</h2>
          <p class="muted">{text.learnedHint}</p>
          {topics.map((topic) => (
            <TextField key={topic} label={topic} value={learnedOf(form, topic)} />
          ))}
        </section>
      )}
    </>
  );
}
