import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../web/client/answer.ts";
import { dayOf, formatCount, formatDate } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { readReminders, remind } from "./api.ts";
import type { ReminderState } from "./schema.ts";
import { kindText, refusalText, text } from "./text.ts";

/** What waits for answers, by count alone, each with one button. */
export function Reminders({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readReminders(programmeId, abort));
  return (
    <Page title={text.title} lead={text.lead} back={{ href: `/programmes/${programmeId}`, text: text.programme }}>
      <Loaded of={load} skeleton={<Skeleton shape="rows" count={3} />}>
        {({ kinds }) => (
          <ul class="plain-list rows">
            {kinds.map((state) => (
              <Kind key={state.kind} programmeId={programmeId} state={state} onSent={load.again} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

interface KindProps {
  readonly programmeId: string;
  readonly state: ReminderState;
  readonly onSent: () => void;
}

function Kind({ programmeId, state: { kind, open, nextAt }, onSent }: KindProps) {
  const busy = useSignal(false);
  const words = kindText[kind];

  async function handleRemind() {
    busy.value = true;
    const answer = await remind(programmeId, kind);
    busy.value = false;
    if (answer.kind === "done") toast(text.sent);
    else toast(answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind]);
    onSent();
  }

  return (
    <li class="row-apart">
      <div class="stack stack-small">
        <h2>{words.title}</h2>
        <p>
          {open === 0 ? words.none : formatCount(open, words.open)}{" "}
          {nextAt !== null && <span>{text.again(formatDate(dayOf(nextAt)))}</span>}
        </p>
        <p class="muted">{words.words}</p>
      </div>
      <Button
        kind="quiet"
        label={text.remindLabel(words.title)}
        busy={busy.value}
        disabled={open === 0 || nextAt !== null}
        onClick={() => void handleRemind()}
      >
        {text.remind}
      </Button>
    </li>
  );
}
