import { useSignal, type Signal } from "@preact/signals";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { me } from "../sign-in/api.ts";
import { type ProfileForm, readForm } from "./form.tsx";
import { calledName, type Described, type Reader, readers, seenBy } from "./rules.ts";
import { type MyPlace, ProfileSeen } from "./schema.ts";
import { type SeenField, seenFields, text } from "./text.ts";
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
    <fieldset class="seen-readers">
      <legend class="unseen">{text.seenTitle}</legend>
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
    </fieldset>
  );
}

/** What the server will know once this is saved. */
function describedBy({ form, place }: SeenProps): Described {
  const { callName, about, profile } = readForm(form);
  const { setbackReaders: _, ...said } = profile;
  return {
    ...said,
    name: about.name,
    callName: calledName({ name: about.name, callName }),
    email: place.email,
    roles: place.roles,
    team: about.team,
    site: about.site,
    level: about.level === null ? "" : String(about.level),
    managerEmail: about.managerEmail,
    invitedFor: place.invitedFor,
  };
}

function SeenCard({ form, place, reader }: SeenProps & { readonly reader: Reader }) {
  const described = describedBy({ form, place });
  const { name, callName } = described;
  const fields = seenFields(ProfileSeen.parse(seenBy(reader, described, form.setbackReaders.value || "pair")));
  return (
    <Card>
      <div class="stack" aria-live="polite">
        <p class="tag">{text.seenBy[reader]}</p>
        <div class="seen-head">
          <Avatar id={me.value?.accountId ?? place.participantId} name={callName} />
          <div>
            <p class="strong" dir="auto">
              {callName}
            </p>
            {callName !== name && <p class="muted small">{name}</p>}
          </div>
        </div>
        <dl class="seen-fields">
          {fields.map((field) => (
            <SeenRow key={field.field} field={field} />
          ))}
        </dl>
      </div>
    </Card>
  );
}

function SeenRow({ field }: { readonly field: SeenField }) {
  return (
    <div>
      <dt>{field.name}</dt>
      <dd>
        {field.lines.map((line) =>
          field.isWritten ? (
            <Words key={line}>{line}</Words>
          ) : (
            <p key={line} dir="auto">
              {line}
            </p>
          ),
        )}
      </dd>
    </div>
  );
}
