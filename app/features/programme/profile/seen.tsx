import { useSignal, type Signal } from "@preact/signals";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { readForm, type ProfileForm } from "./form.tsx";
import { calledName, type Described, type Reader, readers, seenBy } from "./rules.ts";
import { type MyPlace, ProfileSeen } from "./schema.ts";
import { seenFields, text } from "./text.ts";
import "./seen.css";

/** Props of `Seen`. */
export interface SeenProps {
  readonly form: ProfileForm;
  readonly place: MyPlace;
}

/** Shows what each circle of readers will see, by the same rule by which the server answers them. */
export function Seen({ form, place }: SeenProps) {
  const reader = useSignal<Reader>("suggested");
  return (
    <section class="stack">
      <h2>{text.seenTitle}</h2>
      <p class="muted">{text.seenLead}</p>
      <Readers reader={reader} />
      <SeenCard form={form} place={place} reader={reader.value} />
      <p class="muted small">
        {text.seenServer} <a href="/what-oakroom-can-see">{text.seenMore}</a>
      </p>
    </section>
  );
}

function Readers({ reader }: { readonly reader: Signal<Reader> }) {
  return (
    <div class="seen-readers" role="group" aria-label={text.seenTitle}>
      {readers.map((each) => (
        <button
          key={each}
          type="button"
          class="seen-reader"
          aria-pressed={reader.value === each}
          onClick={() => (reader.value = each)}
        >
          {text.seenTabs[each]}
        </button>
      ))}
    </div>
  );
}

function SeenCard({ form, place, reader }: SeenProps & { readonly reader: Reader }) {
  const { callName, about, profile } = readForm(form);
  const { setbackReaders, ...said } = profile;
  const name = calledName({ name: about.name, callName });
  const described: Described = {
    ...said,
    name: about.name,
    callName: name,
    email: place.email,
    roles: place.roles,
    team: about.team,
    site: about.site,
    level: about.level === null ? "" : String(about.level),
    managerEmail: about.managerEmail,
    invitedFor: place.invitedFor,
  };
  const fields = seenFields(ProfileSeen.parse(seenBy(reader, described, setbackReaders)));
  return (
    <Card>
      <div class="stack" aria-live="polite">
        <p class="tag">{text.seenBy[reader]}</p>
        <div class="seen-head">
          <Avatar id={place.participantId} name={name} />
          <div>
            <p class="strong" dir="auto">
              {name}
            </p>
            {name !== about.name && <p class="muted small">{about.name}</p>}
          </div>
        </div>
        <dl class="seen-fields">
          {fields.map(({ field, name: label, lines, isWritten }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {lines.map((line) =>
                  isWritten ? (
                    <Words key={line}>{line}</Words>
                  ) : (
                    <p key={line} dir="auto">
                      {line}
                    </p>
                  ),
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}
