import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formatMoment } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { TextArea } from "../../../../web/ui/text-field.tsx";
import { later, minute } from "../../../../values/instant.ts";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { CommitmentRow } from "../../commitments/commitment-row.tsx";
import { openCommitments } from "../../commitments/rules.ts";
import { longestPrivateNote, privateNote } from "../../drawer/rules.ts";
import { PrivateNoted } from "../../drawer/schema.ts";
import { type RoomInHand, useNow, useOwn, writeOwn } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { lastClosed } from "../rules.ts";
import { phaseOf, prepareBeforeMs } from "./rules.ts";
import { StepFoot, type StepProps } from "./step.tsx";
import { stepsText as text } from "./text.ts";
import { TopicField } from "./topic.tsx";

const Before = lazily(() => import("./before.tsx").then((m) => m.Before));
/** What is fetched with this step. */
export const parts = [Before];

/** Prepare (P23, P58): what was, what is open, the topic, and notes for oneself. Nobody sees who prepared. */
export function PrepareStep({ room, session, goTo }: StepProps) {
  const phase = phaseOf(session, useNow());
  if (phase === "far" && session.plan)
    return <p>{text.far(formatMoment(later(session.plan.startsAt, -prepareBeforeMs)))}</p>;
  return (
    <>
      <FirstMeeting room={room} />
      <LastTime room={room} />
      <StillOpen room={room} />
      <TopicField room={room} session={session} />
      <PrivateNotes room={room} sessionId={session.id} />
      <Before room={room} session={session} />
      <StepFoot
        room={room}
        line={phase === "prepare" && session.plan ? `${formatMoment(session.plan.startsAt)}. ${text.notYet}` : ""}
      >
        {phase !== "prepare" || isNear(session.plan?.startsAt) ? (
          <Button onClick={() => goTo("open")}>{text.toOpen}</Button>
        ) : null}
      </StepFoot>
    </>
  );
}

function isNear(startsAt: number | undefined): boolean {
  return startsAt !== undefined && startsAt - Date.now() <= 15 * minute;
}

/** Before the two have met: that there is a plan, and what helps to begin it (P90). */
function FirstMeeting({ room }: { readonly room: RoomInHand }) {
  if (lastClosed(room.view.state.sessions)) return null;
  return (
    <section class="stack stack-small">
      <p>{text.firstPlan}</p>
      <p class="muted small">
        {text.firstStrengths} <Link href={`/rooms/${room.roomId}/about`}>{text.theirProfile(room.name)}</Link>
      </p>
    </section>
  );
}

function LastTime({ room }: { readonly room: RoomInHand }) {
  const last = lastClosed(room.view.state.sessions);
  const [mine, theirs] = [last?.takeaways[room.me], last?.takeaways[room.other]];
  if (!mine && !theirs) return null;
  return (
    <section class="stack">
      <h2>{text.lastTime}</h2>
      {mine && <Took title={text.youTook} words={mine} />}
      {theirs && <Took title={text.theyTook(room.name)} words={theirs} />}
    </section>
  );
}

function Took({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div>
      <p class="muted small">{title}</p>
      <Words>{words}</Words>
    </div>
  );
}

function StillOpen({ room }: { readonly room: RoomInHand }) {
  const mine = openCommitments(room.view.state.commitments).filter(({ owner }) => owner === room.me);
  if (mine.length === 0) return null;
  return (
    <section class="stack">
      <h2>{text.stillOpen}</h2>
      <ul class="rows">
        {mine.map((commitment) => (
          <CommitmentRow key={commitment.id} room={room} commitment={commitment} />
        ))}
      </ul>
    </section>
  );
}

function PrivateNotes({
  room,
  sessionId,
}: {
  readonly room: RoomInHand;
  readonly sessionId: StepProps["session"]["id"];
}) {
  const own = useOwn();
  const kept = own && privateNote(own.state.drawer, room.roomId, sessionId);
  const notes = useSignal("");
  const touched = useSignal(false);
  const said = useSignal("");
  useEffect(() => {
    if (kept !== undefined && !touched.peek()) notes.value = kept;
  }, [kept, notes, touched]);

  async function handleSave() {
    const written = await writeOwn(eventOf(PrivateNoted, { roomId: room.roomId, sessionId, text: notes.value }));
    if (written) said.value = text.saved;
  }

  return (
    <section class="stack">
      <TextArea
        label={text.notes}
        hint={text.notesHint}
        value={notes}
        rows={4}
        words
        most={longestPrivateNote}
        onChange={() => (touched.value = true)}
        onSend={() => void handleSave()}
      />
      <div class="cluster">
        <Button kind="quiet" onClick={() => void handleSave()}>
          {text.saveNotes}
        </Button>
        <output class="muted small">{said.value}</output>
      </div>
    </section>
  );
}
