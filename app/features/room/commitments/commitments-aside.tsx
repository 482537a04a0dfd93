import { Link } from "../../../web/ui/link.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { CommitmentRow } from "./commitment-row.tsx";
import { openCommitments } from "./rules.ts";
import { commitmentsText as text } from "./text.ts";

/** One's own open commitments, beside the timeline. Nothing stands there while there is none. */
export function CommitmentsAside({ room }: { readonly room: RoomInHand }) {
  const mine = openCommitments(room.view.state.commitments).filter(({ owner }) => owner === room.me);
  if (mine.length === 0) return null;
  return (
    <section class="stack stack-small" data-news>
      <h2 class="aside-head">{text.mine}</h2>
      <ul class="rows" data-news>
        {mine.slice(0, 4).map((commitment) => (
          <CommitmentRow key={commitment.id} room={room} commitment={commitment} />
        ))}
      </ul>
      <p>
        <Link href={`/rooms/${room.roomId}/goals`}>{text.all}</Link>
      </p>
    </section>
  );
}
