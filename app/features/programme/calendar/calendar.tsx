import { type Signal, signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { hindranceText } from "../../../web/client/answer.ts";
import { dayOf, formatDay } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { Checkbox } from "../../../web/ui/choice.tsx";
import { CopyText } from "../../../web/ui/copy-text.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { changeCalendar, endCalendar, issueCalendar, listCalendars } from "./api.ts";
import { longestWording, usualWording } from "./rules.ts";
import { type CalendarFeed, CalendarKind } from "./schema.ts";
import { kindText, refusalText, text } from "./text.ts";

/** The addresses by which one's own calendar program, and an assistant's, read one's next sessions. */
export function Calendar() {
  const load = useLoad("calendars", (abort) => listCalendars(abort));
  // Told once: it is gone with this screen.
  const made = useSignal<Partial<Record<CalendarKind, string>>>({});

  async function handleMake(kind: CalendarKind) {
    const answer = await issueCalendar(kind);
    if (answer.kind !== "done") return toast(hindranceText[answer.kind === "refused" ? "fields" : answer.kind]);
    made.value = { ...made.value, [kind]: `${location.origin}${answer.value.path}` };
    return load.again();
  }

  async function handleEnd(kind: CalendarKind) {
    const answer = await endCalendar(kind);
    if (answer.kind !== "done") return toast(hindranceText[answer.kind === "refused" ? "fields" : answer.kind]);
    made.value = { ...made.value, [kind]: undefined };
    toast(text.ended);
    return load.again();
  }

  return (
    <Page title={text.title} lead={text.lead} width="form" back={{ href: "/settings", text: text.back }}>
      <Loaded of={load}>
        {({ feeds }) => (
          <div class="stack stack-large">
            {CalendarKind.options.map((kind) => (
              <OneCalendar
                key={kind}
                kind={kind}
                feed={feeds.find((one) => one.kind === kind)}
                address={made.value[kind]}
                onMake={() => void handleMake(kind)}
                onEnd={() => void handleEnd(kind)}
              />
            ))}
            <p class="muted small">{text.room}</p>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface OneCalendarProps {
  readonly kind: CalendarKind;
  readonly feed: CalendarFeed | undefined;
  /** Just made. */
  readonly address: string | undefined;
  readonly onMake: () => void;
  readonly onEnd: () => void;
}

function OneCalendar({ kind, feed, address, onMake, onEnd }: OneCalendarProps) {
  const { title, words } = kindText[kind];
  return (
    <Card title={title}>
      <div class="stack">
        <p>{words}</p>
        {address !== undefined && (
          <>
            <CopyText label={text.address} text={address} />
            <p class="muted small">{text.once}</p>
          </>
        )}
        {feed && address === undefined && <p class="muted">{text.since(formatDay(dayOf(feed.changedAt)))}</p>}
        <p class="muted small">{text.whoever}</p>
        <div class="buttons">
          <Button
            kind={feed ? "quiet" : "primary"}
            wide="phone"
            label={`${feed ? text.again : text.make}: ${title}`}
            onClick={onMake}
          >
            {feed ? text.again : text.make}
          </Button>
          {feed && (
            <Button kind="plain" label={`${text.end}: ${title}`} onClick={onEnd}>
              {text.end}
            </Button>
          )}
        </div>
        {feed && kind === "own" && <Entry feed={feed} />}
      </div>
    </Card>
  );
}

interface Typed {
  readonly wording: Signal<string>;
  readonly withName: Signal<boolean>;
}

/** What an entry says: its owner's words, and the other's name only where they switch it on. */
function Entry({ feed }: { readonly feed: CalendarFeed }) {
  const typed = useMemo((): Typed => ({ wording: signal(feed.wording), withName: signal(feed.withName) }), [feed]);

  async function handleSave() {
    const wording = Array.from(typed.wording.value.trim() || usualWording)
      .slice(0, longestWording)
      .join("");
    const answer = await changeCalendar(feed.kind, { wording, withName: typed.withName.value });
    if (answer.kind === "done") toast(text.saved);
    else toast(answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind]);
  }

  return (
    <Disclosure summary={text.what}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void handleSave();
        }}
      >
        <TextField label={text.wording} value={typed.wording} />
        <Checkbox label={text.withName} hint={text.withNameHint} value={typed.withName} />
        <div>
          <Button kind="quiet" type="submit">
            {text.save}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
