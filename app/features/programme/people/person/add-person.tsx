import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { hindranceText } from "../../../../web/client/answer.ts";
import { newId } from "../../../../web/client/new-id.ts";
import type { FieldFault } from "../../../../web/ui/error-summary.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { addPerson } from "../api.ts";
import type { PersonFacts } from "../schema.ts";
import { personText as text, refusalText } from "../text.ts";
import { FactsForm } from "./facts-form.tsx";

const nobody: PersonFacts = { name: "", email: "", roles: [], team: "", site: "", level: null, managerEmail: "" };

/** Adds one person by hand. */
export function AddPerson({ programmeId }: { readonly programmeId: string }) {
  const { route } = useLocation();
  const [participantId] = useState(newId);
  const people = `/programmes/${programmeId}/people`;

  async function handleSave(facts: PersonFacts): Promise<FieldFault | undefined> {
    const answer = await addPerson({ programmeId, participantId }, facts);
    if (answer.kind === "refused") return { id: "email", text: refusalText[answer.refused] };
    if (answer.kind === "fields")
      return { id: answer.fields[0]?.split(".").at(-1) ?? "name", text: hindranceText.fields };
    if (answer.kind !== "done") return { id: "name", text: hindranceText[answer.kind] };
    toast(text.added(facts.name));
    route(people);
    return undefined;
  }

  return (
    <Page title={text.addTitle} lead={text.addLead} width="form" back={{ href: people, text: text.back }}>
      <FactsForm facts={nobody} save={text.add} onSave={handleSave} />
    </Page>
  );
}
