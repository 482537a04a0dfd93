import { useSignal } from "@preact/signals";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import type { SessionId } from "../../../values/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { longestCommitment } from "../commitments/rules.ts";
import { CommitmentMade } from "../commitments/schema.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { lastAsked, longestAnswer, type Question } from "./rules.ts";
import { QuestionAnswered, QuestionParked } from "./schema.ts";
import { questionsText as text } from "./text.ts";

/** Props of `OnTheTable`. */
export interface OnTheTableProps {
  readonly room: RoomInHand;
  readonly sessionId: SessionId;
}

/** The question that was asked last in this session: answered aloud or in writing, made something to do, or left (P61). */
export function OnTheTable({ room, sessionId }: OnTheTableProps) {
  const question = lastAsked(room.view.state.questions, sessionId);
  if (!question) return null;
  return (
    <div aria-live="polite" data-news>
      {question.isParked ? (
        <p class="muted">{text.left}</p>
      ) : (
        <Asked key={question.id} room={room} question={question} />
      )}
    </div>
  );
}

function Asked({ room, question }: { readonly room: RoomInHand; readonly question: Question }) {
  const isMine = question.by === room.me;
  return (
    <Card soft tag={isMine ? text.youAsked : text.asks(room.name)}>
      <div class="stack">
        <Words large>{question.text}</Words>
        {question.answer !== undefined && <Words>{question.answer}</Words>}
        {question.answer !== undefined && <WillDo room={room} question={question} answer={question.answer} />}
        {!isMine && question.answer === undefined && (
          <Disclosure summary={text.answer}>
            <Answer room={room} question={question} />
          </Disclosure>
        )}
        {question.answer === undefined && (
          <div class="buttons-plain">
            <Button kind="plain" onClick={() => void room.write(eventOf(QuestionParked, { question: question.id }))}>
              {text.notThis}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function Answer({ room, question }: { readonly room: RoomInHand; readonly question: Question }) {
  const key = `answer:${question.id}`;
  const words = draft(key);

  async function handleKeep() {
    const said = words.value.trim();
    if (said === "") return;
    if (await room.write(eventOf(QuestionAnswered, { question: referTo(question), text: said }))) dropDraft(key);
  }

  return (
    <div class="stack stack-small">
      <TextArea
        label={text.answer}
        hint={text.answerHint}
        value={words}
        words
        most={longestAnswer}
        onSend={() => void handleKeep()}
      />
      <div>
        <Button kind="quiet" onClick={() => void handleKeep()}>
          {text.keepAnswer}
        </Button>
      </div>
    </div>
  );
}

interface WillDoProps {
  readonly room: RoomInHand;
  readonly question: Question;
  readonly answer: string;
}

/** Makes an answer a commitment of whoever gave it, in one tap (P74). */
function WillDo({ room, question, answer }: WillDoProps) {
  const made = useSignal(false);
  const owner = question.by === room.me ? room.other : room.me;
  const words = Array.from(answer.replaceAll(/\s+/gu, " ").trim()).slice(0, longestCommitment).join("");

  async function handleMake() {
    const session = question.sessionId ? { sessionId: question.sessionId } : {};
    if (await room.write(eventOf(CommitmentMade, { owner, text: words, ...session }))) made.value = true;
  }

  if (made.value) return <p class="muted small">{text.made}</p>;
  return (
    <div class="buttons-plain">
      <Button kind="plain" onClick={() => void handleMake()}>
        {text.willDo}
      </Button>
    </div>
  );
}
