import { agreeRoles } from "../../../../content/en/agreement.generated.ts";
import { Card } from "../../../web/ui/card.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { PartCard } from "./part-card.tsx";
import { partText } from "./text.ts";

/** The card of a session about who keeps what (P66): the words for both, and the part of the agreement that either may change. */
export function RolesCard({ room }: { readonly room: RoomInHand }) {
  return (
    <div class="stack">
      <Card soft title={partText.roles.title}>
        <Guidance block={agreeRoles} size="words" />
      </Card>
      <PartCard room={room} part="roles" />
    </div>
  );
}
