import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { partIds } from "../../agreement/rules.ts";
import { type RoomInHand, useOwn } from "../../frame/hand.tsx";
import { SessionPage } from "../../pages/page-link.tsx";
import { needsHopes } from "../../hopes/rules.ts";
import { closedSessions, type Session } from "../rules.ts";
import { WayLine } from "../when/way-line.tsx";
import { numberOf, type TalkCardName, talkCards, type TalkPlace } from "./cards/rules.ts";
import { StepFoot, type StepProps } from "./step.tsx";
import { fetchCards, TalkCard } from "./talk-card.tsx";
import { stepsText as text } from "./text.ts";

const Compose = lazily(() => import("../../timeline/compose.tsx").then((m) => m.Compose));
const Topics = lazily(() => import("./topics.tsx").then((m) => m.Topics));
const OnTheTable = lazily(() => import("../../questions/on-the-table.tsx").then((m) => m.OnTheTable));
/** What is fetched with this step. */
export const parts = [Topics, Compose, OnTheTable, { fetch: () => fetchCards(["limits"]) }];

/** Talk: nothing to type. The first meeting goes through its agenda, one card at a time; later the topic stands alone, and cards wait in a fold. */
export function TalkStep({ room, session, goTo }: StepProps) {
  const place = usePlace(room, session);
  const cards = talkCards(place);
  const chosen = useSignal<TalkCardName | undefined>(undefined);
  const unfolded = useSignal(false);
  const at = Math.max(0, chosen.value === undefined ? 0 : cards.indexOf(chosen.value));
  const isFirst = place.held === 0;
  const isOver = at >= cards.length - 1;
  useCards(cards);
  function show(next: number) {
    chosen.value = cards[next];
    if (isFirst) scrollTo(0, 0);
  }
  const deck = <Deck room={room} session={session} place={place} cards={cards} at={at} onShow={show} />;
  return (
    <>
      {isFirst && deck}
      <Topics room={room} session={session} />
      <OnTheTable room={room} sessionId={session.id} />
      {session.way && session.way.where !== "" && <WayLine way={session.way} />}
      {!isFirst && cards.length > 0 && <CardFold open={unfolded}>{deck}</CardFold>}
      <Disclosure summary={text.notesHere} open={session.way?.kind === "writing"}>
        <Compose room={room} sessionId={session.id} />
        <p>
          <SessionPage room={room} sessionId={session.id} />
        </p>
      </Disclosure>
      <StepFoot room={room}>
        <Button kind={isFirst && !isOver ? "plain" : "primary"} onClick={() => goTo("close")}>
          {text.toClose}
        </Button>
        {isFirst && !isOver && <Button onClick={() => show(at + 1)}>{text.nextCard}</Button>}
      </StepFoot>
    </>
  );
}

function CardFold({ open, children }: { readonly open: Signal<boolean>; readonly children: ComponentChildren }) {
  return (
    <Disclosure summary={text.cards} open={open.value} onToggle={(isOpen) => (open.value = isOpen)}>
      {children}
    </Disclosure>
  );
}

interface DeckProps {
  readonly room: RoomInHand;
  readonly session: Session;
  readonly place: TalkPlace;
  readonly cards: ReadonlyArray<TalkCardName>;
  readonly at: number;
  readonly onShow: (at: number) => void;
}

/** One card, and the way to the one before and after it. */
function Deck({ room, session, place, cards, at, onShow }: DeckProps) {
  const name = cards[at];
  if (name === undefined) return null;
  const number = numberOf(name, place);
  const isFirst = place.held === 0;
  return (
    <section class="stack" aria-live="polite">
      {isFirst && <p class="muted small">{number ? text.card(number.at, number.all) : text.ownCard}</p>}
      <div class="session-card" key={name} data-card={name}>
        <TalkCard room={room} session={session} name={name} />
      </div>
      <div class="buttons-plain">
        {at > 0 && (
          <Button kind="plain" onClick={() => onShow(at - 1)}>
            {text.lastCard}
          </Button>
        )}
        {!isFirst && at < cards.length - 1 && (
          <Button kind="plain" onClick={() => onShow(at + 1)}>
            {text.nextCard}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What decides about the cards of this session for this reader; what is hidden is known once one's own log is read. */
function usePlace(room: RoomInHand, session: Session): TalkPlace {
  const own = useOwn();
  const { sessions } = room.view.state;
  // What is settled meanwhile takes no card from the table.
  const [standing] = useState(() => standingOf(room));
  return {
    ...standing,
    role: room.relationship.myRole === "mentor" ? "mentor" : "mentee",
    held: closedSessions(sessions).filter(({ id }) => id !== session.id).length,
    isConcern: session.concerns.length > 0,
    hidden: own?.state.choices.hidden ?? [],
  };
}

function useCards(cards: ReadonlyArray<TalkCardName>): void {
  const key = cards.join(" ");
  // The names of the cards are the key: the same cards are fetched once.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => void fetchCards(cards), [key]);
}

function standingOf({ view, me, other }: RoomInHand) {
  const { agreement, feedback, hopes } = view.state;
  return {
    needsLimits: agreement.talked[me] === undefined,
    hasPartLeft: partIds.some((part) => !agreement.parts[part]?.agreed),
    needsHopes: needsHopes(hopes, me, other),
    needsManual: feedback.manuals[me] === undefined,
  };
}
