import { useSignal } from "@preact/signals";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import {
  endRelationship,
  pauseRelationship,
  refreshRelationships,
  relationships,
  resumeRelationship,
} from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { me } from "../../programme/sign-in/api.ts";
import { type RoomInHand, untilSent, useVault } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { PageLink } from "../pages/page-link.tsx";
import { longestNote } from "../notes/rules.ts";
import { NoteWritten } from "../notes/schema.ts";
import { eventOf } from "../state/schema.ts";
import { endingText as text } from "./text.ts";

/**
 * Pausing, ending, and what else belongs to a room; each takes effect at once.
 * Both work without keys: whoever cannot unlock, or whose room was stopped, sees them on a page of their own.
 */
export function More({ roomId }: { readonly roomId: string }) {
  const status = useVault().value;
  const relationship = relationships.value?.find((one) => one.roomId === roomId);
  if (relationship && status.is !== "unlocked" && status.is !== "starting")
    return <WithoutKeys relationship={relationship} />;
  return (
    <RoomPage roomId={roomId} tab="more">
      {(room) => (
        <div class="stack stack-sections measure">
          <p class="cluster">
            <Link href={`/rooms/${room.roomId}/about`}>{text.about}</Link>
            <Link href={`/rooms/${room.roomId}/hopes`}>{text.hopes}</Link>
            <Link href={`/rooms/${room.roomId}/common-ground`}>{text.ground}</Link>
            <Link href={`/rooms/${room.roomId}/context`}>
              {room.relationship.myRole === "mentee" ? text.context : text.contextOf(room.name)}
            </Link>
            <PageLink room={room} />
            <Link href={`/rooms/${room.roomId}/off-limits`}>{text.off}</Link>
            <Link href="/help">{text.safety}</Link>
          </p>
          <Acts relationship={room.relationship} room={room} />
        </div>
      )}
    </RoomPage>
  );
}

function WithoutKeys({ relationship }: { readonly relationship: Relationship }) {
  return (
    <Page
      title={text.title(relationship.partner.name)}
      lead={text.withoutKeys}
      back={{ href: `/rooms/${relationship.roomId}`, text: text.back }}
    >
      <div class="stack stack-sections measure">
        <Link href="/help">{text.safety}</Link>
        <Acts relationship={relationship} />
      </div>
    </Page>
  );
}

interface ActProps {
  readonly relationship: Relationship;
  /** The open room, where a last message can be written into it. */
  readonly room?: RoomInHand;
}

function Acts({ relationship, room }: ActProps) {
  if (relationship.state === "ended")
    return (
      <>
        {!room && <Notice>{text.ended}</Notice>}
        <EndedAct programmeId={relationship.programmeId} />
      </>
    );
  return (
    <>
      <PauseAct relationship={relationship} />
      <EndAct relationship={relationship} {...(room ? { room } : {})} />
    </>
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
    </section>
  );
}

function PauseAct({ relationship }: ActProps) {
  const { relationshipId, state, partner } = relationship;
  async function handlePress() {
    const answer = await (state === "paused" ? resumeRelationship(relationshipId) : pauseRelationship(relationshipId));
    if (answer.kind !== "done") toast(text.offline);
    await refreshRelationships();
  }
  return (
    <section class="stack">
      <h2>{text.pauseTitle}</h2>
      <p>{state === "paused" ? text.paused : text.pauseLine(partner.name)}</p>
      <div>
        <Button kind="quiet" onClick={() => void handlePress()}>
          {state === "paused" ? text.goOn : text.pause}
        </Button>
      </div>
    </section>
  );
}

function EndAct({ relationship, room }: ActProps) {
  const key = `ending:${relationship.roomId}`;
  const message = draft(key);
  const busy = useSignal(false);

  async function handleEnd() {
    busy.value = true;
    if (
      room &&
      message.value.trim() !== "" &&
      (await room.write(eventOf(NoteWritten, { text: message.value.trim() })))
    ) {
      dropDraft(key);
      // The room closes with the ending, so the words go first; ending itself is never held up for long.
      await untilSent(room.roomId);
    }
    const answer = await endRelationship(relationship.relationshipId);
    busy.value = false;
    // The page says it once it is so.
    if (answer.kind !== "done") toast(text.offline);
    await refreshRelationships();
  }

  return (
    <section class="stack">
      <h2>{text.endTitle}</h2>
      <p>{text.endLine}</p>
      <p class="muted">{text.heard(relationship.partner.name, me.value?.name ?? "")}</p>
      {room && (
        <TextArea
          label={text.message}
          hint={text.messageHint(room.name)}
          value={message}
          rows={2}
          words
          most={longestNote}
          optional
        />
      )}
      <div>
        <Button kind="quiet" busy={busy.value} onClick={() => void handleEnd()}>
          {text.end}
        </Button>
      </div>
    </section>
  );
}
