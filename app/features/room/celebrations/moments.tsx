import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { Words } from "../../../web/ui/card.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import type { MomentShared } from "./rules.ts";
import { celebrationsText as text } from "./text.ts";

const MomentForm = lazily(() => import("./moment-form.tsx").then((m) => m.MomentForm));
void MomentForm.fetch();

/** The page of good moments: both read it, at the end or whenever they like (P45). */
export function Moments({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => (
        <div class="stack stack-sections measure">
          <p class="muted">{text.lead(room.name)}</p>
          <MomentsList room={room}>{room.isOpen && <MomentForm room={room} onDone={() => undefined} />}</MomentsList>
        </div>
      )}
    </RoomPage>
  );
}

/** Props of `MomentsList`. */
export interface MomentsListProps {
  readonly room: RoomInHand;
  /** What stands below, drawn with it. */
  readonly children?: ComponentChildren;
}

/** Good moments, the first at the top; also for the last session. */
export function MomentsList({ room, children }: MomentsListProps) {
  const moments = useMoments(room);
  if (moments === undefined) return <Skeleton shape="rows" count={3} />;
  return (
    <>
      {moments.length === 0 ? (
        <p class="muted">{text.none}</p>
      ) : (
        <ul class="rows" data-news>
          {moments.map(({ id, author, at, payload }) => (
            <li key={id} class="stack stack-small" data-news>
              <p class="muted small">{text.by(author === room.me ? text.you : room.name, formatDate(dayOf(at)))}</p>
              <Words>{payload.text}</Words>
            </li>
          ))}
        </ul>
      )}
      {children}
    </>
  );
}

/** Reads all good moments of a room, window by window, and again with every change. */
function useMoments({ roomId, view, isBefore }: RoomInHand): ReadonlyArray<MomentShared> | undefined {
  const moments = useSignal<ReadonlyArray<MomentShared> | undefined>(undefined);
  useEffect(() => {
    let over = false;
    const read = async () => {
      const found = await readMoments(roomId, isBefore ? "before" : "both");
      if (!over) moments.value = found;
    };
    void read();
    return () => {
      over = true;
    };
  }, [roomId, isBefore, view.revision, moments]);
  return moments.value;
}

async function readMoments(
  roomId: RoomInHand["roomId"],
  of: "both" | "before",
  before?: string,
): Promise<ReadonlyArray<MomentShared>> {
  const window = { limit: 200, types: ["celebrations.shared"], of, ...(before === undefined ? {} : { before }) };
  const page = await vault.timeline(roomId, window);
  if (page === "no-such-room") return [];
  const [first] = page.entries;
  const earlier = page.hasEarlier && first ? await readMoments(roomId, of, first.place) : [];
  return [
    ...earlier,
    ...page.entries.flatMap((entry) =>
      entry.is === "event" && entry.event.type === "celebrations.shared" ? [entry.event] : [],
    ),
  ];
}
