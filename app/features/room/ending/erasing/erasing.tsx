import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { addDays, aDay } from "../../../../values/day.ts";
import { vault } from "../../../../vault/browser/client.ts";
import type { Secret } from "../../../../vault/secrets.ts";
import { unlockText } from "../../../../vault/text.ts";
import { dayOf, formatDate } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { type RoomInHand, useNow } from "../../frame/hand.tsx";
import { RoomPage } from "../../frame/room-page.tsx";
import { AskSecret } from "../../keys/ask-secret.tsx";
import { readErasing } from "../../log/erasing/api.ts";
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
  const { gone, erasedAt } = room.view.erasing;
  const now = useNow();
  const days = useBackupDays(room);
  if (gone === "erased")
    return (
      <section class="stack" data-news>
        <h2>{text.erased(formatDate(dayOf(erasedAt ?? now)))}</h2>
        <p>{text.erasedLine}</p>
        <Backups days={days} from={erasedAt} />
        <p>
          <Link href="/">{text.back}</Link>
        </p>
      </section>
    );
  if (gone === "dropped") return <Notice>{text.dropped}</Notice>;
  if (room.relationship.state !== "ended") return <Notice>{text.notEnded}</Notice>;
  return (
    <>
      <p>{text.both(room.name)}</p>
      <section class="stack stack-small">
        <h2>{text.goes}</h2>
        <p>{text.goesLine}</p>
        <Backups days={days} from={undefined} />
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

/** Empty until the server answered; then a number of days, or `null` where the operator has not said. */
function useBackupDays({ roomId }: RoomInHand): Signal<number | null | undefined> {
  const days = useSignal<number | null | undefined>(undefined);
  useEffect(() => {
    async function ask() {
      const answer = await readErasing(roomId);
      if (answer.kind === "done") days.value = answer.value.backupDays;
    }
    void ask();
  }, [roomId, days]);
  return days;
}

interface BackupsProps {
  readonly days: Signal<number | null | undefined>;
  /** When it was erased; today where it is not yet. */
  readonly from: number | undefined;
}

function Backups({ days, from }: BackupsProps) {
  const now = useNow();
  if (days.value === undefined) return null;
  if (days.value === null) return <p>{text.backupsUnknown}</p>;
  const until = formatDate(addDays(aDay(dayOf(from ?? now)), days.value));
  return <p>{from === undefined || days.value === 0 ? text.backups(days.value, until) : text.backupsUntil(until)}</p>;
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
          <AskSecret act={mine ? text.act.no : text.act.yes} onSecret={handleSecret} />
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
