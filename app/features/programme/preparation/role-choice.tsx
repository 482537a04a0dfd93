import type { Signal } from "@preact/signals";
import type { Role, Roles } from "../../../values/role.ts";
import { Button } from "../../../web/ui/button.tsx";
import { me } from "../sign-in/api.ts";
import type { Participation } from "../sign-in/schema.ts";
import { text } from "./text.ts";

/** The place of whoever takes part, or has begun to; elsewhere there is nothing to prepare. */
export function placeIn(programmeId: string): Participation | undefined {
  return me.value?.participations.find((each) => each.programmeId === programmeId && each.state !== "left");
}

/** The role that is shown first. */
export function firstRole(roles: Roles | undefined): Role {
  return roles?.includes("mentor") === false ? "mentee" : "mentor";
}

/** For whoever is both; nothing for everyone else. */
export function RoleChoice({ role, roles }: { readonly role: Signal<Role>; readonly roles: Roles }) {
  if (roles.length < 2) return null;
  return (
    <fieldset class="cluster">
      <legend class="unseen">{text.as}</legend>
      {(["mentor", "mentee"] as const).map((each) => (
        <Button key={each} kind="quiet" pressed={role.value === each} onClick={() => (role.value = each)}>
          {text.asRole[each]}
        </Button>
      ))}
    </fieldset>
  );
}
