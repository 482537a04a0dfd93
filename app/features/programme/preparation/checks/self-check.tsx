import { useSignal } from "@preact/signals";
import type { Role } from "../../../../values/role.ts";
import { Page } from "../../../../web/ui/page.tsx";
import { firstRole, placeIn, RoleChoice } from "../role-choice.tsx";
import { text as outer } from "../text.ts";
import { Check } from "./check.tsx";
import { Choices } from "./choices.tsx";
import { text } from "./text.ts";

/** A look at oneself, then three equal choices. */
export function SelfCheck({ programmeId }: { readonly programmeId: string }) {
  const place = placeIn(programmeId);
  const role = useSignal<Role>(firstRole(place?.roles));
  return (
    <Page
      title={text.title[role.value]}
      lead={text.lead}
      width="form"
      back={{ href: `/prepare/${programmeId}`, text: text.back }}
    >
      {place ? (
        <div class="stack stack-sections">
          <RoleChoice role={role} roles={place.roles} />
          <Check key={role.value} role={role.value}>
            <Choices place={place} />
          </Check>
        </div>
      ) : (
        <p>{outer.none}</p>
      )}
    </Page>
  );
}
