import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useRef } from "preact/hooks";
import { hindranceText } from "../../../web/client/answer.ts";
import { formatMoment } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { RadioGroup, Select } from "../../../web/ui/choice.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { refreshRelationships, relationships } from "../relationships/api.ts";
import { askProgramme, listMyAsks, removeAsk } from "./api.ts";
import { type AskKind, askKinds, mostWords, wordsAbout } from "./rules.ts";
import type { MyAsk } from "./schema.ts";
import { kindText, refusalText, stateText, text } from "./text.ts";

/** Asks the managers of a programme something, and shows what came back. */
export function Ask({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, async (abort) => {
    // Both before anything stands: who there is to ask about, and what was asked.
    const [answer] = await Promise.all([listMyAsks(programmeId, abort), refreshRelationships(abort)]);
    return answer;
  });
  return (
    <Page title={text.title} lead={text.lead} width="form">
      <Loaded of={load}>
        {({ programmeName, asks }) => (
          <div class="stack stack-large">
            <Notice>
              <b dir="auto">{programmeName}</b>: {text.reads}
            </Notice>
            <Form programmeId={programmeId} onAsked={load.again} />
            {asks.length > 0 && <Mine programmeId={programmeId} asks={asks} onChanged={load.again} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const options = askKinds.map((value) => ({ value, text: kindText[value] }));

interface FormProps {
  readonly programmeId: string;
  readonly onAsked: () => void;
}

/** What is typed, and asking it. */
function useAsking({ programmeId, onAsked }: FormProps) {
  const kind = useSignal<AskKind | "">("");
  const about = useSignal("");
  const words = useSignal("");
  const fault = useSignal<string | undefined>(undefined);
  const wordsFault = useSignal<string | undefined>(undefined);
  const hindrance = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const askId = useRef(newId());

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    hindrance.value = undefined;
    fault.value = kind.value === "" ? text.whatWrong : undefined;
    wordsFault.value = Array.from(words.value.trim()).length > mostWords ? text.wordsWrong : undefined;
    if (kind.value === "" || wordsFault.value !== undefined) return;
    busy.value = true;
    const body = { askId: askId.current, kind: kind.value, words: wordsAbout(about.value, kind.value, words.value) };
    const answer = await askProgramme(programmeId, body);
    busy.value = false;
    if (answer.kind !== "done") {
      hindrance.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
      return;
    }
    toast(text.sent);
    askId.current = newId();
    kind.value = "";
    about.value = "";
    words.value = "";
    onAsked();
  }

  return { kind, about, words, fault, wordsFault, hindrance, busy, handleSubmit };
}

function Form({ programmeId, onAsked }: FormProps) {
  const { kind, about, words, fault, wordsFault, hindrance, busy, handleSubmit } = useAsking({ programmeId, onAsked });
  const missing = kind.value === "" ? fault.value : undefined;
  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <RadioGroup id="ask-kind" label={text.what} value={kind} options={options} error={missing} />
      <About programmeId={programmeId} value={about} />
      <TextArea
        id="ask-words"
        label={text.words}
        hint={text.wordsHint}
        value={words}
        most={mostWords}
        error={wordsFault.value}
      />
      {hindrance.value !== undefined && (
        <Notice kind="care" announce>
          {hindrance.value}
        </Notice>
      )}
      <div class="buttons">
        <Button type="submit" busy={busy.value} wide="phone">
          {text.send}
        </Button>
      </div>
    </form>
  );
}

/** Whoever has several pairs here may say which one it is about; the programme reads the name, and nothing where none is chosen. */
function About({ programmeId, value }: { readonly programmeId: string; readonly value: Signal<string> }) {
  const names = (relationships.value ?? [])
    .filter((pair) => pair.programmeId === programmeId && pair.state !== "ended")
    .map(({ partner }) => partner.name);
  if (names.length < 2) return null;
  const choices = [{ value: "", text: text.aboutNobody }, ...names.map((name) => ({ value: name, text: name }))];
  return <Select id="ask-about" label={text.about} value={value} options={choices} />;
}

interface MineProps {
  readonly programmeId: string;
  readonly asks: ReadonlyArray<MyAsk>;
  readonly onChanged: () => void;
}

function Mine({ programmeId, asks, onChanged }: MineProps) {
  async function handleRemove(askId: string) {
    const answer = await removeAsk(programmeId, askId);
    toast(answer.kind === "done" || answer.kind === "refused" ? text.removed : hindranceText[answer.kind]);
    onChanged();
  }

  return (
    <section class="stack">
      <h2>{text.mine}</h2>
      {asks.map(({ askId, kind, words, state, askedAt, answer }) => (
        <Card key={askId} soft tag={stateText[state]}>
          <div class="stack stack-small">
            <p>
              <b>{kindText[kind]}</b> <span class="muted small">{formatMoment(askedAt)}</span>
            </p>
            {words !== "" && <Words muted>{words}</Words>}
            {answer !== "" && (
              <div>
                <h3>{text.answer}</h3>
                <Words>{answer}</Words>
              </div>
            )}
            <div class="buttons-plain">
              <Button
                kind="plain"
                label={(state === "answered" ? text.dropLabel : text.removeLabel)(kindText[kind])}
                onClick={() => void handleRemove(askId)}
              >
                {state === "answered" ? text.drop : text.remove}
              </Button>
            </div>
          </div>
        </Card>
      ))}
    </section>
  );
}
