import { useSignal } from "@preact/signals";
import type { Role } from "../../../values/role.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { text as offerText } from "./offer/text.ts";
import { partsFor } from "./parts.tsx";
import { firstRole, placeIn, RoleChoice } from "./role-choice.tsx";
import { text } from "./text.ts";

/** What to read before the first meeting: short parts, one in view; each can be left out, and nothing is noted of any. */
export function Preparation({ programmeId }: { readonly programmeId: string }) {
  const place = placeIn(programmeId);
  const role = useSignal<Role>(firstRole(place?.roles));
  return (
    <Page title={text.title} lead={text.lead[role.value]} width="text">
      {place ? (
        <div class="stack stack-sections">
          <RoleChoice role={role} roles={place.roles} />
          <Parts key={role.value} role={role.value} />
          <p>
            <a href={`/prepare/${programmeId}/check`}>{offerText.check[role.value]}</a>
          </p>
        </div>
      ) : (
        <p>{text.none}</p>
      )}
    </Page>
  );
}

function Parts({ role }: { readonly role: Role }) {
  const at = useSignal(0);
  const parts = partsFor[role];
  const part = parts[at.value];
  const next = parts[at.value + 1];
  if (!part) return null;
  const { name, Words } = part;
  return (
    <div class="stack">
      <fieldset class="cluster">
        <legend class="unseen">{text.parts}</legend>
        {parts.map((each, place) => (
          <Button key={each.name} kind="quiet" pressed={place === at.value} onClick={() => (at.value = place)}>
            {text.names[each.name]}
          </Button>
        ))}
      </fieldset>
      <Card title={text.names[name]}>
        <div class="stack" aria-live="polite">
          <Words />
        </div>
      </Card>
      <div class="buttons">
        {next && (
          <Button repeats onClick={() => (at.value += 1)}>
            {text.next(text.names[next.name])}
          </Button>
        )}
        <ButtonLink href="/" kind="quiet">
          {next ? text.leave : text.done}
        </ButtonLink>
      </div>
    </div>
  );
}
