import { useSignal } from "@preact/signals";
import { ownZone } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { isQuietHour } from "../agreement/quiet/now/rules.ts";
import { isMuted } from "../choices/rules.ts";
import { type RoomInHand, useNow, useOwn, writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { type Goal, longestAnswer, toCelebrate } from "./rules.ts";
import { CelebrationPassed, GoalCelebrated } from "./schema.ts";
import { goalsText } from "./text.ts";

const text = goalsText.celebrate;

/** What a celebrate prompt needs of a room. */
export type CelebrateRoom = Pick<RoomInHand, "name" | "me" | "write"> & {
  readonly view: Pick<RoomInHand["view"], "state">;
};

/** Prompts for the goals that the other person reached, while one has said nothing and passed on none of them (P47). */
export function Celebrations({ room }: { readonly room: CelebrateRoom }) {
  const own = useOwn();
  const now = useNow();
  // Until one's own log is read, a prompt that was passed on must not flash up.
  if (!own || isMuted(own.state.choices, "celebrate")) return null;
  if (isQuietHour(room.view.state.agreement, now, ownZone())) return null;
  return (
    <>
      {toCelebrate(room.view.state.goals, own.state.goals, room.me, now).map((goal) => (
        <Celebrate key={goal.id} room={room} goal={goal} />
      ))}
    </>
  );
}

function Celebrate({ room, goal }: { readonly room: CelebrateRoom; readonly goal: Goal }) {
  const said = useSignal("");
  async function handleSend() {
    const words = said.value.trim();
    if (words !== "") await room.write(eventOf(GoalCelebrated, { goal: goal.id, text: words }));
  }
  return (
    <Card soft title={text.title(goal.text)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void handleSend();
        }}
      >
        <p class="muted">{text.lead(room.name)}</p>
        <div class="cluster">
          {text.phrases(room.name).map((phrase) => (
            <Button key={phrase} kind="quiet" onClick={() => (said.value = phrase)}>
              {phrase.trim().endsWith("?") ? phrase : `${phrase.trim()} …`}
            </Button>
          ))}
        </div>
        <TextArea label={text.words(room.name)} value={said} rows={2} words most={longestAnswer} />
        <div class="buttons">
          <Button type="submit">{text.send}</Button>
          <Button kind="plain" onClick={() => void writeOwn(eventOf(CelebrationPassed, { goal: goal.id }))}>
            {text.pass}
          </Button>
        </div>
      </form>
    </Card>
  );
}
