import { useSignal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { CommitmentLists } from "../commitments/commitments.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { eventOf } from "../state/schema.ts";
import { Celebrations } from "./celebrate.tsx";
import { GoalCard } from "./goal-card.tsx";
import { GoalForm } from "./goal-form.tsx";
import { livingGoals, mostGoals } from "./rules.ts";
import { GoalReopened } from "./schema.ts";
import { goalsText as text } from "./text.ts";

/** The room's goals, and below them what each will do (P64). */
export function Goals({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="goals">
      {(room) => (
        <div class="stack stack-sections">
          <Celebrations room={room} />
          <section class="stack measure">
            <h2>{text.goals}</h2>
            <GoalList room={room} />
          </section>
          <CommitmentLists room={room} />
          <Over room={room} />
        </div>
      )}
    </RoomPage>
  );
}

/** The living goals, and a way to set one. Beside a session it is the whole card. */
export function GoalList({ room }: { readonly room: RoomInHand }) {
  const adding = useSignal(false);
  const living = livingGoals(room.view.state.goals);
  const isOpen = room.isOpen;
  return (
    <>
      {living.length === 0 ? (
        <p class="muted">{text.none}</p>
      ) : (
        <ul class="rows" data-news>
          {living.map((goal) => (
            <GoalCard key={goal.id} room={room} goal={goal} />
          ))}
        </ul>
      )}
      {adding.value ? (
        <Card title={text.add}>
          <GoalForm room={room} onDone={() => (adding.value = false)} />
        </Card>
      ) : (
        isOpen &&
        living.length < mostGoals && (
          <div>
            <Button kind="quiet" onClick={() => (adding.value = true)}>
              {living.length === 0 ? text.add : text.another}
            </Button>
          </div>
        )
      )}
    </>
  );
}

function Over({ room }: { readonly room: RoomInHand }) {
  const over = room.view.state.goals.all.filter(({ standing }) => standing !== "living").toReversed();
  const mayReopen = room.isOpen && livingGoals(room.view.state.goals).length < mostGoals;
  if (over.length === 0) return null;
  return (
    <Disclosure summary={text.earlier}>
      <ul class="rows">
        {over.map((goal) => (
          <li key={goal.id} class="row-apart">
            <div>
              <p dir="auto">{goal.text}</p>
              <p class="muted small">{text.standing[goal.standing]}</p>
            </div>
            {mayReopen && (
              <Button
                kind="plain"
                label={text.reopenLabel(goal.text)}
                onClick={() => void room.write(eventOf(GoalReopened, { goal: goal.id }))}
              >
                {text.reopen}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
