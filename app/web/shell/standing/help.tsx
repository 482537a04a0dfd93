import { confBreach, confUnsure } from "../../../../content/en/confidentiality.generated.ts";
import { safetyNow, safetyOther, safetySelf } from "../../../../content/en/safety.generated.ts";
import { useEffect } from "preact/hooks";
import { refreshRelationships, relationships } from "../../../features/programme/relationships/api.ts";
import { type ContactOf, sharedContacts } from "../../../features/programme/relationships/rules.ts";
import { me, standing } from "../../../features/programme/sign-in/api.ts";
import { Guidance } from "../../ui/guidance.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { shellText } from "../text.ts";
import { helpText as text } from "./text.ts";

/** A contact by name, with an address to press. */
function Contact({ contact: { name, email } }: { readonly contact: ContactOf }) {
  return <a href={`mailto:${email}`}>{name}</a>;
}

/** Who manages my programmes, for whatever is no concern. */
function Programmes() {
  const asked = (me.value?.participations ?? []).filter(({ managers }) => managers.length > 0);
  if (asked.length === 0) return null;
  return (
    <section class="stack">
      <h2>{text.programme}</h2>
      <ul>
        {asked.map(({ programmeId, programmeName, managers }) => (
          <li key={programmeId}>
            {text.managedBy(programmeName)}
            {managers.map((manager, at) => (
              <span key={manager.email}>
                {at > 0 && ", "}
                <Contact contact={manager} /> ({manager.email})
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** *Help and safety*: one press away on every page, also signed out and offline; whoever has a pair reads its contacts by name. */
export function Help() {
  const isIn = standing.value.kind === "signed-in";
  useEffect(() => {
    if (isIn && !relationships.peek()) void refreshRelationships();
  }, [isIn]);
  const contacts = sharedContacts(relationships.value ?? []);
  const one = contacts ? <Contact contact={contacts[0]} /> : text.one;
  const two = contacts ? <Contact contact={contacts[1]} /> : text.two;
  const either = contacts ? text.either(one, two) : undefined;
  return (
    <Page title={text.title} lead={text.lead}>
      <div class="stack stack-sections">
        <Notice kind="care">
          <Guidance block={safetyNow} values={{ "emergency number": text.emergency, "local line": text.line }} />
        </Notice>
        <section class="stack">
          <h2>{text.self}</h2>
          <Guidance block={safetySelf} values={{ name: text.name, "contact one": one, "contact two": two }} />
        </section>
        <section class="stack">
          <h2>{text.other}</h2>
          <Guidance block={safetyOther} values={{ name: text.name }} />
        </section>
        <section class="stack">
          <h2>{text.unsure}</h2>
          <Guidance block={confUnsure} values={{ contact: either ?? text.contact }} />
        </section>
        <section class="stack">
          <h2>{text.breach}</h2>
          <Guidance block={confBreach} values={{ contact: either ?? text.contactFirst }} />
        </section>
        <Programmes />
        <section class="stack">
          <h2>{text.more}</h2>
          <ul>
            <li>
              <a href="/how-sessions-work">{shellText.how}</a>
            </li>
            <li>
              <a href="/what-oakroom-can-see">{shellText.see}</a>
            </li>
            <li>
              <a href="/who-could-read">{shellText.read}</a>
            </li>
          </ul>
        </section>
      </div>
    </Page>
  );
}
