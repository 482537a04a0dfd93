/** Home's rooms as the open facts have them. What only the vault knows comes from home-sealed.tsx, beside the first screen. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { dayOf, dayParts, formatDate, formatTime, ownZone } from "../../../../web/client/format.ts";
import { NameDot } from "../../../../web/ui/avatar.tsx";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Card } from "../../../../web/ui/card.tsx";
import { DateBlock } from "../../../../web/ui/date-block.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { me } from "../../../programme/sign-in/api.ts";
import type { Relationship } from "../../../programme/relationships/schema.ts";
import { whenWords } from "../../sessions/when/when.tsx";
import { usePairs } from "../pairs.tsx";
import type { InRooms, SealedOnHomeProps } from "./home-sealed.tsx";
import { homeRoomsText as text } from "./text.ts";
import "./home-rooms.css";

/** Without it Home still has every date: nobody needs an error page for what stands in the rooms as well. */
const SealedOnHome = lazily<SealedOnHomeProps>(() =>
  import("./home-sealed.tsx").then(
    (m) => m.SealedOnHome,
    () => OpenAlone,
  ),
);

/** Begins to fetch what stands beside the first screen. */
export const fetchSealedOnHome = SealedOnHome.fetch;

/** Props of `RoomsOnHome`. */
export interface RoomsOnHomeProps {
  /** What stands below the rooms. */
  readonly children: ComponentChildren;
  /** Whether the children are all there, so that something may stand below them. */
  readonly isSettled: boolean;
}

/** Home's answer to "what is next for me": every relationship by its next date, then what I said I would do. */
export function RoomsOnHome({ isSettled, children }: RoomsOnHomeProps) {
  const list = usePairs().value ?? none;
  const inRooms = useSignal<InRooms>({});
  const living = list
    .filter(({ state }) => state !== "ended")
    .toSorted((a, b) => (a.nextSession?.startsAt ?? Infinity) - (b.nextSession?.startsAt ?? Infinity));
  const over = list.filter(({ state }) => state === "ended");
  const isSeveral = new Set(living.map(({ programmeId, myRole }) => `${programmeId} ${myRole}`)).size > 1;
  return (
    <div class="stack stack-sections">
      {me.value?.hasKeys === false && list.length > 0 && <NoKeysCard />}
      {living.map((relationship) => (
        <RoomCard
          key={relationship.roomId}
          relationship={relationship}
          inRoom={inRooms.value[relationship.roomId]}
          of={isSeveral ? text.of[relationship.myRole](relationship.programmeName) : undefined}
        />
      ))}
      {children}
      <SealedOnHome list={living} inRooms={inRooms} isShown={isSettled}>
        {over.length > 0 && <Ended list={over} />}
      </SealedOnHome>
    </div>
  );
}

const none: ReadonlyArray<Relationship> = [];

function OpenAlone({ isShown, children }: SealedOnHomeProps) {
  return isShown ? <>{children}</> : null;
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

interface RoomCardProps {
  readonly relationship: Relationship;
  readonly inRoom: InRooms[string] | undefined;
  /** As what in which programme, where somebody is in several or is both. */
  readonly of?: string | undefined;
}

/** One relationship: its next date as a leaf of a calendar, and the one thing to do. */
function RoomCard({ relationship, inRoom, of }: RoomCardProps) {
  const { partner } = relationship;
  const slot = relationship.leaving ? undefined : inRoom ? inRoom.slot : (relationship.nextSession ?? undefined);
  return (
    <section class="home-room">
      {slot ? <DateBlock {...dayParts(dayOf(slot.startsAt, ownZone()))} /> : null}
      <div class="stack stack-small">
        <h2>
          <NameDot
            name={slot ? text.withAt(partner.name, formatTime(slot.startsAt)) : text.with(partner.name)}
            id={partner.accountId}
          />
          {inRoom?.news && <span class="tag home-new">{inRoom.news}</span>}
        </h2>
        <p class="muted">
          {slot
            ? whenWords({ relationship, name: partner.name }, slot)
            : ((relationship.leaving ? undefined : inRoom?.instead) ?? lineFor(relationship, inRoom?.offer === "mine"))}
        </p>
        {slot && relationship.state === "paused" && <p class="muted">{text.pausedBefore}</p>}
        {of !== undefined && (
          <p class="muted small" dir="auto">
            {of}
          </p>
        )}
      </div>
      <RoomButtons relationship={relationship} inRoom={inRoom} />
    </section>
  );
}

function RoomButtons({ relationship, inRoom }: RoomCardProps) {
  const { roomId, state, nextSession, leaving } = relationship;
  const hasDate = inRoom ? inRoom.slot !== undefined : nextSession !== null;
  const offer = inRoom?.offer;
  // A room that is paused, or waits for its ending, asks for nothing.
  const step = state === "paused" || leaving ? undefined : inRoom ? inRoom.step : stepBefore(roomId, nextSession);
  return (
    <div class="buttons">
      {step !== undefined && <ButtonLink href={step.href}>{text[step.word]}</ButtonLink>}
      {!hasDate && state === "live" && !leaving && (offer ?? !inRoom?.instead) && (
        <ButtonLink href={`/rooms/${roomId}/sessions${offer ? "" : "/find"}`} kind={inRoom ? "primary" : "quiet"}>
          {offer === "theirs" ? text.answer : text.find}
        </ButtonLink>
      )}
      <ButtonLink href={`/rooms/${roomId}`} kind="quiet">
        {text.room}
      </ButtonLink>
    </div>
  );
}

/** From a day before it on there is something to go into; until the vault says where, the way leads to the sessions. */
function stepBefore(roomId: string, next: Relationship["nextSession"]): InRooms[string]["step"] {
  const ms = next ? next.startsAt - Date.now() : Infinity;
  if (ms >= 24 * 60 * 60_000) return undefined;
  return { href: `/rooms/${roomId}/sessions`, word: ms > 15 * 60_000 ? "prepare" : "begin" };
}

/** The first date is helped along while it is new that there is none (P56). */
const newMs = 14 * 24 * 60 * 60_000;

function lineFor({ state, leaving, firstMeetingHeld, startedAt }: Relationship, offeredByMe: boolean): string {
  if (leaving) return text.leaving(formatDate(leaving.until));
  if (state === "paused") return text.paused;
  if (offeredByMe) return text.offered;
  return firstMeetingHeld || Date.now() - startedAt > newMs ? text.noDate : text.noFirstDate;
}

function Ended({ list }: { readonly list: ReadonlyArray<Relationship> }) {
  return (
    <section class="stack">
      <h2>{text.ended}</h2>
      <ul class="rows">
        {list.map(({ roomId, partner, keptUntil }) => (
          <li key={roomId}>
            <a href={`/rooms/${roomId}`}>{partner.name}</a>
            {keptUntil && <span class="muted small"> {text.keptUntil(formatDate(keptUntil))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
