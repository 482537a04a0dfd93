import { type Signal, signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { type Answer, hindranceText } from "../../../web/client/answer.ts";
import { formatMoment } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { answerAsk, listAsks, takeAsk } from "./api.ts";
import { mostWords } from "./rules.ts";
import type { AskForManagers } from "./schema.ts";
import { kindText, refusalText, text } from "./text.ts";

/** What people asked the programme: one inbox for all its managers. */
export function AskInbox({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => listAsks(programmeId, abort));
  return (
    <Page
      title={text.inbox}
      lead={text.inboxLead}
      width="text"
      back={{ href: `/programmes/${programmeId}`, text: text.programme }}
    >
      <Loaded of={load} skeleton={<Skeleton shape="card" count={2} />}>
        {({ asks }) =>
          asks.length === 0 ? (
            <EmptyState title={text.none}>{text.noneWords}</EmptyState>
          ) : (
            <div class="stack">
              {asks.map((asked) => (
                <Asked key={asked.askId} programmeId={programmeId} asked={asked} onChanged={load.again} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Who looks after it, or answered. */
function tagOf({ state, takenBy }: AskForManagers): string | undefined {
  if (state === "answered") return takenBy === "" ? text.answered : text.answeredBy(takenBy);
  return takenBy === "" ? undefined : text.takenBy(takenBy);
}

interface AskedProps {
  readonly programmeId: string;
  readonly asked: AskForManagers;
  readonly onChanged: () => void;
}

function Asked({ programmeId, asked, onChanged }: AskedProps) {
  const { askId, kind, words, state, askedAt, answer, name } = asked;
  const busy = useSignal(false);

  async function told(call: Promise<Answer<unknown, "answered">>, said?: string) {
    busy.value = true;
    const outcome = await call;
    busy.value = false;
    if (outcome.kind !== "done")
      toast(outcome.kind === "refused" ? refusalText[outcome.refused] : hindranceText[outcome.kind]);
    else if (said !== undefined) toast(said);
    onChanged();
  }

  const tag = tagOf(asked);
  const reply = (
    <Reply
      asked={asked}
      busy={busy.value}
      onReply={(said) => void told(answerAsk(programmeId, askId, said), text.replied)}
    />
  );
  return (
    <Card soft={state === "answered"} {...(tag !== undefined && { tag })}>
      <div class="stack stack-small">
        <h2 dir="auto">{name}</h2>
        <p>
          {kindText[kind]} <span class="muted small">{formatMoment(askedAt)}</span>
        </p>
        {words !== "" && <Words>{words}</Words>}
        {state === "new" && (
          <div class="buttons">
            <Button
              kind="quiet"
              busy={busy.value}
              label={text.takeLabel(name)}
              onClick={() => void told(takeAsk(programmeId, askId))}
            >
              {text.take}
            </Button>
          </div>
        )}
        {state === "new" && <Disclosure summary={text.answer}>{reply}</Disclosure>}
        {state === "taken" && reply}
        {answer !== "" && <Words muted>{answer}</Words>}
        {state === "answered" && <NotSent askId={askId} answer={answer} />}
      </div>
    </Card>
  );
}

/** What managers type outlives a look of another of them at the same question. */
const typed = new Map<string, Signal<string>>();

function replyTo(askId: string): Signal<string> {
  const there = typed.get(askId) ?? signal("");
  typed.set(askId, there);
  return there;
}

/** Another manager was faster: what was typed meanwhile is not lost. */
function NotSent({ askId, answer }: Pick<AskForManagers, "askId" | "answer">) {
  const words = replyTo(askId).value.trim();
  if (words === "" || words === answer) return null;
  return (
    <div>
      <p class="muted small">{text.notSent}</p>
      <Words muted>{words}</Words>
    </div>
  );
}

interface ReplyProps {
  readonly asked: AskForManagers;
  readonly busy: boolean;
  readonly onReply: (reply: string) => void;
}

function Reply({ asked: { askId }, busy, onReply }: ReplyProps) {
  const reply = replyTo(askId);
  const fault = useSignal<string | undefined>(undefined);

  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const signs = Array.from(reply.value.trim()).length;
    const isFine = signs > 0 && signs <= mostWords;
    fault.value = isFine ? undefined : text.answerWrong;
    if (isFine) onReply(reply.value.trim());
  }

  return (
    <form class="stack stack-small" noValidate onSubmit={handleSubmit}>
      <TextArea id={`reply-${askId}`} label={text.yourAnswer} value={reply} most={mostWords} error={fault.value} />
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {text.reply}
        </Button>
      </div>
    </form>
  );
}
