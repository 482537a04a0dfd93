import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../../web/client/answer.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { Button } from "../../../../web/ui/button.tsx";
import type { FieldFault } from "../../../../web/ui/error-summary.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { InvitedFor } from "../invited-for/invited-for.tsx";
import { correctPerson, openProfile, readPerson } from "../api.ts";
import type { PersonFacts, PersonPage } from "../schema.ts";
import { personText as text, refusalText, roleText } from "../text.ts";
import { Fact, Facts, type PartProps } from "./facts.tsx";
import { FactsForm } from "./facts-form.tsx";
import { Place } from "./place.tsx";
import { Said } from "./said.tsx";

/** One person, as a manager may see them. A no to a proposal is nowhere on it. */
export function Person({
  programmeId,
  participantId,
}: {
  readonly programmeId: string;
  readonly participantId: string;
}) {
  const which = { programmeId, participantId };
  const load = useLoad(participantId, (abort) => readPerson(which, abort));
  const state = load.state.value;
  const name = state.kind === "ready" ? state.value.facts.name : "";
  return (
    <Page
      title={name === "" ? "…" : name}
      windowTitle={name || text.back}
      back={{ href: `/programmes/${programmeId}/people`, text: text.back }}
    >
      <Loaded of={load}>
        {(person) => (
          <div class="stack stack-sections">
            <Place programmeId={programmeId} person={person} onChanged={load.again} />
            <Known programmeId={programmeId} person={person} onChanged={load.again} />
            <SaidSoFar programmeId={programmeId} person={person} onChanged={load.again} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function SaidSoFar(props: PartProps) {
  const { programmeId, person } = props;
  const load = useLoad(person.id, (abort) => openProfile({ programmeId, participantId: person.id }, abort));
  return (
    <Loaded of={load}>
      {({ profile }) => (
        <>
          <InvitedFor
            {...props}
            offered={profile?.helpWith?.map(({ topic }) => topic) ?? person.imported?.offers ?? []}
          />
          <Said person={person} profile={profile} />
        </>
      )}
    </Loaded>
  );
}

function Known({ programmeId, person, onChanged }: PartProps) {
  const correcting = useSignal(false);
  const { facts } = person;

  async function handleSave(next: PersonFacts): Promise<FieldFault | undefined> {
    const answer = await correctPerson({ programmeId, participantId: person.id }, next);
    if (answer.kind === "refused") return { id: "email", text: refusalText[answer.refused] };
    if (answer.kind === "fields") return { id: answer.fields[0] ?? "name", text: hindranceText.fields };
    if (answer.kind !== "done") return { id: "name", text: hindranceText[answer.kind] };
    correcting.value = false;
    toast(text.saved);
    onChanged();
    return undefined;
  }

  return (
    <section class="stack">
      <h2>{text.facts}</h2>
      <p class="muted">{text.factsHint(person.callName || facts.name)}</p>
      {correcting.value ? (
        <FactsForm
          facts={facts}
          save={text.save}
          onSave={handleSave}
          beside={
            <Button kind="quiet" wide="phone" onClick={() => (correcting.value = false)}>
              {text.cancel}
            </Button>
          }
        />
      ) : (
        <>
          <KnownFacts person={person} />
          <div class="buttons">
            <Button kind="quiet" onClick={() => (correcting.value = true)}>
              {text.correct}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function KnownFacts({ person }: { readonly person: PersonPage }) {
  const { facts, managerName, callName } = person;
  const manager = facts.managerEmail === "" ? "" : managerName || text.managerOutside(facts.managerEmail);
  return (
    <Facts>
      {callName !== "" && callName !== facts.name && (
        <Fact name={text.name}>{`${facts.name} (${text.called(callName)})`}</Fact>
      )}
      <Fact name={text.email}>{facts.email}</Fact>
      <Fact name={text.roles}>{roleText(facts.roles)}</Fact>
      <Fact name={text.team}>{facts.team}</Fact>
      <Fact name={text.site}>{facts.site}</Fact>
      <Fact name={text.level}>{facts.level === null ? "" : String(facts.level)}</Fact>
      <Fact name={text.managerIs}>{manager}</Fact>
    </Facts>
  );
}
