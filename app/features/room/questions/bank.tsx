import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { itemTexts } from "../../../../content/blocks.ts";
import type { SessionId } from "../../../values/id.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words as Said } from "../../../web/ui/card.tsx";
import { RadioGroup, Select } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { type RoomInHand, useOwn } from "../frame/hand.tsx";
import { topicsFor } from "../offlimits/rules.ts";
import { closedSessions } from "../sessions/rules.ts";
import { eventOf } from "../state/schema.ts";
import { type Depth, depthOffered, isLeftOut, type Theme, type ThemeId, themesFor } from "./rules.ts";
import { DepthOpened, QuestionAsked } from "./schema.ts";
import { questionsText as text, themeText } from "./text.ts";

/** Props of `Bank`. */
export interface BankProps {
  readonly room: RoomInHand;
  readonly sessionId: SessionId;
  /** The theme to begin with, where this person may be offered it. */
  readonly theme?: ThemeId;
}

/** The question bank: one question in view, to be asked aloud, put into the room, or left for another (P35, P55). */
export function Bank({ room, sessionId, theme }: BankProps) {
  const own = useOwn();
  const { questions, sessions } = room.view.state;
  const mentee = room.relationship.myRole === "mentee" ? room.me : room.other;
  const depth = depthOffered(questions, mentee, closedSessions(sessions).length);
  const offered = themesFor(room.relationship.myRole === "mentee" ? "mentee" : "mentor", depth);
  const words = useWords();
  const ask = (asked: string) => room.write(eventOf(QuestionAsked, { text: asked, sessionId }));
  return (
    <section class="stack">
      <div class="stack stack-small">
        <h2>{text.bank}</h2>
        <p class="muted">{text.bankLead}</p>
      </div>
      {own === undefined || words === undefined ? (
        <Skeleton shape="lines" count={3} />
      ) : (
        <>
          <FromBank
            words={words}
            offered={offered}
            first={theme}
            leftOut={topicsFor(own.state.offlimits, room.roomId).map(({ text: topic }) => topic)}
            onAsk={ask}
          />
          <Disclosure summary={text.own}>
            <Own words={words} room={room} onAsk={ask} />
          </Disclosure>
        </>
      )}
      {room.me === mentee && (
        <Disclosure summary={text.deeper}>
          <Deeper room={room} depth={depth} />
        </Disclosure>
      )}
    </section>
  );
}

type Words = typeof import("../../../../content/en/questions.generated.ts");

/** The words of the bank, fetched for whoever opens it. */
function useWords(): Words | undefined {
  const words = useSignal<Words | undefined>(undefined);
  useEffect(() => {
    void import("../../../../content/en/questions.generated.ts").then((fetched) => (words.value = fetched));
  }, [words]);
  return words.value;
}

type Ask = (words: string) => Promise<unknown>;

interface FromBankProps {
  readonly words: Words;
  readonly offered: ReadonlyArray<Theme>;
  readonly first: ThemeId | undefined;
  readonly leftOut: ReadonlyArray<string>;
  readonly onAsk: Ask;
}

function FromBank({ words, offered, first, leftOut, onAsk }: FromBankProps) {
  const theme = useSignal<ThemeId>(offered.find(({ id }) => id === first)?.id ?? offered[0]?.id ?? "ask.warmup");
  const at = useSignal(0);
  const here = itemTexts(words.blocks[theme.value]).filter((question) => !isLeftOut(question, leftOut));
  const question = here[at.value % Math.max(1, here.length)];
  const isDeep = (offered.find(({ id }) => id === theme.value)?.depth ?? 1) > 1;
  return (
    <div class="stack">
      <Select
        label={text.theme}
        value={theme}
        options={offered.map(({ id }) => ({ value: id, text: themeText[id] }))}
        onChange={() => (at.value = 0)}
      />
      <div class="stack stack-small" aria-live="polite">
        {question !== undefined && <Said large>{question}</Said>}
        {isDeep && <Guidance block={words.askDepth} />}
      </div>
      {question !== undefined && (
        <div class="buttons">
          <Button kind="quiet" onClick={() => void onAsk(question)}>
            {text.ask}
          </Button>
          <Button kind="plain" repeats onClick={() => (at.value += 1)}>
            {text.another}
          </Button>
        </div>
      )}
    </div>
  );
}

function Own({ words, room, onAsk }: { readonly words: Words; readonly room: RoomInHand; readonly onAsk: Ask }) {
  const key = `question:${room.roomId}`;
  const own = draft(key);
  async function handleAsk() {
    if (own.value.trim() === "" || !(await onAsk(own.value.trim()))) return;
    dropDraft(key);
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleAsk();
      }}
    >
      <Guidance block={words.askOpen} />
      <TextField label={text.own} hint={text.ownHint} value={own} />
      <div>
        <Button type="submit" kind="quiet">
          {text.ask}
        </Button>
      </div>
    </form>
  );
}

const depths = ["1", "2", "3"] as const;

function Deeper({ room, depth }: { readonly room: RoomInHand; readonly depth: Depth }) {
  const chosen = useSignal<(typeof depths)[number] | "">(depths[depth - 1] ?? "");
  return (
    <RadioGroup
      label={text.deeper}
      hint={text.deeperLead}
      value={chosen}
      options={depths.map((value) => ({ value, text: text.depths[value] }))}
      onChange={(value) => void room.write(eventOf(DepthOpened, { depth: value === "3" ? 3 : value === "2" ? 2 : 1 }))}
    />
  );
}
