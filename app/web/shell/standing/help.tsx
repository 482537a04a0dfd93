import { confBreach, confExceptions, confUnsure } from "../../../../content/en/confidentiality.generated.ts";
import { safetyNow, safetyOther, safetySelf } from "../../../../content/en/safety.generated.ts";
import {
  type ContactOf,
  hasNoContact,
  onlyContact,
  sharedContacts,
} from "../../../features/programme/sign-in/contacts/rules.ts";
import { me, standing } from "../../../features/programme/sign-in/api.ts";
import type { Participation } from "../../../features/programme/sign-in/schema.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Guidance } from "../../ui/guidance.tsx";
import { lazily } from "../../ui/lazily.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { shellText } from "../text.ts";
import { helpText as text } from "./text.ts";

const WaysToShow = lazily<object>(() =>
  import("../../../features/room/showing/ways.tsx").then(
    (m) => m.WaysToShow,
    () => () => null,
  ),
);

/** A contact by name, with an address to press. */
function Contact({ contact: { name, email } }: { readonly contact: ContactOf }) {
  return <a href={`mailto:${email}`}>{name}</a>;
}

/** People one can write to, with their addresses to be read as well. */
function People({ list }: { readonly list: ReadonlyArray<ContactOf> }) {
  return (
    <>
      {list.map((contact, at) => (
        <span key={contact.email}>
          {at > 0 && ", "}
          <Contact contact={contact} /> ({contact.email})
        </span>
      ))}
    </>
  );
}

/** Whom the people of a programme can turn to: with a concern, and for whatever is none. */
function Programme({ place: { programmeName, contacts, managers } }: { readonly place: Participation }) {
  return (
    <section class="stack stack-small">
      <h2>{text.programme(programmeName)}</h2>
      {contacts.length > 0 ? (
        <p>
          {text.concerns} <People list={contacts} />
        </p>
      ) : (
        <Notice>{text.nobody}</Notice>
      )}
      {contacts.map(
        ({ email, name, fingerprint }) =>
          fingerprint !== undefined && (
            <p key={email} class="small muted">
              {text.key(name, fingerprint)}
            </p>
          ),
      )}
      {managers.length > 0 && (
        <p>
          {text.rest} <People list={managers} />
        </p>
      )}
    </section>
  );
}

/** Numbers to call, by place: to press on a phone. */
function Numbers({ list }: { readonly list: typeof text.emergencyNumbers | typeof text.crisisLines }) {
  return (
    <>
      {list.map(({ number, where }, at) => (
        <span key={number}>
          {at > 0 && ", "}
          <a href={`tel:${number.replaceAll(" ", "")}`}>{number}</a> {where}
        </span>
      ))}
    </>
  );
}

/** What comes before anything else: whom to call now. */
function Now() {
  const lines = (
    <>
      {text.call} <Numbers list={text.crisisLines} />; {text.others} <a href={text.lines}>{text.linesName}</a>
    </>
  );
  return (
    <Notice kind="care">
      <Guidance
        block={safetyNow}
        values={{ "emergency number": <Numbers list={text.emergencyNumbers} />, "local line": lines }}
      />
    </Notice>
  );
}

function More() {
  return (
    <section class="stack">
      <h2>{text.more}</h2>
      <ul>
        <li>
          <a href="/help/when">{text.when}</a>
        </li>
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
  );
}

/** *Help and safety*: one press away on every page, also signed out, locked and offline; whoever is in a programme reads its contacts by name. */
export function Help() {
  const places = (me.value?.participations ?? []).filter(({ state }) => state !== "left");
  const contacts = sharedContacts(places);
  const only = onlyContact(places);
  const first = contacts?.[0] ?? only;
  const isNobody = hasNoContact(places);
  const one = first ? <Contact contact={first} /> : isNobody ? text.outside : text.one;
  const two = contacts ? <Contact contact={contacts[1]} /> : only || isNobody ? text.trusted : text.two;
  const either = contacts ? text.either(one, two) : only && one;
  return (
    <Page title={text.title}>
      <div class="stack stack-sections">
        <Now />
        {standing.value.kind === "signed-out" && (
          <p>
            <a href="/">{shellText.signIn}</a>, {text.signedOut}
          </p>
        )}
        {places.map((place) => (
          <Programme key={place.programmeId} place={place} />
        ))}
        <section class="stack">
          <h2>{text.self}</h2>
          <Guidance block={safetySelf} values={{ name: text.name, "contact one": one, "contact two": two }} />
          {me.value && <WaysToShow />}
        </section>
        <section class="stack">
          <h2>{text.other}</h2>
          <Guidance block={safetyOther} values={{ name: text.name }} />
          <Disclosure summary={text.speak}>
            <Guidance block={confExceptions} />
          </Disclosure>
        </section>
        <section class="stack">
          <h2>{text.unsure}</h2>
          <Guidance block={confUnsure} values={{ contact: either ?? text.contact }} />
        </section>
        <section class="stack">
          <h2>{text.breach}</h2>
          <Guidance block={confBreach} values={{ contact: either ?? text.contactFirst }} />
        </section>
        <More />
      </div>
    </Page>
  );
}
