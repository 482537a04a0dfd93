import type { RoomInHand } from "../frame/hand.tsx";
import { PartCard } from "./part-card.tsx";
import type { WrittenPart } from "./part-form.tsx";
import { partIds } from "./rules.ts";
import { agreementText as text } from "./text.ts";

const written = partIds.filter((id): id is WrittenPart => id !== "limits");

/** The one part to offer now, in sessions two to four: first what waits for my yes, then the first that is not settled. */
export function NextPart({ room }: { readonly room: RoomInHand }) {
  const { parts } = room.view.state.agreement;
  const waiting = written.find((id) => parts[id]?.proposal && parts[id].proposal.by !== room.me);
  const part = waiting ?? written.find((id) => !parts[id]?.agreed && !parts[id]?.proposal);
  if (!part) return <p class="muted">{text.nothingLeft}</p>;
  return (
    <div class="stack">
      <PartCard room={room} part={part} />
      <p class="muted small">{text.skip}</p>
    </div>
  );
}
