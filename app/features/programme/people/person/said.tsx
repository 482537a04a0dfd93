import { languageName } from "../../profile/languages/rules.ts";
import type { ProfileSeen } from "../../profile/schema.ts";
import { fieldText, seenFields, type SeenField } from "../../profile/text.ts";
import { Words } from "../../../../web/ui/card.tsx";
import type { PersonPage } from "../schema.ts";
import { personText as text } from "../text.ts";
import { Fact, Facts } from "./facts.tsx";

/** What somebody says of themselves, as far as the programme may read it; until then what the file says. */
export function Said({ person, profile }: { readonly person: PersonPage; readonly profile: ProfileSeen | null }) {
  const name = person.callName || person.facts.name;
  if (profile) return <SaidFields name={name} profile={profile} />;
  return (
    <section class="stack">
      <h2>{text.said(name)}</h2>
      <p class="muted">{text.notSaid(name)}</p>
      {person.imported && <FromFile name={name} imported={person.imported} />}
    </section>
  );
}

/** Facts stand above on the page already. */
const above: ReadonlySet<SeenField["field"]> = new Set([
  "roles",
  "team",
  "site",
  "level",
  "managerEmail",
  "email",
  "invitedFor",
]);

function SaidFields({ name, profile }: { readonly name: string; readonly profile: ProfileSeen }) {
  const fields = seenFields(profile).filter(({ field }) => !above.has(field));
  return (
    <section class="stack">
      <h2>{text.said(name)}</h2>
      <p class="muted">{text.saidHint}</p>
      <dl class="facts">
        {fields.map((field) => (
          <div class="facts-one" key={field.field}>
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
        ))}
      </dl>
    </section>
  );
}

function FromFile({
  name,
  imported,
}: {
  readonly name: string;
  readonly imported: NonNullable<PersonPage["imported"]>;
}) {
  return (
    <div class="stack stack-small">
      <h3>{text.fromFile}</h3>
      <p class="muted">{text.fromFileHint(name)}</p>
      <Facts>
        <Fact name={fieldText.helpWith}>{imported.offers.join(", ")}</Fact>
        <Fact name={fieldText.wishes}>{imported.goals.join(", ")}</Fact>
        <Fact name={fieldText.limits}>{imported.limits.join(", ")}</Fact>
        <Fact name={fieldText.languages}>{imported.languages.map(languageName).join(", ")}</Fact>
        <Fact name={fieldText.timeZone}>{imported.timeZone}</Fact>
        <Fact name={fieldText.availability}>{imported.availability}</Fact>
        <Fact name={fieldText.capacity}>{imported.capacity === null ? "" : String(imported.capacity)}</Fact>
      </Facts>
    </div>
  );
}
