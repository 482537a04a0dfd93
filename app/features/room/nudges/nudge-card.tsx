import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import {
  nudgeCheckin,
  nudgeCommitment,
  nudgeEnding,
  nudgeFeedback,
  nudgeGap,
  nudgeReview,
  nudgeTopic,
} from "../../../../content/en/nudges.generated.ts";
import type { Day } from "../../../values/day.ts";
import { dayIn } from "../../../values/day.ts";
import type { RelationshipId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { formatDay, ownZone } from "../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { readGap, sayFine } from "../../programme/gaps/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { NudgeMuted } from "../choices/schema.ts";
import { CommitmentRow } from "../commitments/commitment-row.tsx";
import { type RoomInHand, useNow, useOwn, writeOwn } from "../frame/hand.tsx";
import { NoteWritten } from "../notes/schema.ts";
import { eventOf } from "../state/schema.ts";
import { NudgeWords, type NudgeWordsProps } from "./nudge-words.tsx";
import { OtherTime } from "./other-time/other-time.tsx";
import { dueNudges, type Nudge, type NudgeFacts, type NudgeKind, nudgeOfToday } from "./rules.ts";
import { NudgePassed, NudgeShown } from "./schema.ts";
import { nudgeNames, nudgeText as text } from "./text.ts";
import { useWakeUps } from "./wake-ups.tsx";

/** What nudges need of a room. */
export type NudgeRoom = Pick<RoomInHand, "roomId" | "me" | "name" | "write"> & {
  readonly view: Pick<RoomInHand["view"], "state" | "condition" | "waiting">;
  readonly relationship: Pick<Relationship, "relationshipId" | "myRole" | "state" | "nextSession">;
};

/** Props of `NudgeCard`. */
export interface NudgeCardProps {
  /** All of one's living rooms on Home; one room inside it. */
  readonly rooms: ReadonlyArray<NudgeRoom>;
  /** True where these are all the living rooms: then the days of wake-ups are looked after, too. */
  readonly areAll?: boolean;
  /** What stands below; drawn once it is known whether a card stands above it. */
  readonly children?: ComponentChildren;
}

/** The one nudge of today, if any: one calm card, for its reader alone. */
export function NudgeCard({ rooms, areAll = false, children }: NudgeCardProps) {
  const { facts, isAsked, isFree } = useFacts(rooms);
  const own = useOwn();
  const gone = useSignal<string | undefined>(undefined);
  const today = dayIn(useNow(), ownZone());
  const nudge = !isFree && facts && own ? nudgeOfToday(facts.flatMap(dueNudges), own.state.nudges, today) : undefined;
  useShown(nudge, today, own?.state.nudges.last?.day);
  useWakeUps(areAll ? facts : undefined);
  const room = rooms.find(({ roomId }) => roomId === nudge?.roomId);
  // A goal that was reached has its own card where nudges stand; inside a room its commitments stand beside this one.
  const standsElsewhere = nudge?.kind === "celebrate" || (nudge?.kind === "commitment" && !areAll);
  return (
    <>
      {areAll && <OtherTime rooms={rooms} />}
      {nudge && room && !standsElsewhere && nudge.key !== gone.value && (
        <OneNudge room={room} nudge={nudge} onGone={(is) => (gone.value = is ? nudge.key : undefined)} />
      )}
      {isAsked && children}
    </>
  );
}

function OneNudge({ room, nudge, onGone }: BodyProps) {
  return (
    <Card soft title={text.with(room.name)}>
      <div class="stack">
        <Body room={room} nudge={nudge} onGone={onGone} />
        <div class="buttons-plain">
          <Button kind="plain" onClick={() => void writeOwn(eventOf(NudgePassed, { nudge: nudge.key }))}>
            {text.later}
          </Button>
          <Button kind="plain" label={`${text.mute}: ${nudgeNames[nudge.kind]}`} onClick={() => void mute(nudge.kind)}>
            {text.mute}
          </Button>
        </div>
      </div>
    </Card>
  );
}

async function mute(kind: NudgeKind): Promise<void> {
  const set = (muted: boolean) => writeOwn(eventOf(NudgeMuted, { nudge: kind, muted }));
  if (await set(true)) toast(text.muted, { undo: () => void set(false) });
}

/** Remembers that today's nudge was shown, once, so that no other comes today. */
function useShown(nudge: Nudge | undefined, today: Day, lastDay: Day | undefined): void {
  const key = nudge?.key;
  useEffect(() => {
    if (key !== undefined && lastDay !== today) void writeOwn(eventOf(NudgeShown, { day: today, nudge: key }));
  }, [key, today, lastDay]);
}

type Open = NudgeFacts["open"];
const unknown: Open = { asksMe: false, endsOn: null };

async function openOf(id: RelationshipId): Promise<readonly [RelationshipId, Open]> {
  const answer = await readGap(id);
  return [id, answer.kind === "done" ? answer.value : unknown];
}

/** Beside the screen; a part that cannot be fetched keeps no nudge back. */
function worksToday(now: Instant): Promise<boolean> {
  return import("../../programme/mails/working/api.ts").then(
    ({ worksNow }) => worksNow(now),
    () => true,
  );
}

/** What the nudges follow from; `undefined` until one's own log is read and the open facts are there, or could not be had. */
function useFacts(rooms: ReadonlyArray<NudgeRoom>): {
  readonly facts: ReadonlyArray<NudgeFacts> | undefined;
  /** The open facts are there, or could not be had. */
  readonly isAsked: boolean;
  /** Today is no working day of one's own: what waits, waits until the next. */
  readonly isFree: boolean;
} {
  const own = useOwn();
  const now = useNow();
  const open = useSignal<ReadonlyMap<RelationshipId, Open> | undefined>(undefined);
  const isFree = useSignal(false);
  const ids = rooms.flatMap(({ relationship }) => (relationship.state === "live" ? [relationship.relationshipId] : []));
  const key = ids.join(" ");
  useEffect(() => {
    let over = false;
    const look = async () => {
      const [works, ...all] = await Promise.all([worksToday(now), ...ids.map(openOf)]);
      if (over) return;
      isFree.value = !works;
      open.value = new Map(all);
    };
    void look();
    return () => {
      over = true;
    };
    // The ids are the key: another list of the same rooms is no change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, open, isFree]);
  const known = open.value;
  const isReady = rooms.every(({ view }) => view.condition.is === "ready");
  const before = useRef<ReadonlyArray<NudgeFacts> | undefined>(undefined);
  // A room that is still being read would say other things than it will; one that reads on keeps what it said.
  if (own && known && isReady)
    before.current = rooms.map(({ roomId, me, view, relationship }) => ({
      roomId,
      me,
      role: relationship.myRole,
      isLive: relationship.state === "live",
      room: view.state,
      own: own.state,
      open: known.get(relationship.relationshipId) ?? unknown,
      now,
      timeZone: ownZone(),
    }));
  return { facts: before.current, isAsked: known !== undefined, isFree: isFree.value };
}

interface BodyProps {
  readonly room: NudgeRoom;
  readonly nudge: Nudge;
  /** Takes the card away at once, or brings it back where what was pressed could not be done. */
  readonly onGone: (isGone: boolean) => void;
}

function Body({ room, nudge, onGone }: BodyProps) {
  const base = `/rooms/${room.roomId}`;
  switch (nudge.kind) {
    case "gap":
      return <Gap room={room} nudge={nudge} onGone={onGone} />;
    case "commitment":
      return <Commitment room={room} nudge={nudge} onGone={onGone} />;
    case "checkin":
      return <Checkin room={room} nudge={nudge} onGone={onGone} />;
    case "ending":
      return <Leading block={nudgeEnding} href={`${base}/more/farewell`} words={text.plan} />;
    case "review":
      return <Leading block={nudgeReview} href={`${base}/more/review`} words={text.review} />;
    case "feedback":
      return <Leading block={nudgeFeedback} href={`${base}/feedback`} words={text.ask} />;
    case "topic":
      return (
        <Leading
          block={nudgeTopic}
          values={{ Thursday: dayOfSession(nudge) }}
          href={`${base}/sessions`}
          words={text.topic}
        />
      );
    default:
      return null;
  }
}

/** Words, and the place where what they ask for is done. */
function Leading<Value extends string>({
  href,
  words,
  ...said
}: NudgeWordsProps<Value> & { readonly href: string; readonly words: string }) {
  return (
    <>
      <NudgeWords {...said} />
      <div>
        <ButtonLink href={href} kind="quiet">
          {words}
        </ButtonLink>
      </div>
    </>
  );
}

const dayOfSession = ({ session }: Nudge) => (session?.plan ? formatDay(dayIn(session.plan.startsAt, ownZone())) : "");

/** It has been a while: a date, a pause, or "we're fine" (P103). */
function Gap({ room, nudge, onGone }: BodyProps) {
  const base = `/rooms/${room.roomId}`;
  async function handleFine() {
    onGone(true);
    const answer = await sayFine(room.relationship.relationshipId, true);
    if (answer.kind !== "done") return onGone(false);
    toast(text.fineSaid);
    return void (await writeOwn(eventOf(NudgePassed, { nudge: nudge.key })));
  }
  return (
    <>
      <NudgeWords block={nudgeGap} />
      {nudge.mayLikeAWord === true && <p class="muted small">{text.word}</p>}
      <div class="buttons">
        <ButtonLink href={`${base}/sessions/find`} kind="quiet">
          {text.findDate}
        </ButtonLink>
        <Button kind="quiet" onClick={() => void handleFine()}>
          {text.fine}
        </Button>
        <ButtonLink href={`${base}/more`} kind="plain">
          {text.pause}
        </ButtonLink>
      </div>
    </>
  );
}

/** To its owner alone: done, new date, drop (P40). */
function Commitment({ room, nudge: { commitment } }: BodyProps) {
  if (!commitment) return null;
  const day = commitment.due === undefined ? "" : formatDay(commitment.due);
  return (
    <>
      <NudgeWords block={nudgeCommitment} values={{ "send the reading list": commitment.text, Friday: day }} />
      <ul class="rows">
        <CommitmentRow room={room} commitment={commitment} />
      </ul>
    </>
  );
}

/** One line, if one wishes (P36). It is a message like any other. */
function Checkin({ room, nudge, onGone }: BodyProps) {
  const line = useSignal("");
  async function handleSend() {
    const words = line.value.trim();
    if (words === "") return;
    onGone(true);
    if (!(await room.write(eventOf(NoteWritten, { text: words })))) {
      onGone(false);
      return;
    }
    toast(text.sent);
    await writeOwn(eventOf(NudgePassed, { nudge: nudge.key }));
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSend();
      }}
    >
      <NudgeWords block={nudgeCheckin} values={{ name: room.name }} />
      <TextField label={text.line(room.name)} value={line} />
      <div>
        <Button type="submit" kind="quiet">
          {text.send}
        </Button>
      </div>
    </form>
  );
}
