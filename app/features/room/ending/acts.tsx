import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import {
  endRelationship,
  pauseRelationship,
  refreshRelationships,
  resumeRelationship,
} from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { me } from "../../programme/sign-in/api.ts";
import { type RoomInHand, untilSent } from "../frame/hand.tsx";
import { longestNote } from "../notes/rules.ts";
import { NoteWritten } from "../notes/schema.ts";
import { eventOf } from "../state/schema.ts";
import { endingText as text } from "./text.ts";

/** Props of `Acts`. */
export interface ActProps {
  readonly relationship: Relationship;
  /** The open room, where a last message can be written into it. */
  readonly room?: RoomInHand;
  /** True among much else: pausing is folded away then. */
  readonly isFolded?: boolean;
}

/** Pausing, and ending behind a dialog that says what the other will read: each is then one tap, without reason or wait. */
export function Acts({ relationship, room, isFolded = false }: ActProps) {
  if (relationship.state === "ended")
    return (
      <>
        {!room && <Notice>{text.ended}</Notice>}
        <EndedAct programmeId={relationship.programmeId} />
      </>
    );
  return (
    <div class="stack">
      {!relationship.leaving &&
        (isFolded ? (
          <Disclosure summary={relationship.state === "paused" ? text.pausedTitle : text.pauseTitle}>
            <PauseAct relationship={relationship} isSaidAbove />
          </Disclosure>
        ) : (
          <PauseAct relationship={relationship} isSaidAbove={false} />
        ))}
      <EndAct relationship={relationship} {...(room ? { room } : {})} />
    </div>
  );
}

/** What can still be done after an ending, and whom to write to. The room says above that it ended, and when. */
function EndedAct({ programmeId }: { readonly programmeId: Relationship["programmeId"] }) {
  const place = me.value?.participations.find((each) => each.programmeId === programmeId);
  return (
    <section class="stack">
      <h2>{text.another}</h2>
      <p>{text.anotherLine}</p>
      {place?.managers.map(({ name, email }) => (
        <p key={email}>
          {name} <a href={`mailto:${email}`}>{email}</a>
        </p>
      ))}
      <p>
        {text.anotherProfile} <Link href={`/profile/${programmeId}`}>{text.profile}</Link>
      </p>
    </section>
  );
}

interface PauseProps {
  readonly relationship: Relationship;
  /** True in an open room, which says above that it is paused, with the way to go on. */
  readonly isSaidAbove: boolean;
}

function PauseAct({ relationship, isSaidAbove }: PauseProps) {
  const { relationshipId, state, mayGoOn, partner } = relationship;
  const line = useRef<HTMLParagraphElement>(null);
  const isPressed = useRef(false);
  const isPaused = state === "paused";
  // The button goes with the press: the focus stays with what it did, in sight.
  useEffect(() => {
    if (isPaused && isPressed.current) line.current?.focus();
  }, [isPaused]);
  if (isPaused && !mayGoOn) return <p>{text.pausedByThem}</p>;

  async function handlePress() {
    isPressed.current = true;
    const answer = await (isPaused ? resumeRelationship(relationshipId) : pauseRelationship(relationshipId));
    if (answer.kind !== "done") toast(text.offline);
    await refreshRelationships();
  }
  return (
    <div class="stack">
      <p ref={line} tabIndex={-1}>
        {isPaused ? text.pausedNow(partner.name) : text.pauseLine(partner.name)}
        {isPaused && isSaidAbove && ` ${text.goOnAbove}`}
      </p>
      {!(isPaused && isSaidAbove) && (
        <div>
          <Button kind="quiet" onClick={() => void handlePress()}>
            {isPaused ? text.goOn : text.pause}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The room closes with the ending, so the words go first; ending itself is never held up for long. */
async function sendLast(room: RoomInHand, words: string): Promise<boolean> {
  if (!(await room.write(eventOf(NoteWritten, { text: words })))) return false;
  await untilSent(room.roomId);
  return true;
}

/** Props of `EndAct`. */
export interface EndProps extends Pick<ActProps, "relationship" | "room"> {
  /** True where the two have said goodbye, and this only closes the room. */
  readonly isFarewell?: boolean;
}

/** Ends a pairing at once, behind a dialog that says what the other will read. */
export function EndAct({ relationship, room, isFarewell = false }: EndProps) {
  const key = `ending:${relationship.roomId}`;
  const message = draft(key);
  const busy = useSignal(false);
  const asks = useSignal(false);

  async function handleEnd() {
    busy.value = true;
    if (room?.isOpen && message.value.trim() !== "" && (await sendLast(room, message.value.trim()))) dropDraft(key);
    const answer = await endRelationship(relationship.relationshipId);
    // The page says it once it is so, and the dialog goes with the rest.
    if (answer.kind !== "done") toast(text.offline);
    await refreshRelationships();
    busy.value = false;
  }

  const title = isFarewell ? text.farewellTitle : text.endTitle;
  const act = (
    <Button busy={busy.value} onClick={() => void handleEnd()}>
      {text.end}
    </Button>
  );
  return (
    <div>
      <Button kind="plain" onClick={() => (asks.value = true)}>
        {title}
      </Button>
      <Dialog open={asks} title={title} actions={act}>
        <div class="stack">
          <p>{isFarewell ? text.farewellLine : text.endLine}</p>
          <p>{text.heard(relationship.partner.name, me.value?.name ?? "")}</p>
          {room?.isOpen && !isFarewell && <LastWords room={room} message={message} />}
        </div>
      </Dialog>
    </div>
  );
}

function LastWords({ room, message }: { readonly room: RoomInHand; readonly message: Signal<string> }) {
  return (
    <>
      <TextArea
        label={text.message}
        hint={text.messageHint(room.name)}
        value={message}
        rows={2}
        words
        most={longestNote}
        optional
      />
      <p class="muted small">
        <Link href={`/rooms/${room.roomId}/more/farewell`}>{text.lastTalk}</Link> {text.lastTalkLine}
      </p>
    </>
  );
}
