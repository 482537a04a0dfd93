import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { RadioGroup } from "../../../../web/ui/choice.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { hour, type Instant } from "../../../../values/instant.ts";
import { type RoomInHand, useNow } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import type { Session } from "../rules.ts";
import { SessionTopic, TopicAhead } from "../schema.ts";
import { stepsText as text } from "./text.ts";
import "./topic.css";

/** Props of `TopicField`. */
export interface TopicFieldProps {
  readonly room: RoomInHand;
  readonly session: Session;
  /** Offers "going well" and "not going to plan" side by side (P87). */
  readonly marks?: boolean;
}

/** The topics of a session: the mentee's first, the mentor's only below it (P59, P79). */
export function TopicField({ room, session, marks = false }: TopicFieldProps) {
  const isMentee = room.relationship.myRole === "mentee";
  const theirs = session.topics[room.other] ?? "";
  const other = theirs !== "" && (
    <div data-news>
      <p class="muted small">{text.theirTopic(room.name)}</p>
      <Words>{theirs}</Words>
    </div>
  );
  return (
    <section class="stack">
      {!isMentee && other}
      <OwnTopic room={room} session={session} marks={marks} />
      {isMentee && other}
    </section>
  );
}

/** Beside the next session: what each would like to talk about, and a place to write it right after Close (P79). */
export function NextTopic({ room, session }: OwnTopicProps) {
  const topics = session?.topics ?? room.view.state.sessions.topicsAhead;
  const [mine, theirs] = [topics[room.me] ?? "", topics[room.other] ?? ""];
  const isMentee = room.relationship.myRole === "mentee";
  const shown = [
    { key: "mine", title: text.myTopic, words: mine },
    { key: "theirs", title: text.theirTopic(room.name), words: theirs },
  ].filter(({ words }) => words !== "");
  const open = useSignal(false);
  const now = useNow();
  return (
    <div class="stack stack-small next-topic">
      {(isMentee ? shown : shown.toReversed()).map(({ key, title, words }) => (
        <div key={key} data-news>
          <p class="muted small">{title}</p>
          <Words>{words}</Words>
        </div>
      ))}
      {isMentee && mine === "" && isSoon(session, now) && <p class="small">{text.topicSoon}</p>}
      <Disclosure
        summary={mine === "" ? text.writeTopic : text.changeTopic}
        open={open.value}
        onToggle={(next) => (open.value = next)}
      >
        <OwnTopic room={room} session={session} onDone={() => (open.value = false)} />
      </Disclosure>
    </div>
  );
}

/** From two days before, an empty topic is asked for, here alone. */
function isSoon(session: Session | undefined, now: Instant): boolean {
  return session?.plan !== undefined && session.plan.startsAt - now <= 48 * hour;
}

type Mark = "going-well" | "not-to-plan" | "";

interface OwnTopicProps {
  readonly room: RoomInHand;
  /** Left out while no date is there: the topic waits for the next session. */
  readonly session: Session | undefined;
  readonly marks?: boolean;
  readonly onDone?: () => void;
}

const markOptions = [
  { value: "going-well", text: text.goingWell },
  { value: "not-to-plan", text: text.notToPlan },
] as const;

function OwnTopic({ room, session, marks = false, onDone }: OwnTopicProps) {
  const kept = (session?.topics ?? room.view.state.sessions.topicsAhead)[room.me] ?? "";
  const keptMark: Mark = session?.concerns.includes(room.me) ? "not-to-plan" : "";
  const topic = useSignal(kept);
  const mark = useSignal<Mark>(keptMark);
  const touched = useSignal(false);
  const said = useSignal("");
  useEffect(() => {
    if (!touched.peek()) topic.value = kept;
  }, [kept, topic, touched]);

  async function handleSave() {
    const words = topic.value.trim();
    const concern = mark.value === "not-to-plan";
    if (words === kept && concern === (keptMark !== "")) return;
    const event = session
      ? eventOf(SessionTopic, { sessionId: session.id, text: words, ...(concern ? { concern } : {}) })
      : eventOf(TopicAhead, { text: words });
    if (!(await room.write(event))) return;
    said.value = text.saved;
    onDone?.();
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSave();
      }}
    >
      {marks && <RadioGroup label={text.mark} value={mark} inline optional options={markOptions} />}
      <TextField
        label={room.relationship.myRole === "mentee" ? text.topic : text.topicMentor}
        hint={text.topicHint(room.name)}
        value={topic}
        onChange={() => (touched.value = true)}
      />
      <div class="cluster">
        <Button type="submit" kind="quiet">
          {text.saveTopic}
        </Button>
        <output class="muted small">{said.value}</output>
      </div>
    </form>
  );
}
