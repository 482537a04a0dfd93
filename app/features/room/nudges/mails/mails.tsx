import { type Signal, signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { dayIn, isDay } from "../../../../values/day.ts";
import { Instant } from "../../../../values/instant.ts";
import { hindranceText } from "../../../../web/client/answer.ts";
import { ownZone } from "../../../../web/client/format.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Card } from "../../../../web/ui/card.tsx";
import { Checkbox, CheckboxGroup } from "../../../../web/ui/choice.tsx";
import { ErrorSummary } from "../../../../web/ui/error-summary.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { DateField, TimeField } from "../../../../web/ui/text-field.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { muteMail, putMailSettings, readMailSettings } from "../../../programme/mails/api.ts";
import {
  type MailKind,
  mailKinds,
  type MailRefusal,
  type MutableKind,
  mutableKinds,
  refuseSettings,
} from "../../../programme/mails/rules.ts";
import type { MailSettings } from "../../../programme/mails/schema.ts";
import { Choices } from "../../choices/choices.tsx";
import { NudgeMuted } from "../../choices/schema.ts";
import { useOwn, writeOwn } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { type NudgeKind, nudgeKinds } from "../rules.ts";
import { nudgeNames } from "../text.ts";
import { chosenDays, type TypedDays, typedDays, WorkDays } from "./days/work-days.tsx";
import { mailsText as text } from "./text.ts";

/** Which mails and nudges somebody wants: each kind, hours without mail, quiet until, wake-ups; and what they hid or muted in the app. */
export function Mails() {
  const load = useLoad("mails", (abort) => readMailSettings(abort));
  const named = useSignal(kindNamed());
  // What stands below the form comes with it, or with a word that it could not be fetched.
  const isKnown = load.state.value.kind === "ready" || load.state.value.kind === "failed";
  return (
    <Page title={text.title} lead={text.lead} width="form" back={{ href: "/settings", text: text.back }}>
      <div class="stack stack-sections">
        {named.value && (
          <Stop
            kind={named.value}
            onStopped={() => {
              named.value = undefined;
              load.again();
            }}
          />
        )}
        <Loaded of={load}>{(settings) => <Form settings={settings} />}</Loaded>
        {isKnown && <InApp />}
      </div>
    </Page>
  );
}

/** The kind that the link in a mail names. Opening it changes nothing. */
function kindNamed(): MutableKind | undefined {
  const name = /^#mute=([\w-]+)$/.exec(location.hash)?.[1];
  return mutableKinds.find((kind) => kind === name);
}

function Stop({ kind, onStopped }: { readonly kind: MutableKind; readonly onStopped: () => void }) {
  async function handlePress() {
    const answer = await muteMail(kind, true);
    if (answer.kind === "offline" || answer.kind === "busy") return toast(hindranceText[answer.kind]);
    toast(text.stopped);
    return onStopped();
  }
  return (
    <Card soft title={text.stop(text.names[kind])}>
      <Button onClick={() => void handlePress()}>{text.stopButton}</Button>
    </Card>
  );
}

interface Typed {
  readonly wanted: Signal<ReadonlyArray<MailKind>>;
  readonly hasHours: Signal<boolean>;
  readonly from: Signal<string>;
  readonly to: Signal<string>;
  readonly quietUntil: Signal<string>;
  readonly wakeUps: Signal<boolean>;
  readonly days: TypedDays;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

/** A quiet time that is over is not typed again. */
const stillQuiet = ({ quietUntil }: MailSettings) =>
  quietUntil !== null && quietUntil >= dayIn(Instant.parse(Date.now()), ownZone()) ? quietUntil : "";

const typedOf = (settings: MailSettings): Typed => ({
  wanted: signal(mailKinds.filter((kind) => !settings.muted.includes(kind))),
  hasHours: signal(settings.hours !== null),
  from: signal(clock(settings.hours?.from ?? 20 * 60)),
  to: signal(clock(settings.hours?.to ?? 8 * 60)),
  quietUntil: signal<string>(stillQuiet(settings)),
  wakeUps: signal(settings.wakeUps),
  days: typedDays(settings),
});

const chosenIn = ({ wanted, hasHours, from, to, quietUntil, wakeUps, days }: Typed) => ({
  muted: mailKinds.filter((kind) => !wanted.value.includes(kind)),
  hours: hasHours.value ? { from: minutesOf(from.value), to: minutesOf(to.value) } : null,
  timeZone: ownZone(),
  quietUntil: isDay(quietUntil.value) ? quietUntil.value : null,
  wakeUps: wakeUps.value,
  ...chosenDays(days),
});

function Form({ settings }: { readonly settings: MailSettings }) {
  const typed = useMemo(() => typedOf(settings), [settings]);
  const refused = useSignal<ReadonlyArray<MailRefusal>>([]);
  const faultOf = (word: MailRefusal) => (refused.value.includes(word) ? text.faults[word] : undefined);
  async function handleSave() {
    const chosen = chosenIn(typed);
    refused.value = refuseSettings(chosen, null, dayIn(Instant.parse(Date.now()), ownZone()));
    if (refused.value.length > 0) return;
    const answer = await putMailSettings(chosen);
    if (answer.kind === "done") toast(text.saved);
    else if (answer.kind === "refused") refused.value = [answer.refused];
    else if (answer.kind === "offline" || answer.kind === "busy") toast(hindranceText[answer.kind]);
  }
  return (
    <form
      class="stack stack-large"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSave();
      }}
    >
      <ErrorSummary faults={refused.value.map((word) => ({ id: word, text: text.faults[word] }))} />
      <CheckboxGroup
        label={text.mails}
        value={typed.wanted}
        options={mailKinds.map((kind) => ({ value: kind, text: text.kinds[kind] }))}
      />
      <Hours typed={typed} />
      <DateField
        id="quiet-in-the-past"
        label={text.quietUntil}
        hint={text.quietHint}
        value={typed.quietUntil}
        error={faultOf("quiet-in-the-past")}
        optional
      />
      <WorkDays days={typed.days} fault={faultOf("no-work-day")} />
      <Checkbox label={text.wakeUps} hint={text.wakeUpsHint} value={typed.wakeUps} />
      <div class="buttons">
        <Button type="submit">{text.save}</Button>
      </div>
    </form>
  );
}

function Hours({ typed: { hasHours, from, to } }: { readonly typed: Typed }) {
  return (
    <>
      <Checkbox label={text.hours} hint={text.zone(ownZone())} value={hasHours} />
      {hasHours.value && (
        <div class="cluster">
          <TimeField label={text.from} value={from} />
          <TimeField label={text.to} value={to} />
        </div>
      )}
    </>
  );
}

/** What comes in the app: kinds to switch off, and hidden cards with their way back. */
function InApp() {
  const own = useOwn();
  return (
    <section class="stack">
      <h2>{text.inApp}</h2>
      <p class="muted">{own ? text.inAppLead : text.locked}</p>
      {own && nudgeKinds.map((kind) => <Kind key={kind} kind={kind} muted={own.state.choices.muted.includes(kind)} />)}
      {own && <Choices hidden={own.state.choices.hidden} />}
    </section>
  );
}

function Kind({ kind, muted }: { readonly kind: NudgeKind; readonly muted: boolean }) {
  const wanted = useMemo(() => signal(!muted), [muted]);
  return (
    <Checkbox
      label={nudgeNames[kind]}
      value={wanted}
      onChange={(isOn) => void writeOwn(eventOf(NudgeMuted, { nudge: kind, muted: !isOn }))}
    />
  );
}
