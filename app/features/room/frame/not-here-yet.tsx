import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AccountId } from "../../../values/id.ts";
import { dayLength } from "../../../values/instant.ts";
import { vault } from "../../../vault/browser/client.ts";
import type { TimelineEntry } from "../../../vault/vault.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { remindPartner } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import type { RoomEvent } from "../state/fold.ts";
import { type RoomInHand, useNow } from "./hand.tsx";
import { Lasting } from "./lasting.tsx";
import { frameText as text } from "./text.ts";

/** So long after they became a pair, nobody is late: one line says where words wait, and nobody is to be reminded. */
const patienceWithThemMs = 2 * dayLength;

/** The other has not opened their side, or has put nothing here: said calmly at first, with a mail to send after two days. */
export function NotHereYet({ room }: { readonly room: RoomInHand }) {
  const { relationship, view, name } = room;
  const isEarly = useNow() < relationship.startedAt + patienceWithThemMs;
  if (view.condition.is === "waiting-for-other")
    return (
      <Lasting>
        {isEarly ? (
          <p class="muted small">{text.waitingForOther(name)}</p>
        ) : (
          <NotOpenedYet relationship={relationship} line={text.waitingForOther(name)} />
        )}
      </Lasting>
    );
  return isEarly ? null : <NothingFromThem room={room} />;
}

/** The room is ready and I wrote something, but nothing in it is from the other: it seems that they have not been here. */
function NothingFromThem({ room }: { readonly room: RoomInHand }) {
  const isSilent = useSignal(false);
  const { roomId, view, other, me, relationship } = room;
  const isReady = view.condition.is === "ready" && relationship.state === "live" && !relationship.leaving;
  useEffect(() => {
    let over = false;
    const look = async () => {
      // Whoever is in a long room has been here: its newest entries are enough.
      const page = isReady && !heardFrom.has(roomId) ? await vault.timeline(roomId, { limit: 100 }) : undefined;
      if (over || page === "no-such-room") return;
      const authors = page?.entries.map(authorOf) ?? [];
      if (authors.includes(other)) heardFrom.add(roomId);
      isSilent.value = authors.includes(me) && !heardFrom.has(roomId);
    };
    void look();
    return () => {
      over = true;
    };
  }, [roomId, view.revision, isReady, other, me, isSilent]);
  return isSilent.value ? <NotOpenedYet relationship={relationship} line={text.nothingFromThem(room.name)} /> : null;
}

/** Rooms in which the other wrote: that does not change any more. */
const heardFrom = new Set<string>();

function authorOf(entry: TimelineEntry<RoomEvent>): AccountId | undefined {
  return entry.is === "event" ? entry.event.author : entry.author;
}

interface NotOpenedYetProps {
  readonly relationship: Relationship;
  readonly line: string;
}

/** The other person has not opened their side: what is written waits, and one neutral mail may go out. */
function NotOpenedYet({ line, relationship }: NotOpenedYetProps) {
  const { name } = relationship.partner;
  const answer = useSignal<string | undefined>(undefined);
  async function handleRemind() {
    const reminded = await remindPartner(relationship.relationshipId);
    answer.value = reminded.kind === "done" ? text.reminded(name) : text.remindLately;
  }
  return (
    <Notice
      announce
      actions={
        answer.value === undefined &&
        relationship.state === "live" && (
          <Button kind="quiet" onClick={() => void handleRemind()}>
            {text.remind}
          </Button>
        )
      }
    >
      <p>{line}</p>
      {answer.value !== undefined && <output>{answer.value}</output>}
    </Notice>
  );
}
