import { useSignal } from "@preact/signals";
import { dayOf, formatDay } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { CommitmentForm } from "../commitments/commitment-form.tsx";
import { nextStepOf } from "../commitments/rules.ts";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { GoalForm } from "./goal-form.tsx";
import type { Goal } from "./rules.ts";
import { GoalDone, GoalDropped, GoalReopened } from "./schema.ts";
import { goalsText as text } from "./text.ts";

/** Props of `GoalCard`. */
export interface GoalCardProps {
  readonly room: RoomInHand;
  readonly goal: Goal;
}

/** One living goal: its next step, why it matters, and what can be done about it. */
export function GoalCard({ room, goal }: GoalCardProps) {
  const doing = useSignal<"change" | "step" | undefined>(undefined);
  const now = useNow();
  const end = () => (doing.value = undefined);
  const isOpen = room.isOpen;
  if (doing.value === "change")
    return (
      <li data-news>
        <GoalForm room={room} goal={goal} onDone={end} />
      </li>
    );
  return (
    <li class="stack stack-small" data-news>
      <h3 dir="auto">{goal.text}</h3>
      <p class="muted small">{text.by(formatDay(goal.on, !dayOf(now).startsWith(goal.on.slice(0, 4))))}</p>
      <NextStep room={room} goal={goal} onName={isOpen ? () => (doing.value = "step") : undefined} />
      {doing.value === "step" && <CommitmentForm room={room} goal={goal.id} onDone={end} />}
      {(goal.why !== "" || goal.notice !== "") && (
        <Disclosure summary={goal.notice === "" ? text.whyLabel : text.noticeLabel}>
          <div class="stack stack-small">
            {goal.notice !== "" && <Words>{goal.notice}</Words>}
            {goal.notice !== "" && goal.why !== "" && <p class="muted small">{text.whyLabel}</p>}
            {goal.why !== "" && <Words>{goal.why}</Words>}
          </div>
        </Disclosure>
      )}
      {isOpen && <Acts room={room} goal={goal} onChange={() => (doing.value = "change")} />}
    </li>
  );
}

function NextStep({ room, goal, onName }: GoalCardProps & { readonly onName: (() => void) | undefined }) {
  const step = nextStepOf(room.view.state.commitments, goal.id);
  if (step)
    return (
      <p>
        <span class="muted">{text.nextStep}:</span> <span dir="auto">{step.text}</span>
        {step.due !== undefined && <span class="muted">, {text.by(formatDay(step.due))}</span>}
      </p>
    );
  return (
    <p class="cluster">
      <span class="muted">{text.noStep}</span>
      {onName && (
        <Button kind="plain" label={text.nameStepLabel(goal.text)} onClick={onName}>
          {text.nameStep}
        </Button>
      )}
    </p>
  );
}

function Acts({ room, goal, onChange }: GoalCardProps & { readonly onChange: () => void }) {
  const close = async (event: typeof GoalDone | typeof GoalDropped, said: string) => {
    if (await room.write(eventOf(event, { goal: goal.id })))
      toast(said, { undo: () => void room.write(eventOf(GoalReopened, { goal: goal.id })) });
  };
  return (
    <div class="buttons-plain">
      <Button kind="plain" label={text.doneLabel(goal.text)} onClick={() => void close(GoalDone, text.wasDone)}>
        {text.done}
      </Button>
      <Button kind="plain" label={text.changeLabel(goal.text)} onClick={onChange}>
        {text.change}
      </Button>
      <Button kind="plain" label={text.dropLabel(goal.text)} onClick={() => void close(GoalDropped, text.wasDropped)}>
        {text.drop}
      </Button>
    </div>
  );
}
