import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { addDays, aDay } from "../../../../values/day.ts";
import { dayOf, formatDate } from "../../../../web/client/format.ts";
import { Link } from "../../../../web/ui/link.tsx";
import { type RoomInHand, useNow } from "../../frame/hand.tsx";
import { readErasing } from "../../log/erasing/api.ts";
import { erasingText as text } from "./text.ts";

/** In the place of whatever stood in a room that both erased. */
export function Erased({ room }: { readonly room: RoomInHand }) {
  const { erasedAt } = room.view.erasing;
  const now = useNow();
  const kept = useKept(room);
  return (
    <section class="stack measure" data-news>
      <h2>{text.erased(formatDate(dayOf(erasedAt ?? now)))}</h2>
      <p>{text.erasedLine}</p>
      <Backups kept={kept.value} from={erasedAt} />
      <p>
        <Link href="/">{text.back}</Link>
      </p>
    </section>
  );
}

/** For how long backups and ended rooms are kept. */
export interface Kept {
  /** Empty where the operator has not said. */
  readonly backupDays: number | null;
  readonly keptUntil: string | null;
}

/** What the server says; empty until it answered. */
export function useKept({ roomId }: RoomInHand): Signal<Kept | undefined> {
  const kept = useSignal<Kept | undefined>(undefined);
  useEffect(() => {
    async function ask() {
      const answer = await readErasing(roomId);
      if (answer.kind === "done") kept.value = answer.value;
    }
    void ask();
  }, [roomId, kept]);
  return kept;
}

/** Props of `Backups`. */
export interface BackupsProps {
  readonly kept: Kept | undefined;
  /** When it was erased; today where it is not yet. */
  readonly from: number | undefined;
}

/** Until when backups made before are kept. */
export function Backups({ kept, from }: BackupsProps) {
  const now = useNow();
  if (!kept) return null;
  const days = kept.backupDays;
  if (days === null) return <p>{text.backupsUnknown}</p>;
  const until = formatDate(addDays(aDay(dayOf(from ?? now)), days));
  return <p>{from === undefined || days === 0 ? text.backups(days, until) : text.backupsUntil(until)}</p>;
}
