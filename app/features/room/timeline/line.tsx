import { useSignal } from "@preact/signals";
import type { TimelineEntry } from "../../../vault/vault.ts";
import type { AccountId } from "../../../values/id.ts";
import { formatDate, formatMoment, formatTime } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Entry } from "../../../web/ui/entry.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { me } from "../../programme/sign-in/api.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import type { Heard, HeardAnswer } from "../notes/rules.ts";
import { HeardAnswered } from "../notes/schema.ts";
import type { RoomEvent } from "../state/fold.ts";
import { eventOf } from "../state/schema.ts";
import { timelineText as text } from "./text.ts";
import "./line.css";

/** Props of `Line`. */
export interface LineProps {
  readonly room: RoomInHand;
  readonly entry: TimelineEntry<RoomEvent>;
}

/** One thing of the timeline in words. */
export function Line({ room, entry }: LineProps) {
  if (entry.is === "damaged") return <p class="line-quiet muted small">{text.damaged}</p>;
  if (entry.is === "newer") return <p class="line-quiet muted small">{text.newer}</p>;
  if (entry.event === undefined) return <p class="line-quiet muted small">{text.afterGap}</p>;
  const said = wordsOf(entry.event, room);
  const isWaiting = entry.is === "event" && entry.isWaiting;
  const when = isWaiting ? text.waiting : formatTime(entry.event.at);
  if (said.kind === "quiet")
    return (
      <p class="line-quiet muted small">
        <span dir="auto">{nameOf(room, entry.event.author)}</span> {said.words} <span class="figures">{when}</span>
      </p>
    );
  return (
    <Entry
      name={nameOf(room, entry.event.author)}
      person={{ id: entry.event.author, name: entry.event.author === room.me ? (me.value?.name ?? "") : room.name }}
      tag={said.tag}
      when={when}
    >
      {entry.event.type === "notes.heard" ? (
        <HeardWords room={room} id={entry.event.id} words={said.words} />
      ) : (
        <Words>{said.words}</Words>
      )}
      {entry.is === "after-gap" && <p class="muted small">{text.afterGap}</p>}
    </Entry>
  );
}

function nameOf(room: RoomInHand, author: AccountId): string {
  return author === room.me ? text.you : room.name;
}

/** A thing with words of its own, or a quiet line about what happened. */
type Said =
  | { readonly kind: "words"; readonly words: string; readonly tag?: string }
  | { readonly kind: "quiet"; readonly words: string };

const quietLines = {
  "sessions.offered": text.lines.offered,
  "sessions.cancelled": text.lines.cancelled,
  "sessions.closed": text.lines.closed,
  "sessions.fixed-slot": text.lines.fixed,
  "agreement.talked": text.lines.talked,
  "agreement.duties": text.lines.duties,
  "agreement.proposed": text.lines.proposed,
  "agreement.accepted": text.lines.accepted,
  "agreement.kept": text.lines.kept,
  "agreement.signed": text.lines.signed,
  "agreement.preferred": text.lines.preferred,
  "commitments.dropped": text.lines.dropped,
  "commitments.moved": text.lines.commitmentMoved,
  "commitments.reopened": text.lines.reopened,
  "offlimits.told": text.lines.told,
  "offlimits.untold": text.lines.untold,
} as const;

function wordsOf(event: RoomEvent, { view }: RoomInHand): Said {
  switch (event.type) {
    case "notes.written":
      return { kind: "words", words: event.payload.text };
    case "notes.heard":
      return { kind: "words", words: event.payload.text };
    case "notes.heard-answered":
      return { kind: "quiet", words: text.heardAnswers[event.payload.answer] };
    case "commitments.made":
      return { kind: "words", words: event.payload.text, tag: text.commitment };
    case "sessions.takeaway":
      return { kind: "words", words: event.payload.text, tag: text.takeaway };
    case "sessions.topic":
    case "sessions.topic-ahead":
      return { kind: "words", words: event.payload.text, tag: text.topic };
    case "commitments.done": {
      const { commitment } = event.payload;
      const done = view.state.commitments.all.find(({ id }) => id === commitment);
      return { kind: "quiet", words: text.lines.done(done?.text ?? "") };
    }
    case "sessions.planned":
      return { kind: "quiet", words: text.lines.planned(formatMoment(event.payload.slot.startsAt)) };
    case "sessions.moved":
      return { kind: "quiet", words: text.lines.moved(formatMoment(event.payload.slot.startsAt)) };
    case "sessions.met":
      return { kind: "quiet", words: `${text.lines.met}: ${formatDate(event.payload.metOn)}` };
    case "sessions.late":
      return { kind: "quiet", words: text.lines.late(event.payload.minutes) };
    case "sessions.stepped":
      return { kind: "quiet", words: "" };
    default:
      return { kind: "quiet", words: quietLines[event.type] };
  }
}

/** Steps of a session are for the other screen alone; the timeline leaves them out. */
export const shownTypes: ReadonlyArray<RoomEvent["type"]> = [
  "notes.written",
  "notes.heard",
  "commitments.made",
  "commitments.done",
  "sessions.offered",
  "sessions.planned",
  "sessions.moved",
  "sessions.cancelled",
  "sessions.late",
  "sessions.topic",
  "sessions.topic-ahead",
  "sessions.takeaway",
  "sessions.closed",
  "sessions.met",
  "agreement.talked",
  "agreement.proposed",
  "agreement.accepted",
  "agreement.signed",
];

function HeardWords({ room, id, words }: { readonly room: RoomInHand; readonly id: string; readonly words: string }) {
  const heard = room.view.state.notes.heard.find((one) => one.id === id);
  const standing = heard?.text ?? words;
  return (
    <div class="heard">
      <p class="heard-title">{titleOf(heard)}</p>
      <Words>{standing}</Words>
      {heard && heard.answer === undefined && heard.by !== room.me && <AnswerHeard room={room} heard={heard} />}
    </div>
  );
}

function titleOf(heard: Heard | undefined): string {
  if (heard?.answer === "yes") return text.heardConfirmed;
  if (heard?.answer === "almost") return text.heardAlmost;
  return heard?.answer === "no" ? text.heardNo : text.heardAsked;
}

function AnswerHeard({ room, heard }: { readonly room: RoomInHand; readonly heard: Heard }) {
  const own = useSignal<string | undefined>(undefined);
  const words = useSignal(heard.text);
  const answer = (given: HeardAnswer) =>
    void room.write(
      eventOf(
        HeardAnswered,
        given === "almost" ? { heard: heard.id, answer: given, text: words.value } : { heard: heard.id, answer: given },
      ),
    );

  if (own.value !== undefined)
    return (
      <div class="stack stack-small">
        <TextArea label={text.almostLabel} value={words} words autofocus onSend={() => answer("almost")} />
        <Button kind="quiet" onClick={() => answer("almost")}>
          {text.almostSend}
        </Button>
      </div>
    );
  return (
    <div class="buttons-plain">
      <Button kind="plain" onClick={() => answer("yes")}>
        {text.heardAnswers.yes}
      </Button>
      <Button kind="plain" onClick={() => (own.value = "")}>
        {text.heardAnswers.almost}
      </Button>
      <Button kind="plain" onClick={() => answer("no")}>
        {text.heardAnswers.no}
      </Button>
    </div>
  );
}
