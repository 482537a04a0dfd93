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

type Act = keyof typeof text.act;

function Choosing({ room }: { readonly room: RoomInHand }) {
  const { mine, theirs, keptBy } = room.view.erasing;
  const act = useSignal<Act | undefined>(undefined);
  const yes: Act = theirs ? "last" : "yes";

  async function handleSecret(secret: Secret) {
    const refused = await vault.chooseErasing(room.roomId, act.value === yes, secret);
    if (!refused) act.value = undefined;
    return refused && { ...unlockText, ...erasingRefusalText }[refused];
  }

  return (
    <section class="stack" data-news>
      <HowItStands room={room} />
      {act.value ? (
        <>
          {act.value === "keep" && <p class="muted small">{text.keepLine(room.name)}</p>}
          <AskSecret act={text.act[act.value]} onSecret={handleSecret} />
          <div>
            <Button kind="plain" onClick={() => (act.value = undefined)}>
              {text.cancel}
            </Button>
          </div>
        </>
      ) : (
        <div class="buttons">
          {theirs && !mine && keptBy !== "me" && (
            <Button kind="quiet" onClick={() => (act.value = "keep")}>
              {text.keep}
            </Button>
          )}
          <Button kind="quiet" onClick={() => (act.value = mine ? "no" : yes)}>
            {mine ? text.takeBack : text.choose}
          </Button>
        </div>
      )}
    </section>
  );
}

function HowItStands({ room: { view, name } }: { readonly room: RoomInHand }) {
  const { mine, theirs, keptBy } = view.erasing;
  if (keptBy) return <p>{keptBy === "me" ? text.keptByMe(name) : text.keptByThem(name)}</p>;
  if (mine) return <p>{text.mine(name)}</p>;
  return theirs ? <p>{text.theirs(name)}</p> : null;
}
