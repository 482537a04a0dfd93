import { type Signal, useSignal } from "@preact/signals";
import { hindranceText } from "../../../../web/client/answer.ts";
import { wallTime } from "../../../../values/zoned.ts";
import { dayOf, formatDay, ownZone } from "../../../../web/client/format.ts";
import { Avatar } from "../../../../web/ui/avatar.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { Card, Words } from "../../../../web/ui/card.tsx";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { CheckIcon } from "../../../../web/ui/icons.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import type { OnePressProps } from "../../../../web/ui/one-press.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { InvitedBy } from "../../profile/invited-by.tsx";
import { type SeenField, seenFields } from "../../profile/text.ts";
import { SentenceOf } from "../reasons/sentences.tsx";
import { namesIn, standsAbove } from "../reasons/rules.ts";
import { whyTheseTwo } from "../reasons/text.ts";
import { answerSuggestion, declareSuggestionConflict, refreshSuggestions } from "./api.ts";
import type { Answer, AnswerRefusal } from "./rules.ts";
import type { Suggestion } from "./schema.ts";
import { fieldNames, refusalText, text, toldText } from "./text.ts";

const PowerOffer = lazily(() => import("../../preparation/offer/power-offer.tsx").then((m) => m.PowerOffer));

const OnePress = lazily<OnePressProps<AnswerRefusal>>(() =>
  import("../../../../web/ui/one-press.tsx").then((m) => m.OnePress),
);

/** A pair that has just come about, with its room. */
export interface NewPair {
  readonly name: string;
  readonly relationshipId: string;
}

/** Props of `SuggestionCard`. */
export interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  readonly onPair: (pair: NewPair) => void;
}

/** Somebody who is suggested to me: why, what they say of themselves, and my answer. */
export function SuggestionCard({ suggestion, onPair }: SuggestionCardProps) {
  const { myRole, programmeName, other, closesAt, answered, roomIn } = suggestion;
  const { fullName, name } = namesIn(other.seen);
  const until = formatDay(dayOf(closesAt));
  return (
    <Card class="suggestion">
      <div class="stack">
        <header class="suggestion-head">
          <Avatar id={other.accountId} name={fullName} />
          <div>
            <h2 dir="auto">{fullName}</h2>
            <p class="small muted">{aboutLine(suggestion)}</p>
          </div>
          {!answered && <p class="tag suggestion-until">{text.openUntil(until)}</p>}
        </header>
        {myRole === "mentee" && <InvitedBy programmeName={programmeName} topics={other.seen.invitedFor ?? []} />}
        {roomIn !== undefined && <p>{text.roomIn(name, roomIn, programmeName)}</p>}
        <Why suggestion={suggestion} name={name} />
        <Fields suggestion={suggestion} />
        {standsAbove(suggestion.reasons, myRole) && <PowerOffer />}
        {answered ? (
          <p class="suggestion-answered">
            <CheckIcon />
            <span>{text.answered(until)}</span>
          </p>
        ) : (
          <Answering suggestion={suggestion} name={name} onPair={onPair} />
        )}
        <Conflict suggestion={suggestion} />
      </div>
    </Card>
  );
}

/** Why it comes: out of the matching, or because the two are a pair, here or in the programme before. */
function aboutLine({ known, roomIn, myRole, programmeName }: Suggestion): string {
  if (!known) return text.about(myRole, programmeName);
  return roomIn === undefined ? text.known(programmeName) : text.onTogether(programmeName);
}

function Why({ suggestion, name }: { readonly suggestion: Suggestion; readonly name: string }) {
  const readers = suggestion.myRole === "mentee" ? { mentee: "you", mentor: name } : { mentee: name, mentor: "you" };
  const { sentences, rules } = whyTheseTwo(suggestion.reasons, readers);
  // Two who were a pair before need no reason, and may have none.
  if (sentences.length === 0 && rules === "") return null;
  return (
    <section class="suggestion-why">
      <h3>{text.why}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence.map((piece) => (typeof piece === "string" ? piece : piece.quote)).join("")}>
            <SentenceOf sentence={sentence} />
          </li>
        ))}
        {rules !== "" && <li class="muted">{rules}</li>}
      </ul>
    </section>
  );
}

/** What the heading and the reasons say already. */
const shownElsewhere: ReadonlySet<SeenField["field"]> = new Set(["invitedFor", "roles"]);

/** Short facts stand beside each other; what somebody wrote has the whole width. */
const facts: ReadonlySet<SeenField["field"]> = new Set(["team", "site", "languages", "timeZone", "availability"]);

interface FieldProps {
  readonly field: SeenField;
  /** Beside hours, where the two have different clocks. */
  readonly clock?: string | undefined;
}

function Fields({ suggestion }: { readonly suggestion: Suggestion }) {
  const clock = clockLine(suggestion.other.seen.timeZone);
  const fields = seenFields(suggestion.other.seen).filter(
    // Where both have the same clock there is nothing to say about it.
    ({ field }) => !shownElsewhere.has(field) && (field !== "timeZone" || clock !== undefined),
  );
  return (
    <>
      <dl class="suggestion-fields">
        {fields
          .filter(({ field }) => !facts.has(field))
          .map((field) => (
            <Field key={field.field} field={field} />
          ))}
      </dl>
      <dl class="suggestion-fields suggestion-facts">
        {fields
          .filter(({ field }) => facts.has(field))
          .map((field) => (
            <Field key={field.field} field={field} clock={field.field === "availability" ? clock : undefined} />
          ))}
      </dl>
    </>
  );
}

/** Hours stand on the clock of whoever gave them; this says how far one's own is from it today. */
function clockLine(timeZone: string | undefined): string | undefined {
  if (!timeZone) return undefined;
  const now = Date.now();
  const minutesOf = (zone: string) => {
    const { day, minutes } = wallTime(now, zone);
    return Date.parse(day) / 60_000 + minutes;
  };
  return text.clock(minutesOf(ownZone()) - minutesOf(timeZone));
}

function Field({ field: { field, name, lines, isWritten }, clock }: FieldProps) {
  return (
    <div data-whole={isWritten || field === "availability" || undefined}>
      <dt>{fieldNames[field] ?? name}</dt>
      <dd>
        {lines.map((line) =>
          isWritten ? (
            <Words key={line}>{line}</Words>
          ) : (
            <p key={line} dir="auto">
              {line}
            </p>
          ),
        )}
        {clock !== undefined && <p class="small muted">{clock}</p>}
      </dd>
    </div>
  );
}

interface AnsweringProps extends SuggestionCardProps {
  readonly name: string;
}

/** Yes, or not this one: once, and told to nobody. */
function Answering({ suggestion: { matchId, known }, name, onPair }: AnsweringProps) {
  const busy = useSignal<Answer | undefined>(undefined);
  const trouble = useSignal<string | undefined>(undefined);
  const sure = useSignal(false);

  async function handle(said: Answer) {
    sure.value = false;
    busy.value = said;
    trouble.value = undefined;
    const answer = await answerSuggestion(matchId, said);
    busy.value = undefined;
    if (answer.kind === "done") {
      const { relationshipId } = answer.value;
      if (relationshipId) onPair({ name, relationshipId });
      else toast(toldText[said]);
    } else {
      trouble.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
    }
    if (answer.kind === "done" || answer.kind === "refused") await refreshSuggestions();
  }

  return (
    <div class="stack stack-small">
      {trouble.value !== undefined && (
        <Notice kind="care" announce>
          {trouble.value}
        </Notice>
      )}
      <div class="buttons">
        <Button wide="phone" busy={busy.value === "yes"} onClick={() => void handle("yes")}>
          {known ? text.yesKnown : text.yes(name)}
        </Button>
        <Button kind="quiet" wide="phone" busy={busy.value === "no"} onClick={() => (sure.value = true)}>
          {text.no}
        </Button>
      </div>
      <p class="small muted">{text.nobodyTold}</p>
      <NotThisOne open={sure} name={name} onSure={() => void handle("no")} />
    </div>
  );
}

/** One press, no reason; folded away, since few need it. */
function Conflict({ suggestion: { matchId } }: { readonly suggestion: Suggestion }) {
  return (
    <Disclosure summary={text.conflict}>
      <OnePress
        words={text.conflictWords}
        say={text.conflictSay}
        told={text.conflictTold}
        press={() => declareSuggestionConflict(matchId)}
        refusals={refusalText}
        onAnswer={refreshSuggestions}
      />
    </Disclosure>
  );
}

interface NotThisOneProps {
  readonly open: Signal<boolean>;
  readonly name: string;
  readonly onSure: () => void;
}

/** A no cannot be taken back, so it is asked once more what it means. */
function NotThisOne({ open, name, onSure }: NotThisOneProps) {
  const actions = (
    <>
      <Button onClick={onSure}>{text.noSure}</Button>
      <Button kind="plain" onClick={() => (open.value = false)}>
        {text.back}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={text.noTitle(name)} actions={actions}>
      <p>{text.noWords}</p>
    </Dialog>
  );
}
