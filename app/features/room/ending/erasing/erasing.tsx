import { useSignal } from "@preact/signals";
import { vault } from "../../../../vault/browser/client.ts";
import type { Secret } from "../../../../vault/secrets.ts";
import { unlockText } from "../../../../vault/text.ts";
import { formatDate } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { RoomPage } from "../../frame/room-page.tsx";
import { AskSecret } from "../../keys/ask-secret.tsx";
import { Backups, useKept } from "./erased.tsx";
import { erasingRefusalText, erasingText as text } from "./text.ts";

/** Erasing a room that has ended: what goes, what stays, until when backups hold it, and one's own signed word. */
export function ErasingPage({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => (
        <div class="stack stack-sections measure">
          <Stand room={room} />
        </div>
      )}
    </RoomPage>
  );
}

function Stand({ room }: { readonly room: RoomInHand }) {
  const { gone, mine, theirs } = room.view.erasing;
  const kept = useKept(room).value;
  if (gone === "dropped") return <Notice>{text.dropped}</Notice>;
  if (room.relationship.state !== "ended") return <Notice>{text.notEnded}</Notice>;
  return (
    <>
      {kept?.keptUntil && <p>{text.keptUntil(formatDate(kept.keptUntil))}</p>}
      <p>{theirs && !mine ? text.yours(room.name) : text.both(room.name)}</p>
      <section class="stack stack-small">
        <h2>{text.goes}</h2>
        <p>{text.goesLine}</p>
        <Backups kept={kept} from={undefined} />
      </section>
      <section class="stack stack-small">
        <h2>{text.stays}</h2>
        <p>{text.staysLine(room.name)}</p>
        <p class="muted">{text.copies}</p>
      </section>
      <p>
        <Link href={`/rooms/${room.roomId}/more/keepsake`}>{text.keepsake}</Link>
      </p>
      <Choosing room={room} />
    </>
  );
}

function Choosing({ room }: { readonly room: RoomInHand }) {
  const { mine, theirs } = room.view.erasing;
  const isAsked = useSignal(false);

  async function handleSecret(secret: Secret) {
    const refused = await vault.chooseErasing(room.roomId, !mine, secret);
    if (!refused) isAsked.value = false;
    return refused && { ...unlockText, ...erasingRefusalText }[refused];
  }

  return (
    <section class="stack" data-news>
      {mine && <p>{text.mine(room.name)}</p>}
      {theirs && !mine && <p>{text.theirs(room.name)}</p>}
      {isAsked.value ? (
        <>
          <AskSecret act={text.act[mine ? "no" : theirs ? "last" : "yes"]} onSecret={handleSecret} />
          <div>
            <Button kind="plain" onClick={() => (isAsked.value = false)}>
              {text.cancel}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button kind="quiet" onClick={() => (isAsked.value = true)}>
            {mine ? text.takeBack : text.choose}
          </Button>
        </div>
      )}
    </section>
  );
}
