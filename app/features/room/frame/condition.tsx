import { useSignal } from "@preact/signals";
import { stopText } from "../../../vault/text.ts";
import type { RoomCondition, Stop } from "../../../vault/vault.ts";
import { formatDate, formatNumber } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Progress } from "../../../web/ui/progress.tsx";
import { refreshRelationships, remindPartner, resumeRelationship } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import type { RoomInHand } from "./hand.tsx";
import { frameText as text } from "./text.ts";

/** What keeps a room from being read or written, and what can be done about it. Nothing where all is well. */
export function Conditions({ room }: { readonly room: RoomInHand }) {
  const { view, relationship, name } = room;
  return (
    <>
      <PairState relationship={relationship} />
      <Readiness condition={view.condition} name={name} relationship={relationship} />
      {view.waiting > 0 && view.condition.is === "ready" && <p class="muted small">{text.waiting(view.waiting)}</p>}
      {view.damaged > 0 && <Notice kind="care">{text.damaged(view.damaged)}</Notice>}
      {view.gaps > 0 && <Notice>{text.gaps}</Notice>}
      {view.newer > 0 && <Notice>{text.newer}</Notice>}
    </>
  );
}

function PairState({ relationship }: { readonly relationship: Relationship }) {
  async function handleGoOn() {
    await resumeRelationship(relationship.relationshipId);
    await refreshRelationships();
  }
  if (relationship.state === "ended") return <Notice>{text.ended(formatDate(relationship.endedOn ?? ""))}</Notice>;
  if (relationship.state === "live") return null;
  return (
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
  );
}

interface ReadinessProps {
  readonly condition: RoomCondition;
  readonly name: string;
  readonly relationship: Relationship;
}

function Readiness({ condition, name, relationship }: ReadinessProps) {
  if (condition.is === "stopped") return <Stopped because={condition.because} />;
  if (condition.is === "reading")
    return (
      <Progress
        label={text.reading(formatNumber(condition.done), formatNumber(condition.all))}
        done={condition.done}
        of={condition.all}
      />
    );
  if (condition.is === "waiting-for-keys") return <Notice>{text.waitingForKeys(name)}</Notice>;
  if (condition.is === "waiting-for-other") return <NotOpenedYet name={name} relationship={relationship} />;
  return null;
}

/** The server said something that an honest one cannot say: what was seen, and what to do. */
export function Stopped({ because }: { readonly because: Stop }) {
  return (
    <Notice kind="care" title={text.stopped} announce>
      {stopText[because]}
    </Notice>
  );
}

/** The other person has not opened their side: what is written waits, and one neutral mail may go out. */
export function NotOpenedYet({ name, relationship }: { readonly name: string; readonly relationship: Relationship }) {
  const answer = useSignal<string | undefined>(undefined);
  async function handleRemind() {
    const reminded = await remindPartner(relationship.relationshipId);
    answer.value = reminded.kind === "done" ? text.reminded(name) : text.remindLately;
  }
  return (
    <Notice
      actions={
        answer.value === undefined && (
          <Button kind="quiet" onClick={() => void handleRemind()}>
            {text.remind}
          </Button>
        )
      }
    >
      <p>{text.waitingForOther(name)}</p>
      {answer.value !== undefined && <output>{answer.value}</output>}
    </Notice>
  );
}
