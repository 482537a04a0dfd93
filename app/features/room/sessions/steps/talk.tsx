import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { firstTrust } from "../../../../../content/en/first-meeting.generated.ts";
import { sessionTalk } from "../../../../../content/en/sessions.generated.ts";
import {
  listenBasics,
  listenRestate,
  listenUnsaid,
  listenWait,
  talkHalfway,
} from "../../../../../content/en/talking.generated.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Card, Words } from "../../../../web/ui/card.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../../web/ui/guidance.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { LimitsPart } from "../../agreement/limits.tsx";
import { isSetUp } from "../../agreement/rules.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { closedSessions } from "../rules.ts";
import { StepFoot, type StepProps } from "./step.tsx";
import { stepsText as text } from "./text.ts";

// Later cards and what is folded away: they are here by the time somebody goes on to them.
const Compose = lazily(() => import("../../timeline/compose.tsx").then((m) => m.Compose));
const PartCard = lazily(() => import("../../agreement/part-card.tsx").then((m) => m.PartCard));
const NextPart = lazily(() => import("../../agreement/next-part.tsx").then((m) => m.NextPart));

interface TalkCard {
  readonly key: string;
  readonly content: ComponentChildren;
}

/** Talk: one card at a time, nothing to type. In the first meeting the cards are what it needs: limits, trust, here for, how and when. */
export function TalkStep({ room, session, goTo }: StepProps) {
  useEffect(() => {
    Compose.fetch();
    PartCard.fetch();
    NextPart.fetch();
  }, []);
  const at = useSignal(0);
  const cards = cardsFor(room);
  const card = cards[Math.min(at.value, cards.length - 1)];
  return (
    <>
      <Topics room={room} session={session} />
      <section class="stack" aria-live="polite">
        <p class="muted small">{text.card(Math.min(at.value, cards.length - 1) + 1, cards.length)}</p>
        <div class="session-card" key={card?.key}>
          {card?.content}
        </div>
        <div class="buttons">
          {at.value < cards.length - 1 && (
            <Button kind="quiet" onClick={() => (at.value += 1)}>
              {text.nextCard}
            </Button>
          )}
          {at.value > 0 && (
            <Button kind="plain" onClick={() => (at.value -= 1)}>
              {text.lastCard}
            </Button>
          )}
        </div>
      </section>
      <Disclosure summary={text.notesHere} open={session.way?.kind === "writing"}>
        <Compose room={room} sessionId={session.id} />
      </Disclosure>
      <StepFoot room={room}>
        <Button onClick={() => goTo("close")}>{text.toClose}</Button>
      </StepFoot>
    </>
  );
}

function Topics({ room, session }: Pick<StepProps, "room" | "session">) {
  const topics = [
    room.relationship.myRole === "mentee" ? room.me : room.other,
    room.relationship.myRole === "mentee" ? room.other : room.me,
  ]
    .map((who) => session.topics[who] ?? "")
    .filter((topic) => topic !== "");
  return topics.length === 0 ? null : (
    <div class="stack stack-small">
      {topics.map((topic, at) => (
        <Words key={topic} large={at === 0}>
          {topic}
        </Words>
      ))}
    </div>
  );
}

/** The cards of this session: the first meeting's until the room is set up, then the listening cards with one part of the agreement among them. */
function cardsFor(room: RoomInHand): ReadonlyArray<TalkCard> {
  const { agreement, sessions } = room.view.state;
  const isMentor = room.relationship.myRole === "mentor";
  const restate = { key: "restate", content: <Text block={listenRestate} title={text.heardNote} /> };
  if (!isSetUp(agreement, [room.me, room.other]) && closedSessions(sessions).length < 4)
    return [
      { key: "limits", content: <LimitsPart room={room} open={agreement.talked[room.me] === undefined} /> },
      { key: "trust", content: <Text block={firstTrust} /> },
      { key: "scope", content: <PartCard room={room} part="scope" /> },
      { key: "rhythm", content: <PartCard room={room} part="rhythm" /> },
      restate,
    ];
  return [
    { key: "order", content: <Text block={sessionTalk} /> },
    ...(isMentor
      ? [
          { key: "wait", content: <Text block={listenWait} /> },
          { key: "unsaid", content: <Text block={listenUnsaid} /> },
        ]
      : [{ key: "listen", content: <Text block={listenBasics} /> }]),
    restate,
    { key: "halfway", content: <Text block={talkHalfway} /> },
    { key: "part", content: <NextPart room={room} /> },
  ];
}

function Text({ block, title }: { readonly block: Parameters<typeof Guidance>[0]["block"]; readonly title?: string }) {
  return (
    <Card soft {...(title === undefined ? {} : { title })}>
      <Guidance block={block} size="words" />
    </Card>
  );
}
