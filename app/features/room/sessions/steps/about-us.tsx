import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { itemTexts } from "../../../../../content/blocks.ts";
import { askUs } from "../../../../../content/en/questions.generated.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Card, Words } from "../../../../web/ui/card.tsx";
import { RadioGroup } from "../../../../web/ui/choice.tsx";
import { type RoomInHand, useOwn, writeOwn } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { WordKept } from "../private/schema.ts";
import { closedSessions, type Session, type SessionWord, sessionWords } from "../rules.ts";
import { WordShared } from "../schema.ts";
import { ofSession } from "./cards/rules.ts";
import { stepsText as text } from "./text.ts";

/** Props of `AboutUs` and `HowItWas`. */
export interface CloseCardProps {
  readonly room: RoomInHand;
  readonly session: Session;
}

/** Three minutes about the two themselves: what works, and by turns whether to keep it or to change one thing (P49, P50, P85). */
export function AboutUs({ room, session }: CloseCardProps) {
  const held = closedSessions(room.view.state.sessions).filter(({ id }) => id !== session.id).length;
  return (
    <Card soft title={text.us}>
      <div class="stack stack-small">
        <Words large>{ofSession(itemTexts(askUs), held) ?? ""}</Words>
        <p>{ofSession(text.approach, held)}</p>
      </div>
    </Card>
  );
}

/** One tap on how it was: kept for oneself, shared where its writer wishes (P83). */
export function HowItWas({ room, session }: CloseCardProps) {
  const own = useOwn();
  const kept = own?.state.sessions.words[session.id] ?? "";
  const word = useSignal<SessionWord | "">(kept);
  useEffect(() => {
    word.value = kept;
  }, [kept, word]);
  const [shared, theirs] = [session.words[room.me], session.words[room.other]];
  return (
    <section class="stack stack-small">
      <RadioGroup
        label={text.word}
        hint={text.wordHint}
        value={word}
        inline
        optional
        options={sessionWords.map((value) => ({ value, text: text.words[value] }))}
        onChange={(chosen) => void writeOwn(eventOf(WordKept, { sessionId: session.id, word: chosen }))}
      />
      {kept !== "" && shared !== kept && (
        <div>
          <Button
            kind="plain"
            onClick={() => void room.write(eventOf(WordShared, { sessionId: session.id, word: kept }))}
          >
            {text.shareWord(room.name)}
          </Button>
        </div>
      )}
      {shared !== undefined && shared === kept && <p class="muted small">{text.wordShared(room.name)}</p>}
      {theirs !== undefined && <p>{`${text.theirWord(room.name)}: ${text.words[theirs]}`}</p>}
    </section>
  );
}
