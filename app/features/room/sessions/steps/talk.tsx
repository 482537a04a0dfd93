import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { isSetUp, partIds } from "../../agreement/rules.ts";
import { type RoomInHand, useOwn } from "../../frame/hand.tsx";
import { SessionPage } from "../../pages/page-link.tsx";
import { needsHopes } from "../../hopes/rules.ts";
import { closedSessions, type Session } from "../rules.ts";
import { type TalkCardName, talkCards } from "./cards/rules.ts";
import { StepFoot, type StepProps } from "./step.tsx";
import { fetchCards, TalkCard } from "./talk-card.tsx";
import { stepsText as text } from "./text.ts";

const Compose = lazily(() => import("../../timeline/compose.tsx").then((m) => m.Compose));
const Topics = lazily(() => import("./topics.tsx").then((m) => m.Topics));
const OnTheTable = lazily(() => import("../../questions/on-the-table.tsx").then((m) => m.OnTheTable));
/** What is fetched with this step. */
export const parts = [Topics, Compose, OnTheTable, { fetch: () => fetchCards(["limits"]) }];

/** Talk: one card at a time, nothing to type. In the first meeting the cards are the first agenda. */
export function TalkStep({ room, session, goTo }: StepProps) {
  const cards = useCards(room, session);
  const chosen = useSignal<TalkCardName | undefined>(undefined);
  const at = Math.max(0, chosen.value === undefined ? 0 : cards.indexOf(chosen.value));
  const name = cards[at];
  const isLast = at >= cards.length - 1;
  function show(next: number) {
    chosen.value = cards[next];
    scrollTo(0, 0);
  }
  return (
    <>
      <Topics room={room} session={session} />
      <OnTheTable room={room} sessionId={session.id} />
      <section class="stack" aria-live="polite">
        <p class="muted small">{text.card(at + 1, cards.length)}</p>
        <div class="session-card" key={name}>
          {name && <TalkCard room={room} session={session} name={name} />}
        </div>
        {at > 0 && (
          <div class="buttons-plain">
            <Button kind="plain" onClick={() => show(at - 1)}>
              {text.lastCard}
            </Button>
          </div>
        )}
      </section>
      <Disclosure summary={text.notesHere} open={session.way?.kind === "writing"}>
        <Compose room={room} sessionId={session.id} />
        <p>
          <SessionPage room={room} sessionId={session.id} />
        </p>
      </Disclosure>
      <StepFoot room={room}>
        <Button kind={isLast ? "primary" : "plain"} onClick={() => goTo("close")}>
          {text.toClose}
        </Button>
        {!isLast && <Button onClick={() => show(at + 1)}>{text.nextCard}</Button>}
      </StepFoot>
    </>
  );
}

/** The cards of this session for this reader; what is hidden is known once one's own log is read. */
function useCards(room: RoomInHand, session: Session): ReadonlyArray<TalkCardName> {
  const own = useOwn();
  const { sessions } = room.view.state;
  // What is settled meanwhile takes no card from the table.
  const [standing] = useState(() => standingOf(room));
  const cards = talkCards({
    ...standing,
    role: room.relationship.myRole === "mentor" ? "mentor" : "mentee",
    held: closedSessions(sessions).length,
    isConcern: session.concerns.length > 0,
    hidden: own?.state.choices.hidden ?? [],
  });
  const key = cards.join(" ");
  // The names of the cards are the key: the same cards are fetched once.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => void fetchCards(cards), [key]);
  return cards;
}

function standingOf({ view, me, other }: RoomInHand) {
  const { agreement, feedback, hopes } = view.state;
  return {
    isSetUp: isSetUp(agreement, [me, other]),
    hasPartLeft: partIds.some((part) => !agreement.parts[part]?.agreed),
    needsHopes: needsHopes(hopes, me, other),
    needsManual: feedback.manuals[me] === undefined,
  };
}
