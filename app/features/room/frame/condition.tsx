import type { RoomCondition } from "../../../vault/vault.ts";
import { formatDate, formatNumber } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Progress } from "../../../web/ui/progress.tsx";
import { refreshRelationships, resumeRelationship } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import type { RoomInHand } from "./hand.tsx";
import { Lasting } from "./lasting.tsx";
import { frameText as text } from "./text.ts";

// With every sentence of the vault; most rooms never need one.
const Stopped = lazily(() => import("./stopped.tsx").then((m) => m.Stopped));
// Hardly anybody loses every key.
const InRoom = lazily<{ readonly room: RoomInHand }>(() => import("../keys/lost/in-room.tsx").then((m) => m.InRoom));
// Few rooms have anything that was before.
const AsItWas = lazily<{ readonly room: RoomInHand }>(() => import("../keys/lost/past.tsx").then((m) => m.AsItWas));
// Said in the first days alone, or late.
const FirstLines = lazily<{ readonly room: RoomInHand }>(() => import("./first-lines.tsx").then((m) => m.FirstLines));

// Most pairs end by themselves.
const Resting = lazily<{ readonly relationship: Relationship }>(() =>
  import("../ending/resting.tsx").then((m) => m.Resting),
);

/** Props of `Conditions`. */
export interface ConditionsProps {
  readonly room: RoomInHand;
  /** True on the first screen, which alone says that the other has not been here. */
  readonly isTimeline?: boolean;
  /** True where the page itself says that the pair is paused, beside the button: nothing comes above what is read then. */
  readonly saysPause?: boolean;
}

/** What keeps a room from being read or written, and what can be done about it. Nothing where all is well. */
export function Conditions({ room, isTimeline = false, saysPause = false }: ConditionsProps) {
  const { view, relationship, name } = room;
  if (room.isBefore) return <AsItWas room={room} />;
  return (
    <>
      {!(saysPause && relationship.state === "paused" && !relationship.leaving) && (
        <PairState relationship={relationship} isShut={view.condition.is === "to-be-readmitted"} />
      )}
      {isReturning(view.condition) ? <InRoom room={room} /> : <Readiness condition={view.condition} name={name} />}
      {isTimeline && <FirstLines room={room} />}
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

/** One of the two has new keys. */
function isReturning(condition: RoomCondition): boolean {
  if (condition.is === "stopped") return condition.because === "keys-changed";
  return condition.is === "to-readmit" || condition.is === "to-be-readmitted";
}

interface PairStateProps {
  readonly relationship: Relationship;
  /** True where nothing can be read until the other lets one's new keys in. */
  readonly isShut: boolean;
}

function PairState({ relationship, isShut }: PairStateProps) {
  async function handleGoOn() {
    await resumeRelationship(relationship.relationshipId);
    await refreshRelationships();
  }
  if (relationship.state === "ended")
    return (
      <div data-news>
        <Notice>
          {text.ended(formatDate(relationship.endedOn ?? ""))}
          {relationship.keptUntil && ` ${text.keptUntil(formatDate(relationship.keptUntil))}`}
        </Notice>
      </div>
    );
  if (relationship.leaving) return <Resting relationship={relationship} />;
  if (relationship.state === "live") return null;
  return (
    <div data-news>
      <Notice
        title={text.paused}
        actions={
          relationship.mayGoOn && (
            <Button kind="quiet" onClick={() => void handleGoOn()}>
              {text.goOn}
            </Button>
          )
        }
      >
        {isShut ? text.pausedShut : relationship.mayGoOn ? text.pausedLine : text.pausedByThem}
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
