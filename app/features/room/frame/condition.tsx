import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { RoomCondition, TimelineEntry } from "../../../vault/vault.ts";
import type { AccountId } from "../../../values/id.ts";
import { dayLength } from "../../../values/instant.ts";
import { formatDate, formatNumber } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Progress } from "../../../web/ui/progress.tsx";
import { refreshRelationships, remindPartner, resumeRelationship } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import type { RoomEvent } from "../state/fold.ts";
import { type RoomInHand, useNow } from "./hand.tsx";
import { frameText as text } from "./text.ts";

// With every sentence of the vault; most rooms never need one.
const Stopped = lazily(() => import("./stopped.tsx").then((m) => m.Stopped));

/** Props of `Conditions`. */
export interface ConditionsProps {
  readonly room: RoomInHand;
  /** True on the first screen, which alone says that the other has not been here. */
  readonly isTimeline: boolean;
}

/** What keeps a room from being read or written, and what can be done about it. Nothing where all is well. */
export function Conditions({ room, isTimeline }: ConditionsProps) {
  const { view, relationship, name } = room;
  return (
    <>
      <PairState relationship={relationship} />
      <Readiness condition={view.condition} name={name} />
      {isTimeline && <NotHereYet room={room} />}
      {view.waiting > 0 && view.condition.is === "ready" && (
        <Lasting>
          <p class="muted small">{text.waiting(view.waiting)}</p>
        </Lasting>
      )}
      {view.opening > 0 && view.condition.is === "ready" && (
        <Lasting>
          <p class="muted small">{text.opening(view.opening)}</p>
        </Lasting>
      )}
      {view.damaged > 0 && <Notice kind="care">{text.damaged(view.damaged)}</Notice>}
      {view.gaps > 0 && <Notice>{text.gaps}</Notice>}
      {view.newer > 0 && <Notice>{text.newer}</Notice>}
    </>
  );
}

/** Most things pass in a moment, and a line that comes and goes with each would push the page about: it stands once it has lasted. */
const patienceMs = 2000;

function Lasting({ children }: { readonly children: ComponentChildren }) {
  const isLate = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (isLate.value = true), patienceMs);
    return () => clearTimeout(timer);
  }, [isLate]);
  return isLate.value ? children : null;
}

function PairState({ relationship }: { readonly relationship: Relationship }) {
  async function handleGoOn() {
    await resumeRelationship(relationship.relationshipId);
    await refreshRelationships();
  }
  if (relationship.state === "ended")
    return (
      <div data-news>
        <Notice>{text.ended(formatDate(relationship.endedOn ?? ""))}</Notice>
      </div>
    );
  if (relationship.state === "live") return null;
  return (
    <div data-news>
      <Notice
        title={text.paused}
        actions={
          <Button kind="quiet" onClick={() => void handleGoOn()}>
            {text.goOn}
          </Button>
        }
      >
        {text.pausedLine}
      </Notice>
    </div>
  );
}

interface ReadinessProps {
  readonly condition: RoomCondition;
  readonly name: string;
}

function Readiness({ condition, name }: ReadinessProps) {
  if (condition.is === "stopped") return <Stopped because={condition.because} />;
  if (condition.is === "reading")
    return (
      <div class="frame-reading small">
        <Progress
          label={text.reading(formatNumber(condition.done), formatNumber(condition.all))}
          done={condition.done}
          of={condition.all}
        />
      </div>
    );
  if (condition.is === "waiting-for-keys")
    return (
      <Lasting>
        <Notice announce>{text.waitingForKeys(name)}</Notice>
      </Lasting>
    );
  return null;
}

/** So long after they became a pair, nobody is late: one line says where words wait, and nobody is to be reminded. */
const patienceWithThemMs = 2 * dayLength;

/** The other has not opened their side, or has put nothing here: said calmly at first, with a mail to send after two days. */
function NotHereYet({ room }: { readonly room: RoomInHand }) {
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
  const isReady = view.condition.is === "ready" && relationship.state === "live";
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
        answer.value === undefined && (
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
