import { type Signal, signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useLayoutEffect, useMemo } from "preact/hooks";
import { isDay } from "../../../values/day.ts";
import type { Instant } from "../../../values/instant.ts";
import { type Answer, hindranceText } from "../../../web/client/answer.ts";
import { dayOf, formatDate, formatMoment } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { DateField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { readProgramme } from "../programmes/api.ts";
import { refreshMe } from "../sign-in/api.ts";
import { finishProgramme, takeFinishBack } from "./api.ts";
import { type FinishRefusal, hasFinished, lastDayOf, takenBackUntil } from "./rules.ts";
import { refusalText, text } from "./text.ts";

/** A manager ends a programme, now or after a last day, and can take it back until the next. */
export function Finish({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readProgramme(programmeId, abort));
  return (
    <Page title={text.title} width="form" back={{ href: `/programmes/${programmeId}`, text: text.programme }}>
      <Loaded of={load}>
        {({ finishesAt, isDraft }) => (
          <div class="stack stack-large">
            {finishesAt !== null && <TheEnd programmeId={programmeId} finishesAt={finishesAt} onChanged={load.again} />}
            {isDraft ? (
              <p>{refusalText.draft}</p>
            ) : (
              <Act programmeId={programmeId} finishesAt={finishesAt} onChanged={load.again} />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** The time when the end was last looked at: one that is set for now is over at once. */
function useNow(finishesAt: Instant | null): number {
  const now = useSignal(0);
  useLayoutEffect(() => {
    now.value = Date.now();
  }, [finishesAt, now]);
  return now.value;
}

/** Sends what a manager decided, and says why it could not be done. */
function useSending(onChanged: () => void) {
  const busy = useSignal(false);
  const send = async (asked: Promise<Answer<unknown, FinishRefusal>>, done?: string) => {
    busy.value = true;
    const answer = await asked;
    if (answer.kind === "refused") toast(refusalText[answer.refused]);
    else if (answer.kind !== "done") toast(hindranceText[answer.kind]);
    else if (done !== undefined) toast(done);
    await refreshMe();
    onChanged();
    busy.value = false;
  };
  return { busy, send };
}

interface TheEndProps {
  readonly programmeId: string;
  readonly finishesAt: Instant;
  readonly onChanged: () => void;
}

/** The end as it is set, and the way back as long as there is one. */
function TheEnd({ programmeId, finishesAt, onChanged }: TheEndProps) {
  const { busy, send } = useSending(onChanged);
  const now = useNow(finishesAt);
  const until = takenBackUntil(finishesAt);
  const day = formatDate(lastDayOf(finishesAt));
  const back = (
    <Button kind="quiet" busy={busy.value} onClick={() => void send(takeFinishBack(programmeId), text.takenBack)}>
      {text.back}
    </Button>
  );
  return (
    <Notice
      title={hasFinished(finishesAt, now) ? text.ended(day) : text.ends(day)}
      actions={until > now ? back : undefined}
    >
      {text.endedWords} {until > now && text.until(formatMoment(until))}
    </Notice>
  );
}

interface ActProps {
  readonly programmeId: string;
  readonly finishesAt: Instant | null;
  readonly onChanged: () => void;
}

function Act({ programmeId, finishesAt, onChanged }: ActProps) {
  const { busy, send } = useSending(onChanged);
  const typed = useMemo(() => ({ when: signal<"now" | "later">("later"), lastDay: signal("") }), []);
  const fault = useSignal<string | undefined>(undefined);
  const asks = useSignal(false);
  const now = useNow(finishesAt);

  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const day = typed.lastDay.value;
    const isLater = typed.when.value === "later";
    fault.value = isLater && (!isDay(day) || day < dayOf(Date.now(), "UTC")) ? refusalText["not-ahead"] : undefined;
    if (!isLater) asks.value = true;
    else if (isDay(day) && fault.value === undefined) void send(finishProgramme(programmeId, day));
  }

  if (hasFinished(finishesAt, now)) return null;
  return (
    <form class="stack stack-large" noValidate onSubmit={handleSubmit}>
      <ul class="stack stack-small">
        {text.happens.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <RadioGroup
        id="when"
        label={finishesAt !== null ? text.move : text.when}
        value={typed.when}
        options={[
          { value: "later", text: text.later },
          { value: "now", text: text.now },
        ]}
      />
      {typed.when.value === "later" && (
        <DateField id="last-day" label={text.lastDay} value={typed.lastDay} error={fault.value} />
      )}
      <div class="buttons">
        <Button type="submit" busy={busy.value} wide="phone">
          {text.act}
        </Button>
      </div>
      <AskNow open={asks} busy={busy.value} onEnd={() => void send(finishProgramme(programmeId, null))} />
    </form>
  );
}

interface AskNowProps {
  readonly open: Signal<boolean>;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

/** What ends at once for everyone asks once more. */
function AskNow({ open, busy, onEnd }: AskNowProps) {
  const act = (
    <Button busy={busy} onClick={onEnd}>
      {text.actNow}
    </Button>
  );
  return (
    <Dialog open={open} title={text.asks} actions={act}>
      <p>{text.asksLine}</p>
    </Dialog>
  );
}
