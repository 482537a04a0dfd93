import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { vault } from "../../../vault/browser/client.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { type RoomInHand, writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { mostPicks, nextRound, type Theme, themes } from "./rules.ts";
import { GroundPicked } from "./schema.ts";
import { groundCards, groundText as text, themeText } from "./text.ts";
import "./pick-cards.css";

/** Props of `PickCards`. */
export interface PickCardsProps {
  readonly room: RoomInHand;
  readonly isOtherThere: boolean;
}

/** Up to eight cards, and a line that is shown openly. What was picked goes into one's own log, and nowhere else. */
export function PickCards({ room, isOtherThere }: PickCardsProps) {
  const key = `ground:${room.roomId}`;
  const picks = useSignal<ReadonlyArray<string>>([]);
  const line = draft(key);
  const busy = useSignal(false);
  const { rounds } = room.view.state.ground;
  const round = isOtherThere ? rounds.at(-1)?.round : nextRound(room.view.state.ground);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.value || round === undefined) return;
    busy.value = true;
    if (await pick(room, round, picks.value, line.value)) dropDraft(key);
    busy.value = false;
  }

  return (
    <form class="stack" onSubmit={(event) => void handleSubmit(event)}>
      <p class="muted">
        {isOtherThere && `${text.otherThere(room.name)} `}
        {text.lead(room.name)}
      </p>
      <CardList picks={picks} />
      <TextField label={text.line} hint={text.lineHint(room.name)} value={line} optional />
      <div class="cluster ground-foot">
        <Button type="submit" busy={busy.value}>
          {text.send}
        </Button>
        <output class="muted small">{text.picked(picks.value.length)}</output>
      </div>
    </form>
  );
}

interface CardListProps {
  readonly picks: Signal<ReadonlyArray<string>>;
}

/** The cards by theme, the first in view and the others folded. */
function CardList({ picks }: CardListProps) {
  return (
    <div class="stack stack-small">
      {themes.map((theme, at) => (
        <Disclosure key={theme} summary={themeText[theme]} open={at === 0}>
          <ThemeCards picks={picks} theme={theme} />
        </Disclosure>
      ))}
    </div>
  );
}

function ThemeCards({ picks, theme }: CardListProps & { readonly theme: Theme }) {
  const isFull = picks.value.length >= mostPicks;
  function handlePick(card: string) {
    const others = picks.value.filter((one) => one !== card);
    if (others.length < picks.value.length) picks.value = others;
    else if (!isFull) picks.value = [...others, card];
  }
  return (
    <ul class="ground-cards" aria-label={themeText[theme]}>
      {groundCards[theme].map(({ id, words }) => (
        <li key={id}>
          <Button
            kind="quiet"
            pressed={picks.value.includes(id)}
            disabled={isFull && !picks.value.includes(id)}
            onClick={() => handlePick(id)}
          >
            {words}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Makes the offer and keeps it with its secret in one's own log; from there any own device publishes it. */
async function pick(room: RoomInHand, round: number, picks: ReadonlyArray<string>, line: string): Promise<boolean> {
  const made = await vault.commonGround(room.roomId, { do: "offer", round, picks });
  if (made.is !== "offered") {
    toast(text.locked);
    return false;
  }
  const { offer, secret } = made;
  const kept = { roomId: room.roomId, round, picks: [...picks], line: line.trim(), offer, secret };
  return (await writeOwn(eventOf(GroundPicked, kept))) !== undefined;
}
