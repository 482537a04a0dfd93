import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { RoomView } from "../../../vault/vault.ts";
import { dayOf, dayParts, formatTime, ownZone } from "../../../web/client/format.ts";
import { ButtonLink } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { DateBlock } from "../../../web/ui/date-block.tsx";
import { NameDot } from "../../../web/ui/avatar.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { CommitmentRow } from "../commitments/commitment-row.tsx";
import { openCommitments } from "../commitments/rules.ts";
import { whenWords } from "../sessions/dates/next-session.tsx";
import { type Slot, waitingOffer } from "../sessions/rules.ts";
import { currentSession, phaseOf } from "../sessions/steps/rules.ts";
import { followRoom, vaultStatus, useNow, useVault, writeInto } from "./hand.tsx";
import { homeRoomsText as text } from "./text.ts";
import "./home-rooms.css";

/** Home's answer to "what is next for me": every relationship by its next date, and what I said I would do. */
export function RoomsOnHome() {
  const status = useVault().value;
  const list = relationships.value ?? none;
  const views = useViews(status.is === "unlocked" ? list : []);
  const living = list
    .filter(({ state }) => state !== "ended")
    .toSorted((a, b) => (a.nextSession?.startsAt ?? Infinity) - (b.nextSession?.startsAt ?? Infinity));
  const over = list.filter(({ state }) => state === "ended");
  return (
    <div class="stack stack-sections">
      {status.is === "locked" && living.length > 0 && <LockedCard roomId={living[0]?.roomId ?? ""} />}
      {status.is === "no-keys" && list.length > 0 && <NoKeysCard />}
      {living.map((relationship) => (
        <RoomCard
          key={relationship.roomId}
          relationship={relationship}
          view={views.find(({ room }) => room === relationship.roomId)}
        />
      ))}
      <MyCommitments list={living} views={views} />
      {over.length > 0 && <Ended list={over} />}
    </div>
  );
}

const none: ReadonlyArray<Relationship> = [];

/** Follows the rooms of a list. */
function useViews(list: ReadonlyArray<Relationship>): ReadonlyArray<RoomView> {
  const views = useSignal<ReadonlyArray<RoomView>>([]);
  const key = list.map(({ roomId }) => roomId).join(" ");
  useEffect(() => {
    const ends = list.map(({ roomId }) =>
      followRoom(roomId, (next) => {
        views.value = [...views.peek().filter(({ room }) => room !== next.room), next];
      }),
    );
    return () => {
      for (const end of ends) end();
    };
    // The rooms' ids are the key: another list of the same rooms is no change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, views]);
  return views.value;
}

function LockedCard({ roomId }: { readonly roomId: string }) {
  return (
    <Card title={text.locked}>
      <div class="stack">
        <p>{text.lockedLine}</p>
        <div>
          <ButtonLink href={`/rooms/${roomId}`}>{text.unlock}</ButtonLink>
        </div>
      </div>
    </Card>
  );
}

function NoKeysCard() {
  return (
    <Card title={text.noKeys}>
      <div class="stack">
        <p>{text.noKeysLine}</p>
        <div>
          <ButtonLink href="/keys">{text.makeKeys}</ButtonLink>
        </div>
      </div>
    </Card>
  );
}

/** One relationship: its next date as a leaf of a calendar, and the one thing to do. */
function RoomCard({
  relationship,
  view,
}: {
  readonly relationship: Relationship;
  readonly view: RoomView | undefined;
}) {
  const now = useNow();
  const { roomId, partner, nextSession } = relationship;
  const session = view && currentSession(view.state.sessions, now);
  const slot: Slot | null | undefined = session?.plan ?? (view ? undefined : nextSession);
  const step =
    session && ["prepare", "meet", "close-alone"].includes(phaseOf(session, now))
      ? `/rooms/${roomId}/sessions/${session.id}/${phaseOf(session, now) === "meet" ? (session.step ?? "open") : phaseOf(session, now) === "prepare" ? "prepare" : "close"}`
      : undefined;
  const offer = view && waitingOffer(view.state.sessions);
  return (
    <section class="home-room">
      {slot ? <DateBlock {...dayParts(dayOf(slot.startsAt, ownZone()))} /> : null}
      <div class="stack stack-small">
        <h2>
          <NameDot
            name={slot ? text.withAt(partner.name, formatTime(slot.startsAt)) : text.with(partner.name)}
            id={partner.accountId}
          />
        </h2>
        <p class="muted">
          {slot
            ? whenWords({ relationship, name: partner.name }, slot)
            : lineFor(relationship, offer !== undefined && offer.by === view?.me)}
        </p>
      </div>
      <div class="buttons">
        {step && <ButtonLink href={step}>{text.go}</ButtonLink>}
        {!slot && relationship.state === "live" && (
          <ButtonLink href={`/rooms/${roomId}/sessions${offer ? "" : "/find"}`} kind={view ? "primary" : "plain"}>
            {offer && offer.by !== view.me ? text.answer : text.find}
          </ButtonLink>
        )}
        <ButtonLink href={`/rooms/${roomId}`} kind="quiet">
          {text.room}
        </ButtonLink>
      </div>
    </section>
  );
}

function lineFor({ state }: Relationship, offeredByMe: boolean): string {
  if (state === "paused") return text.paused;
  return offeredByMe ? text.offered : text.noDate;
}

function MyCommitments({
  list,
  views,
}: {
  readonly list: ReadonlyArray<Relationship>;
  readonly views: ReadonlyArray<RoomView>;
}) {
  const mine = views.flatMap((view) =>
    openCommitments(view.state.commitments).flatMap((commitment) =>
      commitment.owner === view.me ? [{ commitment, view }] : [],
    ),
  );
  if (mine.length === 0 || vaultStatus.value.is !== "unlocked") return null;
  return (
    <section class="stack">
      <h2>{text.commitments}</h2>
      <ul class="rows">
        {mine.map(({ commitment, view }) => (
          <CommitmentRow
            key={commitment.id}
            room={{ me: view.me, write: (event) => writeInto(view.room, event) }}
            commitment={commitment}
          />
        ))}
      </ul>
      {list.length > 1 && <p class="muted small">{text.several}</p>}
    </section>
  );
}

function Ended({ list }: { readonly list: ReadonlyArray<Relationship> }) {
  return (
    <section class="stack">
      <h2>{text.ended}</h2>
      <ul class="rows">
        {list.map(({ roomId, partner }) => (
          <li key={roomId}>
            <a href={`/rooms/${roomId}`}>{partner.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
