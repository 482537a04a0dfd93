import { Words } from "../../../web/ui/card.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { farewellFields, type FarewellSaid } from "./rules.ts";
import { farewellText as text } from "./text.ts";

/** Props of `FarewellWords`. */
export interface FarewellWordsProps {
  readonly room: RoomInHand;
  readonly said: FarewellSaid["payload"];
}

/** What somebody said at the end; what they left out does not show. */
export function FarewellWords({ room, said }: FarewellWordsProps) {
  const first = said.first === room.me ? text.you : room.name;
  return (
    <div class="stack stack-small">
      {farewellFields
        .filter((field) => said[field] !== "")
        .map((field) => (
          <div key={field}>
            <h3>{text.fields[field]}</h3>
            <Words>{said[field]}</Words>
          </div>
        ))}
      {said.contact && (
        <p>
          {text.contact}: {text.contacts[said.contact]}
        </p>
      )}
      {said.first && (
        <p>
          {text.first}: {first}
        </p>
      )}
    </div>
  );
}
